package certificate

import (
	"fmt"
	"slices"
	"strings"
)

func (w *Weights) claim(p *Problem) string {
	var need, have, tasks, greatest int64
	var counted []int
	for t, y := range w.Types {
		if n := p.Types[t].Count; y > 0 && n > 0 && !p.Types[t].Daemon {
			need, tasks, greatest, counted = need+n*y, tasks+n, max(greatest, y), append(counted, t)
		}
	}
	for c, most := range w.Classes {
		have += p.Classes[c].Count * most
	}
	if greatest == 0 {
		return "nothing"
	}
	left := count((need-have+greatest-1)/greatest, "task") + " can't be placed: "
	resource := w.resource(p, counted)
	switch {
	case resource >= 0 && isOne(p.Resources[resource]) && w.equal(counted):
		return left + w.portClaim(p, p.Resources[resource], counted, tasks, have/greatest)
	case len(counted) == 1:
		return left + fmt.Sprintf("%s wants %d, and the %s can hold %d", p.Types[counted[0]].Name, tasks, w.holders(p), have/greatest)
	case resource >= 0:
		need, have = p.total(resource, counted, need, have, w)
		return left + fmt.Sprintf("%s need %s together, and the %s can give them %s", names(p, counted), Amount(p.Resources[resource], need), w.holders(p), figure(p.Resources[resource], have))
	case w.equal(counted):
		return left + fmt.Sprintf("%s want %d, and the %s can hold %d of them", names(p, counted), tasks, w.holders(p), have/greatest)
	}
	var each []string
	for _, t := range counted {
		each = append(each, fmt.Sprintf("a task of %s as %d", p.Types[t].Name, w.Types[t]))
	}
	return left + fmt.Sprintf("counting %s, all are %d, and the %s can hold %d", strings.Join(each, ", "), need, w.holders(p), have)
}

// holders are the classes that can hold something.
func (w *Weights) holders(p *Problem) string {
	n := len(slices.DeleteFunc(slices.Clone(w.Classes), func(most int64) bool { return most == 0 }))
	if p.place() == "quota" && n == 1 {
		return p.place()
	}
	return p.place() + "s"
}

func (w *Weights) portClaim(p *Problem, resource string, counted []int, tasks, have int64) string {
	if group, ok := strings.CutPrefix(resource, "distinct/"); ok {
		return fmt.Sprintf("%d tasks of %s need as many instances, and %d can take one (distinctInstance)", tasks, group, have)
	}
	if len(counted) == 1 {
		return fmt.Sprintf("%s of %s need %s, and %s can take one", count(tasks, "task"), p.Types[counted[0]].Name, Amount(resource, 1), count(have, "instance"))
	}
	return fmt.Sprintf("%s need %s for %s, and %s can take one", names(p, counted), Amount(resource, 1), count(tasks, "task"), count(have, "instance"))
}

// resource is the one of which the weights are the demand, or in proportion to it; -1 if there is none. Of several it is one that is there or
// not, or of which more is needed than there is.
func (w *Weights) resource(p *Problem, counted []int) int {
	found := -1
	for r, name := range p.Resources {
		if w.follows(p, r, counted) && (found < 0 || isOne(name) || !isOne(p.Resources[found]) && w.exceeds(p, r, counted)) {
			found = r
		}
	}
	return found
}

func (w *Weights) exceeds(p *Problem, r int, counted []int) bool {
	var balance int64
	for _, t := range counted {
		balance += p.Types[t].Count * p.Types[t].Demand[r]
	}
	for _, c := range p.Classes {
		balance -= c.Count * c.Capacity[r]
	}
	return balance > 0
}

func (w *Weights) follows(p *Problem, r int, counted []int) bool {
	first := counted[0]
	for _, t := range counted {
		d, o := p.Types[t].Demand[r], p.Types[first].Demand[r]
		if d == 0 || compareRatio(w.Types[t], d, w.Types[first], o) != 0 {
			return false
		}
	}
	return true
}

func (w *Weights) equal(counted []int) bool {
	for _, t := range counted {
		if w.Types[t] != w.Types[counted[0]] {
			return false
		}
	}
	return true
}

// total turns what tasks count into what they take of the resource.
func (p *Problem) total(r int, counted []int, need, have int64, w *Weights) (int64, int64) {
	d, y := p.Types[counted[0]].Demand[r], w.Types[counted[0]]
	return need * d / y, have * d / y
}

func names(p *Problem, types []int) string {
	if len(types) > 3 {
		return fmt.Sprintf("%d services", len(types))
	}
	var list []string
	for _, t := range types {
		list = append(list, p.Types[t].Name)
	}
	return strings.Join(list, ", ")
}
