package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var invalidSystemControl = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-system-control",
		Title:    "A container sets a kernel parameter that it doesn't have for itself",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answers aren't known
		Since:    "0.1.0",
		Sources:  facts.SystemControlsOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		check := systemControlCheck{p, map[string][]ecs.SystemControl{}}
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, s := range c.SystemControls.Items {
				if namespace, ok := s.Namespace.Get(); p.Known(s.Namespace) && ok {
					check.judge(s, namespace, containerLabel(c))
				}
			}
		}
	},
}

// systemControlCheck goes through the containers of one task, and keeps what they set for its network.
type systemControlCheck struct {
	*analysis.Pass
	network map[string][]ecs.SystemControl
}

func (c *systemControlCheck) judge(s ecs.SystemControl, namespace, owner string) {
	td := c.TaskDefinition()
	networkMode, _ := td.NetworkMode.Get()
	ipcMode, _ := td.IpcMode.Get()
	sets := fmt.Sprintf("%s sets kernel parameter %q", owner, namespace)
	switch {
	case !facts.IsSystemControl(namespace):
		c.Reportf(s.Namespace, "%s, which isn't one of a container", sets).
			Help("set it on the instance, or remove it").
			Note("Containers have net.*, fs.mqueue.*, kernel.msgmax, kernel.msgmnb, kernel.msgmni, kernel.sem, and kernel.shm*.")
	case facts.IsNetworkControl(namespace) && c.Known(td.NetworkMode) && networkMode == hostMode:
		c.Reportf(s.Namespace, "%s, and in network mode host it has the network of its host", sets).
			Help("set it on the instance, or use another network mode").
			Related(td.NetworkMode, "the network mode")
	case facts.IsNetworkControl(namespace) && networkMode == awsvpc:
		c.sameNetwork(s, namespace, sets)
	case facts.IsIPCControl(namespace) && c.Known(td.IpcMode) && ipcMode == "host":
		c.Reportf(s.Namespace, "%s, and with IPC mode host it has that of its host", sets).
			Help("set it on the instance, or use IPC mode task").
			Related(td.IpcMode, "the IPC mode")
	}
}

// sameNetwork reports two values for the one network that the containers of a task share.
func (c *systemControlCheck) sameNetwork(s ecs.SystemControl, namespace, sets string) {
	text, known := s.Value.Get()
	if !c.Known(s.Value) || !known {
		return
	}
	for _, other := range c.network[namespace] {
		if before, _ := other.Value.Get(); before != text {
			c.Reportf(s.Value, "%s to %q, and another container to %q: they share one network, and the last that starts wins", sets, text, before).
				Help("set it in one container").
				Related(other.Value, "the other value")
			break
		}
	}
	c.network[namespace] = append(c.network[namespace], s)
}
