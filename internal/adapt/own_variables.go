package adapt

import (
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
)

// cloudFormation is the format in whose texts nothing but its functions fills anything in.
const cloudFormation = "cloudformation"

// ownVariables are the words of commands in which each $ names a variable that the container itself sets: nobody fills
// these in before AWS sees them, so their texts are known. Where something else of the object waits to be filled in by $,
// nothing is certain.
func ownVariables(root *syntax.Node, format string) map[*syntax.Node]bool {
	own := map[*syntax.Node]bool{}
	list := root.Get("containerDefinitions")
	if list == nil {
		return own
	}
	for _, c := range list.Items {
		for _, words := range []*syntax.Node{c.Get("entryPoint"), c.Get("command"), c.Get("healthCheck", "command")} {
			if words == nil {
				continue
			}
			for _, w := range words.Items {
				if w.Kind == syntax.String && strings.Contains(w.String(), "$") && namesOwn(w.String(), c) {
					own[w] = true
				}
			}
		}
	}
	if len(own) > 0 && format != cloudFormation && waits(root, own) {
		clear(own)
	}
	return own
}

// namesOwn reports a text without any placeholder but references to variables of the container.
func namesOwn(text string, container *syntax.Node) bool {
	var rest strings.Builder
	at := 0
	for _, v := range syntax.Variables(text) {
		if !setsVariable(container, v.Name) {
			return false
		}
		rest.WriteString(text[at:v.Start])
		at = v.End
	}
	rest.WriteString(text[at:])
	return at > 0 && !syntax.HasPlaceholder(rest.String())
}

func setsVariable(container *syntax.Node, name string) bool {
	for _, key := range []string{"environment", "secrets"} {
		list := container.Get(key)
		if list == nil {
			continue
		}
		for _, item := range list.Items {
			if n := item.Get("name"); n != nil && n.Kind == syntax.String && n.String() == name {
				return true
			}
		}
	}
	return false
}

// waits reports that something else is to be filled in by $.
func waits(root *syntax.Node, own map[*syntax.Node]bool) bool {
	found := false
	root.Walk(func(n *syntax.Node) bool {
		scalar := n.Kind == syntax.String || n.Kind == syntax.Unknown
		found = found || scalar && !own[n] && strings.Contains(n.String(), "$") && syntax.HasPlaceholder(n.String())
		return !found
	})
	return found
}
