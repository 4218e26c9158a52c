package story

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
)

// Claim is what a certificate proves, in words.
func Claim(c *certificate.Certificate) string {
	switch c.Kind {
	case certificate.KindAssignment:
		return "there is room for all tasks"
	case certificate.KindSlack:
		return "whatever the others do, each task finds room"
	case certificate.KindTree:
		return fmt.Sprintf("none of all that the instances can hold has room for all tasks (%s looked at)", plural(nodes(c.Tree.Root), "case"))
	case certificate.KindSingle:
		return ofSingle(c)
	case certificate.KindWeights:
		return ofWeights(c.Problem, c.Weights)
	case certificate.KindRun:
		return ofRun(c)
	}
	return string(c.Kind)
}

func nodes(n certificate.Node) int {
	total := 1
	for _, b := range n.Branches {
		total += nodes(b)
	}
	return total
}

func ofSingle(c *certificate.Certificate) string {
	name := c.Problem.Types[c.Single.Type].Name
	most := int64(-1)
	resource, need := "", int64(0)
	for _, b := range c.Single.Classes {
		if b.Because == "resource" && b.Have > most {
			most, resource, need = b.Have, c.Problem.Resources[b.Resource], b.Need
		}
	}
	if c.Problem.Types[c.Single.Type].Daemon {
		return fmt.Sprintf("a task of %s doesn't fit on an instance that it has to run on", name)
	}
	if resource == "" {
		return fmt.Sprintf("a task of %s may run on no instance", name)
	}
	return fmt.Sprintf("a task of %s fits on no instance: it takes %d %s, and none has more than %d", name, need, unit(resource), most)
}

// asResource is the resource of which each task counts what it takes; -1 where there is none, or all count the same.
func asResource(p *certificate.Problem, w *certificate.Weights) int {
	counted := func(t certificate.Type) bool { return t.Count > 0 }
	if i := slices.IndexFunc(p.Types, counted); i < 0 || !slices.ContainsFunc(w.Types, func(n int64) bool { return n != 0 && n != w.Types[i] }) {
		return -1
	}
	return slices.IndexFunc(p.Resources, func(name string) bool {
		r := slices.Index(p.Resources, name)
		for t, n := range w.Types {
			if counted(p.Types[t]) && n != p.Types[t].Demand[r] {
				return false
			}
		}
		return true
	})
}

// ofWeights speaks of counts where all tasks that matter count the same.
func ofWeights(p *certificate.Problem, w *certificate.Weights) string {
	constraints, err := p.Constraints()
	if err != nil {
		return "not all tasks find room" // no sound certificate comes here
	}
	var counts, tasks, holds int64
	var names []string
	same := true
	first := int64(0)
	for t, n := range w.Types {
		wanted := constraints.Wanted(t)
		if n == 0 || wanted == 0 {
			continue
		}
		if first == 0 {
			first = n
		}
		same = same && n == first
		counts += n * wanted
		tasks += wanted
		if !slices.Contains(names, p.Types[t].Name) {
			names = append(names, p.Types[t].Name)
		}
	}
	for k, n := range w.Classes {
		if same && first > 0 {
			n = n / first * first
		}
		holds += n * p.Classes[k].Count
	}
	if r := asResource(p, w); r >= 0 {
		return fmt.Sprintf("the tasks of %s together take %d %s, and there are %d", listed(names), counts, unit(p.Resources[r]), holds)
	}
	if same && first > 0 {
		return fmt.Sprintf("of %s of %s at most %d find room", plural(int(tasks), "task"), listed(names), holds/first)
	}
	return fmt.Sprintf("the tasks of %s together count %d, and the instances can hold %d", listed(names), counts, holds)
}

func ofRun(c *certificate.Certificate) string {
	var waiting int64
	for _, n := range c.Run.Waiting {
		waiting += n
	}
	if waiting == 0 {
		return fmt.Sprintf("a run places all tasks (%s)", plural(len(c.Run.Steps), "step"))
	}
	return fmt.Sprintf("a run ends with %s waiting", plural(int(waiting), "task"))
}

// unit is what a resource is counted in.
func unit(resource string) string {
	kind, number, _ := strings.Cut(resource, "/")
	switch kind {
	case "cpu":
		return "CPU units"
	case "memory":
		return "MiB"
	case "eni":
		return "network interfaces"
	case "gpu":
		return "GPUs"
	case "address":
		return "addresses"
	case "ports":
		return "host ports"
	case "distinct":
		return "instances without a task of its group"
	}
	return "of host port " + number + " (" + kind + ")"
}
