package report

import (
	"strings"
	"unicode/utf8"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/ecslint/ecslint/rules"
)

var levels = map[rules.Severity]string{rules.Error: "error", rules.Warning: "warning", rules.Info: "note"}

// maxDescription is GitHub's limit, in characters.
const maxDescription = 1024

// sarifRule describes a rule. All that GitHub requires is there, also for a rule without a page.
func sarifRule(r *rules.Rule) *sarif.ReportingDescriptor {
	title := sentence(r.Title)
	summary := title
	body := rules.Body(r.Name) // the table of facts says again what the fields say
	if p := firstParagraph(body); p != "" {
		summary = p
	}
	rule := sarif.NewRule(r.Name).
		WithName(pascalCase(r.Name)).
		WithShortDescription(sarif.NewMultiformatMessageString(cut(title, maxDescription))).
		WithFullDescription(sarif.NewMultiformatMessageString(cut(summary, maxDescription))).
		WithTextHelp(summary).
		WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(levels[r.Severity])).
		WithProperties(ruleProperties(r))
	if body != "" {
		rule.WithTextHelp(summary + "\n\n" + r.URL()).WithMarkdownHelp("# " + r.Name + "\n\n" + body).WithHelpURI(r.URL())
	}
	return rule
}

var (
	problemSeverities  = map[rules.Severity]string{rules.Error: "error", rules.Warning: "warning", rules.Info: "recommendation"}
	securitySeverities = map[rules.Severity]string{rules.Error: "8.0", rules.Warning: "5.5", rules.Info: "3.0"}
)

// ruleProperties are those that GitHub reads. A security rule has a security-severity (high, medium, low), all
// others a problem.severity.
func ruleProperties(r *rules.Rule) sarif.Properties {
	tags := []string{}
	for _, tag := range []string{string(r.Category), r.Subject} {
		if tag != "" {
			tags = append(tags, tag)
		}
	}
	properties := sarif.Properties{"tags": tags, "precision": precision(r)}
	if r.Category == rules.Security {
		properties["security-severity"] = securitySeverities[r.Severity]
	} else {
		properties["problem.severity"] = problemSeverities[r.Severity]
	}
	return properties
}

// precision is how sure it is that a finding is a problem: what AWS refuses is one, what an organisation prefers
// may not be.
func precision(r *rules.Rule) string {
	switch {
	case r.Engine == rules.Rego:
		return "medium"
	case r.Severity == rules.Error:
		return "very-high"
	}
	return "high"
}

// firstParagraph is the first prose of a page, in one line.
func firstParagraph(page string) string {
	for paragraph := range strings.SplitSeq(strings.ReplaceAll(page, "\r\n", "\n"), "\n\n") {
		paragraph = strings.TrimSpace(paragraph)
		if paragraph == "" || strings.ContainsRune("#|`<-*", rune(paragraph[0])) {
			continue
		}
		return strings.Join(strings.Fields(paragraph), " ")
	}
	return ""
}

func pascalCase(kebab string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(kebab, "-") {
		if word != "" {
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return b.String()
}

func cut(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	return string([]rune(s)[:limit-1]) + "…"
}

// sentence gives a text its full stop.
func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}
