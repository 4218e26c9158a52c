package ruletest

import (
	"math/rand/v2"
	"path/filepath"
	"runtime/debug"
	"testing"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/rego"
	"github.com/ecslint/ecslint/internal/secret"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

// TestMutations breaks JSON and scripts at random and runs everything over what is left: nothing may panic, and every
// range lies inside its file.
func TestMutations(t *testing.T) {
	times := mutations(t)
	seeds := mutationSeeds(t)
	host := rego.New(everyRule)
	random := rand.New(rand.NewPCG(1, 2))
	withObjects, findings := 0, 0
	for i := range times {
		seed := seeds[random.IntN(len(seeds))]
		data := mutate(random, seed.Bytes, seeds[random.IntN(len(seeds))].Bytes)
		policies := host
		if i%4 > 0 {
			policies = nil
		}
		objects, found := runMutation(t, seed.Name, data, policies)
		findings += found
		if objects > 0 {
			withObjects++
		}
		if t.Failed() {
			t.Fatalf("mutation %d of %s:\n%q", i, seed.Path, data)
		}
	}
	t.Logf("%d mutations of %d files, %d still with objects, %d findings", times, len(seeds), withObjects, findings)
}

func mutationSeeds(t *testing.T) []*source.File {
	t.Helper()
	var seeds []*source.File
	r := newReader(t)
	paths := filesBelow(t, examplesFolder)
	for _, f := range casesAsFolders(t, "bad") {
		paths = append(paths, filesBelow(t, f.path)...)
	}
	for _, path := range paths {
		seeds = append(seeds, r.file(path))
	}
	return seeds
}

// runMutation gives the numbers of objects and of findings.
func runMutation(t *testing.T, name string, data []byte, host *rego.Host) (objects, findings int) {
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	f := source.NewFile(name, filepath.Join("/", name), data)
	result := adapted(f, func(name string) (*syntax.Node, adapt.Reference) {
		tree, _ := json.Parse(source.NewFile(name, "/"+name, data).Text())
		return tree, adapt.Reference{Name: name}
	})
	secret.MaskText(f.Text())
	for _, p := range result.Problems {
		checkInside(t, "problem", p.Range)
	}
	for _, o := range result.Objects {
		secret.Mask(o.Root)
		_ = o.Label()
		for _, u := range o.AllUnread() {
			checkInside(t, "unread", u.Range)
		}
	}
	in := input{name, result.Objects}
	found := in.judged(t, host)
	for _, d := range found {
		checkInside(t, d.Rule, d.Range)
		for _, related := range d.Related {
			checkInside(t, d.Rule, related.Range)
		}
		d.Mask()
	}
	return len(in.objects), len(found)
}

func checkInside(t *testing.T, what string, r source.Range) {
	t.Helper()
	if r.File == nil || r.Start < 0 || r.Start > r.End || r.End > len(r.File.Bytes) {
		t.Errorf("%s: range %d-%d isn't inside of its file", what, r.Start, r.End)
	}
}

// pieces are what breaks things: brackets, quotes, placeholders, odd bytes, words that mean something.
var pieces = []string{
	"{", "}", "[", "]", `"`, "'", ",", ":", "\\", "\n", "\r", "\x00", "\xff", "\xfe", "é", "😀", "\ufeff", "$", "${X}", "$(x)", "{{ x }}",
	"<X>", "null", "0", "-1", "1e999", "9223372036854775808", `""`, "[]", "{}", "#", "//", "`", "|", "&", ";", "<<E\n", "--", "=", "@", "*",
	"file://x.json", "aws ecs register-task-definition ", "--family ", "--cli-input-json ", `"name": `, `"cpu": "256"`,
	"!Ref Task", "!Sub ", "${Task.Arn}", "${!", "!GetAtt Task.Arn", "!If [IsProd, ", "!Join [\"\", [", "!Select [1, ", "!Split [", "!FindInMap [Sizes, small, Cpu]",
	`{"Ref": "Task"}`, `{"Fn::If": ["IsProd", `, "AWS::NoValue", "AWS::ECS::Service", "Fn::ForEach::X: ", "Condition: IsProd", "Transform: M", "Default: ", "&a ", "*a", "<<: *a",
}

// mutate changes data in a few places; other is text that a stretch may come from.
func mutate(random *rand.Rand, data, other []byte) []byte {
	out := append([]byte(nil), data...)
	for range 1 + random.IntN(5) {
		at := random.IntN(len(out) + 1)
		end := min(len(out), at+random.IntN(1+random.IntN(60)))
		var piece []byte
		switch random.IntN(5) {
		case 0: // cut
		case 1:
			from := random.IntN(len(other) + 1)
			piece = other[from:min(len(other), from+random.IntN(200))]
		case 2: // double
			piece = append(append(piece, out[at:end]...), out[at:end]...)
		default:
			piece, end = []byte(pieces[random.IntN(len(pieces))]), min(end, at+random.IntN(3))
		}
		out = append(out[:at:at], append(append([]byte(nil), piece...), out[max(at, end):]...)...)
	}
	return out
}
