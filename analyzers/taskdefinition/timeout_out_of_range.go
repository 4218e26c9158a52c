package taskdefinition

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const stopTimeoutText = "Tasks using the Fargate launch type must have a container stop timeout of less than 120 seconds."

var timeoutOutOfRange = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "timeout-out-of-range",
		Title:     "The start or stop timeout of a container is out of the range of its platform",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{stopTimeoutText, leastTimeoutText("start", "web"), leastTimeoutText("stop", "web")},
		Sources:   append([]string{"https://github.com/radkawar/stackd"}, facts.ContainerTimeoutsOrigin.Sources...),
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			for _, t := range []containerTimeout{
				{"stop", c.StopTimeout, c},
				{"start", c.StartTimeout, c},
			} {
				t.checkLeast(p)
				t.checkMost(p)
			}
		}
	},
}

func leastTimeoutText(timeout, container string) string {
	return fmt.Sprintf("Granular %s timeout on container '%s' must be at least %d seconds.", timeout, container, facts.TimeoutLeast)
}

type containerTimeout struct {
	name      string // stop or start
	value     value.Value[int64]
	container ecs.ContainerDefinition
}

func (t containerTimeout) checkLeast(p *analysis.Pass) {
	if seconds, ok := t.value.Get(); ok && seconds < facts.TimeoutLeast && seconds != 0 { // 0 is what dumps write for nothing
		p.Reportf(t.value, "a %s timeout of %d s for %s: it takes %d s or more", t.name, seconds, containerLabel(t.container), facts.TimeoutLeast).
			Severity(rules.Warning). // documented; AWS's answer is known from an emulator only
			Help("raise it to %d or more", facts.TimeoutLeast)
	}
}

func (t containerTimeout) checkMost(p *analysis.Pass) {
	for _, limits := range facts.ContainerTimeouts {
		most, refused := limits.StartMost, false
		if t.name == "stop" {
			most, refused = limits.StopMost, limits.StopIsRefused
		}
		because, on := p.Project.Platforms(p.Object).Requires(ecs.Platform(limits.Platform))
		switch above := t.value.Test(func(seconds int64) bool { return seconds > most }).And(on); {
		case above.IsTrue():
			t.reportAbove(p, most, refused, because)
		case above.IsUnknown() && !p.TaskDefinition().RequiresCompatibilities.Absent():
			p.Undecided(t.value)
		}
	}
}

func (t containerTimeout) reportAbove(p *analysis.Pass, most int64, refused bool, because string) {
	seconds, _ := t.value.Get()
	b := p.Reportf(t.value, "a %s timeout of %d s for %s: %d s are the most; %s", t.name, seconds, containerLabel(t.container), most, because).
		Help("lower it to %d or less", most)
	if !refused {
		b.Severity(rules.Warning) // documented; AWS's answer isn't known
		return
	}
	b.Note("%s", askFargate(p).refusal(stopTimeoutText))
}
