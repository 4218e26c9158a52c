package rego

import (
	"errors"
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

// finding is what a policy reports.
type finding struct {
	at      string
	message string
	help    string
	reads   []string // the places that decided it, besides at

	severity rules.Severity // 0 for that of the rule
}

func decode(member any) (finding, error) {
	object, _ := member.(map[string]any)
	at, hasAt := object["at"].(string)
	message, _ := object["msg"].(string)
	if !hasAt || message == "" {
		return finding{}, errors.New("report holds something that is no finding: use data.ecslint.finding.at")
	}
	f := finding{at: at, message: message}
	f.help, _ = object["help"].(string)
	if level, ok := object["severity"]; ok {
		var err error
		if f.severity, err = rules.ParseSeverity(fmt.Sprint(level)); err != nil {
			return finding{}, err
		}
	}
	list, _ := object["reads"].([]any)
	for _, read := range list {
		if at, ok := read.(string); ok {
			f.reads = append(f.reads, at)
		}
	}
	return f, nil
}

// labelled are the lists whose items are named in front of a message, and what an item is called.
var labelled = map[string]string{
	"containerDefinitions": "container",
	"containerOverrides":   "container",
}

// prefix names the innermost labelled object around a place, so that policies needn't read its name, which may
// be unknown.
func prefix(p *value.Place) string {
	for ; p.Parent() != nil; p = p.Parent() {
		list := p.Parent().At()
		kind, ok := labelled[list[strings.LastIndexByte(list, '.')+1:]]
		if name := p.Node().Get("name"); ok && name != nil && name.Kind == syntax.String {
			return fmt.Sprintf("%s %q: ", kind, name)
		}
	}
	return ""
}
