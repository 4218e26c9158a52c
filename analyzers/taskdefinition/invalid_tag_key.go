package taskdefinition

import (
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/rules"
)

var invalidTagKey = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-tag-key",
		Title:    "A tag begins with aws:, or two tags have the same key",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Warning, // documented; AWS's answer isn't known
		Since:    "0.1.0",
		Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html"},
	},
	Run: func(p *analysis.Pass) {
		tags := map[string]ecs.Tag{}
		for _, tag := range p.TaskDefinition().Tags.Items {
			key, ok := tag.Key.Get()
			if !p.Known(tag.Key) || !ok {
				continue
			}
			if strings.HasPrefix(strings.ToLower(key), "aws:") && !p.Object.Output {
				p.Reportf(tag.Key, "tag %q begins with aws:, which only AWS may use", key).
					Help("remove it, or give it a name of your own")
			}
			if first, ok := tags[key]; ok {
				p.Reportf(tag.Key, "tag %q is given twice", key).
					Help("remove one of the two").
					Related(first.Key, "the first tag of this name")
				continue
			}
			tags[key] = tag
		}
	},
}
