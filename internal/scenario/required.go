package scenario

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/value"
)

// required are the attributes that ECS requires of an instance for what the task definition certainly holds, as far as it is known what
// requires what: each as an expression.
func (j *Job) required() []expression {
	td := j.TaskDefinition.TaskDefinition()
	r := requirements{in: j.TaskDefinition}
	if j.Demand.mode == "awsvpc" {
		r.add(facts.AttributeTaskENI, td.NetworkMode)
	}
	if _, ok := td.TaskRoleArn.Get(); ok && j.Demand.mode == "host" {
		r.add(facts.AttributeTaskRoleOnHost, td.TaskRoleArn)
	} else if ok {
		r.add(facts.AttributeTaskRole, td.TaskRoleArn)
	}
	for _, v := range td.Volumes.Items {
		if id, ok := v.EfsVolumeConfiguration.FileSystemId.Get(); ok && id != "" {
			r.add(facts.AttributeEFS, v.EfsVolumeConfiguration.FileSystemId)
		}
	}
	_, byExecutionRole := td.ExecutionRoleArn.Get()
	for _, c := range td.ContainerDefinitions.Items {
		r.container(c, byExecutionRole)
	}
	return r.all
}

type requirements struct {
	in  *ecs.Object
	all []expression
}

func (r *requirements) add(attribute string, at value.Located) {
	e := expression{text: "attribute:" + attribute + " exists", in: r.in, at: at, origin: byFeature}
	if !slices.ContainsFunc(r.all, func(o expression) bool { return o.text == e.text }) {
		r.all = append(r.all, e)
	}
}

func (r *requirements) container(c ecs.ContainerDefinition, byExecutionRole bool) {
	driver, _ := c.LogConfiguration.LogDriver.Get()
	if name, ok := facts.AttributeOfLogDriver(driver); ok {
		r.add(name, c.LogConfiguration.LogDriver)
	}
	if driver == "awslogs" && byExecutionRole {
		r.add(facts.AttributeLogsByExecutionRole, c.LogConfiguration.LogDriver)
	}
	kind, _ := c.FirelensConfiguration.Type.Get()
	if name, ok := facts.AttributeOfFireLens(kind); ok {
		r.add(name, c.FirelensConfiguration.Type)
	}
	if image, _ := c.Image.Get(); ecs.InPrivateECR(image) {
		r.add(facts.AttributeECR, c.Image)
		if byExecutionRole {
			r.add(facts.AttributeECRByExecutionRole, c.Image)
		}
	}
	for _, s := range c.Secrets.Items {
		switch from, ok := s.ValueFrom.Get(); {
		case strings.Contains(from, ":secretsmanager:"):
			r.add(facts.AttributeSecretsManager, s.ValueFrom)
		case ok: // the ARN or the name of a parameter
			r.add(facts.AttributeParameterSecrets, s.ValueFrom)
		}
	}
	for _, f := range c.EnvironmentFiles.Items {
		if kind, _ := f.Type.Get(); kind == "s3" {
			r.add(facts.AttributeEnvironmentFiles, f.Type)
		}
	}
	for _, d := range c.DependsOn.Items {
		if _, ok := d.ContainerName.Get(); ok {
			r.add(facts.AttributeContainerOrdering, d.ContainerName)
		}
	}
	if command := c.HealthCheck.Command; len(command.Items) > 0 {
		if first, ok := command.Items[0].Get(); ok && first != "NONE" {
			r.add(facts.AttributeHealthCheck, command)
		}
	}
}

// attributeOf is the attribute that an expression of a feature asks for.
func attributeOf(e expression) string {
	return strings.TrimSuffix(strings.TrimPrefix(e.text, "attribute:"), " exists")
}

// readRequired has instances keep the attributes that their agent has registered, where the fleet lists them: what one lacks keeps
// tasks away that require it. All other instances are taken to have what is required.
func (b *builder) readRequired(j *Job) {
	for _, e := range j.required() {
		name := attributeOf(e)
		if slices.ContainsFunc(b.fleet.Groups, func(g fleet.Group) bool { return g.Capabilities != nil && !slices.Contains(g.Capabilities, name) }) {
			j.expressions = append(j.expressions, e)
		}
	}
}

// assumeCapabilities says what is taken for granted of what the agents of the instances can do.
func (b *builder) assumeCapabilities() {
	lists := func(g fleet.Group) bool { return g.Capabilities != nil }
	open := func(g fleet.Group) bool { return !lists(g) }
	switch listed := slices.ContainsFunc(b.fleet.Groups, lists); {
	case !listed:
		b.assume("The instances have what the task definitions require beside resources: log drivers, capabilities of the agent.")
	case slices.ContainsFunc(b.fleet.Groups, open):
		b.assume("Instances whose capabilities the fleet doesn't list have what the task definitions require beside resources.")
		fallthrough
	default:
		b.assume("Beside resources task definitions require only the attributes that ECS is known to derive from them.")
	}
}
