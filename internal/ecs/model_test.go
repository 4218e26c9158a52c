package ecs_test

import (
	"testing"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
)

func taskDefinition(root *syntax.Node) *ecs.TaskDefinition {
	return (&ecs.Object{Type: ecs.TypeTaskDefinition, Root: root}).TaskDefinition()
}

func wantKnown[T comparable](t *testing.T, v value.Value[T], want T) {
	t.Helper()
	if got, ok := v.Get(); !ok || got != want {
		t.Errorf("%s: got %v, known %v; want %v", v.Where().At(), got, ok, want)
	}
}

func TestDecodeTaskDefinition(t *testing.T) {
	td := taskDefinition(object(
		"family", str("shop"),
		"cpu", str("256"),
		"requiresCompatibilities", list(str("FARGATE"), unknown("${MORE}")),
		"enableFaultInjection", boolean("true"),
		"containerDefinitions", list(
			object(
				"name", str("web"),
				"memory", num("512"),
				"command", list(str("serve"), str("")),
				"dockerLabels", object("com.x", str("1")),
				"portMappings", list(object("containerPort", num("80")), object("hostPort", unknown("${PORT}"))),
				"resourceRequirements", list(object("sharingStrategy", object("nvidiaMps", object("pinnedDeviceMemoryMiB", num("5"))))),
			),
			object("name", str("log"), "healthCheck", unknown("${CHECK}")),
			unknown("${SIDECAR}"),
		),
	))
	wantKnown(t, td.Family, "shop")
	wantKnown(t, td.Cpu, "256")
	wantKnown(t, td.EnableFaultInjection, true)
	if !td.Memory.Absent() || !td.RuntimePlatform.Absent() || !td.RuntimePlatform.CpuArchitecture.Absent() {
		t.Error("what isn't written is not absent")
	}
	if n := len(td.RequiresCompatibilities.Items); n != 2 || !td.RequiresCompatibilities.Items[1].Unknown() {
		t.Errorf("requiresCompatibilities: %d items, want one known and one unknown", n)
	}

	containers := td.ContainerDefinitions.Items
	if len(containers) != 3 {
		t.Fatalf("%d containers, want 3", len(containers))
	}
	web, log, sidecar := containers[0], containers[1], containers[2]
	wantKnown(t, web.Name, "web")
	wantKnown(t, web.Memory, 512)
	wantKnown(t, web.Command.Items[1], "")
	wantKnown(t, web.DockerLabels.Get("com.x"), "1")
	wantKnown(t, web.PortMappings.Items[0].ContainerPort, 80)
	if !web.PortMappings.Items[0].HostPort.Absent() || !web.PortMappings.Items[1].HostPort.Unknown() {
		t.Error("hostPort: want absent in the first mapping, unknown in the second")
	}
	if web.ResourceRequirements.Items[0].SharingStrategy.NvidiaMps.Absent() {
		t.Error("the member of a union is absent")
	}
	if !log.HealthCheck.Unknown() || !log.HealthCheck.Interval.Unknown() || !log.HealthCheck.Command.Unknown() {
		t.Error("members of an unknown structure are not unknown")
	}
	if !sidecar.Unknown() || !sidecar.Name.Unknown() || !sidecar.PortMappings.Unknown() || !sidecar.LinuxParameters.Capabilities.Add.Unknown() {
		t.Error("members of an unknown container are not unknown")
	}
	if at := web.PortMappings.Items[1].HostPort.Where().At(); at != "containerDefinitions[web].portMappings[1].hostPort" {
		t.Errorf("the place is %s", at)
	}
}

func TestDecodeIncomplete(t *testing.T) {
	td := taskDefinition(incomplete(object(
		"containerDefinitions", incomplete(list(incomplete(object("name", str("web"))))),
	)))
	web := td.ContainerDefinitions.Items[0]
	wantKnown(t, web.Name, "web")
	if !td.Family.Unknown() || !td.Volumes.Unknown() || !td.ContainerDefinitions.Unknown() || !web.Image.Unknown() || !web.LogConfiguration.Unknown() {
		t.Error("what an incomplete object or list doesn't show is not unknown")
	}
}

func TestDecodeWrongKind(t *testing.T) {
	td := taskDefinition(object(
		"family", list(),
		"cpu", num("256"),
		"volumes", object("name", str("data")),
		"containerDefinitions", list(str("web"), object("memory", str("lots"))),
	))
	wantKnown(t, td.Cpu, "256")
	if !td.Volumes.Unknown() || !td.ContainerDefinitions.Items[0].Unknown() || !td.ContainerDefinitions.Items[1].Memory.Unknown() {
		t.Error("a value of the wrong kind is not unknown")
	}
	for _, root := range []*syntax.Node{nil, list(), str("x"), unknown("${X}"), object()} {
		if _, known := taskDefinition(root).Family.Get(); known {
			t.Error("a family out of nothing")
		}
	}
}

func TestDecodeServiceAndTask(t *testing.T) {
	service := (&ecs.Object{Type: ecs.TypeService, Root: object(
		"service", str("shop"),
		"forceNewDeployment", boolean("true"),
		"desiredCount", num("2"),
		"deploymentConfiguration", object("lifecycleHooks", list(object("hookDetails", object("any", str("thing"))))),
		"serviceConnectConfiguration", object("enabled", boolean("false")),
	)}).Service()
	wantKnown(t, service.Service, "shop")
	wantKnown(t, service.ForceNewDeployment, true)
	wantKnown(t, service.DesiredCount, 2)
	wantKnown(t, service.ServiceConnectConfiguration.Enabled, false)
	if service.DeploymentConfiguration.LifecycleHooks.Items[0].HookDetails.Absent() {
		t.Error("hookDetails is absent")
	}
	if !service.ServiceName.Absent() {
		t.Error("serviceName is not absent")
	}

	task := (&ecs.Object{Type: ecs.TypeTask, Root: object(
		"taskDefinition", str("shop:3"),
		"containerInstances", list(str("i-1")),
		"count", num("3"),
		"overrides", object("containerOverrides", list(object("name", str("web"), "environment", list(object("name", str("A")))))),
	)}).Task()
	wantKnown(t, task.TaskDefinition, "shop:3")
	wantKnown(t, task.Count, 3)
	wantKnown(t, task.ContainerInstances.Items[0], "i-1")
	wantKnown(t, task.Overrides.ContainerOverrides.Items[0].Environment.Items[0].Name, "A")
}

func BenchmarkDecodeTaskDefinition(b *testing.B) {
	container := object("name", str("web"), "image", str("nginx"), "memory", num("512"), "portMappings", list(object("containerPort", num("80"))))
	root := object("family", str("shop"), "containerDefinitions", list(container, container))
	for b.Loop() {
		taskDefinition(root)
	}
}
