package certificate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Claim is what the certificate proves, in words, if Check finds nothing wrong with it: "1 task can't be placed: 3 tasks need port 80,
// and 2 instances have it".
func (c *Certificate) Claim() string { return c.part().claim(c.Problem) }

func (Assignment) claim(p *Problem) string {
	return "there is room for all on " + p.places()
}

func (*Tree) claim(p *Problem) string {
	return fmt.Sprintf("not all %s can be placed on %s: whatever way they are filled, some are left", count(p.tasks(), "task"), p.places())
}

func (Slacks) claim(*Problem) string { return "all tasks are placed, whatever ECS chooses" }

func count(n int64, what string) string {
	if n == 1 {
		return "1 " + what
	}
	if strings.HasSuffix(what, "s") {
		what += "e"
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// place is what the classes are: an instance, a quota of Fargate, a subnet.
func (p *Problem) place() string {
	switch {
	case slices.Contains(p.Resources, VCPU):
		return "quota"
	case slices.Contains(p.Resources, Address):
		return "subnet"
	}
	return "instance"
}

func (p *Problem) places() string { return count(p.instances(), p.place()) }

func (p *Problem) instances() (n int64) {
	for _, c := range p.Classes {
		n += c.Count
	}
	return n
}

func (p *Problem) tasks() (n int64) {
	for _, t := range p.Types {
		if !t.Daemon {
			n += t.Count
		}
	}
	return n
}

// Amount is a number of a resource in the words of ECS: "512 MiB of memory", "port 80".
func Amount(resource string, n int64) string {
	kind, name, _ := strings.Cut(resource, "/")
	switch kind {
	case "cpu":
		return count(n, "CPU unit")
	case "memory":
		return fmt.Sprintf("%d MiB of memory", n)
	case "eni":
		return count(n, "network interface")
	case "gpu":
		return count(n, "GPU")
	case VCPU:
		return figure(resource, n) + " vCPU"
	case Address:
		return count(n, "address")
	case "ports":
		return count(n, "reserved port")
	case "tcp":
		return "port " + name
	case "udp":
		return "UDP port " + name
	case "distinct":
		return "an instance without tasks of " + name
	}
	return fmt.Sprintf("%d of %s", n, resource)
}

// figure is a number of a resource without its unit.
func figure(resource string, n int64) string {
	const unitsPerVCPU = 1024
	if resource == VCPU {
		return strconv.FormatFloat(float64(n)/unitsPerVCPU, 'f', -1, 64)
	}
	return fmt.Sprint(n)
}

// isOne tells of a resource that an instance has or hasn't: a port, distinctInstance.
func isOne(resource string) bool {
	kind, name, _ := strings.Cut(resource, "/")
	return name != "" && (kind == "tcp" || kind == "udp" || kind == "distinct")
}

func (s *Single) claim(p *Problem) string {
	t := &p.Types[s.Type]
	var blocked []Blocked
	if c, err := newChecker(p, budget); err == nil {
		blocked = slices.DeleteFunc(c.blockedAlone(s.Type), func(b Blocked) bool { return b.Because == "" })
	}
	if len(blocked) == 0 {
		return t.Name + " can't be placed: there are no instances"
	}
	if b := blocked[0]; t.Daemon {
		return fmt.Sprintf("%s can't run on %s: it %s", t.Name, p.Classes[b.Class].Name, b.claim(p, s.Type))
	}
	if len(blocked) > 1 {
		blocked = slices.DeleteFunc(blocked, func(b Blocked) bool { return b.ofAnother(p) })
	}
	largest, same := blocked[0], true
	var reasons []string
	for _, b := range blocked {
		same = same && b.Because == "resource" && b.Resource == largest.Resource
		if b.Have > largest.Have {
			largest = b
		}
		reasons = append(reasons, fmt.Sprintf("on %s it %s", p.Classes[b.Class].Name, b.claim(p, s.Type)))
	}
	if r := p.Resources[largest.Resource]; same && !isOne(r) {
		return fmt.Sprintf("%s can't be placed: it needs %s, and no %s has more than %s", t.Name, Amount(r, largest.Need), p.place(), figure(r, max(largest.Have, 0)))
	}
	return t.Name + " can't be placed: " + strings.Join(reasons, "; ")
}

// ofAnother tells of the quota that tasks of Fargate don't go by: it is no reason that they wait.
func (b Blocked) ofAnother(p *Problem) bool { return b.Because == "provider" && p.place() == "quota" }

func (b Blocked) claim(p *Problem, t int) string {
	typ, class := &p.Types[t], &p.Classes[b.Class]
	switch b.Because {
	case "":
		return "is ruled out by what runs there"
	case "provider":
		return "may not run: it wants capacity provider " + typ.Provider
	case "zone":
		return fmt.Sprintf("may not run: zone %q is none of its subnets' (%s)", class.Zone, strings.Join(typ.Zones, ", "))
	case "memberOf":
		return "may not run: memberOf " + typ.MemberOf[b.Expression].Text
	}
	switch r := p.Resources[b.Resource]; {
	case r == Undrained:
		return "takes no new tasks: it drains"
	case isOne(r):
		return "needs " + Amount(r, b.Need) + ", which is taken"
	default:
		return fmt.Sprintf("needs %s, and %s are free", Amount(r, b.Need), figure(r, max(b.Have, 0)))
	}
}

func (r *Run) claim(p *Problem) string {
	var waiting []string
	for t, n := range r.Waiting {
		if n > 0 && p.Types[t].Daemon {
			waiting = append(waiting, fmt.Sprintf("%s on %s", p.Types[t].Name, count(n, "instance")))
		} else if n > 0 {
			waiting = append(waiting, fmt.Sprintf("%s of %s", count(n, "task"), p.Types[t].Name))
		}
	}
	if waiting == nil {
		return fmt.Sprintf("ECS may place all in %s", count(int64(len(r.Steps)), "step"))
	}
	return "ECS may leave without a place " + strings.Join(waiting, ", ")
}
