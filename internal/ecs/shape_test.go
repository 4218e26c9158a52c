package ecs_test

import (
	"testing"

	"github.com/ecslint/ecslint/internal/ecs"
)

func TestShapeOf(t *testing.T) {
	container, ok := ecs.ShapeOf("ContainerDefinition")
	if !ok {
		t.Fatal("no ContainerDefinition")
	}
	for name, want := range map[string]ecs.MemberShape{
		"command":         {Name: "command", Kind: ecs.KindString, List: true},
		"dockerLabels":    {Name: "dockerLabels", Kind: ecs.KindMap},
		"essential":       {Name: "essential", Kind: ecs.KindBoolean},
		"memory":          {Name: "memory", Kind: ecs.KindInteger},
		"portMappings":    {Name: "portMappings", Kind: ecs.KindStructure, Target: "PortMapping", List: true},
		"healthCheck":     {Name: "healthCheck", Kind: ecs.KindStructure, Target: "HealthCheck"},
		"MEMORY":          {},
		"credentialSpecs": {Name: "credentialSpecs", Kind: ecs.KindString, List: true},
	} {
		if got, _ := container.Member(name); got != want {
			t.Errorf("%s: got %+v, want %+v", name, got, want)
		}
	}
	input, _ := ecs.ShapeOf("RegisterTaskDefinition")
	if family, _ := input.Member("family"); !family.Required {
		t.Error("family is not required")
	}
	if _, ok := ecs.ShapeOf("Nothing"); ok {
		t.Error("there is a shape called Nothing")
	}
}

func TestOperationOf(t *testing.T) {
	update, ok := ecs.OperationOf("ecs", "update-service")
	if !ok || update.Name != "UpdateService" {
		t.Fatalf("update-service is %q", update.Name)
	}
	strategy, _ := update.Option("capacity-provider-strategy")
	want := ecs.Option{Name: "capacity-provider-strategy", Wire: "capacityProviderStrategy", Kind: ecs.KindStructure, Target: "CapacityProviderStrategyItem", List: true}
	if strategy != want {
		t.Errorf("got %+v, want %+v", strategy, want)
	}
	for name, negation := range map[string]string{
		"enable-ecs-managed-tags": "no-enable-ecs-managed-tags",
		"enable-execute-command":  "disable-execute-command",
		"service":                 "",
	} {
		option, ok := update.Option(name)
		if !ok || option.Negation() != negation {
			t.Errorf("%s: %v, negation %q, want %q", name, ok, option.Negation(), negation)
		}
	}
	if _, ok := update.Option("serviceName"); ok {
		t.Error("update-service has an option serviceName")
	}
	if _, ok := ecs.OperationOf("ecs", "register-task"); ok {
		t.Error("there is a subcommand register-task")
	}
}

// Everything that can be reached from an operation must be found: the tables are sorted and closed.
func TestTablesAreClosed(t *testing.T) {
	seen := map[string]bool{}
	var visit func(name string)
	visit = func(name string) {
		if seen[name] {
			return
		}
		seen[name] = true
		s, ok := ecs.ShapeOf(name)
		if !ok {
			t.Errorf("no shape %s", name)
		}
		for _, m := range s.Members {
			if found, _ := s.Member(m.Name); found != m {
				t.Errorf("%s: member %s is not found", name, m.Name)
			}
			if m.Kind == ecs.KindStructure {
				visit(m.Target)
			}
		}
	}
	for _, subcommand := range []string{"register-task-definition", "create-service", "update-service", "run-task", "start-task", "create-cluster", "put-cluster-capacity-providers", "execute-command"} {
		operation, ok := ecs.OperationOf("ecs", subcommand)
		if !ok {
			t.Errorf("no subcommand %s", subcommand)
		}
		visit(operation.Input)
	}
	for _, m := range [][2]string{
		{"application-autoscaling", "register-scalable-target"}, {"application-autoscaling", "put-scaling-policy"},
		{"application-autoscaling", "put-scheduled-action"}, {"events", "put-rule"}, {"events", "put-targets"},
		{"scheduler", "create-schedule"}, {"scheduler", "update-schedule"}, {"ecr", "create-repository"},
	} {
		operation, ok := ecs.OperationOf(m[0], m[1])
		if !ok {
			t.Errorf("no subcommand %v", m)
		}
		visit(operation.Input)
	}
	for _, name := range []string{"TaskDefinition", "Service", "Cluster", "CapacityProvider", "ECRRepository", ecs.OperationAppSpec} {
		visit(name)
	}
}

func TestPlainName(t *testing.T) {
	for shape, want := range map[string]string{
		"EventsTarget": "Target", "SchedulerEcsParameters": "EcsParameters", "AppSpec": "AppSpec", "AppSpecProperties": "Properties",
		"ECREncryptionConfiguration": "EncryptionConfiguration", "AppScalingStepAdjustment": "StepAdjustment",
		"ContainerDefinition": "ContainerDefinition", "PutTargets": "PutTargets", "Nothing": "Nothing",
	} {
		if got := ecs.PlainName(shape); got != want {
			t.Errorf("%s is %s, want %s", shape, got, want)
		}
	}
}

func BenchmarkShapeOf(b *testing.B) {
	for b.Loop() {
		s, _ := ecs.ShapeOf("RegisterTaskDefinition")
		s.Member("family")
	}
}
