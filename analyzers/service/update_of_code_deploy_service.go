package service

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const (
	codeDeployTaskDefinitionText = "Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment."
	codeDeployNetworkText        = "Unable to update network parameters on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment."
	codeDeployForceText          = "Cannot force a new deployment on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment."
)

var updateOfCodeDeployService = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "update-of-code-deploy-service",
		Title:    "An update changes what only CodeDeploy may change",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		AWSErrors: []string{
			codeDeployTaskDefinitionText,
			codeDeployNetworkText,
			codeDeployForceText,
		},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-service-parameters.html",
			"https://github.com/aws/aws-cdk/issues/7040",
			"https://github.com/hashicorp/terraform-provider-aws/issues/8005",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		s := p.Service()
		if p.Object.Operation != "UpdateService" || !s.DeploymentController.Absent() {
			return
		}
		made := createdAs(p)
		if made == nil || !is(made.Service().DeploymentController.Type, "CODE_DEPLOY") {
			return
		}
		for _, change := range []struct {
			at   value.Located
			made bool
			says string
			text string
		}{
			{s.TaskDefinition, !s.TaskDefinition.Absent(), "a task definition", codeDeployTaskDefinitionText},
			{s.NetworkConfiguration, isThere(s.NetworkConfiguration.Object), "a network configuration", codeDeployNetworkText},
			{s.ForceNewDeployment, isTrue(s.ForceNewDeployment), "a new deployment", codeDeployForceText},
		} {
			if change.made {
				p.Reportf(change.at, "the update asks for %s, but the service is deployed by CodeDeploy", change.says).
					Help("start a deployment of CodeDeploy, as aws ecs deploy does").
					Related(made.Service().DeploymentController.Type, "the deployment controller").
					Note("%s", refusedWith(change.text))
			}
		}
	}),
}

// createdAs is the service that an update is about, as it is made by what is in sight; nil where that isn't certain.
func createdAs(p *analysis.Pass) *ecs.Object {
	var found *ecs.Object
	for _, o := range p.Project.Objects {
		if o.Type != ecs.TypeService || o.Operation != "CreateService" {
			continue
		}
		switch same := sameService(p.Service(), o.Service()); {
		case same.IsUnknown(), same.IsTrue() && found != nil:
			return nil
		case same.IsTrue():
			found = o
		}
	}
	return found
}

func sameService(update, made *ecs.Service) value.Tri {
	name, ok := update.Service.Get()
	if !ok {
		return value.Unknown
	}
	name = name[strings.LastIndexByte(name, '/')+1:]
	return sameText(made.ServiceName, name).And(sameCluster(update.Cluster, made.Cluster))
}

func sameCluster(a, b value.Value[string]) value.Tri {
	name, ok := a.Or("default")
	if !ok {
		return value.Unknown
	}
	if b.Absent() {
		return value.TriOf(name == "default")
	}
	return sameText(b, name)
}

// sameText is Unknown where a name isn't known.
func sameText(v value.Value[string], text string) value.Tri {
	return v.Test(func(other string) bool { return other == text })
}
