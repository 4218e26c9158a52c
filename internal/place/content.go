package place

import (
	"encoding/binary"
	"slices"
)

// content is what instances of a class hold. Contents don't change; equal ones of a fleet are the same.
type content struct {
	class int
	tasks []placed // in the order of types, none of 0
	free  []int64
	total int64 // tasks, those that ran before included

	next   map[int]*content // by type: the same with one more task, of those made yet
	may    map[int]bool     // by type: whether a task can be placed, where that was asked and isn't just room
	daemon answer           // whether a daemon can be placed
	id     int
}

type placed struct {
	typ   int
	count int64
}

type answer int8

const (
	unasked answer = iota
	no
	yes
)

// contents are all contents met in a search.
type contents struct {
	*model
	groups  []string // task groups
	group   []int    // of each type
	running [][]int64
	known   map[string]*content
}

func newContents(m *model) *contents {
	cs := &contents{model: m, known: map[string]*content{}}
	number := map[string]int{}
	id := func(group string) int {
		if _, ok := number[group]; !ok {
			number[group] = len(number)
			cs.groups = append(cs.groups, group)
		}
		return number[group]
	}
	for _, t := range m.problem.Types {
		cs.group = append(cs.group, id(t.Group))
	}
	for _, c := range m.problem.Classes {
		for _, r := range c.Running {
			id(r.Group)
		}
	}
	for _, c := range m.problem.Classes {
		running := make([]int64, len(cs.groups))
		for _, r := range c.Running {
			running[number[r.Group]] += r.Count
		}
		cs.running = append(cs.running, running)
	}
	return cs
}

// fresh is the content of instances of a class before anything is placed.
func (cs *contents) fresh(class int) *content {
	var total int64
	for _, n := range cs.running[class] {
		total += n
	}
	return cs.intern(class, nil, func() ([]int64, int64) {
		return slices.Clone(cs.problem.Classes[class].Capacity), total
	})
}

func (cs *contents) intern(class int, tasks []placed, fill func() (free []int64, total int64)) *content {
	key := binary.AppendUvarint(nil, uint64(class))
	for _, p := range tasks {
		key = binary.AppendUvarint(binary.AppendUvarint(key, uint64(p.typ)), uint64(p.count))
	}
	if c, ok := cs.known[string(key)]; ok {
		return c
	}
	c := &content{class: class, tasks: tasks, id: len(cs.known)}
	c.free, c.total = fill()
	cs.known[string(key)] = c
	return c
}

// with is a content with one more task of a type.
func (cs *contents) with(c *content, t int) *content {
	if n := c.next[t]; n != nil {
		return n
	}
	tasks := slices.Clone(c.tasks)
	i, found := slices.BinarySearchFunc(tasks, t, func(p placed, t int) int { return p.typ - t })
	if found {
		tasks[i].count++
	} else {
		tasks = slices.Insert(tasks, i, placed{t, 1})
	}
	n := cs.intern(c.class, tasks, func() ([]int64, int64) {
		free := slices.Clone(c.free)
		take(free, cs.needs[t], 1)
		return free, c.total + 1
	})
	if c.next == nil {
		c.next = map[int]*content{}
	}
	c.next[t] = n
	return n
}

// without is a content with one task of a type less.
func (cs *contents) without(c *content, t int) *content {
	tasks := slices.Clone(c.tasks)
	i := slices.IndexFunc(tasks, func(p placed) bool { return p.typ == t })
	if tasks[i].count--; tasks[i].count == 0 {
		tasks = slices.Delete(tasks, i, i+1)
	}
	return cs.intern(c.class, tasks, func() ([]int64, int64) {
		free := slices.Clone(c.free)
		take(free, cs.needs[t], -1)
		return free, c.total - 1
	})
}

// of is how many tasks of a group run there.
func (cs *contents) of(c *content, group int) int64 {
	n := cs.running[c.class][group]
	for _, p := range c.tasks {
		if cs.group[p.typ] == group {
			n += p.count
		}
	}
	return n
}

// feasible tells whether a task of a type can be placed.
func (cs *contents) feasible(c *content, t int) bool {
	if !cs.May(t, c.class) || fit(1, cs.needs[t], c.free) == 0 {
		return false
	}
	if !cs.Dynamic(t) && !cs.problem.Types[t].Daemon {
		return true
	}
	if may, asked := c.may[t]; asked {
		return may
	}
	if c.may == nil {
		c.may = map[int]bool{}
	}
	c.may[t] = cs.holds(c, t)
	return c.may[t]
}

// holds tells whether all that is asked of an instance but room is as the type wants it.
func (cs *contents) holds(c *content, t int) bool {
	if cs.problem.Types[t].Daemon && cs.of(c, cs.group[t]) > 0 {
		return false
	}
	if !cs.Dynamic(t) {
		return cs.May(t, c.class)
	}
	var groups []string
	for g, name := range cs.groups {
		if cs.of(c, g) > 0 {
			groups = append(groups, name)
		}
	}
	return cs.MayBeside(t, c.class, groups, c.total)
}
