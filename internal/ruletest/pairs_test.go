package ruletest

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

const (
	pairsFile      = "../../testdata/pairs.txt"
	fixturesFolder = "../../../shared/labels/fixtures"
	noReason       = "?"
)

// TestPairs checks that one cause gives one finding: two rules speak of one node, or of one within the other, only where
// testdata/pairs.txt says why these are two causes.
func TestPairs(t *testing.T) {
	listed := listedPairs(t)
	found := map[string]string{} // a pair, and where it was found first
	for _, f := range casesAsFolders(t, "bad") {
		addPairs(t, found, f.name, filesIn(t, f.path))
	}
	outside := slices.Concat(globbed(t, fixturesFolder), globbed(t, corpusFolder+"/*"))
	for _, path := range outside {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		addPairs(t, found, path, []txtar.File{{Name: filepath.Base(path), Data: data}})
	}
	for _, pair := range slices.Sorted(maps.Keys(found)) {
		if reason, ok := listed[pair]; !ok || reason == noReason {
			t.Errorf("%s: two findings about one place, and pairs.txt doesn't say why: one of them may supersede the other; %s", pair, found[pair])
		}
	}
	for pair := range listed {
		if found[pair] == "" && len(outside) > 0 {
			t.Errorf("%s: no case has the two any more", pair)
		}
	}
	if *update {
		writePairs(t, found, listed)
	}
}

func globbed(t *testing.T, folder string) []string {
	t.Helper()
	paths, _ := filepath.Glob(filepath.Join(folder, "*"))
	if len(paths) == 0 {
		t.Logf("no %s beside the project", folder)
	}
	return paths
}

func filesIn(t *testing.T, dir string) []txtar.File {
	t.Helper()
	var files []txtar.File
	for _, path := range filesBelow(t, dir) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, txtar.File{Name: name, Data: data})
	}
	return files
}

// reported is a finding as the program writes it.
type reported struct {
	Rule, File, Object, At string
	Range                  struct{ Start, End struct{ Line, Column int } }
}

func addPairs(t *testing.T, found map[string]string, name string, files []txtar.File) {
	t.Helper()
	var out struct{ Findings []reported }
	if err := json.Unmarshal([]byte(check(t, files, "--format", "json")), &out); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for i, a := range out.Findings {
		for _, b := range out.Findings[i+1:] {
			if a.Rule != b.Rule && a.touches(b) {
				pair := min(a.Rule, b.Rule) + " + " + max(a.Rule, b.Rule)
				if found[pair] == "" {
					found[pair] = fmt.Sprintf("%s: %s and %s", name, a.At, b.At)
				}
			}
		}
	}
}

func (r reported) touches(other reported) bool {
	if r.File != other.File || r.Object != other.Object {
		return false
	}
	return r.Range == other.Range || isWithin(r.At, other.At) || isWithin(other.At, r.At)
}

// isWithin reports a place within another; the object itself holds all.
func isWithin(outer, inner string) bool {
	rest, ok := strings.CutPrefix(inner, outer)
	return ok && outer != "" && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

func listedPairs(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile(pairsFile)
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if pair, reason, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && !strings.HasPrefix(line, "#") {
			listed[pair] = reason
		}
	}
	return listed
}

const pairsHead = `# Pairs of rules whose findings stand on one node, or one within the other, in the cases of the rules and in what lies beside the
# project, and why they are two causes. "go test ./internal/ruletest -run TestPairs -update" adds new ones with a "?".

`

func writePairs(t *testing.T, found, listed map[string]string) {
	t.Helper()
	var b strings.Builder
	b.WriteString(pairsHead)
	all := maps.Clone(listed)
	for pair := range found {
		if all[pair] == "" {
			all[pair] = noReason
		}
	}
	for _, pair := range slices.Sorted(maps.Keys(all)) {
		fmt.Fprintf(&b, "%s: %s\n", pair, all[pair])
	}
	write(t, pairsFile, []byte(b.String()))
}

// TestOneCause shows what goes with what: of each setup these are all errors and warnings.
func TestOneCause(t *testing.T) {
	const service = `{"serviceName": "shop", "taskDefinition": "shop", "desiredCount": 1, `
	const network = `"networkConfiguration": {"awsvpcConfiguration": {"subnets": ["subnet-0a1b2c3d4e5f60718"]}}`
	for name, test := range map[string]struct {
		service, taskDefinition string
		want                    []string
	}{
		"the reason, elsewhere": {
			service + `"launchType": "FARGATE", ` + network + `}`,
			`{"family": "shop", "networkMode": "bridge", "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "web", "image": "shop:1.4.2", "logConfiguration": {"logDriver": "awsfirelens"}, "firelensConfiguration": {"type": "fluentbit"}}]}`,
			[]string{"firelens-logs-to-itself", "incompatible-launch-type"},
		},
		"what has no place there": {
			service + `"launchType": "EC2", "platformVersion": "1.3.0"}`, "", []string{"platform-version-on-ec2"},
		},
		"what is within it": {
			service + `"launchType": "FARGATE", ` + network + `, "placementConstraints": [{"type": "memberOf", "expression": "attributes:a == b"}]}`, "",
			[]string{"placement-on-fargate"},
		},
		"what is more severe stays": {
			service + `"deploymentController": {"type": "CODE_DEPLOY"}, "loadBalancers": [{"targetGroupArn": "a", "containerName": "web", "containerPort": 80}], "deploymentConfiguration": {"deploymentCircuitBreaker": {"enable": true}}}`, "",
			[]string{"deployment-option-of-another-controller", "missing-key"},
		},
		"two of a kind: one stays": {
			service + `"schedulingStrategy": "DAEMON", "launchType": "FARGATE", ` + network + `, "placementStrategy": [{"type": "random", "field": "memory"}]}`, "",
			[]string{"daemon-desired-count", "daemon-on-fargate", "daemon-placement-strategy"},
		},
	} {
		files := []txtar.File{{Name: "service.json", Data: []byte(test.service)}}
		if test.taskDefinition != "" {
			files = append(files, txtar.File{Name: "task-definition.json", Data: []byte(test.taskDefinition)})
		}
		var out struct {
			Findings []struct{ Rule, Severity string }
		}
		if err := json.Unmarshal([]byte(check(t, files, "--format", "json")), &out); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range out.Findings {
			if f.Severity != "info" {
				got = append(got, f.Rule)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}
