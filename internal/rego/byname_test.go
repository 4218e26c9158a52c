package rego

import (
	"strings"
	"testing"
	"time"

	"github.com/ecslint/ecslint/internal/ecs"
)

// TestHoldsOnlyByNames: whether a finding holds, where two containers differ in a member that the policy doesn't name, is
// certain only of a policy that reads members by their names.
func TestHoldsOnlyByNames(t *testing.T) {
	const text = `{"family": "f", "placementConstraints": [{"type": "cpu"}], "containerDefinitions": [{"name": "a", "image": "x", "cpu": 10}, {"name": "b", "image": "x", "cpu": 10}]}`
	for condition, holds := range map[string]bool{
		`input.family == "f"`: true,
		`some container in input.containerDefinitions; container.image == "x"`:                                        true,
		`some i; input.containerDefinitions[i].image == "x"`:                                                          true,
		`every container in input.containerDefinitions { startswith(container.image, "x") }`:                          true,
		`count(input.containerDefinitions) == 2`:                                                                      true,
		`count({c.image | some c in input.containerDefinitions}) == 1`:                                                true,
		`object.get(input.containerDefinitions[0], "image", "") in {"x", "y"}`:                                        true,
		`input.containerDefinitions[0].image == input.containerDefinitions[1].image`:                                  true,
		`image(input.containerDefinitions[0]) == image(input.containerDefinitions[1])`:                                true,
		`some pattern in patterns; regex.match(pattern, input.containerDefinitions[0].image)`:                         true,
		`input.containerDefinitions[0].image in {"x", "y"}`:                                                           true,
		`image(input.containerDefinitions[0]) in ["x", "y"]`:                                                          true,
		`input.containerDefinitions[0] in [{"_at": "containerDefinitions[a]", "name": "a", "image": "x", "cpu": 10}]`: false,
		`input.containerDefinitions[0] == {"_at": "containerDefinitions[a]", "name": "a", "image": "x", "cpu": 10}`:   false,
		`input.containerDefinitions[0] in {{"_at": "containerDefinitions[a]", "name": "a", "image": "x", "cpu": 10}}`: false,
		`container := input.containerDefinitions[0]; container[input.placementConstraints[0].type] == 10`:             false,
		`object.get(input.containerDefinitions[0], input.placementConstraints[0].type, 0) == 10`:                      false,
		`walk(input, [_, 10])`:                                                                         false,
		`some key; input.containerDefinitions[0][key] == 10`:                                           false,
		`some member in input.containerDefinitions[0]; member == 10`:                                   false,
		`every member in input.containerDefinitions[0] { member != 11 }`:                               false,
		`10 in input.containerDefinitions[0]`:                                                          false,
		`container := input.containerDefinitions[0]; container[concat("", ["c", "pu"])] == 10`:         false,
		`object.get(input.containerDefinitions[0], concat("", ["c", "pu"]), 0) == 10`:                  false,
		`count(object.keys(input.containerDefinitions[0])) == 4`:                                       false,
		`count(input.containerDefinitions[0]) == 4`:                                                    false,
		`container := input.containerDefinitions[0]; count(container) == 4`:                            false,
		`contains(json.marshal(input.containerDefinitions[0]), "10")`:                                  false,
		`contains(sprintf("%v", [input.containerDefinitions[0]]), "10")`:                               false,
		`contains(sprintf("%v", [whole(input.containerDefinitions[0])]), "10")`:                        false,
		`input.containerDefinitions[0] != input.containerDefinitions[1]`:                               false,
		`whole(input.containerDefinitions[0]) != whole(input.containerDefinitions[1])`:                 false,
		`some one in input.containerDefinitions; one in input.containerDefinitions`:                    false,
		`count({c | some c in input.containerDefinitions}) == 2`:                                       false,
		`count(set_of_containers) == 2`:                                                                false,
		`container := input.containerDefinitions[0] with input.family as "g"; container.cpu == 10`:     false,
		`data.ecslint.taskdefinition.x.whole(input.containerDefinitions[0]).cpu == 10`:                 false,
		`object.union(input.containerDefinitions[0], {"x": 1}) != input.containerDefinitions[1]`:       false,
		`{input.containerDefinitions[0]} != {input.containerDefinitions[1]}`:                           false,
		`[input.containerDefinitions[0]] != [input.containerDefinitions[1]]`:                           false,
		`{"c": input.containerDefinitions[0]} != {"c": input.containerDefinitions[1]}`:                 false,
		`object.get(input, "containerDefinitions", 0) == object.get(input, "containerDefinitions", 1)`: false,
	} {
		policy := `report contains finding.at(input, "family", "f") if {` + "\n\t" + strings.ReplaceAll(condition, "; ", "\n\t") + "\n}\n"
		for name, rule := range map[string]string{
			"whole(":            "whole(x) := x\n",
			"image(":            "image(x) := x.image\n",
			"patterns":          "patterns := [\"x\", \"y\"]\n",
			"set_of_containers": "set_of_containers contains c if some c in input.containerDefinitions\n",
		} {
			if strings.Contains(condition, name) {
				policy += "\n" + rule
			}
		}
		h := hostOf(t, time.Minute, map[string]string{"x": policy})
		before, after := taskDefinition(text), taskDefinition(text)
		after.Root = before.Root.Clone()
		blank(after.Root.Get("containerDefinitions").Items[0].Get("cpu"))
		findings, _, err := h.Evaluate(t.Context(), before, Links{}, all, Encoded{})
		if err != nil || len(findings) != 1 {
			t.Errorf("%s: %d findings, %v", condition, len(findings), err)
		}
		for _, d := range findings {
			if got := h.Holds(d, before, after); got != holds {
				t.Errorf("%s: holds %t", condition, got)
			}
		}
	}
}

// TestPoliciesReadByName: no policy of ours costs an evaluation more than it has to.
func TestPoliciesReadByName(t *testing.T) {
	h := New(all)
	for _, rule := range Metadata() {
		p, err := h.programs[ecs.Type(rule.Subject)]()
		if err != nil {
			t.Fatal(err)
		}
		if p.named[packageName(rule.Name)] == nil {
			t.Errorf("%s may read more than what it names", rule.Name)
		}
	}
}
