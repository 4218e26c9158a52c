package project

import (
	"strconv"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var staleRevision = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "stale-revision",
		Title:    "A script registers a task definition and then runs another revision of it",
		Subject:  "project",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
		},
	},
	Run: func(p *analysis.Pass) {
		if p.Object.Operation != "UpdateService" && p.Object.Operation != "CreateService" && p.Object.Operation != "RunTask" {
			return
		}
		named := p.Object.Launches()[0].TaskDefinition
		name, ok := named.Get()
		family, revision := ecs.SplitTaskDefinition(name)
		number, err := strconv.Atoi(revision)
		if !ok || err != nil {
			return
		}
		registered, certain := registeredBefore(p, family)
		if len(registered) == 0 || len(registered) == number {
			return // the first revision of a new family is 1
		}
		if !certain {
			p.Undecided(named)
			return
		}
		last := registered[len(registered)-1]
		p.Reportf(named, "the script registers a new revision of %q, but this call runs revision %d, whatever the new one's number is", family, number).
			Help("name %q without a revision, which means the newest, or take the revision from the output of register-task-definition", family).
			Related(last.TaskDefinition().Family, "registered here")
	},
}

// registeredBefore are the task definitions of a family that the script registers before the pass's object. They are
// not certain where it may register the family by another call as well.
func registeredBefore(p *analysis.Pass, family string) (found []*ecs.Object, certain bool) {
	certain = true
	for _, td := range beside(p, ecs.TypeTaskDefinition) {
		if td.Given == ecs.InFile || !before(td, p.Object) {
			continue
		}
		name, ok := td.Name()
		if ok && name == family {
			found = append(found, td)
		}
		certain = certain && ok
	}
	return found, certain
}
