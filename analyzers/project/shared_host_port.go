package project

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var sharedHostPort = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "shared-host-port",
		Title:    "Two services of a cluster take the same port of their container instances",
		Subject:  "project",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html",
		},
	},
	Run: func(p *analysis.Pass) {
		if !takesPorts(p, p.Object) {
			return
		}
		own := fixedPorts(p, p.Object)
		for _, other := range beside(p, ecs.TypeService) {
			if len(own) == 0 || !before(other, p.Object) || !takesPorts(p, other) || !inOneCluster(p, other) {
				continue
			}
			if a, b, ok := common(own, fixedPorts(p, other)); ok {
				reportSharedPort(p, other, a, b)
			}
		}
	},
}

func reportSharedPort(p *analysis.Pass, other *ecs.Object, own, taken fixedPort) {
	b := p.Reportf(p.Service().TaskDefinition, "%s takes host port %d (%s), as %s does in the same cluster: no container instance can run tasks of both",
		p.Object.Label(), own.number, own.protocol, other.Label()).
		Help("use host port 0, which means any free one, or keep the two on different instances by placement constraints").
		Related(own.at, "the port")
	if taken.at.Where().Range() != own.at.Where().Range() {
		b.Related(taken.at, "the same port of the other one")
	}
}

// takesPorts reports a service whose tasks can be on any container instance of its cluster.
func takesPorts(p *analysis.Pass, o *ecs.Object) bool {
	s := o.Service()
	if s == nil || o.Output || !p.Known(s.PlacementConstraints, s.CapacityProviderStrategy, s.DesiredCount) {
		return false
	}
	desired, ok := s.DesiredCount.Get()
	return s.PlacementConstraints.Absent() && s.CapacityProviderStrategy.Absent() && (!ok || desired > 0)
}

// inOneCluster reports a service that runs where that of the pass does, and isn't the same one.
func inOneCluster(p *analysis.Pass, other *ecs.Object) bool {
	a, b := p.Service(), other.Service()
	name, named := p.Object.Name()
	if otherName, ok := other.Name(); ok && named && name == otherName {
		return false
	}
	if p.Object.Origin != nil && !bothInTemplate(p.Object, other) || p.Object.Origin == nil && !named {
		return false
	}
	if !p.Known(a.LaunchType, b.LaunchType) || isExternal(a) != isExternal(b) {
		return false
	}
	if made := p.Project.Referred(a.Cluster); made != nil {
		return made == p.Project.Referred(b.Cluster)
	}
	cluster, ok := a.Cluster.Get()
	otherCluster, otherOk := b.Cluster.Get()
	if a.Cluster.Absent() && b.Cluster.Absent() {
		return p.Object.Given != ecs.InFile && other.Given != ecs.InFile
	}
	return ok && otherOk && lastPart(cluster) == lastPart(otherCluster)
}

func isExternal(s *ecs.Service) bool {
	launchType, _ := s.LaunchType.Get()
	return launchType == "EXTERNAL"
}
