package scenario

import (
	"fmt"
	"strings"
)

// Wants is what a job asks for, in words: "4 tasks of 512 CPU units, 1024 MiB, port 80".
func (j *Job) Wants() string {
	d := j.Demand
	parts := []string{fmt.Sprintf("%d CPU units", d.cpu.n), fmt.Sprintf("%d MiB", d.memory.n)}
	if d.gpus.n > 0 {
		parts = append(parts, counted(d.gpus.n, "GPU"))
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
		return counted(j.Count, "task") + " of " + each + " on Fargate"
	}
	return counted(j.Count, "task") + " of " + each
}

func counted(n int64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
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
		return "no instance satisfies its placement constraints"
	case "cpu":
		return fmt.Sprintf("a task takes %d CPU units, and no instance has more than %d left", w.Need, w.Have)
	case "memory":
		return fmt.Sprintf("a task takes %d MiB, and no instance has more than %d left", w.Need, w.Have)
	case "eni":
		return "no instance has a network interface left"
	case "gpu":
		return fmt.Sprintf("a task takes %s, and no instance has more than %d left", counted(w.Need, "GPU"), w.Have)
	case "address":
		return "its subnets have no free address left"
	case "distinct":
		return "each instance runs a task of its group already (distinctInstance)"
	case ports:
		return fmt.Sprintf("a task takes %d host ports, and an instance has %d left of its %d", w.Need, w.Have, portsPerInstance)
	}
	return fmt.Sprintf("host port %s (%s) is taken on every instance", name, kind)
}
