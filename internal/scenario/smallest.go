package scenario

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/terminal"
)

// Composition is how many instances of each type there are.
type Composition struct {
	Types  []string
	Counts []int64
}

func (c Composition) String() string {
	var parts []string
	for i, n := range c.Counts {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d x %s", n, c.Types[i]))
		}
	}
	return strings.Join(parts, ", ")
}

// given is the composition as certificates have it.
func (c Composition) given() []string {
	var all []string
	for i, n := range c.Counts {
		all = append(all, fmt.Sprintf("%s=%d", c.Types[i], n))
	}
	return all
}

// CompositionOf reads one as certificates have it.
func CompositionOf(given []string) (c Composition, err error) {
	for _, text := range given {
		name, number, _ := strings.Cut(text, "=")
		n, err := strconv.ParseInt(number, 10, 64)
		if err != nil || n < 0 || n > mostInstances {
			return c, fmt.Errorf("%s isn't TYPE=N with N from 0 to %d", terminal.Plain(text), mostInstances)
		}
		c.Types, c.Counts = append(c.Types, name), append(c.Counts, n)
	}
	return c, nil
}

// Smallest is the fleet of the fewest instances, of some types, that has room for all tasks; of those with as few the one that has
// most of the types named first. Prices play no part.
type Smallest struct {
	Fleet     Composition
	Judgement *Judgement // on that fleet: that there is room doesn't say that each run of ECS finds it

	// Less is why one instance less has no room, for each way to divide it among the types.
	Less []*certificate.Certificate

	// Always is the smallest fleet that was found on which every run places all; its Counts are nil where none was.
	Always Composition

	Why string // what stopped the search; "" where nothing did
}

// mostInstances and mostWays bound the search for the smallest fleet.
const (
	mostInstances = 1 << 10
	mostWays      = 200
)

// Smallest finds the smallest fleet of types. Instances register the least memory that was seen, and are divided evenly among the
// zones of the plan's fleet.
func (p *Plan) Smallest(ctx context.Context, types []string, b place.Budget, progress place.Progress) *Smallest {
	s := &sizing{ctx: ctx, plan: p, types: types, budget: b, progress: progress, known: map[int64]*sized{}}
	for _, j := range p.Jobs {
		fits := func(name string) bool {
			t, known := facts.InstanceTypeNamed(name)
			return !known || j.hasRoomOn(t)
		}
		if !j.Fargate && j.Count > 0 && !slices.ContainsFunc(types, fits) {
			return &Smallest{Why: "a task of " + j.Name + " fits on none of these types"}
		}
	}
	high := int64(1)
	for ; !s.at(high).room; high *= 2 {
		if why := s.at(high).why; why != "" {
			return &Smallest{Why: why}
		}
		if high >= mostInstances {
			return &Smallest{Why: fmt.Sprintf("not even %d instances have room", high)}
		}
	}
	for low := high / 2; high-low > 1; {
		middle := low + (high-low)/2
		if s.at(middle).why != "" {
			return &Smallest{Why: s.at(middle).why}
		}
		if s.at(middle).room {
			high = middle
		} else {
			low = middle
		}
	}
	found := s.at(high)
	is := &Smallest{Fleet: found.fleet, Judgement: found.judgement}
	if high > 1 {
		is.Less = s.at(high - 1).proofs
	}
	const further = 8
	for n := high; n <= high+further && is.Always.Counts == nil; n++ {
		if j := s.at(n).judgement; j != nil && j.Verdict == place.Always {
			is.Always = s.at(n).fleet
		}
	}
	return is
}

// sizing remembers what was found out of fleets by their size.
type sizing struct {
	ctx      context.Context
	plan     *Plan
	types    []string
	budget   place.Budget
	progress place.Progress
	known    map[int64]*sized
}

// sized is what holds of all fleets of a size.
type sized struct {
	room      bool
	fleet     Composition // the best that has room
	judgement *Judgement
	proofs    []*certificate.Certificate // where none has room, of each why
	why       string                     // why it isn't known whether one has room
}

