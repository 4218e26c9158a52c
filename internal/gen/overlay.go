package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// overlay is what the SDK's source doesn't say about values. At names members as Structure.member; the input of an
// operation is named after the operation.
type overlay struct {
	Bounds    []bounds    `json:"bounds"`
	Elsewhere []elsewhere `json:"elsewhere"`
}

// bounds are the bounds of some members, with what supports them.
type bounds struct {
	At []string `json:"at"`
	keywords
	Severity string `json:"severity"` // error, where AWS's text or an API model has the bound; else warning
	Source   string `json:"source"`
	AWS      string `json:"aws"`  // what AWS answers, where that is known
	Says     string `json:"says"` // a pattern in words: what the value may be made of
}

// keywords are the JSON Schema keywords that a bound may have; maxItems stands on a list, the others on its
// items.
type keywords struct {
	Minimum    *json.Number `json:"minimum,omitempty"`
	Maximum    *json.Number `json:"maximum,omitempty"`
	MultipleOf *json.Number `json:"multipleOf,omitempty"`
	MinLength  *int         `json:"minLength,omitempty"`
	MaxLength  *int         `json:"maxLength,omitempty"`
	Pattern    string       `json:"pattern,omitempty"`
	Enum       []any        `json:"enum,omitempty"`
	MaxItems   *int         `json:"maxItems,omitempty"`
}

// elsewhere are constraints that a rule of their own reports, which the schemas therefore leave out.
type elsewhere struct {
	At       []string `json:"at"`
	Keywords []string `json:"keywords"` // as in enum, maximum
	Why      string   `json:"why"`
}

var overlayPath = filepath.Join(schemasDir, "overlay.json")

func readOverlay() (*overlay, error) {
	data, err := os.ReadFile(overlayPath)
	if err != nil {
		return nil, err
	}
	o := &overlay{}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	d.UseNumber()
	if err := d.Decode(o); err != nil {
		return nil, fmt.Errorf("%s: %w", overlayPath, err)
	}
	return o, o.check()
}

func (o *overlay) check() error {
	seen := map[string]bool{}
	for _, b := range o.Bounds {
		if b.Severity != "error" && b.Severity != "warning" || b.Source == "" || b.Pattern != "" && b.Says == "" {
			return fmt.Errorf("%s: %v: a bound needs severity error or warning, a source, and for a pattern what it says", overlayPath, b.At)
		}
		for _, at := range b.At {
			if seen[at] {
				return fmt.Errorf("%s: %s stands twice", overlayPath, at)
			}
			seen[at] = true
		}
	}
	return nil
}

// of are the bounds of a member.
func (o *overlay) of(at string) keywords {
	for _, b := range o.Bounds {
		if slices.Contains(b.At, at) {
			return b.keywords
		}
	}
	return keywords{}
}

// leavesOut reports a keyword of a member that a rule of its own stands for.
func (o *overlay) leavesOut(at, keyword string) bool {
	return slices.ContainsFunc(o.Elsewhere, func(e elsewhere) bool {
		return slices.Contains(e.At, at) && slices.Contains(e.Keywords, keyword)
	})
}
