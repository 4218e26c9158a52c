package simulation

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/terminal"
)

// serviceColors of terminals: those of 16, but black, white, and what verdicts use in bold.
var serviceColors = []string{"34", "33", "32", "35", "36", "31", "94", "93", "92", "95", "96", "91"}

// other is the sign of all services that there is no letter for.
const other = "#"

// sign is the letter of a service, n times; small and dim for the old revision.
func (t *textCluster) sign(service, n int) string {
	slot, old := t.slots[service], t.Services[service].Old
	letter := mark(slot, old)
	if len(letter) > 1 {
		letter = other
	}
	code := serviceColors[slot%len(serviceColors)]
	if old {
		code = "2;" + code
	}
	return t.Paint(code, strings.Repeat(letter, n))
}

// maxBins bounds the lines of a zone.
const maxBins = 16

func (t *textCluster) moments() {
	for _, m := range t.Moments {
		name := m.Name
		if name == "" {
			name = t.noun().Many
		}
		t.title(name, 1)
		if m.Note != "" {
			t.line(2, m.Note)
		}
		columns := t.columns(m)
		for _, z := range m.Zones {
			used, of := t.sum(z.Bins)
			var instances int64
			for _, b := range z.Bins {
				instances += b.Instances
			}
			head := t.places(instances) + ", " + t.freeText(used, of)
			if zone := t.zoneName(z.Name); zone != "" {
				head = zone + ": " + head
			}
			t.line(2, head)
			for i := range z.Bins {
				if i == maxBins && len(z.Bins) > maxBins+1 {
					t.line(4, fmt.Sprintf("and %d more kinds of %s", len(z.Bins)-i, t.noun().Many))
					break
				}
				t.bin(&z.Bins[i], columns)
			}
		}
	}
}

// columns is how wide the parts of a line are.
type columns struct {
	name, count int
	free        []int // for each resource that has bars
	bar         int
	together    bool // all bars stand in one line
}

const (
	indent  = 4
	minName = 8
	maxName = 24
	minBar  = 6
	maxBar  = 32
)

func (t *textCluster) columns(m Moment) columns {
	amounts := t.amounts()
	w := columns{name: minName, free: make([]int, len(amounts))}
	for _, z := range m.Zones {
		for i := range z.Bins {
			b := &z.Bins[i]
			w.name = min(max(w.name, terminal.Columns(binName(b))), maxName)
			w.count = max(w.count, len(number(b.Instances)))
			free := t.free(b)
			for k, r := range amounts {
				w.free[k] = max(w.free[k], len(number(free[r])))
			}
		}
	}
	if len(amounts) == 0 {
		return w
	}
	before, fixed := indent+w.name+len(" x")+w.count, 0
	for k, r := range amounts {
		one := len("  ") + terminal.Columns(t.short(r)) + len(" [] ") + w.free[k]
		fixed += one
	}
	widest := len("  ") + t.widestShort() + len(" [] ") + slices.Max(w.free)
	w.bar = (t.Width - before - fixed) / len(amounts)
	w.together = w.bar >= minBar
	if !w.together {
		w.bar = max(t.Width-indent-widest, minBar)
	}
	w.bar = min(w.bar, maxBar)
	return w
}

func binName(b *Bin) string {
	name := terminal.Plain(b.Names[0].Name)
	if len(b.Names) > 1 {
		name += fmt.Sprintf(" +%d", len(b.Names)-1)
	}
	return name
}

// bin writes instances that are alike: in one line, or in one for each resource under their name.
func (t *textCluster) bin(b *Bin, w columns) {
	name := terminal.Cut(binName(b), w.name)
	head := strings.Repeat(" ", indent) + padded(name, w.name) + " " + padded(t.count(b.Instances), 1+w.count)
	if !w.together {
		head = strings.TrimRight(head, " ")
	}
	fmt.Fprint(t, head)
	var tail []string
	tail = append(tail, ports(t.taken(b))...)
	for _, task := range b.Tasks {
		if s := t.Services[task.Service]; len(mark(t.slots[task.Service], false)) > 1 {
			tail = append(tail, number(task.Count)+t.times+s.title())
		}
	}
	free := t.free(b)
	for k, r := range t.amounts() {
		before, short, wide := "  ", t.short(r), w.free[k]
		if !w.together {
			before, short, wide = "\n"+strings.Repeat(" ", indent+2), padded(short, t.widestShort()), slices.Max(w.free)
		}
		fmt.Fprintf(t, "%s%s [%s] %*s", before, short, t.bar(b, r, w.bar), wide, number(free[r]))
	}
	if len(tail) > 0 {
		fmt.Fprint(t, "  ", terminal.Plain(t.ascii(strings.Join(tail, " "))))
	}
	fmt.Fprintln(t)
}

func (t *textCluster) widestShort() int {
	widest := 0
	for _, r := range t.amounts() {
		widest = max(widest, terminal.Columns(t.short(r)))
	}
	return widest
}

func (t *textCluster) short(r int) string { return terminal.Plain(t.Resources[r].Short) }

func (t *textCluster) count(instances int64) string {
	if instances == 1 {
		return ""
	}
	return t.times + number(instances)
}

// bar draws what tasks take of a resource in a number of columns.
func (t *textCluster) bar(b *Bin, r, width int) string {
	var amounts []int64
	var tasks []Task
	for _, task := range b.Tasks {
		if n := task.Count * t.demand(task.Service, r); n > 0 && task.Phase != Stopping {
			amounts, tasks = append(amounts, n), append(tasks, task)
		}
	}
	cells := share(amounts, at(b.Capacity, r), width)
	bar, used := "", 0
	for i, task := range tasks {
		bar += t.sign(task.Service, cells[i])
		used += cells[i]
	}
	free := "."
	if t.Unicode {
		free = "·"
	}
	return bar + t.Paint(terminal.Dim, strings.Repeat(free, max(width-used, 0)))
}

// share divides a bar of capacity among amounts. What takes something gets a cell, and a cell stays free where something is free, as
// far as there are cells for that.
func share(amounts []int64, capacity int64, width int) []int {
	cells := make([]int, len(amounts))
	var sum int64
	used := 0
	for i, n := range amounts {
		sum += n
		if capacity <= 0 {
			continue
		}
		end := min(int(float64(sum)/float64(capacity)*float64(width)+0.5), width)
		cells[i] = max(end-used, 0)
		if cells[i] == 0 && used < width {
			cells[i] = 1
		}
		used += cells[i]
	}
	if sum >= capacity || used < width {
		return cells
	}
	largest := 0
	for i, n := range cells {
		if n > cells[largest] {
			largest = i
		}
	}
	if len(cells) > 0 && cells[largest] > 1 {
		cells[largest]--
	}
	return cells
}
