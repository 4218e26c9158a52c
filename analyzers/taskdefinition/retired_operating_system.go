package taskdefinition

import (
	"time"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/rules"
)

var retiredOperatingSystem = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "retired-operating-system",
		Title:    "The support of the operating system has ended, or ends within a year",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Security,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources:  facts.OperatingSystemsOrigin.Sources,
	},
	Run: func(p *analysis.Pass) {
		family := p.TaskDefinition().RuntimePlatform.OperatingSystemFamily
		name, ok := family.Get()
		if !p.Known(family) || !ok {
			return
		}
		for _, system := range facts.OperatingSystems {
			if system.Family == name {
				checkOperatingSystem(p, system)
			}
		}
	},
}

func checkOperatingSystem(p *analysis.Pass, system facts.OperatingSystem) {
	ends, err := time.Parse(time.DateOnly, system.Ends)
	if err != nil {
		panic(err) // the table is wrong
	}
	family := p.TaskDefinition().RuntimePlatform.OperatingSystemFamily
	switch {
	case p.Today.After(ends):
		p.Reportf(family, "%s has had no security updates since %s", system.Family, system.Ends).
			Help("use %s, with an image that is built for it", system.Instead)
	case p.Today.AddDate(1, 0, 0).After(ends):
		p.Reportf(family, "%s gets no more security updates after %s", system.Family, system.Ends).
			Severity(rules.Info).
			Help("move to %s, with an image that is built for it", system.Instead)
	}
}
