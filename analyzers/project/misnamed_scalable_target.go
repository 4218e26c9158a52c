package project

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var misnamedScalableTarget = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "misnamed-scalable-target",
		Title:    "What scales a service names another one than the service beside it",
		Subject:  "project",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, id := range resourcesScaled(p.Object).values {
			text, ok := id.Get()
			cluster, service, isService := serviceIn(text)
			if !ok || !isService {
				continue
			}
			all := madeBeside(p, "CreateService", func(o *ecs.Object) value.Value[string] { return o.Service().ServiceName })
			for _, m := range all {
				if name, _ := m.name.Get(); name == service {
					checkClusterOfTarget(p, id, cluster, m)
				}
			}
			if meant, ok := meantAmong(p, id, service, all, everywhere(p, resourcesScaled), serviceOf); ok {
				own, _ := meant.name.Get()
				p.Reportf(id, "service %q isn't the one that is made here: %q, which nothing scales", service, own).
					Help("write %q", "service/"+cluster+"/"+own).
					Related(meant.name, "the service")
			}
		}
	},
}

// resourcesScaled are the resource ids of what Application Auto Scaling is told.
func resourcesScaled(o *ecs.Object) references {
	switch o.Type {
	case ecs.TypeScalableTarget:
		return only(o.ScalableTarget().ResourceId)
	case ecs.TypeScalingPolicy:
		return only(o.ScalingPolicy().ResourceId)
	case ecs.TypeScheduledAction:
		return only(o.ScheduledAction().ResourceId)
	}
	return only()
}

// serviceIn splits "service/CLUSTER/SERVICE".
func serviceIn(resource string) (cluster, service string, ok bool) {
	parts := strings.Split(resource, "/")
	if len(parts) != 3 || parts[0] != "service" {
		return "", "", false
	}
	return parts[1], parts[2], true
}

func serviceOf(resource string) string {
	_, service, _ := serviceIn(resource)
	return service
}

func checkClusterOfTarget(p *analysis.Pass, id value.Value[string], cluster string, m made) {
	at := m.object.Service().Cluster
	text, ok := at.Get()
	if p.Project.Referred(at) != nil || !ok || lastPart(text) == cluster {
		return
	}
	service, _ := m.name.Get()
	p.Reportf(id, "service %q is scaled in cluster %q, but it is made in cluster %q", service, cluster, lastPart(text)).
		Help("write %q", "service/"+lastPart(text)+"/"+service).
		Related(at, "the cluster of the service")
}
