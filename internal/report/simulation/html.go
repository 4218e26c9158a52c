package simulation

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"unicode"

	"github.com/ecslint/ecslint/internal/terminal"
)

//go:embed page.css
var css string

//go:embed page.html
var layout string

var page = template.Must(template.New("page").Funcs(template.FuncMap{"number": number, "mark": mark}).Parse(layout))

// denseFrom is from how many bins on a moment is drawn small.
const denseFrom = 40

// WriteHTML writes the report as one page that needs nothing else: no script, no other file, no network. Its policy forbids them.
func (r *Report) WriteHTML(w io.Writer) error {
	p := pageView{Title: r.Title, Program: r.Program}
	if p.Title == "" {
		p.Title = "Placement"
	}
	slots := 0
	for i, c := range r.Clusters {
		view := c.view(i)
		p.Clusters = append(p.Clusters, view)
		slots = max(slots, view.slots)
	}
	for i := range slots {
		p.Patterns = append(p.Patterns, pattern{ID: i, Hue: i % hues, Shape: i % len(shapes)})
	}
	style := css + slotRules(slots) + spanRules(p.Clusters)
	sum := sha256.Sum256([]byte(style))
	p.Style = template.CSS(style)
	p.Policy = "default-src 'none'; img-src data:; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; base-uri 'none'; form-action 'none'"
	var b bytes.Buffer
	if err := page.Execute(&b, p); err != nil {
		return err
	}
	_, err := w.Write(bytes.Map(visible, b.Bytes()))
	return err
}

// visible replaces what would reorder or hide the text around it.
func visible(r rune) rune {
	if r != '\n' && terminal.Unsafe(r) {
		return unicode.ReplacementChar
	}
	return r
}

// hues is how many colours page.css has.
const hues = 8

// shapes are drawn over the colour, so that services differ without it: paths in a square of 8 pixels. There is one more than hues, so
// that 72 services differ.
var shapes = []template.HTMLAttr{
	`d=""`,
	`d="M-2 2l4-4M0 8l8-8M6 10l4-4"`,
	`d="M0 4h8"`,
	`d="M2 2h1v1h-1zM6 6h1v1h-1z"`,
	`d="M-2 6l4 4M0 0l8 8M6-2l4 4"`,
	`d="M4 0v8"`,
	`d="M0 0l8 8M0 8l8-8"`,
	`d="M0 4h8M4 0v8"`,
	`d="M0 6l4-4l4 4"`,
}

type pattern struct{ ID, Hue, Shape int }

// Path is the shape.
func (p pattern) Path() template.HTMLAttr { return shapes[p.Shape] }

// slotRules are what the style sheet says of each service: how it is filled, that it stands out while its box is ticked, and that its
// line in the panel stands out while the pointer is on a task of it.
func slotRules(slots int) string {
	rules := ""
	for i := range slots {
		rules += fmt.Sprintf(".k%d{fill:url(#p%[1]d)}.cluster:has(.hl.k%[1]d:checked) .bar .k%[1]d{opacity:1}"+
			".bin:has(.bar .k%[1]d:hover) .tip .k%[1]d{background:var(--hover)}\n", i)
	}
	return rules
}

// spanRules give the moments of a cluster equally many rows, so that their zones stand side by side.
func spanRules(clusters []clusterView) string {
	rules, seen := "", map[int]bool{}
	for _, c := range clusters {
		if !seen[c.Span] {
			seen[c.Span] = true
			rules += fmt.Sprintf(".rows%d>.moment{grid-row:span %[1]d}\n", c.Span)
		}
	}
	return rules
}
