package taskdefinition

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

var firelensUserName = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "firelens-user-name",
		Title:    "The user of a FireLens router is given by name",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning, // documented
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			user, _ := c.User.Get()
			name, _, _ := strings.Cut(user, ":")
			if c.FirelensConfiguration.Absent() || !p.Known(c.FirelensConfiguration, c.User) || name == "" || name == "root" || isNumber(name) {
				continue
			}
			p.Reportf(c.User, "the log router %s has user %q: FireLens needs the number of the user", containerLabel(c), user).
				Help("write it as uid, uid:gid or uid:group")
		}
	},
}

func isNumber(s string) bool { return strings.Trim(s, "0123456789") == "" }
