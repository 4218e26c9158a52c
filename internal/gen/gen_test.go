package main

import (
	"bytes"
	"os"
	"strings"
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
	if err := clash.add(&structure{name: "A"}); err == nil {
		t.Error("two structures of one name are accepted")
	}
	d := newDeclarations()
	d.writes("A", "right")
	if d.checkWire("A", &structure{fields: []field{{wire: "wrong"}}}) == nil {
		t.Error("a field that isn't written is accepted")
	}
}

// Of a member whose structure has more in one operation than in another the wider one counts.
func TestUnionOfStructures(t *testing.T) {
	create, update := valueType{kind: kindStructure, target: "Create"}, valueType{kind: kindStructure, target: "Update"}
	text := field{valueType: valueType{kind: kindString}, wire: "name"}
	m := &model{structures: map[string]*structure{
		"Create": {fields: []field{text, {valueType: valueType{kind: kindString}, wire: "arn"}}},
		"Update": {fields: []field{text}},
		"A":      {fields: []field{{valueType: update, wire: "provider"}}},
		"B":      {fields: []field{{valueType: create, wire: "provider"}}},
	}}
	for _, order := range [][]string{{"A", "B"}, {"B", "A"}} {
		s, err := m.union("AB", order...)
		if err != nil || s.fields[0].valueType != create {
			t.Errorf("%v: %+v, %v", order, s, err)
		}
	}
}

func TestServices(t *testing.T) {
	m := loadModel(t)
	for _, s := range services {
		if m.releases[s.module].version == "" || m.releases[s.module].date == "" {
			t.Errorf("%s: no version", s.module)
		}
		for _, name := range s.operations {
			if o, ok := m.operationNamed(name); !ok || o.service != s {
				t.Errorf("%s: not read", name)
			}
		}
	}
	for name, want := range map[string]string{ // as AWS writes them: the services differ
		"EventsNetworkConfiguration":          "awsvpcConfiguration",
		"SchedulerNetworkConfiguration":       "awsvpcConfiguration",
		"SchedulerPlacementConstraint":        "expression type",
		"EventsCapacityProviderStrategyItem":  "base capacityProvider weight",
		"AppScalingScalableTargetAction":      "MaxCapacity MinCapacity",
		"ECREncryptionConfiguration":          "encryptionType kmsKey",
		"EphemeralStorage":                    "sizeInGiB",
		"SchedulerFlexibleTimeWindow":         "MaximumWindowInMinutes Mode",
		"PutRuleInput":                        "Description EventBusName EventPattern Name RoleArn ScheduleExpression State Tags",
		"AppSpecCapacityProviderStrategyItem": "Base CapacityProvider Weight",
		"AppScalingTargetTrackingMetricStat":  "Metric Stat Unit",
	} {
		var got []string
		for _, f := range m.structures[name].fields {
			got = append(got, f.wire)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", name, got, want)
		}
	}
	if m.structures["EventsAwsVpcConfiguration"].fields[0].target != "EventsAssignPublicIp" {
		t.Error("an enum of EventBridge is named as that of ECS")
	}
	if m.structures["DeleteRuleInput"] != nil || m.structures["EventsPutEventsRequestEntry"] != nil {
		t.Error("more is read than is meant to")
	}
}

func TestOverlayRefuses(t *testing.T) {
	m := loadModel(t)
	for name, change := range map[string]func(o *overlay){
		"a member that the API doesn't have":  func(o *overlay) { o.Bounds[0].At = []string{"PortMapping.port"} },
		"a bound beside $ref":                 func(o *overlay) { o.Bounds[0].At = []string{"ContainerDefinition.healthCheck"} },
		"a bound of what has no type":         func(o *overlay) { o.Bounds[0].At = []string{"AppSpecLoadBalancerInfo.ContainerPort"} },
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
