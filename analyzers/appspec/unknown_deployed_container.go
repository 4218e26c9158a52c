package appspec

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

func noContainerText(container string) string {
	return fmt.Sprintf("The container %s does not exist in the task definition.", container)
}

func noPortText(container string, port int64) string {
	return fmt.Sprintf("The container %s did not have a container port %d defined.", container, port)
}

var unknownDeployedContainer = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "unknown-deployed-container",
		Title:     "An appspec names a container or port that its task definition doesn't have",
		Subject:   "appspec",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{noContainerText("web"), noPortText("app", 8080)},
		Sources: []string{
			"https://github.com/aws/amazon-ecs-agent/issues/1276",
			"https://github.com/pulumi/pulumi-aws/issues/3095",
			"https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html",
		},
	},
	Run: func(p *analysis.Pass) {
		spec := p.Object.AppSpec()
		if spec == nil {
			return
		}
		for _, r := range spec.Resources.Items {
			properties := r.TargetService.Properties
			if td := taskDefinitionOf(p, properties.TaskDefinition); td != nil {
				checkContainer(p, properties.LoadBalancerInfo, td)
			}
		}
	},
}

// placeholder is what CodePipeline puts the ARN of the new revision in the place of, which it makes of taskdef.json.
// https://docs.aws.amazon.com/codepipeline/latest/userguide/tutorials-ecs-ecr-codedeploy.html
const placeholder = "<TASK_DEFINITION>"

func taskDefinitionOf(p *analysis.Pass, named value.Value[string]) *ecs.Object {
	if node := named.Where().Node(); node == nil || node.String() != placeholder {
		return p.Project.TaskDefinitionOf(p.Object)
	}
	beside := path.Join(path.Dir(p.Object.File.Name), "taskdef.json")
	for _, o := range p.Project.Objects {
		if o.Type == ecs.TypeTaskDefinition && o.File.Name == beside {
			return o
		}
	}
	return nil
}

func checkContainer(p *analysis.Pass, target ecs.AppSpecLoadBalancerInfo, td *ecs.Object) {
	wanted, ok := target.ContainerName.Get()
	if !p.Known(target.ContainerName) || !ok {
		return
	}
	containers := td.TaskDefinition().ContainerDefinitions
	unknown := []analysis.Unknowable{containers}
	var others []string
	for _, c := range containers.Items {
		name, known := c.Name.Get()
		switch {
		case known && name == wanted:
			checkPort(p, target, c)
			return
		case known:
			others = append(others, strconv.Quote(name))
		default:
			unknown = append(unknown, c.Name)
		}
	}
	if len(others) == 0 || !p.Known(unknown...) {
		return
	}
	p.Reportf(target.ContainerName, "the load balancer is to reach container %q, which %s doesn't have: it has %s", wanted, td.Label(), strings.Join(others, ", ")).
		Help("name a container of the task definition").
		Related(containers, "the containers of the task definition").
		Note("AWS refuses to deploy it: %q", noContainerText(wanted))
}

func checkPort(p *analysis.Pass, target ecs.AppSpecLoadBalancerInfo, c ecs.ContainerDefinition) {
	port, ok := target.ContainerPort.Get()
	if !p.Known(target.ContainerPort) || !ok {
		return
	}
	unknown := []analysis.Unknowable{c.PortMappings}
	for _, m := range c.PortMappings.Items {
		if mapped, ok := m.ContainerPort.Get(); ok && mapped == port || !m.ContainerPortRange.Absent() {
			return // a range may hold it
		}
		unknown = append(unknown, m.ContainerPort)
	}
	if !p.Known(unknown...) {
		return
	}
	name, _ := target.ContainerName.Get()
	p.Reportf(target.ContainerPort, "the load balancer is to reach port %d of container %q, which doesn't map it", port, name).
		Help("name a port that the container maps, or map this one").
		Related(c.PortMappings, "the container in the task definition").
		Note("AWS refuses to deploy it: %q", noPortText(name, port))
}
