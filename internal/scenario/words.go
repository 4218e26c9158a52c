package scenario

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/terminal"
)

// Wants is what a job asks for, in words: "4 tasks of 512 CPU units, 1024 MiB, port 80".
func (j *Job) Wants() string {
	d := j.Demand
	parts := []string{fmt.Sprintf("%d CPU units", d.cpu.n), fmt.Sprintf("%d MiB", d.memory.n)}
	if d.gpus.n > 0 {
		parts = append(parts, terminal.Count(d.gpus.n, "GPU"))
	}
	if d.enis.n > 0 && !j.Fargate {
		parts = append(parts, "a network interface")
	}
	const few = 3
	switch n := len(d.ports); {
	case n > few:
		parts = append(parts, fmt.Sprintf("%d host ports", n))
	default:
		for _, p := range d.ports {
			parts = append(parts, "host port "+strings.ReplaceAll(p.resource(), "/", " "))
		}
	}
	each := strings.Join(parts, ", ")
	switch {
	case j.Daemon:
		return "a task of " + each + " on each instance"
	case j.Fargate:
		return terminal.Count(j.Count, "task") + " of " + each + " on Fargate"
	}
	return terminal.Count(j.Count, "task") + " of " + each
}

// Words says why tasks wait.
func (w Waiting) Words() string {
	kind, name, _ := strings.Cut(w.Because, "/")
	switch kind {
	case "":
		return "there are no container instances"
	case "provider":
		return "no instance belongs to its capacity provider"
	case "zone":
		return "no instance is in a zone of its subnets"
	case "memberOf":
		if w.OfPlatform() {
			return "no instance has the architecture and operating system of its task definition"
		}
		if w.of(byFeature) {
			return "no instance has all attributes that its task definition requires: " + w.attribute()
		}
		return "no instance satisfies its placement constraints"
	case "cpu":
		return fmt.Sprintf("a task takes %d CPU units, and no instance has more than %d left", w.Need, w.Have)
	case "memory":
		return fmt.Sprintf("a task takes %d MiB, and no instance has more than %d left", w.Need, w.Have)
	case "eni":
		return "no instance has a network interface left"
	case "gpu":
		return fmt.Sprintf("a task takes %s, and no instance has more than %d left", terminal.Count(w.Need, "GPU"), w.Have)
	case certificate.VCPU:
		if w.reclaimed {
			return "Fargate Spot has no capacity left"
		}
		return fmt.Sprintf("a task takes %s, and the quota has %s left", certificate.Amount(w.Because, w.Need), certificate.Amount(w.Because, w.Have))
	case certificate.Address:
		return "its subnets have no free address left"
	case "distinct":
		return "each instance runs a task of its group already (distinctInstance)"
	case ports:
		return fmt.Sprintf("a task takes %d host ports, and an instance has %d left of its %d", w.Need, w.Have, portsPerInstance)
	}
	return fmt.Sprintf("host port %s (%s) is taken on every instance", name, kind)
}

// Constraint says of tasks that satisfy no constraint which one that is.
func (w Waiting) Constraint() string {
	switch {
	case w.OfPlatform():
		return "none has the architecture and operating system of its task definition"
	case w.of(byFeature):
		return "none has the attribute " + w.attribute() + ", which ECS requires for this"
	}
	return fmt.Sprintf("none satisfies %q", w.Job.expressions[w.expression].text)
}

// attribute is the one that a task definition requires.
func (w Waiting) attribute() string { return attributeOf(w.Job.expressions[w.expression]) }

// Wait says which tasks wait: "2 tasks of service web wait".
func (w Waiting) Wait() string {
	verb := "wait"
	if w.Count == 1 {
		verb = "waits"
	}
	return fmt.Sprintf("%s of %s %s", terminal.Count(w.Count, "task"), w.Job.Name, verb)
}

// Room says why tasks wait that have the fleet for themselves.
func (w Waiting) Room() string {
	amount, ok := w.amounts()
	switch {
	case !ok:
		return w.Words()
	case w.Because == certificate.VCPU:
		return fmt.Sprintf("there is room for %d of %d: a task takes %s, and the quota is %s", w.wanted-w.Count, w.wanted, amount, certificate.Amount(w.Because, w.Have))
	case w.fitsNowhere:
		return fmt.Sprintf("a task takes %s, and no instance has more than %d", amount, w.Have)
	}
	if strings.HasPrefix(w.Because, distinct) {
		return fmt.Sprintf("there are instances for %d of %d, and distinctInstance takes one for each", w.wanted-w.Count, w.wanted)
	}
	return fmt.Sprintf("there is room for %d of %d: each takes %s of an instance", w.wanted-w.Count, w.wanted, amount)
}

// amounts is what one task takes of the resource that is short; false where that is no amount.
func (w Waiting) amounts() (string, bool) {
	kind, name, _ := strings.Cut(w.Because, "/")
	switch kind {
	case "cpu":
		return fmt.Sprintf("%d CPU units", w.Need), true
	case certificate.VCPU:
		return certificate.Amount(kind, w.Need), true
	case "memory":
		return fmt.Sprintf("%d MiB", w.Need), true
	case "eni":
		return "a network interface", true
	case "gpu":
		return terminal.Count(w.Need, "GPU"), true
	case "tcp", "udp":
		return fmt.Sprintf("host port %s (%s)", name, kind), !w.fitsNowhere
	case "distinct":
		return "an instance", true
	case ports:
		return fmt.Sprintf("%d host ports", w.Need), true
	}
	return "", false
}
