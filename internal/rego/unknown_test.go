package rego

import (
	"testing"
	"time"

	"github.com/ecslint/ecslint/internal/ecs"
)

// Each policy fires on its object as far as the engine is concerned; want tells whether it may.
func TestUnknownsDecide(t *testing.T) {
	const (
		none     = ""
		noUser   = `report contains finding.at(input.containerDefinitions[0], "user", "no user") if not input.containerDefinitions[0].user`
		noCount  = `report contains finding.at(input, "containerDefinitions", "one") if count(input.containerDefinitions) == 1`
		noHealth = `report contains finding.at(input.containerDefinitions[0], "healthCheck", "slow") if not input.containerDefinitions[0].healthCheck.interval`
		onFamily = `report contains finding.at(input, "family", "no role") if not input.taskRoleArn`
	)
	withEvidence := `report contains finding.reads(finding.at(input, "family", "no role"), [[input, "taskRoleArn"]]) if not input.taskRoleArn`
	for _, test := range []struct{ name, policy, text, found, undecided string }{
		{"absent", noUser, `{"containerDefinitions": [{"name": "a"}]}`, "containerDefinitions[a].user", none},
		{"unknown place", noUser, `{"containerDefinitions": [{"name": "a", "user": "$USER"}]}`, none, "containerDefinitions[a].user"},
		{"missing value", noUser, `{"containerDefinitions": [{"name": "a", "user": }]}`, none, "containerDefinitions[a].user"},
		{"null is absent", noUser, `{"containerDefinitions": [{"name": "a", "user": null}]}`, "containerDefinitions[a].user", none},
		{"incomplete object", noUser, `{"containerDefinitions": [{"name": "a", {{ more }} }]}`, none, "containerDefinitions[a].user"},
		{"complete list", noCount, `{"containerDefinitions": [{"name": "a"}]}`, "containerDefinitions", none},
		{"incomplete list", noCount, `{"containerDefinitions": [{"name": "a"}, $MORE]}`, none, "containerDefinitions"},
		{"unknown beneath", noHealth, `{"containerDefinitions": [{"name": "a", "healthCheck": {"interval": $I}}]}`, none, "containerDefinitions[a].healthCheck"},
		{"under an unknown", noHealth, `{"containerDefinitions": [{"name": "a", "healthCheck": $H}]}`, none, "containerDefinitions[a].healthCheck"},
		{"evidence known", withEvidence, `{"family": "f"}`, "family", none},
		{"evidence unknown", withEvidence, `{"family": "f", "taskRoleArn": "$ROLE"}`, none, "family"},
		{"unknown elsewhere", withEvidence, `{"family": "f", "cpu": "$CPU"}`, "family", none},
		{"forgotten evidence is caught by the marker", onFamily, `{"family": "f", "taskRoleArn": "$ROLE"}`, none, "family"},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := hostOf(t, time.Minute, map[string]string{"x": test.policy})
			findings, places, err := h.Evaluate(t.Context(), taskDefinition(test.text), Links{}, all, Encoded{})
			if err != nil {
				t.Fatal(err)
			}
			var found, undecided string
			for _, d := range findings {
				found += d.At
			}
			for _, p := range places {
				undecided += p.At()
			}
			if found != test.found || undecided != test.undecided {
				t.Errorf("found %q, undecided %q", found, undecided)
			}
		})
	}
}

func TestBuiltinErrorInTheMarkerWorldLosesNothing(t *testing.T) {
	h := hostOf(t, time.Minute, map[string]string{"x": `report contains finding.at(container, "image", "nginx") if {
	some container in input.containerDefinitions
	startswith(container.image, "nginx")
	to_number(container.user) == 0
}`})
	found, undecided := evaluate(t, h, taskDefinition(`{"containerDefinitions": [
  {"name": "a", "image": "$IMAGE", "user": "0"},
  {"name": "b", "image": "nginx:1", "user": "0"},
  {"name": "c", "image": "nginx:1", "user": "$USER"}
]}`), Links{})
	if found != "warning containerDefinitions[b].image \"nginx:1\": container \"b\": nginx [x]\n" || undecided != "" {
		t.Errorf("found:\n%sundecided:\n%s", found, undecided)
	}
}

func TestLinks(t *testing.T) {
	h := hostOf(t, time.Minute, map[string]string{
		"no-role": `report contains finding.at(input._links.taskDefinition, "taskRoleArn", "no role") if not input._links.taskDefinition.taskRoleArn`,
		"unused":  `report contains finding.reads(finding.at(input, "family", "unused"), [[input, "_links.services"]]) if count(object.get(input._links, "services", [])) == 0`,
		"many": `report contains finding.at(service, "desiredCount", "many") if {
	some service in input._links.services
	service.desiredCount > 10
}`,
	})
	task := taskDefinition(`{"family": "f"}`)
	if found, undecided := evaluate(t, h, task, Links{}); found != "" || undecided != "family\n" {
		t.Errorf("unknown links: found:\n%sundecided:\n%s", found, undecided)
	}
	many := service(`{"serviceName": "s", "desiredCount": "12"}`)
	found, _ := evaluate(t, h, task, Links{TaskDefinition: task, Services: []*ecs.Object{many}})
	const want = "warning taskRoleArn \"f\": no role [no-role]\nwarning desiredCount \"12\": many [many]\n"
	if found != want {
		t.Errorf("found:\n%s", found)
	}
}

func TestInput(t *testing.T) {
	input, unknowns := subject{object: taskDefinition(`{
  "family": "f", "cpu": 256, "memory": "", "volumes": [], "cpu": 512,
  "containerDefinitions": [{
    "name": "web", "cpu": "10", "privileged": "True", "essential": false, "command": ["a", "", null],
    "dockerLabels": {"com.x": true}, "logConfiguration": {"logDriver": "$D", "options": {"a": "$X", "b": "y"}}
  }, $MORE]
}`)}.encode(encoder{world: markers, encoded: Encoded{}}, true)
	const want = `{"_at": "", "_links": {` +
		`"services": {"_at": "_links.services", "_unknown": true}, "taskDefinition": {"_at": "_links.taskDefinition", "_unknown": true}}, ` +
		`"_source": {"file": "task.json", "format": "json", "operation": "RegisterTaskDefinition"}, "containerDefinitions": [{"_at": "containerDefinitions[web]", ` +
		`"command": ["a", "", null], "cpu": 10, "dockerLabels": {"com.x": "true"}, "essential": false, ` +
		`"logConfiguration": {"_at": "containerDefinitions[web].logConfiguration", ` +
		`"logDriver": {"_at": "containerDefinitions[web].logConfiguration.logDriver", "_unknown": true}, ` +
		`"options": {"a": {"_at": "containerDefinitions[web].logConfiguration.options", "_unknown": true}, "b": "y"}}, ` +
		`"name": "web", "privileged": true}, {"_at": "containerDefinitions", "_unknown": true}], "cpu": "512", "family": "f"}`
	if got := input.String(); got != want || !unknowns {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
