package adapt_test

import (
	"testing"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/value"
)

func containerOf(t *testing.T, members string) ecs.ContainerDefinition {
	t.Helper()
	f := source.NewFile("x.json", "", []byte(`{"containerDefinitions": [{`+members+`}]}`))
	root, _ := json.Parse(f.Text())
	td := adapt.NewObject(f, "json", ecs.TypeTaskDefinition, "RegisterTaskDefinition", root).TaskDefinition()
	if len(td.ContainerDefinitions.Items) != 1 {
		t.Fatalf("%s: %d containers", members, len(td.ContainerDefinitions.Items))
	}
	return td.ContainerDefinitions.Items[0]
}

// state is a value as a rule sees it.
func state[T any](v value.Value[T]) string {
	switch _, known := v.Get(); {
	case known:
		return "known"
	case v.Absent():
		return "absent"
	}
	return "unknown"
}

func TestPlaceholdersAreUnknown(t *testing.T) {
	for _, image := range []string{
		"<IMAGE1_NAME>", "${IMAGE}", "$IMAGE", "repo:${TAG}", "repo:$TAG", "{{ must_env `IMAGE` }}", "{{ image }}", "%REPOSITORY_URI%", "__IMAGE__",
		"@IMAGE@", "$(aws ssm get-parameter)", "REPLACE_ME_IMAGE", "YOUR_IMAGE", "your-image", "PLACEHOLDER_IMAGE",
		"ACCOUNT_ID.dkr.ecr.eu-west-1.amazonaws.com/x:1", "XXXXXXXXXXXX.dkr.ecr.eu-west-1.amazonaws.com/x:1", "{% if x %}a{% endif %}", "",
	} {
		if got := state(containerOf(t, `"image": "`+image+`"`).Image); got != "unknown" {
			t.Errorf("image %q is %s", image, got)
		}
	}
	for _, image := range []string{
		"nginx", "nginx:1.27", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:v1", "app@sha256:0000", "ghcr.io/x/y:1_2", "a__b:1", "50%", "a<b",
	} {
		if got := state(containerOf(t, `"image": "`+image+`"`).Image); got != "known" {
			t.Errorf("image %q is %s", image, got)
		}
	}
}

func TestUnsetIsAbsent(t *testing.T) {
	for _, text := range []string{"null", `""`, "[]", "{}"} {
		c := containerOf(t, `"user": `+text+`, "cpu": `+text+`, "linuxParameters": `+text+`, "portMappings": `+text+`, "dockerLabels": `+text)
		if state(c.User) != "absent" || state(c.Cpu) != "absent" || !c.LinuxParameters.Absent() || !c.PortMappings.Absent() || !c.DockerLabels.Complete || len(c.DockerLabels.Entries) > 0 {
			t.Errorf("%s isn't absent", text)
		}
	}
}

func TestZeros(t *testing.T) {
	c := containerOf(t, `"memory": 0, "memoryReservation": 0, "cpu": 0, "portMappings": [{"containerPort": 80, "hostPort": 0}]`)
	if got := state(c.Memory) + " " + state(c.MemoryReservation) + " " + state(c.Cpu) + " " + state(c.PortMappings.Items[0].HostPort); got != "absent absent known known" {
		t.Errorf("memory, memoryReservation, cpu, hostPort of 0 are %s", got)
	}
	if n, ok := containerOf(t, `"memory": "0"`).Memory.Get(); !ok || n != 0 {
		t.Error(`memory "0" isn't 0`)
	}
	if state(containerOf(t, `"essential": false`).Essential) != "known" {
		t.Error("essential false isn't known")
	}
}

func TestKeysWithPlaceholders(t *testing.T) {
	c := containerOf(t, `"${KEY}": 1, "dockerLabels": {"a-${B}": "c", "d": "e"}`)
	if state(c.User) != "unknown" {
		t.Error("a key that can be any leaves the others absent")
	}
	if c.DockerLabels.Complete || state(c.DockerLabels.Get("d")) != "known" || state(c.DockerLabels.Get("x")) != "unknown" {
		t.Error("a label that can be any")
	}
}

func TestVariablesOfTheContainerAreKnown(t *testing.T) {
	const environment = `"environment": [{"name": "PORT", "value": "1"}], `
	for command, want := range map[string]string{
		`"command": ["x", "$PORT"]`:                       "known",
		`"command": ["x", "a${PORT}b$(PORT)"]`:            "known",
		`"command": ["x", "$HOST"]`:                       "unknown",
		`"command": ["x", "$PORT:$HOST"]`:                 "unknown",
		`"command": ["x", "$PORT<TAG>"]`:                  "unknown",
		`"command": ["x", "${PORT:-1}"]`:                  "unknown",
		`"image": "shop:$TAG", "command": ["x", "$PORT"]`: "unknown",
		`"memory": ${MEMORY}, "command": ["x", "$PORT"]`:  "unknown",
	} {
		words := containerOf(t, environment+command).Command.Items
		if got := state(words[len(words)-1]); got != want {
			t.Errorf("%s: %s, want %s", command, got, want)
		}
	}
	if words := containerOf(t, `"command": ["x", "$PORT"]`).Command.Items; state(words[1]) != "unknown" {
		t.Error("a variable that the container doesn't set is known")
	}
}
