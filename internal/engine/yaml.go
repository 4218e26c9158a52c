package engine

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/document"
	"github.com/ecslint/ecslint/internal/adapt/ecspresso"
	"github.com/ecslint/ecslint/internal/adapt/scripts"
	"github.com/ecslint/ecslint/internal/secret"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

var yamlName = regexp.MustCompile(`\.ya?ml(\.(j2|tmpl|tpl|template|dist|example|sample))?$`)

func (l look) isYAML() bool { return yamlName.MatchString(l.base) }

// yamlMarkers are words of which every YAML has one that ecslint reads anything from, or can say what it is.
var yamlMarkers = []string{
	"AWS::", "containerDefinitions", "taskDefinition", "task_definition", "serviceName", "desiredCount", "requiresCompatibilities", "executionRoleArn",
	"logConfiguration", "portMappings", "essential", "AWSTemplateFormatVersion",
}

func mayConcernECS(text string) bool {
	for _, marker := range yamlMarkers {
		if strings.Contains(text, marker) {
			return true
		}
	}
	return scripts.MayHold(text) || document.MayHold(text)
}

const noECS = "YAML without ECS"

// readYAML reads what is named like YAML. JSON under such a name is read as JSON: not all of it is YAML.
func (e *run) readYAML(u *unit) {
	text := u.file.Text()
	switch {
	case u.file.IsBinary():
		u.result.Why = "not text"
	case !mayConcernECS(text.String()) && !document.IsFleetName(u.file.Name):
		u.result.Why = noECS
	case isJSONText(text.String()):
		e.readJSON(u)
		u.problems = nil // of encodings that only JSON can't have
		u.result.Problems = slices.DeleteFunc(u.result.Problems, isFineInYAML)
	default:
		roots, problems := yaml.Parse(text)
		u.result = e.adaptYAML(u, roots)
		u.result.Problems = append(problems, u.result.Problems...)
		if len(roots) == 1 {
			u.result.Tree = roots[0]
			u.readTemplate()
		}
		for _, root := range roots {
			u.mask(root)
		}
		for _, o := range u.result.Objects {
			secret.Mask(o.Root)
		}
		secret.MaskText(text)
		u.keepProblems(e)
	}
}

// jsonStart is how JSON begins, with or without comments. A flow collection of YAML has keys without quotes.
var jsonStart = regexp.MustCompile(`^\s*[{\[]\s*(?:[{\[]\s*|//[^\n]*\n\s*|/\*[^*]*\*/\s*)*["}\]]`)

// isJSONText tells JSON, as it is or half typed, from YAML.
func isJSONText(s string) bool { return jsonStart.MatchString(s) }

// isFineInYAML reports what JSON can't have and YAML can: # comments, a comma before a closing bracket.
func isFineInYAML(p syntax.Problem) bool {
	return p.Rule == json.TrailingComma || p.Rule == json.Comment && strings.HasPrefix(p.Range.File.Slice(p.Range), "#")
}

// adaptYAML takes the objects of all documents: what is in the shape of the API, else what scripts in them do.
func (e *run) adaptYAML(u *unit, roots []*syntax.Node) adapt.Result {
	r := adapt.Result{Why: noECS}
	for _, root := range roots {
		objects, why := document.Objects(u.file, "yaml", root)
		found := adapt.Result{Objects: objects, Why: why}
		config, isConfig := ecspresso.Read(root)
		switch {
		case len(objects) > 0:
		case isConfig:
			found = adapt.Result{Why: config.Why(), Links: u.links(config)}
		case !document.IsTemplate(root):
			if found = scripts.Read(u.file, root, e.loader(u)); found.Why == "" {
				found.Why = why
			}
		}
		r.Objects = append(r.Objects, found.Objects...)
		r.References = append(r.References, found.References...)
		r.Problems = append(r.Problems, found.Problems...)
		r.Links = append(r.Links, found.Links...)
		r.Why = found.Why
	}
	if len(r.Objects) > 0 {
		r.Why = ""
	}
	return r
}

// opensNothing reports YAML of which no script is read, so that reading it opens no other file.
func (l look) opensNothing() bool { return l.isYAML() && !scripts.MayHold(l.file.Text().String()) }
