package ecs_test

import (
	"testing"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

func callOf(subcommand *syntax.Node, options *syntax.Node, more ...any) *ecs.Call {
	root := object(append([]any{"program", str("aws"), "command", str("ecs"), "subcommand", subcommand, "options", options}, more...)...)
	o := &ecs.Object{Type: ecs.TypeCommand, Root: root}
	return o.Call()
}

func option(name *syntax.Node, values ...*syntax.Node) *syntax.Node {
	return object("name", name, "values", list(values...))
}

func TestCall(t *testing.T) {
	c := callOf(str("describe-services"), list(option(str("clus"), str("a")), option(str("cluster"), str("b")), option(str("service"), str("web"))))
	if o, ok := c.Option("cluster"); !ok || o.Values.Items[0].Where().Node().String() != "b" {
		t.Errorf("of two options the last counts: %v, %v", o, ok)
	}
	if _, ok := c.Option("services"); !ok {
		t.Error("the beginning of a name isn't found")
	}
	if _, ok := c.Option("service"); !ok {
		t.Error("the name as it is written isn't found")
	}
	if _, ok := c.Option("include"); ok {
		t.Error("found what isn't there")
	}
	if got := c.String(); got != "aws ecs describe-services" {
		t.Errorf("String is %q", got)
	}
	if c.Open() || c.Helps() || c.Broken() {
		t.Error("a whole call is open, prints help or is broken")
	}
	o := &ecs.Object{Type: ecs.TypeCommand, Root: object("program", str("docker"), "subcommand", str("push"))}
	if _, ok := o.Call().Grammar(); ok || o.Label() != "command docker push" {
		t.Errorf("%s has a grammar: %v", o.Label(), ok)
	}
}

func TestOpenCalls(t *testing.T) {
	name := func(s string) *syntax.Node { return str(s) }
	for what, test := range map[string]struct {
		options *syntax.Node
		more    []any
		want    bool
	}{
		"known":                     {list(option(name("service"), str("web"))), nil, false},
		"a value isn't known":       {list(option(name("service"), unknown("$X"))), nil, false},
		"items of a list":           {list(option(name("load-balancers"), unknown("$X"), unknown("$Y"))), nil, false},
		"a list may have more":      {list(object("name", name("load-balancers"), "values", incomplete(list()))), nil, true},
		"one more than it takes":    {list(option(name("service"), str("web"), unknown("$X"))), nil, true},
		"behind a flag":             {list(option(name("force-new-deployment"), unknown("$X"))), nil, true},
		"options may be missing":    {incomplete(list()), nil, true},
		"an option can't be known":  {list(option(unknown("--$X"))), nil, true},
		"a whole one can't":         {list(unknown("x")), nil, true},
		"before every option":       {list(), []any{"values", list(unknown("$X"))}, true},
		"known before every option": {list(), []any{"values", list(str("x"))}, false},
	} {
		if got := callOf(str("update-service"), test.options, test.more...).Open(); got != test.want {
			t.Errorf("%s: %v", what, got)
		}
	}
}

func TestHelps(t *testing.T) {
	for what, c := range map[string]*ecs.Call{
		"alone":           callOf(str("update-service"), list(), "values", list(str("help"))),
		"behind a flag":   callOf(str("update-service"), list(option(str("debug"), str("help")))),
		"behind a value":  callOf(str("update-service"), list(option(str("service"), str("web"), str("help")))),
		"not the default": callOf(str("update-service"), incomplete(list(option(unknown("--$X"), str("help"))))),
	} {
		if !c.Helps() {
			t.Errorf("%s: no help", what)
		}
	}
}
