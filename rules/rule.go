// Package rules holds what is said about rules: their metadata, and one page of prose for each.
package rules

import (
	"embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Rule is the metadata of one rule. It is written once: beside the rule's code, or in a policy's METADATA.
type Rule struct {
	Name       string   `json:"name"`    // kebab-case; names the problem
	Title      string   `json:"title"`   // one line, without a full stop
	Subject    string   `json:"subject"` // what it reads: taskdefinition, service, ...; file for the host's own
	Engine     Engine   `json:"engine"`
	Category   Category `json:"category"`
	Severity   Severity `json:"severity"`
	Since      string   `json:"since"`           // version that first had it
	Aliases    []string `json:"aliases"`         // older names, and the same check's ids in other tools (tool:id)
	AWSErrors  []string `json:"awsErrors"`       // texts that AWS sends and that the rule prevents
	Sources    []string `json:"sources"`         // where the facts are from
	Supersedes []string `json:"supersedes"`      // weaker rules, dropped where this one fires on the same node or points at it as the reason
	Unfit      bool     `json:"unfit,omitempty"` // what it fires on has no place there: other findings about it or within it are dropped, if they are no more severe
}

// Engine tells what runs a rule.
type Engine string

const (
	Go     Engine = "go"
	Rego   Engine = "rego"
	Schema Engine = "schema" // the JSON Schemas of the API's inputs
	Host   Engine = "host"   // the program itself: syntax, files, failures
)

// Category groups rules by what they protect.
type Category string

// Categories are all of them.
var Categories = []Category{Correctness, Reliability, Security, Operations, Cost}

const (
	Correctness Category = "correctness"
	Reliability Category = "reliability"
	Security    Category = "security"
	Operations  Category = "operations"
	Cost        Category = "cost"
)

// Severity of a finding. An error is refused by AWS or can never work; a warning is accepted, but harms;
// an info is worth knowing.
type Severity uint8

const (
	Info Severity = iota + 1
	Warning
	Error
)

var severityNames = map[Severity]string{Info: "info", Warning: "warning", Error: "error"}

func (s Severity) String() string { return severityNames[s] }

// MarshalText writes the severity's name.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the severity's name.
func (s *Severity) UnmarshalText(text []byte) error {
	v, err := ParseSeverity(string(text))
	*s = v
	return err
}

// ParseSeverity reads error, warning or info.
func ParseSeverity(name string) (Severity, error) {
	for s, n := range severityNames {
		if n == name {
			return s, nil
		}
	}
	return 0, fmt.Errorf("unknown severity %q: use error, warning or info", name)
}

// URL is where the rule's page can be read on the web.
func (r *Rule) URL() string {
	return "https://github.com/ecslint/ecslint/blob/main/rules/" + r.Name + ".md"
}

//go:embed *.md
var pages embed.FS

// Page is the rule's page in Markdown; "" when there is none.
func Page(name string) string {
	page, err := pages.ReadFile(name + ".md")
	if err != nil {
		return ""
	}
	return string(page)
}

var (
	kebab   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	version = regexp.MustCompile(`^\d+\.\d+\.\d+$`)
	alias   = regexp.MustCompile(`^([a-z0-9-]+:\S+|[a-z0-9-]+)$`)
)

// Validate says what is wrong with a rule's metadata; nil when nothing is.
func (r *Rule) Validate() error {
	switch {
	case !kebab.MatchString(r.Name):
		return fmt.Errorf("rule %q: the name is not in kebab-case", r.Name)
	case r.Title == "" || strings.HasSuffix(r.Title, "."):
		return fmt.Errorf("rule %s: the title is empty or ends with a full stop", r.Name)
	case !slices.Contains(Categories, r.Category):
		return fmt.Errorf("rule %s: unknown category %q", r.Name, r.Category)
	case r.Severity.String() == "":
		return fmt.Errorf("rule %s: no severity", r.Name)
	case r.Subject == "" || r.Engine == "":
		return fmt.Errorf("rule %s: no subject or engine", r.Name)
	case !version.MatchString(r.Since):
		return fmt.Errorf("rule %s: since %q is not a version", r.Name, r.Since)
	case r.Engine == Go && len(r.Sources) == 0:
		return fmt.Errorf("rule %s: no source is given for its fact", r.Name)
	case r.Engine == Go && r.Severity == Error && len(r.AWSErrors) == 0 && !r.citesModel():
		return fmt.Errorf("rule %s: an error needs a text of AWS or a constraint of the API model", r.Name)
	}
	for _, a := range r.Aliases {
		if !alias.MatchString(a) {
			return fmt.Errorf("rule %s: alias %q is neither a name nor tool:id", r.Name, a)
		}
	}
	return nil
}

// citesModel reports that a source is the API model itself or a derivation from it ("model: ...", "proof: ...").
func (r *Rule) citesModel() bool {
	return slices.ContainsFunc(r.Sources, func(s string) bool {
		return strings.HasPrefix(s, "model:") || strings.HasPrefix(s, "proof:")
	})
}

// Body is the rule's page without its first heading and the table of facts.
func Body(name string) string {
	page := Page(name)
	if _, after, ok := strings.Cut(page, factsEnd); ok {
		page = after
	} else {
		_, page, _ = strings.Cut(page, "\n")
	}
	return strings.TrimSpace(page)
}

const (
	factsStart = "<!-- facts -->"
	factsEnd   = "<!-- /facts -->"
)

// Facts is the table of a page, made from the metadata.
func (r *Rule) Facts() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n> %s\n\n| | |\n| --- | --- |\n", factsStart, r.Title)
	fmt.Fprintf(&b, "| severity | %s |\n| category | %s |\n| since | %s |\n", r.Severity, r.Category, r.Since)
	for _, row := range []struct {
		name  string
		items []string
	}{{"AWS answers", r.AWSErrors}, {"also known as", r.Aliases}, {"supersedes", r.Supersedes}} {
		if len(row.items) > 0 {
			fmt.Fprintf(&b, "| %s | `%s` |\n", row.name, strings.Join(row.items, "`<br>`"))
		}
	}
	if r.Unfit {
		b.WriteString("| drops | other findings about what has no place there, if they are no more severe |\n")
	}
	for i, s := range r.Sources {
		title := ""
		if i == 0 {
			title = "sources"
		}
		fmt.Fprintf(&b, "| %s | %s |\n", title, s)
	}
	return b.String() + "\n" + factsEnd
}

// WithFacts is a page with its table made anew.
func (r *Rule) WithFacts(page string) (string, error) {
	before, rest, ok := strings.Cut(page, factsStart)
	_, after, ok2 := strings.Cut(rest, factsEnd)
	if !ok || !ok2 {
		return "", fmt.Errorf("rules/%s.md: no %s and %s", r.Name, factsStart, factsEnd)
	}
	return before + r.Facts() + after, nil
}