// at looks at all fleets of a size: at the first on which every run places all, else at the first that has room.
func (s *sizing) at(size int64) *sized {
	if is := s.known[size]; is != nil {
		return is
	}
	is := &sized{}
	s.known[size] = is
	ways := compositions(size, len(s.types))
	if len(ways) > mostWays {
		is.why = fmt.Sprintf("there are more than %d ways to divide %d instances among %d types", mostWays, size, len(s.types))
		return is
	}
	for _, counts := range ways {
		c := Composition{s.types, counts}
		j, why := s.judge(c)
		switch {
		case why != "":
			is.why = why
		case j.Verdict == place.Never && j.Reason == place.Impossible:
			is.proofs = append(is.proofs, j.Proofs()...)
		case j.Verdict == place.Unproven:
			is.why = "on " + c.String() + ": " + j.Why
		case !is.room || j.Verdict == place.Always && is.judgement.Verdict != place.Always:
			is.room, is.fleet, is.judgement = true, c, j
		}
	}
	if is.room {
		is.why = ""
	}
	return is
}

// compositions are all ways to divide n among so many types, those with most of the first types first.
func compositions(n int64, types int) [][]int64 {
	if types == 1 {
		return [][]int64{{n}}
	}
	var all [][]int64
	for first := n; first >= 0 && len(all) <= mostWays; first-- {
		for _, rest := range compositions(n-first, types-1) {
			all = append(all, append([]int64{first}, rest...))
		}
	}
	return all
}

func (s *sizing) judge(c Composition) (*Judgement, string) {
	plan, problems := s.plan.On(c)
	if len(problems) > 0 {
		return nil, problems[0].Message
	}
	q := plan.instances()
	if q == nil {
		return nil, "no tasks are placed on container instances"
	}
	j := Judge(s.ctx, q.least(), s.budget, s.progress)
	j.Suppose(&certificate.Given{Smallest: c.given()})
	return j, ""
}

// On is the plan on another fleet. Problems are why it can't be.
func (p *Plan) On(c Composition) (*Plan, []fleet.Problem) {
	f, problems := p.fleetOf(c)
	if len(problems) > 0 {
		return nil, problems
	}
	return derive(p.projects, f, p.sure)
}

// least is the question with the least that instances register.
func (q *Question) least() *Question {
	least := *q
	if slices.ContainsFunc(q.Scenarios, func(s Scenario) bool { return !s.choice.most }) {
		least.Scenarios = slices.DeleteFunc(slices.Clone(q.Scenarios), func(s Scenario) bool { return s.choice.most })
	}
	return &least
}

// fleetOf is a fleet in the zones of the plan's, with the attributes that all of its instances share.
func (p *Plan) fleetOf(c Composition) (*fleet.Fleet, []fleet.Problem) {
	zones := []string{""}
	draft := fleet.Draft{}
	var attributes map[string]string
	closed := false
	if p.Fleet != nil {
		draft.Cluster = p.Fleet.Cluster
		attributes, closed = p.Fleet.Shared()
		if known := p.Fleet.InstanceZones(); len(known) > 0 {
			zones = known
		}
	}
	at := int64(0)
	for i, n := range c.Counts {
		in := make([]int64, len(zones))
		for range n {
			in[at%int64(len(zones))]++
			at++
		}
		for z, count := range in {
			if count > 0 {
				draft.ContainerInstances = append(draft.ContainerInstances, fleet.DraftInstances{
					InstanceType: c.Types[i], Count: count, AvailabilityZone: zones[z], Attributes: attributes, AttributesComplete: closed,
				})
			}
		}
	}
	o, err := draft.Object()
	if err != nil {
		return nil, []fleet.Problem{{Message: err.Error()}}
	}
	f, problems := fleet.Of(o)
	if f != nil && p.Fleet != nil {
		f.Subnets = p.Fleet.Subnets
	}
	if f != nil {
		f.Assumptions = append(f.Assumptions, "Instances register the least memory that was seen of their type.")
		if len(zones) > 1 {
			f.Assumptions = append(f.Assumptions, "Instances are divided evenly among "+strings.Join(zones, ", ")+".")
		}
	}
	return f, problems
}
