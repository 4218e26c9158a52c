package placement

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/query"
)

// sample is a container instance that may exist. What an expression doesn't ask of it is unknown.
type sample struct {
	attributes map[string]string // "" for one that isn't there
	fields     map[query.Field]string
	groups     []string
}

func (s sample) Attribute(name string) query.Value {
	text, ok := s.attributes[name]
	switch {
	case !ok:
		return query.Value{}
	case text == "":
		return query.Absent()
	}
	return query.Known(text)
}

func (s sample) Field(f query.Field) query.Value {
	if text, ok := s.fields[f]; ok {
		return query.Known(text)
	}
	return query.Value{}
}

func (s sample) TaskGroups() ([]string, bool) { return s.groups, true }

// String says what is known of the instance, but for its tasks.
func (s sample) String() string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(s.attributes)) {
		if text := s.attributes[name]; text == "" {
			all = append(all, "no "+strconv.Quote(name))
		} else {
			all = append(all, strconv.Quote(name)+" = "+strconv.Quote(text))
		}
	}
	for _, f := range slices.Sorted(maps.Keys(s.fields)) {
		all = append(all, f.String()+" = "+strconv.Quote(s.fields[f]))
	}
	return strings.Join(all, ", ")
}

// maxSamples bounds how many instances are asked about one expression.
const maxSamples = 1000

// samples are instances that an expression tells apart: they differ in what it asks.
func samples(q *query.Query) []sample {
	all := []sample{{}}
	bySubject := map[string][]*query.Comparison{}
	var subjects []string
	for _, c := range q.Comparisons() {
		key := c.Subject.Field.String() + c.Subject.Attribute
		if bySubject[key] == nil {
			subjects = append(subjects, key)
		}
		bySubject[key] = append(bySubject[key], c)
	}
	for _, key := range subjects {
		var more []sample
		for _, one := range distinct(bySubject[key]) {
			for _, s := range all {
				if len(more) < maxSamples {
					more = append(more, s.with(one))
				}
			}
		}
		all = more
	}
	return all
}

func (s sample) with(one sample) sample {
	both := sample{maps.Clone(s.attributes), maps.Clone(s.fields), s.groups}
	if one.attributes != nil {
		both.attributes = merged(both.attributes, one.attributes)
	}
	if one.fields != nil {
		both.fields = merged(both.fields, one.fields)
	}
	if one.groups != nil {
		both.groups = one.groups
	}
	return both
}

func merged[K comparable](a, b map[K]string) map[K]string {
	if a == nil {
		a = map[K]string{}
	}
	maps.Copy(a, b)
	return a
}

// distinct are samples of one subject of which the comparisons say different things.
func distinct(comparisons []*query.Comparison) []sample {
	var all []sample
	seen := map[string]bool{}
	for _, s := range ofSubject(comparisons) {
		var said strings.Builder
		for _, c := range comparisons {
			alone := &query.Query{Root: c}
			for _, r := range alone.Readings() {
				said.WriteByte('0' + byte(alone.EvalAs(s, r)))
			}
		}
		if !seen[said.String()] {
			seen[said.String()] = true
			all = append(all, s)
		}
	}
	return all
}

func ofSubject(comparisons []*query.Comparison) []sample {
	var all []sample
	subject := comparisons[0].Subject
	for _, text := range valuesOf(subject, comparisons) {
		switch subject.Field {
		case query.AttributeField:
			all = append(all, sample{attributes: map[string]string{subject.Attribute: text}})
		case query.TaskGroup:
			all = append(all, sample{groups: []string{text}}, sample{groups: []string{text, "family:other"}})
		default:
			all = append(all, sample{fields: map[query.Field]string{subject.Field: text}})
		}
	}
	switch {
	case subject.Field == query.TaskGroup:
		all = append(all, sample{groups: []string{"family:other"}}, sample{groups: []string{}})
	case subject.Field == query.AttributeField && !strings.HasPrefix(subject.Attribute, "ecs."):
		all = append(all, sample{attributes: map[string]string{subject.Attribute: ""}})
	}
	return all
}

// valuesOf are values that a subject may have: of instance types all, else those that the comparisons name, and some beside.
func valuesOf(subject query.Subject, comparisons []*query.Comparison) []string {
	switch {
	case subject.Attribute == "ecs.instance-type":
		return facts.InstanceTypeNames()
	case subject.Attribute == "ecs.os-type":
		return []string{"linux", "windows"}
	case subject.Attribute == "ecs.cpu-architecture":
		return []string{"x86_64", "arm64"}
	case subject.Field == query.AgentConnected:
		return []string{"true", "false"}
	}
	var all []string
	for _, c := range comparisons {
		for _, a := range c.Arguments {
			all = append(all, near(subject, c.Operator, a.Text)...)
		}
	}
	return append(all, "other")
}

var regionWords = regexp.MustCompile(`[a-z]{2,}(-[a-z]+)+-\d`)

// near are values at which a comparison changes its mind.
func near(subject query.Subject, o query.Operator, text string) []string {
	if region := regionWords.FindString(text); subject.Attribute == "ecs.availability-zone" && region != "" {
		return []string{region + "a", region + "b", region + "c", region + "d"}
	}
	if o == query.Matches || o == query.NotMatches {
		literal := strings.TrimSuffix(text, ".*")
		if strings.ContainsAny(literal, `\[](){}|+*?^$`) {
			return nil
		}
		return []string{literal, literal + "-2"}
	}
	if n, err := strconv.Atoi(text); err == nil {
		return []string{text, strconv.Itoa(n - 1), strconv.Itoa(n + 1), strconv.Itoa(10 * n)}
	}
	return []string{text}
}
