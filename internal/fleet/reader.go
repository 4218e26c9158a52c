package fleet

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/value"
)

// reader reads one fleet.
type reader struct {
	fleet    *Fleet
	problems []Problem
	seen     map[string]bool // by once
}

func (r *reader) problem(at value.Located, format string, args ...any) {
	r.problems = append(r.problems, Problem{At: at, Message: fmt.Sprintf(format, args...)})
}

func (r *reader) unknown(at value.Located, what string) {
	r.problems = append(r.problems, Problem{At: at, Message: what + " isn't known", Unknown: true})
}

func (r *reader) assume(format string, args ...any) {
	r.fleet.Assumptions = append(r.fleet.Assumptions, fmt.Sprintf(format, args...))
}

// source is where something stands in the file.
func (r *reader) source(at value.Located, note string) certificate.Source {
	return certificate.Source{File: r.fleet.Object.File.Name, At: at.Where().At(), Note: note}
}

// once refuses a second thing of the same name.
func (r *reader) once(kind, name string, at value.Located) {
	key := kind + " " + name
	if name != "" && r.seen[key] {
		r.problem(at, "%s is listed twice", key)
	}
	r.seen[key] = true
}

type list interface {
	value.Located
	Unknown() bool
}

func (r *reader) complete(l list, name string) {
	if l.Unknown() {
		r.unknown(l, "what "+name+" holds")
	}
}

func (r *reader) text(v value.Value[string], name string) string {
	text, ok := v.Or("")
	if !ok {
		r.unknown(v, name)
	}
	return text
}

// shownText is a text that proofs and reports show: it can't hold a secret.
func (r *reader) shownText(v value.Value[string], name string) string {
	text := r.text(v, name)
	if r.isSecret(text) {
		r.problem(v, "%s holds what looks like a secret, and would be shown", name)
	}
	return text
}

func (r *reader) isSecret(text string) bool {
	masked, _ := diag.MaskNames(r.fleet.Object.File, text, "")
	return masked != text
}

// number is a count or an amount; def where it is absent.
func (r *reader) number(v value.Value[int64], name string, def int64) int64 {
	const most = 1 << 40 // sums stay far within 64 bits
	n, ok := v.Or(def)
	switch {
	case !ok:
		r.unknown(v, name)
	case n < 0 || n > most:
		r.problem(v, "%s is %d: it must be between 0 and %d", name, n, int64(most))
		return def
	}
	return n
}

func (r *reader) flag(v value.Value[bool], name string) bool {
	flag, ok := v.Or(false)
	if !ok {
		r.unknown(v, name)
	}
	return flag
}

// ports are nil where the list is absent.
func (r *reader) ports(l value.List[value.Value[int64]], name string) []int64 {
	r.complete(l, name)
	if l.Absent() && l.Where().Node() == nil {
		return nil
	}
	ports := []int64{}
	for _, v := range l.Items {
		ports = append(ports, r.number(v, "a port of "+name, 0))
	}
	return ports
}

func (r *reader) texts(l value.List[value.Value[string]], name string) []string {
	r.complete(l, name)
	var texts []string
	for _, v := range l.Items {
		texts = append(texts, r.shownText(v, "an item of "+name))
	}
	return texts
}

func (r *reader) quota(v value.Value[int64], name string) *Quota {
	if v.Absent() {
		return nil
	}
	return &Quota{r.number(v, name, 0), r.source(v, "")}
}
