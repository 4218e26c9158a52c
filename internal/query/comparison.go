package query

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
)

// comparison reads one; nil where nothing can be said of it.
func (p *parser) comparison() Node {
	start := p.at
	subject, ok := p.subject()
	if !ok {
		p.skip()
		return nil
	}
	operator, at, ok := p.operator(subject)
	if !ok {
		p.skip()
		return nil
	}
	c := &Comparison{Subject: subject, Operator: operator}
	if !operator.takesNothing() {
		p.blanks()
		if p.closes() {
			p.problem(at, "a value is missing after "+quote(p.in(at)))
			p.skip()
			return nil
		}
		c.Arguments = p.arguments(operator, at)
	}
	c.Span = p.from(start)
	p.checkArguments(c)
	return c
}

func fieldNamed(word string) (Field, bool) {
	for _, f := range fields {
		if word == f.name || f.field == AttributeField && strings.HasPrefix(word, attributePrefix) {
			return f.field, true
		}
	}
	return 0, false
}

func (p *parser) subject() (Subject, bool) {
	if isOneOf(p.peek(), `'"`) {
		return p.quotedSubject()
	}
	start := p.at
	word := p.word()
	if word == "" {
		found := p.symbols()
		if found == "" {
			found = p.text[start : start+1]
		}
		p.at += len(found)
		p.problem(p.from(start), "a subject is missing in front of "+quote(found))
		return Subject{}, false
	}
	p.at += len(word)
	if name, ok := strings.CutPrefix(word, attributePrefix); ok {
		return p.attribute(start, name), true
	}
	if field, ok := fieldNamed(word); ok {
		return Subject{Span: p.from(start), Field: field}, true
	}
	return p.meantSubject(start, word)
}

func (p *parser) quotedSubject() (Subject, bool) {
	start := p.at
	inner, _, _ := strings.Cut(p.text[start+1:], p.text[start:start+1])
	p.at = min(len(p.text), start+len(inner)+2)
	p.problem(p.from(start), "a subject stands without quotes").Instead = inner
	field, known := fieldNamed(inner)
	subject := Subject{Span: syntax.Span{Start: start + 1, End: start + 1 + len(inner)}, Field: field}
	if field == AttributeField {
		subject.Attribute = strings.TrimPrefix(inner, attributePrefix)
	}
	return subject, known
}

// attribute checks the name: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Attribute.html
func (p *parser) attribute(start int, name string) Subject {
	if name == "" {
		end := p.at
		p.blanks()
		word := p.word()
		if _, ok := operatorNamed(word); word == "" || ok || strings.EqualFold(word, "not") {
			p.at = end
			p.problem(p.from(start), `the name of the attribute is missing after "attribute:"`)
		} else {
			p.at += len(word)
			name = word
			p.problem(p.from(start), `a blank stands between "attribute:" and the name`).Instead = attributePrefix + name
		}
	}
	if len(name) > 128 || strings.ContainsFunc(name, notOfName) {
		p.problem(p.from(p.at-len(name)), `the name of an attribute has at most 128 letters, digits and "-", "_", ".", "/", "\"`)
	}
	return Subject{p.from(start), AttributeField, name}
}

func notOfName(r rune) bool {
	return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(`_-./\`, r))
}

// meantSubject reads a word that is no subject as the one that it nearly is.
func (p *parser) meantSubject(start int, word string) (Subject, bool) {
	for _, prefix := range append([]string{attributePrefix}, meantPrefixes...) {
		if name, ok := cutFold(word, prefix); ok {
			at := syntax.Span{Start: start, End: start + len(prefix)}
			problem := p.problem(at, quote(p.in(at))+` begins no subject: "attribute:" does`)
			problem.Instead = attributePrefix
			// AWS answers "constraint.expression 'attributes:ecs.instance-type==p3.2xlarge' ...".
			problem.Refused = strings.HasPrefix(word, "attributes:")
			return p.attribute(start, name), true
		}
	}
	at := p.from(start)
	for _, f := range fields {
		if strings.EqualFold(word, f.name) {
			p.problem(at, quote(word)+" is no subject: case makes a difference").Instead = f.name
			return Subject{Span: at, Field: f.field}, true
		}
	}
	if strings.HasPrefix(word, "ecs.") {
		p.problem(at, `"attribute:" is missing in front of `+quote(word)).Instead = attributePrefix + word
		return Subject{at, AttributeField, word}, true
	}
	names := fieldNames()
	problem := p.problem(at, quote(word)+` is no subject: a subject is "attribute:" with a name, or one of `+strings.Join(names[1:], ", "))
	problem.Among = names
	if _, name, ok := strings.Cut(word, ":"); ok {
		problem.Among = append(names, attributePrefix+name)
	}
	return Subject{}, false
}

func (p *parser) operator(subject Subject) (Operator, syntax.Span, bool) {
	p.blanks()
	if p.closes() {
		p.problem(subject.Span, "an operator is missing after "+quote(p.in(subject.Span)))
		return 0, syntax.Span{}, false
	}
	start := p.at
	word := p.operatorWord()
	at := p.from(start)
	operator, known := operatorNamed(word)
	switch instead, meant := meantOperators[word]; {
	case known && operator.takesNothing():
		p.spelled(start, word, blankBytes, blankBytes+")&|")
	case known:
		p.spelled(start, word, blankBytes, blankBytes)
	case meant:
		operator, _ = operatorNamed(instead)
		p.problem(at, quote(p.in(at))+" is no operator").Instead = instead
	default:
		p.problem(at, quote(p.in(at))+" is no operator").Among = operatorWords()
		return 0, at, false
	}
	p.checkOperator(subject, operator, at)
	return operator, at, true
}

// operatorWord takes an operator, known or not, and gives it in lower case; "! in" and "not in" as "!in" and "not_in".
func (p *parser) operatorWord() string {
	start := p.at
	first := p.symbols()
	if first == "" {
		first = p.word()
	}
	p.at += max(1, len(first))
	first = strings.ToLower(p.text[start:p.at])
	if first != "!" && first != "not" {
		return first
	}
	end := p.at
	p.blanks()
	second := p.word()
	joined := map[string]string{"!": "!", "not": "not_"}[first] + strings.ToLower(second)
	if _, ok := operatorNamed(joined); !ok {
		p.at = end
		return first
	}
	p.at += len(second)
	return joined
}

func (p *parser) checkOperator(subject Subject, operator Operator, at syntax.Span) {
	for _, f := range fields {
		if f.field != subject.Field || f.operators == nil || slices.Contains(f.operators, operator) {
			continue
		}
		var valid []string
		for _, o := range f.operators {
			valid = append(valid, o.String())
		}
		p.problem(at, quote(f.name)+" takes no "+quote(p.in(at))+": its operators are "+strings.Join(valid, ", "))
	}
}
