package taskdefinition

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var invalidResourceRequirement = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-resource-requirement",
		Title:    "A container asks for GPUs or Neuron devices in a way that can't be met",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answers aren't known
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-gpu.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-inference.html",
		},
	},
	Run: func(p *analysis.Pass) {
		check := resourceCheck{Pass: p}
		resources := resourcesOf(p)
		for _, r := range resources {
			if r.kind == gpu && !r.SharingStrategy.Absent() && r.Value.Absent() && p.Known(r.SharingStrategy) {
				check.shared = r.SharingStrategy
			}
		}
		for _, r := range resources {
			check.judge(r)
		}
	},
}

const (
	gpu    = "GPU"
	neuron = "NeuronDevice"
)

func resourcesOf(p *analysis.Pass) []resource {
	var resources []resource
	for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
		for _, r := range c.ResourceRequirements.Items {
			if kind, _ := r.Type.Get(); p.Known(r, r.Type) && (kind == gpu || kind == neuron) {
				resources = append(resources, resource{r, kind, containerLabel(c), c})
			}
		}
	}
	return resources
}

type resource struct {
	ecs.ResourceRequirement
	kind, owner string
	container   ecs.ContainerDefinition
}

// resourceCheck goes through the containers of one task.
type resourceCheck struct {
	*analysis.Pass
	neuron value.Located // the first that asks for Neuron devices
	shared value.Located // one that asks for a share of a GPU
}

const all = "ALL"

var (
	wholeNumber = regexp.MustCompile(`^[1-9][0-9]*$`)
	gpuShares   = []string{"0.125", "0.25", "0.5"} // of Managed Instances
)

func (c *resourceCheck) judge(r resource) {
	if !c.Known(r.Value, r.SharingStrategy) {
		return
	}
	text, hasValue := r.Value.Get()
	isShared := !r.SharingStrategy.Absent()
	switch {
	case r.kind == neuron:
		c.judgeNeuron(r, text)
	case hasValue && isShared:
		c.Reportf(r.Value, `%s asks for whole GPUs by "value" and for a share by "sharingStrategy": one of the two is possible`, r.owner).
			Help("remove one of the two")
	case isShared:
	case !hasValue:
		c.Reportf(r.Type, `%s asks for GPUs without saying how many`, r.owner).
			Help(`add "value": "1"`)
	default:
		c.judgeGPUs(r, text)
	}
}

func (c *resourceCheck) judgeNeuron(r resource, text string) {
	platforms := c.Project.Platforms(c.Object)
	_, managed := platforms.Requires(ecs.ManagedInstances)
	if because, onEC2 := platforms.Requires(ecs.EC2); onEC2.IsTrue() && managed.IsFalse() {
		c.Reportf(r.Type, "%s asks for Neuron devices, which only Managed Instances give; %s", r.owner, because).
			Help(`name the devices in "linuxParameters"."devices", or run the task on Managed Instances`)
		return
	}
	for _, d := range r.container.LinuxParameters.Devices.Items {
		if path, _ := d.HostPath.Get(); strings.HasPrefix(path, "/dev/neuron") {
			c.Reportf(d.HostPath, "%s maps %q and asks for all Neuron devices: it gets them already", r.owner, path).
				Help("remove the device").
				Related(r.Type, "the resource requirement")
		}
	}
	if text != all {
		c.Reportf(r.Value, `%s asks for Neuron devices: the value has to be "ALL"`, r.owner).
			Help(`set "value" to "ALL"`)
	}
	if c.neuron != nil {
		c.Reportf(r.Type, "%s asks for the Neuron devices, which another container of the task has already", r.owner).
			Help("let one container have them").
			Related(c.neuron, "the other container")
		return
	}
	c.neuron = r.Type
}

func (c *resourceCheck) judgeGPUs(r resource, text string) {
	if c.shared != nil {
		c.Reportf(r.Value, "%s asks for whole GPUs, and another container for a share of one: all of a task ask in the same way", r.owner).
			Help(`use "value" in all of them, or "sharingStrategy"`).
			Related(c.shared, "the share")
	}
	if wholeNumber.MatchString(text) {
		return
	}
	_, managed := c.Project.Platforms(c.Object).Requires(ecs.ManagedInstances)
	isShare := slices.Contains(gpuShares, text)
	external, onExternal := c.Project.Platforms(c.Object).Requires(ecs.External)
	switch {
	case text == all && onExternal.IsTrue():
		c.Reportf(r.Value, `%s asks for "ALL" GPUs, and on ECS Anywhere it has to be a number; %s`, r.owner, external).
			Help(`write it as in "1"`)
	case text == all:
	case isShare && managed.IsFalse():
		c.Reportf(r.Value, "%s asks for %q of a GPU, and parts of one are for Managed Instances", r.owner, text).
			Help(`ask for whole GPUs, or for a share by "sharingStrategy"`)
	case !isShare:
		c.Reportf(r.Value, `%s asks for %q GPUs: it takes a whole number, "ALL", or on Managed Instances one of %s`, r.owner, text, quotedList(gpuShares)).
			Help(`write it as in "1"`)
	}
}
