package adapt

import (
	"strings"

	"github.com/ecslint/ecslint/internal/syntax"
)

// ownVariables are those of all containers of a task definition in the API's shape. Where something else of it waits to be
// filled in by $, nothing is certain.
func ownVariables(root *syntax.Node) map[*syntax.Node]bool {
	own := map[*syntax.Node]bool{}
	list := root.Get("containerDefinitions")
	if list == nil {
		return own
	}
	for _, c := range list.Items {
		OwnVariables(c, func(member string) string { return member }, own)
	}
	if len(own) > 0 && waits(root, own) {
		clear(own)
	}
	return own
}

// OwnVariables adds to own the words of a container's commands in which each $ names a variable that the container itself sets:
// nobody fills these in before AWS sees them, so their texts are known. Spelled tells how the container's format spells a
// member of the API.
func OwnVariables(container *syntax.Node, spelled func(member string) string, own map[*syntax.Node]bool) {
	command := spelled("command")
	for _, words := range []*syntax.Node{container.Get(spelled("entryPoint")), container.Get(command), container.Get(spelled("healthCheck"), command)} {
		if words == nil {
			continue
		}
		for _, w := range words.Items {
			if w.Kind == syntax.String && strings.Contains(w.String(), "$") && namesOwn(w.String(), container, spelled) {
				own[w] = true
			}
		}
	}
}

// namesOwn reports a text without any placeholder but references to variables of the container.
func namesOwn(text string, container *syntax.Node, spelled func(string) string) bool {
	var rest strings.Builder
	at := 0
	for _, v := range syntax.Variables(text) {
		if !setsVariable(container, v.Name, spelled) {
			return false
		}
		rest.WriteString(text[at:v.Start])
		at = v.End
	}
	rest.WriteString(text[at:])
	return at > 0 && !syntax.HasPlaceholder(rest.String())
}

func setsVariable(container *syntax.Node, name string, spelled func(string) string) bool {
	for _, key := range []string{"environment", "secrets"} {
		list := container.Get(spelled(key))
		if list == nil {
			continue
		}
		for _, item := range list.Items {
			if n := item.Get(spelled("name")); n != nil && n.Kind == syntax.String && n.String() == name {
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
