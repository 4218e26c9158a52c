package cli

import (
	"bytes"
	"encoding/json"

	"github.com/spf13/cobra"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/engine"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax"
)

func newDump(stdio IO) *cobra.Command {
	var flags givenFlags
	c := &cobra.Command{
		Use:   "dump [PATH...]",
		Short: "Print what was read, in the shape of the AWS API, and what was left unread",
		RunE: func(c *cobra.Command, paths []string) error {
			if len(paths) == 0 {
				paths = []string{"."}
			}
			given, err := flags.given()
			if err != nil {
				return err
			}
			result := engine.Run(c.Context(), engine.Options{Dir: stdio.Dir, Paths: paths, Stdin: stdio.In, Given: given})
			objects := []any{}
			for _, o := range result.Objects {
				objects = append(objects, dumped(o))
			}
			e := json.NewEncoder(stdio.Out)
			e.SetEscapeHTML(false)
			e.SetIndent("", "  ")
			if err := e.Encode(map[string]any{"version": 1, "objects": objects}); err != nil {
				return err
			}
			writeFailures(stdio.Err, result.Failures)
			if len(result.Failures) > 0 {
				return exit(ExitFailure)
			}
			return nil
		},
	}
	flags.add(c.Flags())
	return withExitCodes(c, "0 printed")
}

type dumpedObject struct {
	Type      ecs.Type        `json:"type"`
	Name      string          `json:"name,omitempty"`
	Operation string          `json:"operation"`
	File      string          `json:"file"`
	Line      int             `json:"line"`
	Format    string          `json:"format"`
	Output    bool            `json:"output"`
	Root      json.RawMessage `json:"root"`
	Unread    []dumpedUnread  `json:"unread"`
}

type dumpedUnread struct {
	At   string `json:"at"`
	Line int    `json:"line"`
	Why  string `json:"why"`
}

func dumped(o *ecs.Object) dumpedObject {
	d := dumpedObject{
		Type: o.Type, Operation: o.Operation, File: o.File.Name, Format: o.Format, Output: o.Output,
		Line: line(o.Root.Range), Unread: []dumpedUnread{},
	}
	name, _ := o.Name()
	d.Name, _ = diag.MaskNames(o.File, name, "")
	var b bytes.Buffer
	writeNode(&b, o.Root)
	d.Root = b.Bytes()
	for _, u := range o.AllUnread() {
		_, at := diag.MaskNames(o.File, "", u.At)
		d.Unread = append(d.Unread, dumpedUnread{at, line(u.Range), u.Why})
	}
	return d
}

func line(r source.Range) int {
	if r.IsZero() {
		return 1
	}
	return r.File.Position(r.Start, source.CodePoints).Line
}

// writeNode writes a tree as JSON in the order of the source. An unknown is {"_unknown": text}.
func writeNode(b *bytes.Buffer, n *syntax.Node) {
	switch n.Kind {
	case syntax.Object:
		b.WriteByte('{')
		for i, m := range n.Members {
			if i > 0 {
				b.WriteByte(',')
			}
			writeString(b, m.Key.Text.Masked())
			b.WriteByte(':')
			writeNode(b, m.Value)
		}
		writeRest(b, n, `"_incomplete":true`)
		b.WriteByte('}')
	case syntax.Array:
		b.WriteByte('[')
		for i, item := range n.Items {
			if i > 0 {
				b.WriteByte(',')
			}
			writeNode(b, item)
		}
		writeRest(b, n, `{"_incomplete":true}`)
		b.WriteByte(']')
	case syntax.Null, syntax.Missing:
		b.WriteString("null")
	case syntax.Bool:
		b.WriteString(n.String())
	case syntax.Number:
		b.WriteString(n.String())
	case syntax.String:
		writeString(b, n.Text.Masked())
	case syntax.Unknown:
		b.WriteString(`{"_unknown":`)
		writeString(b, n.Text.Masked())
		b.WriteByte('}')
	}
}

func writeRest(b *bytes.Buffer, n *syntax.Node, what string) {
	if !n.Incomplete {
		return
	}
	if len(n.Members)+len(n.Items) > 0 {
		b.WriteByte(',')
	}
	b.WriteString(what)
}

func writeString(b *bytes.Buffer, s string) {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a bytes.Buffer takes everything
	b.Truncate(b.Len() - 1)
}
