package fleet_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/syntax/syntaxtest"
)

var answers = []string{
	`{"containerInstances": [{"containerInstanceArn": "arn:aws:ecs:eu-west-1:1:container-instance/prod/a", "status": "ACTIVE", "agentConnected": true,
  "registeredResources": [{"name": "CPU", "integerValue": 2048}, {"name": "MEMORY", "integerValue": 7680}, {"name": "PORTS", "stringSetValue": ["22"]}],
  "remainingResources": [{"name": "CPU", "integerValue": 1024}, {"name": "MEMORY", "integerValue": 680}, {"name": "PORTS", "stringSetValue": ["22", "80"]}],
  "attributes": [{"name": "ecs.instance-type", "value": "m5.large"}, {"name": "stack", "value": "prod"}]}]}`,
	`{"tasks": [{"containerInstanceArn": "arn:aws:ecs:eu-west-1:1:container-instance/prod/a", "group": "service:web", "cpu": "1024", "memory": "2048", "attachments": [{"type": "ElasticNetworkInterface"}]}]}`,
	`{"data": {"capacityProviders": [{"name": "spot", "autoScalingGroupProvider": {"managedScaling": {"status": "ENABLED", "targetCapacity": 90}}}]}}`,
	`{"services": [{"clusterArn": "arn:aws:ecs:eu-west-1:1:cluster/prod", "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["subnet-a"]}}}]}`,
}

// draftOf is the file that a fleet makes of answers.
func draftOf(t *testing.T, texts ...string) string {
	t.Helper()
	var d fleet.Described
	for _, text := range texts {
		d.Add([]byte(text))
	}
	draft := &fleet.Draft{}
	d.To(draft)
	out, err := draft.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestWhatIsWrittenIsAFleet(t *testing.T) {
	text := draftOf(t, answers...)
	f, problems := of(text)
	if len(problems) > 0 || f.Cluster != "prod" || len(f.Groups) != 1 || len(f.Subnets) != 1 {
		t.Fatalf("%v of\n%s", problems, text)
	}
	running := f.Groups[0].Running
	if len(running) != 2 || running[0].Group != "service:web" || running[0].Memory != 2048 || running[0].ENIs != 1 ||
		running[1].Memory != 7000-2048 || len(running[1].TCP) != 1 || running[1].TCP[0] != 80 {
		t.Errorf("%+v", running)
	}
	if got := f.Groups[0]; got.Attributes["stack"] != "prod" || !got.Closed || got.Least.Memory != 7680 {
		t.Errorf("%+v", got)
	}
}

// TestAnswersOfTheCorpus reads recorded answers of AWS, where they are beside the project.
func TestAnswersOfTheCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/corpus/visible/g-describe/*.json")
	if len(files) == 0 {
		t.Skip("no recorded answers beside the project")
	}
	used, instances := 0, 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var d fleet.Described
		if d.Add(text) {
			used++
		}
		written := draftOf(t, string(text))
		if _, problems := of(written); len(problems) > 0 {
			t.Errorf("%s: %s", filepath.Base(file), problems[0].Message)
		}
		instances += strings.Count(written, "instanceType:")
	}
	t.Logf("%d files, %d tell of a fleet, %d kinds of instances", len(files), used, instances)
}

func checkAnswer(t *testing.T, text string) { of(draftOf(t, text)) }

func TestMutatedAnswers(t *testing.T) {
	syntaxtest.Mutations(t, answers, []string{"-1", "null", "{", "}", "[", "]", `"`, ":", ",", "9999999999999999999", "\xff", "x"}, checkAnswer)
}

func FuzzDescribed(f *testing.F) {
	for _, a := range answers {
		f.Add(a)
	}
	f.Fuzz(checkAnswer)
}
