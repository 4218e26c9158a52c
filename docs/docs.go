// Package docs holds what pages of the documentation tell the program too.
package docs

import (
	_ "embed"
	"regexp"
	"strings"
)

// Web is where the pages can be read on the web.
const Web = "https://github.com/ecslint/ecslint/blob/main/docs/"

// Case is a refusal of AWS whose cause no file shows: a section of not-decidable.md.
type Case struct {
	Title string
	Texts []Text
	Body  string // why no file tells, and what to do instead, in Markdown
}

// Text is what AWS says, and the call that it answers.
type Text struct{ Call, Words string }

//go:embed not-decidable.md
var notDecidable string

var answer = regexp.MustCompile("(?m)^- ([^`]+): `([^`]+)`\n")

// NotDecidable are the sections of not-decidable.md, in their order.
func NotDecidable() []*Case {
	var cases []*Case
	for _, section := range strings.Split(notDecidable, "\n### ")[1:] {
		section, _, _ = strings.Cut(section, "\n## ")
		title, body, _ := strings.Cut(section, "\n")
		c := &Case{Title: title, Body: strings.TrimSpace(answer.ReplaceAllString(body, ""))}
		for _, m := range answer.FindAllStringSubmatch(body, -1) {
			c.Texts = append(c.Texts, Text{Call: m[1], Words: m[2]})
		}
		cases = append(cases, c)
	}
	return cases
}

var notInAnchor = regexp.MustCompile(`[^a-z0-9 -]`)

// Link leads to the section from another page of this folder.
func (c *Case) Link() string {
	anchor := notInAnchor.ReplaceAllString(strings.ToLower(c.Title), "")
	return "not-decidable.md#" + strings.ReplaceAll(anchor, " ", "-")
}

// URL is where the section can be read on the web.
func (c *Case) URL() string { return Web + c.Link() }
