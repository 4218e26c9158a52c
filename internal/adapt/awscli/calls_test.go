package awscli_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/adapt/awscli"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
	"github.com/ecslint/ecslint/internal/syntax/json"
	"github.com/ecslint/ecslint/internal/value"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestCalls reads the scripts of testdata/calls.txtar for what the calls define.
func TestCalls(t *testing.T) {
	testScripts(t, "testdata/calls.txtar", func(o *ecs.Object) bool { return o.Type != ecs.TypeCommand })
}

// TestCommands reads the scripts of testdata/commands.txtar for the calls as they are written.
func TestCommands(t *testing.T) {
	testScripts(t, "testdata/commands.txtar", func(o *ecs.Object) bool { return o.Type == ecs.TypeCommand })
}

// testScripts reads the scripts of an archive. Each case is a script NAME.sh and the objects that it makes in NAME.want:
// each value with what stands for it in the file, and what is unread. Other files are what file:// names.
func testScripts(t *testing.T, casesPath string, keep func(*ecs.Object) bool) {
	archive, err := txtar.ParseFile(casesPath)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, f := range archive.Files {
		texts[f.Name] = string(f.Data)
	}
	var updated []txtar.File
	for _, f := range archive.Files {
		name, isScript := strings.CutSuffix(f.Name, ".sh")
		if strings.HasSuffix(f.Name, ".want") {
			continue
		}
		updated = append(updated, f)
		if !isScript {
			continue
		}
		t.Run(name, func(t *testing.T) {
			result := awscli.Read(source.NewFile(f.Name, "", f.Data).Text(), "shell", loadFrom(texts))
			result.Objects = slices.DeleteFunc(result.Objects, func(o *ecs.Object) bool { return !keep(o) })
			got := describe(result)
			updated = append(updated, txtar.File{Name: name + ".want", Data: []byte(got)})
			if diff := cmp.Diff(texts[name+".want"], got); diff != "" && !*update {
				t.Errorf("-want +got (-update writes it anew)\n%s", diff)
			}
		})
	}
	if *update {
		archive.Files = updated
		if err := os.WriteFile(casesPath, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// loadFrom reads files of the archive; each time another tree, as the program does.
func loadFrom(texts map[string]string) awscli.Load {
	files := map[string]*source.File{}
	return func(name string) (*syntax.Node, adapt.Reference) {
		text, ok := texts[name]
		if !ok {
			return nil, adapt.Reference{Name: name, Why: "isn't there"}
		}
		if files[name] == nil {
			files[name] = source.NewFile(name, "", []byte(text))
		}
		tree, _ := json.Parse(files[name].Text())
		return tree, adapt.Reference{Name: name, Path: "/" + name}
	}
}

func describe(r adapt.Result) string {
	var b strings.Builder
	if r.Why != "" {
		fmt.Fprintf(&b, "no object: %s\n", r.Why)
	}
	for _, o := range r.Objects {
		what := o.Operation
		if o.Type == ecs.TypeCommand {
			what = o.Label()
		}
		fmt.Fprintf(&b, "%s of %q\n", what, value.Root(o.Root).Range().File.Slice(value.Root(o.Root).Range()))
		describeNode(&b, value.Root(o.Root))
		for _, u := range o.AllUnread() {
			fmt.Fprintf(&b, "  unread %s: %s <- %s\n", u.At, u.Why, written(u.Range))
		}
	}
	for _, ref := range r.References {
		fmt.Fprintf(&b, "reference %s %s <- %s\n", ref.Name, ref.Why, written(ref.Range))
	}
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "problem %s <- %s\n", p.Message, written(p.Range))
	}
	return b.String()
}

func describeNode(b *strings.Builder, p *value.Place) {
	n := p.Node()
	if n.Incomplete {
		fmt.Fprintf(b, "  %s: incomplete\n", strings.Trim(p.At()+" ", " "))
	}
	switch {
	case n.Kind == syntax.Object && len(n.Members) > 0:
		for _, m := range n.Members {
			member := p.Member(m.Key.String())
			describeNode(b, &member)
		}
	case n.Kind == syntax.Array && len(n.Items) > 0:
		for i := range n.Items {
			item := p.Item(i)
			describeNode(b, &item)
		}
	case p.At() != "":
		fmt.Fprintf(b, "  %s: %s <- %s\n", p.At(), kindNames[n.Kind]+strings.TrimSuffix(show(n), `""`), written(n.Range))
	}
}

var kindNames = map[syntax.Kind]string{
	syntax.Missing: "missing", syntax.Null: "null", syntax.Bool: "bool ", syntax.Number: "number ", syntax.String: "", syntax.Unknown: "unknown ",
}

// written is the text of a range as it stands in its file, whose name is told where it isn't the script.
func written(r source.Range) string {
	s := strings.ReplaceAll(r.File.Slice(r), "\n", `\n`)
	if !strings.HasSuffix(r.File.Name, ".sh") {
		s += " in " + r.File.Name
	}
	return s
}
