package main

import (
	"bytes"
	"os"
	"testing"
)

func loadModel(t *testing.T) *model {
	t.Helper()
	m, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestGeneratedFilesAreCurrent(t *testing.T) {
	for range 2 { // maps are read in another order the second time
		files, err := render(loadModel(t))
		if err != nil {
			t.Fatal(err)
		}
		for path, content := range files {
			committed, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(committed, content) {
				t.Errorf("%s is not what the generator writes: run go generate ./internal/ecs", path)
			}
		}
	}
}

func TestKebab(t *testing.T) {
	for name, want := range map[string]string{
		"RegisterTaskDefinition": "register-task-definition",
		"enableECSManagedTags":   "enable-ecs-managed-tags",
		"taskRoleArn":            "task-role-arn",
		"capacityProviderArns":   "capacity-provider-arns",
		"resourceARNs":           "resource-arns",
		"hookARN":                "hook-arn",
		"s3Key":                  "s3-key",
		"cpu":                    "cpu",
	} {
		if got := kebab(name); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

func TestRefuses(t *testing.T) {
	loop := &model{structures: map[string]*structure{
		"A": {name: "A", fields: []field{{valueType: valueType{kind: kindStructure, target: "B", list: true}, wire: "b"}}},
		"B": {name: "B", fields: []field{{valueType: valueType{kind: kindStructure, target: "A"}, wire: "a"}}},
	}}
	if loop.checkFinite("A") == nil {
		t.Error("a structure that holds itself is accepted")
	}
	clash := &model{structures: map[string]*structure{
		"A": {name: "A", fields: []field{{valueType: valueType{kind: kindString}, wire: "x"}}},
		"B": {name: "B", fields: []field{{valueType: valueType{kind: kindInteger}, wire: "x"}}},
	}}
	if _, err := clash.union("AB", "A", "B"); err == nil {
		t.Error("a member of two types is accepted")
	}
}

func TestOverlayRefuses(t *testing.T) {
	m := loadModel(t)
	for name, change := range map[string]func(o *overlay){
		"a member that the API doesn't have":  func(o *overlay) { o.Bounds[0].At = []string{"PortMapping.port"} },
		"a bound beside $ref":                 func(o *overlay) { o.Bounds[0].At = []string{"ContainerDefinition.healthCheck"} },
		"a member elsewhere that isn't there": func(o *overlay) { o.Elsewhere[0].At = []string{"Nothing.here"} },
	} {
		o, err := readOverlay()
		if err != nil {
			t.Fatal(err)
		}
		change(o)
		if _, err := renderWith(m, o, nil); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	for name, o := range map[string]overlay{
		"a bound without a source":  {Bounds: []bounds{{At: []string{"PortMapping.hostPort"}, Severity: "error"}}},
		"a bound without severity":  {Bounds: []bounds{{At: []string{"PortMapping.hostPort"}, Source: "x"}}},
		"a pattern without words":   {Bounds: []bounds{{At: []string{"Tag.key"}, Severity: "error", Source: "x", keywords: keywords{Pattern: "a"}}}},
		"a member with two entries": {Bounds: []bounds{{At: []string{"Tag.key", "Tag.key"}, Severity: "error", Source: "x"}}},
	} {
		if o.check() == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}
