package query

import (
	"slices"
	"strings"
)

// Field is a kind of subject.
type Field uint8

const (
	AttributeField Field = iota
	AgentConnected
	AgentVersion
	EC2InstanceID
	RegisteredAt
	RunningTasksCount
	TaskGroup
)

// attributePrefix begins the subject that is an attribute.
const attributePrefix = "attribute:"

var fields = []struct {
	name      string
	field     Field
	operators []Operator // that are documented as valid; nil where all are, or none is named
}{
	{attributePrefix, AttributeField, nil},
	{"agentConnected", AgentConnected, texts},
	{"agentVersion", AgentVersion, ordered},
	{"ec2InstanceId", EC2InstanceID, texts},
	{"registeredAt", RegisteredAt, ordered},
	{"runningTasksCount", RunningTasksCount, ordered},
	{"task:group", TaskGroup, nil},
}

var (
	texts   = []Operator{Equal, NotEqual, In, NotIn, Matches, NotMatches}
	ordered = []Operator{Equal, NotEqual, Greater, GreaterOrEqual, Less, LessOrEqual}
)

// String is the subject as expressions write it, of an attribute the beginning.
func (f Field) String() string { return fields[f].name }

func fieldNames() (names []string) {
	for _, f := range fields {
		names = append(names, f.name)
	}
	return names
}

// Operator is what a comparison asks.
type Operator uint8

const (
	Equal Operator = iota
	NotEqual
	Greater
	GreaterOrEqual
	Less
	LessOrEqual
	Exists
	NotExists
	In
	NotIn
	Matches
	NotMatches
)

// operators are the ways to write each operator, the shortest first.
var operators = [...][]string{
	Equal:          {"==", "equals"},
	NotEqual:       {"!=", "not_equals"},
	Greater:        {">", "greater_than"},
	GreaterOrEqual: {">=", "greater_than_equal"},
	Less:           {"<", "less_than"},
	LessOrEqual:    {"<=", "less_than_equal"},
	Exists:         {"exists"},
	NotExists:      {"!exists", "not_exists"},
	In:             {"in"},
	NotIn:          {"!in", "not_in"},
	Matches:        {"=~", "matches"},
	NotMatches:     {"!~", "not_matches"},
}

// String is the operator as it is printed.
func (o Operator) String() string { return operators[o][0] }

func (o Operator) takesPattern() bool { return o == Matches || o == NotMatches }
func (o Operator) takesList() bool    { return o == In || o == NotIn }
func (o Operator) takesNothing() bool { return o == Exists || o == NotExists }

// negates reports an operator that says that another one of the same arguments doesn't hold.
func (o Operator) negates() (positive Operator, ok bool) {
	switch o {
	case NotEqual:
		return Equal, true
	case NotIn:
		return In, true
	case NotMatches:
		return Matches, true
	}
	return o, false
}

func operatorNamed(word string) (Operator, bool) {
	for o, spellings := range operators {
		if slices.Contains(spellings, word) {
			return Operator(o), true
		}
	}
	return 0, false
}

func operatorWords() (words []string) {
	for _, spellings := range operators {
		words = append(words, spellings...)
	}
	return words
}

// meantOperators are operators of other languages.
var meantOperators = map[string]string{
	"=": "==", "===": "==", ":": "==", "is": "==", "eq": "==", "!==": "!=", "<>": "!=", "=!": "!=", "ne": "!=",
	"=>": ">=", "=<": "<=", "gt": ">", "ge": ">=", "gte": ">=", "lt": "<", "le": "<=", "lte": "<=",
	"~": "=~", "~=": "=~", "==~": "=~", "~~": "=~", "like": "=~", "!=~": "!~", "~!": "!~",
}

// meantPrefixes are what people write for attributePrefix.
var meantPrefixes = []string{"attributes:", "attribute.", "attributes.", "attr:"}

// cutFold is strings.CutPrefix in any case.
func cutFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}
