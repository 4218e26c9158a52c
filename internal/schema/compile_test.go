package schema

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/schemas"
)

// handled are the keywords that Check turns into findings, and those that assert nothing. One that stood for a branch,
// such as anyOf, would have to be dropped as a whole where it fails by an unknown.
var handled = []string{
	"$schema", "$id", "$comment", "title", "description", "definitions", "properties", "items", "$ref",
	"type", "enum", "required", "additionalProperties", "minimum", "maximum", "multipleOf", "minLength", "maxLength", "pattern", "maxItems",
}

func TestSchemasUseOnlyWhatIsHandled(t *testing.T) {
	files, _ := schemas.Files.ReadDir(".")
	checked := 0
	for _, f := range files {
		if !isInput(f.Name()) {
			continue
		}
		checked++
		text, err := schemas.Files.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		var s map[string]any
		if err := json.Unmarshal(text, &s); err != nil {
			t.Fatal(err)
		}
		checkKeywords(t, f.Name(), s)
	}
	if checked == 0 {
		t.Error("no schemas")
	}
}

// isInput reports the schema of an input.
func isInput(file string) bool {
	subcommand := strings.TrimSuffix(file, ".json")
	return file == "appspec.json" || file == "fleet.json" || slices.ContainsFunc(schemas.Models(), func(m schemas.Model) bool {
		_, ok := ecs.OperationOf(m.Command, subcommand)
		return ok
	})
}

func checkKeywords(t *testing.T, at string, s map[string]any) {
	for keyword, v := range s {
		if !slices.Contains(handled, keyword) {
			t.Errorf("%s: keyword %s", at, keyword)
		}
		below, isObject := v.(map[string]any)
		switch {
		case !isObject:
		case keyword == "properties" || keyword == "definitions":
			for name, member := range below {
				checkKeywords(t, at+"/"+name, member.(map[string]any))
			}
		default:
			checkKeywords(t, at+"/"+keyword, below)
		}
	}
	if s["$ref"] != nil && len(s) > 1 {
		t.Errorf("%s: draft-07 reads nothing beside $ref", at)
	}
}

func TestOverlayIsRead(t *testing.T) {
	bounds, err := overlay()
	if err != nil || len(bounds) == 0 {
		t.Fatalf("%d bounds, %v", len(bounds), err)
	}
	for _, b := range bounds {
		if b.Severity == 0 || len(b.At) == 0 {
			t.Errorf("%+v", b)
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	for _, operation := range []string{"RegisterTaskDefinition", "CreateService", "RunTask"} {
		b.Run(operation, func(b *testing.B) {
			for b.Loop() {
				if s, err := compile(operation); s == nil || err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
