package project

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const defaultCluster = "default"

var serviceInOtherCluster = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "service-in-other-cluster",
		Title:    "Tasks run in another cluster than the one that is made for them",
		Subject:  "project",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html",
		},
	},
	Run: func(p *analysis.Pass) {
		clusters := clustersOf(p.Object).values
		if len(clusters) == 0 {
			return
		}
		all := madeBeside(p, "CreateCluster", clusterName)
		for _, cluster := range clusters {
			switch name, ok := cluster.Get(); {
			case len(all) == 0 || p.Project.Referred(cluster) != nil:
			case ok:
				checkClusterName(p, cluster, lastPart(name), all)
			case cluster.Absent():
				checkNoCluster(p, cluster, all)
			default:
				p.Undecided(cluster)
			}
		}
	},
}

// clusterName is absent where CloudFormation makes one up.
func clusterName(o *ecs.Object) value.Value[string] { return o.Cluster().ClusterName }

func checkClusterName(p *analysis.Pass, cluster value.Value[string], name string, all []made) {
	if meant, ok := meantAmong(p, cluster, name, all, everywhere(p, clustersOf), lastPart); ok {
		own, _ := meant.name.Get()
		p.Reportf(cluster, "%q isn't the cluster that is made here: %q, in which nothing runs", name, own).
			Help("write %q, or remove what makes that cluster", own).
			Related(meant.name, "it is made here")
	}
}

// checkNoCluster speaks where leaving out the cluster means the one called default.
func checkNoCluster(p *analysis.Pass, cluster value.Value[string], all []made) {
	if p.Object.Given != ecs.ByOptions && p.Object.Given != ecs.ByTemplate {
		return
	}
	left, certain := unused(p, defaultCluster, all, everywhere(p, clustersOf), lastPart)
	if !certain {
		p.Undecided(cluster)
		return
	}
	if len(left) != 1 || len(all) != 1 || p.Object.Given == ecs.ByOptions && left[0].name.Absent() {
		return
	}
	label := left[0].object.Label()
	p.Reportf(cluster, "no cluster is named, which means the one called %q, and nothing runs in %s, which is made here", defaultCluster, label).
		Help("name the cluster").
		Related(left[0].name, "it is made here")
}
