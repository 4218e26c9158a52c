package scenario

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/fleet"
)

// sidesDiffer reports that it makes a difference what instances register.
func (b *builder) sidesDiffer() bool {
	for i := range b.fleet.Groups {
		least, most := b.capacity(i, choice{}), b.capacity(i, choice{memory: b.steps, most: true})
		if !slices.Equal(least, most) {
			return true
		}
	}
	return false
}

// othersDiffer reports that beside memory other things may be more or less.
func (b *builder) othersDiffer() bool {
	for i := range b.fleet.Groups {
		if !slices.Equal(b.capacity(i, choice{}), b.capacity(i, choice{most: true})) {
			return true
		}
	}
	return false
}

// portsPerInstance is how many ports can be reserved on an instance at a time, the agent's own among them:
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
const portsPerInstance = 100

// capacity is what an instance of group i has free, for each resource.
func (b *builder) capacity(i int, c choice) []int64 {
	return b.capacityOf(&b.fleet.Groups[i], b.taken[i], c)
}

// capacityOf is what an instance has free beside what is taken of it.
func (b *builder) capacityOf(g *fleet.Group, inUse map[string]int64, c choice) []int64 {
	amounts := g.Least
	if c.most {
		amounts = g.Most
	}
	amounts.Memory = g.Least.Memory
	if b.steps > 0 {
		amounts.Memory += (g.Most.Memory - g.Least.Memory) * c.memory / b.steps
	}
	tcp := g.ReservedTCP
	if tcp == nil {
		tcp = reservedTCP(g.Windows, !c.most)
	}
	var all []int64
	for _, name := range b.resources {
		taken := inUse[name]
		number := int64(0)
		protocol, _, isPort := strings.Cut(name, "/")
		if isPort && protocol != "distinct" {
			fmt.Sscan(name[len(protocol)+1:], &number)
		}
		switch {
		case name == "cpu":
			taken = amounts.CPU - taken
		case name == "memory":
			taken = amounts.Memory - taken
		case name == "eni":
			taken = amounts.ENIs - taken
		case name == "gpu":
			taken = amounts.GPUs - taken
		case name == ports:
			taken = portsPerInstance - int64(len(tcp)+len(g.ReservedUDP)) - taken
		case protocol == "tcp" && slices.Contains(tcp, number), protocol == "udp" && slices.Contains(g.ReservedUDP, number):
			taken = 0
		default:
			taken = 1 - taken
		}
		all = append(all, max(taken, 0))
	}
	return all
}

// reservedTCP are the ports that the agent keeps: with what only the pages of AWS list, or without.
func reservedTCP(windows, documented bool) []int64 {
	if windows {
		return facts.ReservedHostPortsWindows
	}
	if documented {
		return facts.ReservedHostPortsLinux
	}
	return slices.DeleteFunc(slices.Clone(facts.ReservedHostPortsLinux), func(n int64) bool { return n == facts.DocumentedHostPortLinux })
}

// side says what instances have in a scenario.
func (b *builder) side(c choice) string {
	others := b.othersDiffer()
	switch {
	case c.most && c.memory == b.steps && others:
		return "instances have the most that they may have"
	case c.most && c.memory == b.steps:
		return "instances register the most memory that they can"
	case c.memory == 0 && others:
		return "instances have no more than is certain"
	case c.memory == 0:
		return "instances register the least memory that was seen"
	}
	return "instances register " + Registered(b.registered(c))
}

// registered is the memory in MiB that the instances of each group register, of those of which it isn't certain.
func (b *builder) registered(c choice) map[string]int64 {
	all := map[string]int64{}
	memory := slices.Index(b.resources, "memory")
	for i, g := range b.fleet.Groups {
		if g.Most.Memory > g.Least.Memory {
			all[g.Name] = b.capacity(i, c)[memory] + b.taken[i]["memory"]
		}
	}
	return all
}

// Registered says how much memory instances register: "7680 MiB (m5.large), 3827 MiB (t3.medium)".
func Registered(mib map[string]int64) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(mib)) {
		parts = append(parts, fmt.Sprintf("%d MiB (%s)", mib[name], name))
	}
	return strings.Join(parts, ", ")
}
