package ruletest

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/engine"
	"github.com/ecslint/ecslint/internal/syntax"
)

// TestRulesHoldInTemplates writes the JSON of each case as a template, in YAML and in JSON: the rule says there what
// it says of the JSON, at the same places, in the template's words.
func TestRulesHoldInTemplates(t *testing.T) {
	cases, findings := 0, 0
	stale := maps.Clone(otherInTemplates)
	all := templateCases(t)
	for _, c := range all {
		t.Run(c.name, func(t *testing.T) {
			cases++
			want := said(engineFindings(t, c.dir, c.rule))
			for _, file := range c.files() {
				found := engineFindings(t, writeFolder(t, []txtar.File{file}), c.rule)
				findings += len(found)
				for _, d := range found {
					checkWords(t, file.Data, d)
				}
				diff := cmp.Diff(want, said(found))
				if _, excepted := otherInTemplates[c.name]; excepted {
					if diff != "" {
						delete(stale, c.name)
					}
				} else if diff != "" {
					t.Errorf("%s: -JSON +template\n%s\n%s", file.Name, diff, file.Data)
				}
			}
		})
	}
	for name, why := range stale {
		if cases < len(all) {
			break // only some were asked for
		}
		t.Errorf("%s is the same in a template, but is listed: %s", name, why)
	}
	t.Logf("%d cases, %d findings in templates", cases, findings)
}

// templateCase is a case of a rule whose objects can stand in a template.
type templateCase struct {
	name, rule, dir string
	objects         []*ecs.Object
	template        *written
}

func (c templateCase) files() []txtar.File {
	return []txtar.File{
		{Name: "template.yaml", Data: []byte(strings.TrimPrefix(c.template.yaml(""), "\n"))},
		{Name: "template.json", Data: []byte(c.template.json(""))},
	}
}

// templateCases are the cases that are JSON alone.
func templateCases(t *testing.T) []templateCase {
	t.Helper()
	var cases []templateCase
	for _, f := range casesAsFolders(t, "") {
		name := strings.Replace(f.name, ".txtar", "", 1)
		rule, _, _ := strings.Cut(name, "/")
		if objects := inTemplate(inputOf(t, name, f.path)); objects != nil {
			cases = append(cases, templateCase{name, rule, f.path, objects, templateTree(objects)})
		}
	}
	return cases
}

// inTemplate are the objects of a case; nil where one of them has no resource: a call, an update, saved output.
func inTemplate(in input) []*ecs.Object {
	for _, o := range in.objects {
		if o.Format != "json" || o.Output || resourceOf[o.Operation] == "" || o.Root.Kind != syntax.Object {
			return nil
		}
	}
	return in.objects
}

func engineFindings(t *testing.T, dir, rule string) []diag.Diagnostic {
	t.Helper()
	on := map[string]bool{rule: true}
	r := engine.Run(t.Context(), engine.Options{Dir: dir, Paths: []string{"."}, Rules: on, Today: today})
	for _, f := range r.Failures {
		t.Errorf("%s: %v", f.Name, f.Err)
	}
	return r.Findings
}

// said tells where findings are made, and how severe they are.
func said(findings []diag.Diagnostic) []string {
	said := []string{}
	for _, d := range findings {
		said = append(said, fmt.Sprintf("%s at %s", d.Severity, d.At))
	}
	slices.Sort(said)
	return said
}

var namesInWords = regexp.MustCompile(`"[a-z][A-Za-z0-9]*"|\b[a-z]+[A-Z][A-Za-z0-9]*\b`)

// checkWords finds names of the API in what is said of a template, which has names of its own. What AWS sends, and what the
// template itself has, is as it is.
func checkWords(t *testing.T, template []byte, d diag.Diagnostic) {
	t.Helper()
	texts := []string{d.Message, d.Help}
	for _, r := range d.Related {
		texts = append(texts, r.Message)
	}
	for _, f := range d.Fixes {
		texts = append(texts, f.Message)
	}
	for _, n := range d.Notes {
		if !strings.HasPrefix(n, "AWS ") && !strings.HasPrefix(n, "The AWS CLI ") {
			texts = append(texts, n)
		}
	}
	for _, text := range texts {
		for _, name := range namesInWords.FindAllString(text, -1) {
			name = strings.Trim(name, `"`)
			if isMember(name) && !regexp.MustCompile(`\b`+name+`\b`).Match(template) {
				t.Errorf("%s names %s as the API does: %s", d.Rule, name, text)
			}
		}
	}
}

func isMember(name string) bool {
	for _, operation := range slices.Sorted(maps.Keys(resourceOf)) {
		if shapeHas(operation, name, map[string]bool{}) {
			return true
		}
	}
	return false
}

func shapeHas(shape, name string, seen map[string]bool) bool {
	s, ok := ecs.ShapeOf(shape)
	if !ok || seen[shape] {
		return false
	}
	seen[shape] = true
	return slices.ContainsFunc(s.Members, func(m ecs.MemberShape) bool { return m.Name == name || shapeHas(m.Target, name, seen) })
}

const (
	sentAsItIs   = "a template is what CloudFormation gets: nobody adds or drops keys"
	inOtherCase  = "the reader of templates takes a key in another case for what it is, and says that it is wrong"
	isConverted  = "CloudFormation converts numbers, truth values and texts into each other"
	oneTemplate  = "the files of the case are variants of one setup; a template is one setup"
	noneSkeleton = "skeletons and dumps write 0 for what isn't set; templates are neither"
)

// otherInTemplates are the cases of which a template must say something else, and why.
var otherInTemplates = map[string]string{
	"family-registered-twice/good-variants":                      oneTemplate,
	"load-balancer-without-container/good-may-be-completed":      sentAsItIs,
	"service-without-task-definition/good-file":                  sentAsItIs,
	"missing-key/good-gap-to-fill":                               sentAsItIs,
	"out-of-range/good-zero-for-unset":                           noneSkeleton,
	"shared-host-port/good-other-files":                          oneTemplate,
	"unknown-key/bad-another-key-of-the-api":                     sentAsItIs,
	"unknown-key/bad-few-keys":                                   sentAsItIs,
	"unknown-key/bad-instead-of-required-key":                    inOtherCase,
	"unknown-key/bad-instead-of-required-key-with-a-placeholder": inOtherCase,
	"unknown-key/bad-misspelled":                                 inOtherCase,
	"unknown-key/bad-no-such-key":                                sentAsItIs,
	"unknown-key/good-comments":                                  sentAsItIs,
	"wrong-type/bad-boolean":                                     isConverted,
	"wrong-type/bad-list":                                        isConverted,
	"wrong-type/bad-number":                                      isConverted,
}
