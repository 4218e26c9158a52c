package place

import "github.com/ecslint/ecslint/internal/certificate"

// strategiesTried are those of which one may do better for all services.
var strategiesTried = [][]certificate.Strategy{
	{{Type: "binpack", Field: "memory"}},
	{{Type: "binpack", Field: "cpu"}},
	{{Type: "spread", Field: "instanceId"}},
	{{Type: "spread", Field: "attribute:ecs.availability-zone"}, {Type: "binpack", Field: "memory"}},
}

// betterNodes is how many nodes each strategy may take.
const betterNodes = 100_000

// better looks for a strategy for all services with which a run places all, or best all runs do.
func (d *decision) better(r *Result) {
	for _, s := range strategiesTried {
		if d.over() {
			return
		}
		p := *d.problem
		p.Types = append([]certificate.Type(nil), p.Types...)
		for i := range p.Types {
			if t := &p.Types[i]; !t.Daemon && !t.Standalone {
				t.Strategy = s
			}
		}
		m, err := newModel(&p)
		if err != nil {
			return
		}
		n := newDecision(m, d.budget)
		d.part(min(betterNodes, (d.limit-d.used)/2), func() { n.tryRuns() })
		switch {
		case n.complete != nil && n.all && n.stuck == nil:
			r.Better, r.BetterVerdict = s, Always
			return
		case n.complete != nil && r.Better == nil && r.Reason == Unreachable:
			r.Better, r.BetterVerdict = s, Depends
		}
	}
}

// tryRuns makes likely runs, some at random, and all if they are few.
func (d *decision) tryRuns() {
	if d.likelyRuns(); d.complete != nil && d.stuck != nil {
		return
	}
	d.randomRuns(30)
	d.all = d.allRuns()
}
