package cli_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/cli"
)

// TestRequiredAttributesOfTheCorpus puts task definitions that AWS gave back on an instance that has just the attributes which AWS says they
// require: nothing else may be missed. It needs answers of AWS beside the project.
func TestRequiredAttributesOfTheCorpus(t *testing.T) {
	var files []string
	for _, kind := range []string{"a-taskdef", "g-describe"} {
		found, _ := filepath.Glob("../../../shared/corpus/visible/" + kind + "/*.json")
		files = append(files, found...)
	}
	compared, missed := 0, 0
	for _, file := range files {
		definition, attributes := registered(t, file)
		if len(attributes) == 0 {
			continue
		}
		dir := t.TempDir()
		writeTo(t, filepath.Join(dir, "task.json"), definition)
		writeTo(t, filepath.Join(dir, "service.json"), []byte(`{"cluster": "prod", "serviceName": "web", "taskDefinition": "web", "desiredCount": 1, "launchType": "EC2"}`))
		writeTo(t, filepath.Join(dir, "fleet.yaml"), fmt.Appendf(nil,
			"cluster: prod\ncontainerInstances: [{instanceType: m5.24xlarge, capabilities: [%s]}]\n", strings.Join(attributes, ", ")))
		var out bytes.Buffer
		cli.Main([]string{"simulate", "."}, cli.IO{Out: &out, Err: &out, In: strings.NewReader(""), Dir: dir})
		if !strings.Contains(out.String(), "container instances: ") {
			continue // left out: something of it isn't known
		}
		compared++
		if strings.Contains(out.String(), "no instance has all attributes") {
			missed++
			t.Logf("%s:\n%s", filepath.Base(file), out.String())
		}
	}
	if compared == 0 {
		t.Skip("no answers of AWS beside the project")
	}
	const edited = 1
	t.Logf("%d task definitions compared", compared)
	if missed > edited {
		t.Errorf("%d of %d miss an attribute", missed, compared)
	}
}

// registered is a task definition of AWS under the family "web", and the attributes that it requires.
func registered(t *testing.T, file string) (definition []byte, attributes []string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var answer map[string]any
	if json.Unmarshal(text, &answer) != nil {
		return nil, nil
	}
	for _, wrapper := range []string{"data", "taskDefinition"} {
		if inner, ok := answer[wrapper].(map[string]any); ok {
			answer = inner
		}
	}
	required, _ := answer["requiresAttributes"].([]any)
	for _, r := range required {
		if name, ok := r.(map[string]any)["name"].(string); ok {
			attributes = append(attributes, name)
		}
	}
	for _, key := range []string{"requiresAttributes", "revision", "taskDefinitionArn", "status", "compatibilities", "registeredAt", "registeredBy"} {
		delete(answer, key)
	}
	answer["family"] = "web"
	definition, err = json.Marshal(answer)
	if err != nil {
		t.Fatal(err)
	}
	return definition, attributes
}
