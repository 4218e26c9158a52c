package simulation

import (
	"fmt"
	"strings"
)

func (c *Cluster) binView(b *Bin, zone string, slots []int, dense bool) binView {
	free := c.free(b)
	v := binView{Bin: b, Label: within(b.Names[0].Name, zone), Free: c.pick(free), Of: c.pick(b.Capacity)}
	v.Title = c.places(b.Instances) + c.in(zone)
	if b.Type != "" {
		v.Title = plural(b.Instances, b.Type, b.Type) + c.in(zone)
	}
	if b.Provider != "" {
		v.Title += ", capacity provider " + b.Provider
	}
	if len(b.Names) > 1 {
		v.Label += fmt.Sprintf(" +%d", len(b.Names)-1)
	}
	v.Others = names(b.Names)
	v.Taken = list(c.taken(b))
	v.Ports = ports(c.taken(b))
	v.Beside = beside(b.Before)
	for _, r := range c.amounts() {
		v.Columns = append(v.Columns, c.Resources[r])
		v.Bars = append(v.Bars, barView{c.Resources[r], free[r], c.segments(b, r, slots, dense)})
	}
	for _, t := range b.Tasks {
		s := c.Services[t.Service]
		task := taskView{
			Task: t, Mark: mark(slots[t.Service], s.Old), Name: s.title(), Slot: slots[t.Service], Phase: phases[t.Phase], Takes: c.pick(s.Demand),
		}
		for i := range task.Takes {
			task.Takes[i] *= t.Count
		}
		v.Tasks = append(v.Tasks, task)
	}
	return v
}

// maxPorts bounds what is written into the box of an instance.
const maxPorts = 4

func ports(taken []string) []string {
	var all []string
	for _, name := range taken {
		if strings.HasPrefix(name, "distinct/") {
			continue
		}
		if len(all) == maxPorts {
			return append(all, "…")
		}
		all = append(all, name)
	}
	return all
}

// Spoken is what a screen reader says of instances.
func (b binView) Spoken() string {
	var tasks, free []string
	for _, t := range b.Tasks {
		task := number(t.Count) + " × " + t.Name
		if t.Phase != "" {
			task += " " + t.Phase
		}
		tasks = append(tasks, task)
	}
	if tasks == nil {
		tasks = []string{"no tasks"}
	}
	for i, r := range b.Columns {
		free = append(free, r.Name+" "+r.write(b.Free[i]))
	}
	return b.Title + ", on each: " + strings.Join(tasks, ", ") + "; free: " + strings.Join(free, ", ")
}

// Held is what runs on each, in short.
func (b binView) Held() string {
	var all []string
	for _, t := range b.Tasks {
		all = append(all, number(t.Count)+" × "+t.Mark+" "+t.Name)
	}
	if all == nil {
		return "none"
	}
	return strings.Join(all, ", ")
}

const (
	roomForText  = 9.0 // percent of a bar that a letter takes
	roomForTasks = 4.0 // and a task that is drawn by itself
)

// segments draws what tasks take of a resource: each task by itself, unless the bar is dense.
func (c *Cluster) segments(b *Bin, r int, slots []int, dense bool) []segment {
	var all []segment
	of, at := float64(at(b.Capacity, r)), 0.0
	for _, t := range b.Tasks {
		demand := float64(c.demand(t.Service, r))
		if of <= 0 || demand == 0 || t.Phase == Stopping {
			continue
		}
		s := c.Services[t.Service]
		one, pieces := demand/of*100, t.Count
		width := one * float64(t.Count)
		if dense || one < roomForTasks {
			one, pieces = width, 1
		}
		for i := range pieces {
			piece := segment{
				Slot: slots[t.Service], Old: s.Old, Starting: t.Phase == Starting, X: percent(at + one*float64(i)), Width: percent(one),
			}
			if text := mark(slots[t.Service], s.Old); !dense && i == pieces-1 && width >= roomForText*float64(len(text)) {
				piece.Text, piece.TextX = text, percent(at+width/2)
			}
			if piece.X == "0%" {
				piece.X = ""
			}
			all = append(all, piece)
		}
		at += width
	}
	return all
}
