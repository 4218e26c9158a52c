package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// facts are tables of the same API that were made by hand and from other sources, beside the project's root.
type facts struct {
	CLI map[string]struct {
		Required []string
		Options  map[string]struct{ Member, Type, Negation string }
	}
	Shapes map[string]map[string]struct {
		Type     string
		Required bool
	}
}

func readFacts(t *testing.T) facts {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "facts", "matrix.json"))
	if err != nil {
		t.Skip("no table of facts to compare with")
	}
	var f facts
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

// factType is a type in the words of the facts.
func factType(v valueType) string {
	if v.list {
		v.list = false
		return "list<" + factType(v) + ">"
	}
	switch v.kind {
	case kindEnum:
		return "enum:" + v.target
	case kindStructure:
		return v.target
	case kindMap:
		return "map<string,string>"
	case kindFloat:
		return "double"
	}
	return strings.ToLower(strings.TrimPrefix(string(v.kind), "Kind"))
}

func TestSubcommandsAgreeWithFacts(t *testing.T) {
	f, m := readFacts(t), loadModel(t)
	count, options := 0, 0
	for _, o := range m.operations {
		if o.service.command != "ecs" {
			continue
		}
		count++
		operation := o.name
		subcommand := f.CLI[kebab(operation)]
		fields := m.structures[inputOf(operation)].fields
		if len(fields) != len(subcommand.Options) {
			t.Errorf("%s: %d options, the facts have %d", kebab(operation), len(fields), len(subcommand.Options))
		}
		for _, f := range fields {
			options++
			name := "--" + kebab(f.wire)
			fact := subcommand.Options[name]
			if got, want := factType(f.valueType), strings.TrimPrefix(fact.Type, "union:"); fact.Member != f.wire || got != want {
				t.Errorf("%s %s: %s of type %s, the facts have %q of type %q", kebab(operation), name, f.wire, got, fact.Member, want)
			}
			if got, want := f.required, slices.Contains(subcommand.Required, name); got != want {
				t.Errorf("%s %s: required %v, the facts have %v", kebab(operation), name, got, want)
			}
		}
	}
	if len(f.CLI) != count {
		t.Errorf("%d subcommands, the facts have %d", count, len(f.CLI))
	}
	t.Logf("%d subcommands with %d options", count, options)
}

func TestShapesAgreeWithFacts(t *testing.T) {
	f, m := readFacts(t), loadModel(t)
	for name, members := range f.Shapes {
		s := m.structures[name]
		if operation, ok := strings.CutSuffix(name, "Request"); ok && s == nil {
			s = m.structures[inputOf(operation)]
		}
		if s == nil {
			t.Errorf("no shape %s", name)
			continue
		}
		if len(s.fields) != len(members) {
			t.Errorf("%s: %d members, the facts have %d", name, len(s.fields), len(members))
		}
		for _, f := range s.fields {
			fact := members[f.wire]
			if got, want := factType(f.valueType), strings.Replace(fact.Type, "union:", "", 1); got != want || f.required != fact.Required {
				t.Errorf("%s.%s: %s, required %v; the facts have %q, %v", name, f.wire, got, f.required, want, fact.Required)
			}
		}
	}
	t.Logf("%d shapes", len(f.Shapes))
}
