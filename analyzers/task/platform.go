package task

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
)

// platform is what tasks run on, as far as what starts them tells, and what says so.
type platform struct {
	at value.Located
	by string // in words
}

// onFargate is false where the tasks don't run on Fargate for certain.
func (r run) onFargate(p *analysis.Pass) (platform, bool) {
	if !p.Known(r.launchType) {
		return platform{}, false
	}
	if name, ok := r.launchType.Get(); ok {
		return platform{r.launchType, "launch type FARGATE"}, name == "FARGATE"
	}
	for _, provider := range r.strategy.providers {
		if name, _ := provider.Get(); name == "FARGATE" || name == "FARGATE_SPOT" {
			return platform{provider, fmt.Sprintf("capacity provider %q", name)}, true // no strategy mixes Fargate with others
		}
	}
	return platform{}, false
}

// offFargate is false where the launch type doesn't say that the tasks run elsewhere.
func (r run) offFargate(p *analysis.Pass) (platform, bool) {
	name, ok := r.launchType.Get()
	if !p.Known(r.launchType) || !ok || name != "EC2" && name != "EXTERNAL" {
		return platform{}, false
	}
	return platform{r.launchType, "launch type " + name}, true
}
