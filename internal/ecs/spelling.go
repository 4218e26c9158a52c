package ecs

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/internal/syntax"
)

// Spelled is the name that the object's own format has for a member of a structure of the API.
func (o *Object) Spelled(structure, member string) string {
	if o.Origin == nil {
		return member
	}
	return o.Origin.Spell(structure, member)
}

// Reworded is a text about the object that names members of the API as the object's own format does: those in double
// quotes, and those that no other word looks like. What AWS sends stays as it is, and so do the users' own words, which
// are in the trees of the objects.
func (o *Object) Reworded(text string, objects []*Object) string {
	if o.Origin == nil {
		return text
	}
	ours, theirs, sent := strings.Cut(text, sentByAWS)
	ours = word.ReplaceAllStringFunc(ours, func(word string) string {
		name := strings.Trim(word, `"`)
		if !isName(word) || hasWord(objects, name) {
			return word
		}
		steps := strings.Split(name, ".")
		for i, step := range steps {
			structure, ok := o.structureWith(step)
			if !ok {
				return word
			}
			steps[i] = o.Origin.Spell(structure, step)
		}
		return strings.Replace(word, name, strings.Join(steps, "."), 1)
	})
	if sent {
		ours += sentByAWS + theirs
	}
	return ours
}

// sentByAWS stands before what AWS sends.
const sentByAWS = ` it: "`

// word is a text in double quotes, or a word or a path of words.
var word = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|[A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z][A-Za-z0-9]*)*`)

// isName reports what can be a name of the API: in quotes any, else one that isn't a word of the language.
func isName(word string) bool {
	return strings.HasPrefix(word, `"`) || strings.ContainsRune(word, '.') || strings.ToLower(word) != word
}

// structureWith is the structure nearest to the object's input that has a member, else one of what it is linked to.
func (o *Object) structureWith(member string) (string, bool) {
	for _, operation := range []string{o.Operation, "RegisterTaskDefinition", "CreateService", "CreateCapacityProvider"} {
		if structure, ok := membersOf(operation)[member]; ok {
			return structure, true
		}
	}
	return "", false
}

var membersByOperation sync.Map // operation -> its members

// membersOf are the names of all members in the input of an operation, each with the structure that it is in; of several
// with that on top.
func membersOf(operation string) map[string]string {
	known, ok := membersByOperation.Load(operation)
	if !ok {
		known, _ = membersByOperation.LoadOrStore(operation, findMembers(operation))
	}
	return known.(map[string]string)
}

func findMembers(operation string) map[string]string {
	found := map[string]string{}
	queue := []string{operation}
	for i := 0; i < len(queue); i++ {
		shape, _ := ShapeOf(queue[i])
		for _, m := range shape.Members {
			if _, again := found[m.Name]; !again {
				found[m.Name] = shape.Name
			}
			if m.Kind == KindStructure && !slices.Contains(queue, m.Target) {
				queue = append(queue, m.Target)
			}
		}
	}
	return found
}

// hasWord reports a word that a user wrote: a value, or a key that isn't the format's name for something of the API.
func hasWord(objects []*Object, word string) (has bool) {
	for _, o := range objects {
		o.Root.Walk(func(n *syntax.Node) bool {
			has = has || n != o.Root && n.String() == word
			for _, m := range n.Members {
				has = has || m.Key.String() == word && writtenAs(m.Key, word)
			}
			return !has
		})
	}
	return has
}

func writtenAs(key *syntax.Node, word string) bool {
	r := key.Range
	return r.File != nil && strings.Trim(r.File.Slice(r), `"'`) == word
}
