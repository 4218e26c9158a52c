package makefile

import (
	"strings"

	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

// expander writes a text with the references of make replaced.
type expander struct {
	file    *file
	out     source.Builder
	unknown []syntax.Span
}

// expand appends the part of the file from from to to.
func (e *expander) expand(from, to int) {
	s := e.file.s
	for from < to {
		i := strings.IndexByte(s[from:to], '$')
		if i < 0 {
			break
		}
		e.raw(from, from+i)
		from += i
		end := referenceEnd(s[:to], from)
		e.reference(from, end)
		from = end
	}
	e.raw(from, to)
}

func (e *expander) raw(from, to int) { e.out.Raw(e.file.text.Slice(from, to)) }

// reference appends what stands for $$, $(NAME) and their like.
func (e *expander) reference(from, end int) {
	s := e.file.s[from:end]
	written := e.file.text.Slice(from, end)
	if s == "$$" {
		e.out.Put("$", written)
		return
	}
	if value, ok := e.file.constant(referenceName(s), len(e.file.s), 0); ok {
		e.out.Put(value, written)
		return
	}
	start := e.out.Len()
	e.out.Raw(written)
	e.unknown = append(e.unknown, syntax.Span{Start: start, End: e.out.Len()})
}

// referenceEnd is the end of the reference that begins with the dollar sign at at.
func referenceEnd(s string, at int) int {
	if at+1 >= len(s) {
		return len(s)
	}
	closing := map[byte]byte{'(': ')', '{': '}'}[s[at+1]]
	if closing == 0 {
		return at + 2
	}
	depth := 0
	for i := at + 1; i < len(s); i++ {
		switch s[i] {
		case s[at+1]:
			depth++
		case closing:
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(s)
}

// referenceName is the name in $(NAME) or ${NAME}; "" for everything else.
func referenceName(s string) string {
	if len(s) < 4 || s[1] != '(' && s[1] != '{' {
		return ""
	}
	return s[2 : len(s)-1]
}

const (
	// maxNested bounds how deeply variables refer to others.
	maxNested = 10

	// maxLooked bounds how often variables are looked up in a file: A=$(B)$(B), B=$(C)$(C) doubles with each line.
	maxLooked = 100_000
)

// constant is the value of a variable that the file assigns once, whatever is around it; false where that can't be told.
// Before is where the value is needed.
func (f *file) constant(name string, before, nested int) (string, bool) {
	v := f.variables[name]
	f.looked++
	if v == nil || f.looked > maxLooked || v.times != 1 || !v.constant || f.unsteady || v.at >= before || nested > maxNested {
		return "", false
	}
	if v.simple {
		before = v.at
	}
	var b strings.Builder
	for at := v.value.Start; at < v.value.End; {
		i := strings.IndexByte(f.s[at:v.value.End], '$')
		if i < 0 {
			b.WriteString(f.s[at:v.value.End])
			break
		}
		b.WriteString(f.s[at : at+i])
		at += i
		end := referenceEnd(f.s[:v.value.End], at)
		inner, ok := f.constant(referenceName(f.s[at:end]), before, nested+1)
		const longest = 10_000
		if !ok || b.Len()+len(inner) > longest {
			return "", false
		}
		b.WriteString(inner)
		at = end
	}
	return b.String(), true
}
