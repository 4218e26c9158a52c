package engine

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/adapt/awsjson"
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/rules"
)

// TestPanickingRule runs a rule that breaks between two that don't.
func TestPanickingRule(t *testing.T) {
	file := source.NewFile("web.json", "/web.json", []byte(`{"family": "web", "containerDefinitions": [{"name": "a"}]}`))
	object := awsjson.Read(file).Objects[0]
	project := ecs.NewProject([]*ecs.Object{object})
	e := &run{Options: Options{Rules: map[string]bool{"sound": true, "broken": true, "internal-error": true}}}
	v := &verdict{}
	speak := func(p *analysis.Pass) { p.Reportf(p.TaskDefinition().Family, "seen") }
	for _, a := range []*analysis.Analyzer{
		{Rule: &rules.Rule{Name: "sound", Severity: rules.Warning}, Run: speak},
		{Rule: &rules.Rule{Name: "broken", Severity: rules.Warning}, Run: func(p *analysis.Pass) {
			speak(p)
			var none []int
			_ = none[3]
		}},
		{Rule: &rules.Rule{Name: "sound", Severity: rules.Warning}, Run: speak},
	} {
		e.runAnalyzer(v, a, &analysis.Pass{Object: object, Project: project}, object.Label())
	}

	var got []string
	for _, d := range append(v.findings, e.result.Findings...) {
		got = append(got, d.Rule+": "+d.Object+": "+d.Message)
	}
	want := []string{
		"sound: task definition web: seen",
		"sound: task definition web: seen",
		"internal-error: task definition web: rule broken failed on this object: a bug of ecslint, please report it",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if len(e.result.Failures) != 1 || !strings.HasPrefix(e.result.Failures[0].Err.Error(), "rule broken failed: runtime error: index out of range") {
		t.Errorf("failures: %v", e.result.Failures)
	}
}

// TestPanickingReader breaks while a file is read; its objects are given up.
func TestPanickingReader(t *testing.T) {
	e := &run{Options: Options{Rules: map[string]bool{"internal-error": true}}}
	u := &unit{candidate: candidate{name: "web.json"}, file: source.NewFile("web.json", "/web.json", []byte("{}"))}
	u.result.Objects = []*ecs.Object{{}}
	func() {
		defer e.surviveFile(u)
		panic("the reader broke")
	}()
	if len(u.result.Objects) != 0 || len(e.result.Findings) != 1 || len(e.result.Failures) != 1 {
		t.Errorf("%d objects, findings %v, failures %v", len(u.result.Objects), e.result.Findings, e.result.Failures)
	}
}
