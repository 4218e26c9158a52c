package ruletest

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/shell"
)

// TestContractOfAdapters checks that nothing is lost between a file and its objects: what stands in the source is in
// an object, or an object lists it as unread.
func TestContractOfAdapters(t *testing.T) {
	archives := 0
	for _, folder := range casesAsFolders(t, "") {
		archives++
		checkContract(t, folder.name, folder.path)
	}
	for _, path := range filesBelow(t, examplesFolder) {
		checkContract(t, path, path)
	}
	t.Logf("%d cases", archives)
}

func TestContractOverTheCorpus(t *testing.T) {
	for _, path := range corpusFiles(t, "a-*/*.json", "b-*/*.json", "g-*/*.json", "c-*/*.sh", "*/*.y*ml") {
		checkContract(t, filepath.Base(path), path)
	}
}

func checkContract(t *testing.T, name, path string) {
	t.Helper()
	r := newReader(t)
	for _, file := range filesBelow(t, path) {
		result := r.read(file)
		if len(result.Objects) == 0 {
			continue
		}
		held := newHeld(result)
		for _, lost := range held.lost(leavesOf(r.file(file), result)) {
			t.Errorf("%s: %s is neither in an object nor unread: %s", name, place(lost), lost.File.Slice(lost))
		}
	}
}

// leaf is something that stands in a file, with its places: a word that is a variable stands where it is used, and
// where the variable was assigned.
type leaf []source.Range

// leavesOf are the scalars of JSON, the words behind aws ecs calls.
func leavesOf(f *source.File, result adapt.Result) []leaf {
	switch {
	case result.Tree == nil && isYAML(f.Name):
		return nil // scripts inside of it: the readers of scripts are checked on files of their own
	case result.Tree == nil:
		return wordsOfCalls(f)
	}
	var leaves []leaf
	result.Tree.Walk(func(n *syntax.Node) bool {
		if len(n.Members)+len(n.Items) == 0 && n.Range.Start < n.Range.End {
			leaves = append(leaves, leaf{n.Range})
		}
		return true
	})
	return leaves
}

// defining are the calls that make an object.
var defining = []string{"register-task-definition", "create-service", "update-service", "run-task", "start-task"}

func wordsOfCalls(f *source.File) []leaf {
	var words []leaf
	for _, command := range shell.Parse(f.Text()).Commands {
		for i, word := range command.Words {
			if i < 2 || !strings.Contains(" "+strings.Join(defining, " ")+" ", " "+word.Text.String()+" ") || !calls(command.Words[:i]) {
				continue
			}
			rest := command.Words[i+1:]
			if !hasWord(rest, "--generate-cli-skeleton") && !hasWord(rest, "help") {
				words = append(words, leavesOfWords(rest)...)
			}
			break
		}
	}
	return words
}

// leavesOfWords leaves out --cli-input-json, whose content becomes the input itself.
func leavesOfWords(words []shell.Word) []leaf {
	var leaves []leaf
	for i, w := range words {
		if w.Text.String() != "--cli-input-json" && (i == 0 || words[i-1].Text.String() != "--cli-input-json") {
			leaves = append(leaves, leaf{w.Range, w.Text.Whole()})
		}
	}
	return leaves
}

func calls(before []shell.Word) bool { return hasWord(before, "aws") && hasWord(before, "ecs") }

func hasWord(words []shell.Word, text string) bool {
	for _, w := range words {
		if w.Text.String() == text {
			return true
		}
	}
	return false
}

// held is what the objects of a file hold, and what they say they don't.
type held struct {
	nodes  map[source.Range]bool
	unread []source.Range
}

func newHeld(result adapt.Result) held {
	h := held{nodes: map[source.Range]bool{}}
	unreadKeys := map[source.Range]bool{}
	for _, o := range result.Objects {
		if o.Type == ecs.TypeCommand {
			continue // it holds the words as they are; here it is about what they define
		}
		for _, u := range o.AllUnread() {
			unreadKeys[u.Range] = true
			h.unread = append(h.unread, u.Range)
		}
		h.add(o)
	}
	if result.Tree != nil {
		result.Tree.Walk(func(n *syntax.Node) bool {
			for _, m := range n.Members {
				if unreadKeys[m.Key.Range] {
					h.unread = append(h.unread, m.Value.Range)
				}
			}
			return true
		})
	}
	return h
}

func (h held) add(o *ecs.Object) {
	o.Root.Walk(func(n *syntax.Node) bool {
		for _, m := range n.Members {
			h.nodes[m.Key.Range] = true
		}
		if n != o.Root || len(n.Members) == 0 {
			h.nodes[n.Range] = true
		}
		return true
	})
}

func (h held) lost(leaves []leaf) []source.Range {
	var lost []source.Range
	for _, l := range leaves {
		if !slices.ContainsFunc(l, h.holds) {
			lost = append(lost, l[0])
		}
	}
	return lost
}

// holds reports a place that is in a tree, as it is or in parts, as JSON in a word is, or that is unread.
func (h held) holds(r source.Range) bool {
	if h.nodes[r] || slices.ContainsFunc(h.unread, func(u source.Range) bool { return u.Contains(r) }) {
		return true
	}
	for part := range h.nodes {
		if r.Contains(part) && part.Start < part.End {
			return true
		}
	}
	return false
}
