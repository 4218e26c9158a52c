package fleet

import (
	"maps"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
)

// Provider is a capacity provider with managed scaling, which launches instances while tasks wait.
type Provider struct {
	Name string

	// Instances of its Auto Scaling group: those that the file lists, those that there are now, the most that there may be.
	Listed, Desired, Maximum int64

	Target int64    // per cent of CapacityProviderReservation that managed scaling aims at
	Zones  []string // that the group launches in; one that is "" where they aren't known

	// Launches is an instance that the group launches, without a zone: of several instance types it has the least, and the most, of each resource
	// that one of them has.
	Launches *Group

	like *Group // an instance of the file, for what the provider doesn't tell; nil for none
	from certificate.Source
}

// provider adds the instances that a capacity provider has beside those that the file lists: with managed scaling those up to
// its maximum, which it launches while tasks wait; without, those up to the desired number.
func (r *reader) provider(m ecs.FleetProvider) {
	before := len(r.problems)
	p := Provider{Name: r.shownText(m.Name, "name"), Target: r.number(m.TargetCapacity, "targetCapacity", 0), from: r.source(m.Desired, "")}
	minimum, desired := r.number(m.Minimum, "minimum", 0), r.number(m.Desired, "desired", 0)
	p.Maximum = r.number(m.Maximum, "maximum", max(desired, minimum))
	spot := r.flag(m.Spot, "spot")
	if r.once("capacity provider", p.Name, m.Name); len(r.problems) > before {
		return
	}
	if p.Maximum < minimum || p.Maximum < desired {
		r.problem(m.Maximum, "maximum is %d: it can't be below minimum and desired", p.Maximum)
		return
	}
	for i := range r.fleet.Groups {
		if g := &r.fleet.Groups[i]; g.Provider == p.Name {
			p.Listed += g.Count
			g.Spot = g.Spot || spot
			like := *g
			p.like = &like
		}
	}
	p.Desired = max(desired, minimum, p.Listed)
	wanted := max(desired, minimum)
	if p.Target > 0 {
		wanted, p.from = p.Maximum, r.source(m.Maximum, "managed scaling goes up to it")
	}
	if p.Target == 0 && wanted <= p.Listed {
		return
	}
	if p.Launches = r.launched(m, p.Name, p.like); p.Launches == nil {
		if wanted > p.Listed {
			r.fleet.Untold = append(r.fleet.Untold, p.Name)
		}
		return
	}
	p.Launches.Spot = spot || p.like != nil && p.like.Spot
	if p.Zones = r.texts(m.AvailabilityZones, "availabilityZones"); len(p.Zones) == 0 && p.like != nil {
		p.Zones = []string{p.like.Zone}
	}
	if len(p.Zones) == 0 {
		p.Zones = []string{""}
	}
	if p.Target > 0 {
		r.fleet.Providers = append(r.fleet.Providers, p)
	}
	added, at := wanted-p.Listed, m.Desired
	if p.Target > 0 {
		at = m.Maximum
	}
	if added <= 0 || !r.bound(added, at) {
		return
	}
	if p.Target > 0 {
		r.assume("Capacity provider %s has scaled out to its maximum of %d instances.", p.Name, p.Maximum)
	}
	if added%int64(len(p.Zones)) != 0 {
		r.assume("The Auto Scaling group of capacity provider %s spreads its instances evenly over its zones, the rest over the first of them.", p.Name)
	}
	r.fleet.launch(&p, Evenly(added, len(p.Zones)))
}

// Evenly divides n among so many zones, the rest among the first of them.
func Evenly(n int64, zones int) []int64 {
	counts := make([]int64, zones)
	for i := range counts {
		counts[i] = n / int64(zones)
		if int64(i) < n%int64(zones) {
			counts[i]++
		}
	}
	return counts
}

// launch adds instances of a provider, in each of its zones so many.
func (f *Fleet) launch(p *Provider, counts []int64) {
	for i, zone := range p.Zones {
		g := *p.Launches
		g.Zone, g.Count, g.Launched = zone, counts[i], true
		g.From = maps.Clone(g.From)
		g.From["count"] = p.from
		g.Attributes = g.own()
		if p.like != nil {
			g.Attributes = mergedOver(p.like.Attributes, g.Attributes)
		}
		g.name()
		if g.Count > 0 {
			f.Groups = append(f.Groups, g)
		}
	}
}

func mergedOver(under, over map[string]string) map[string]string {
	all := maps.Clone(under)
	delete(all, "ecs.availability-zone")
	maps.Copy(all, over)
	return all
}

// launched is an instance that the Auto Scaling group launches: of its types, else as one that it has; nil where neither is told.
func (r *reader) launched(m ecs.FleetProvider, name string, like *Group) *Group {
	types := r.texts(m.InstanceTypes, "instanceTypes")
	g := &Group{Provider: name, From: map[string]certificate.Source{}}
	switch {
	case len(types) == 0 && like == nil:
		return nil
	case len(types) == 0:
		*g = *like
		g.Running, g.IDs, g.From = nil, nil, maps.Clone(like.From)
		return g
	case like != nil:
		g.Windows, g.Closed, g.Capabilities = like.Windows, like.Closed, like.Capabilities
		g.ReservedTCP, g.ReservedUDP = like.ReservedTCP, like.ReservedUDP
	}
	var all []facts.InstanceType
	for i, name := range types {
		t, ok := facts.InstanceTypeNamed(name)
		if item := m.InstanceTypes.Items[i]; !ok && !item.Unknown() { // texts has told of one that isn't known
			r.problem(item, "ecslint doesn't know the instance type %q", name)
		}
		if !ok {
			return nil
		}
		all = append(all, t)
	}
	g.ofTypes(all)
	for _, amount := range []string{"cpu", "memory", "eni", "gpu"} {
		g.From[amount] = r.source(m.InstanceTypes, "the instance types")
	}
	if len(all) > 1 {
		r.assume("Which of its instance types capacity provider %s launches isn't known: it is judged with the least and with the most that they have.", name)
	}
	return g
}

// ofTypes sets the least and the most that instances of several types register.
func (g *Group) ofTypes(types []facts.InstanceType) {
	var least, most []Amounts
	for _, t := range types {
		g.ofType(t, 0, false)
		least, most = append(least, g.Least), append(most, g.Most)
	}
	pick := func(all []Amounts, of func(Amounts) int64, end func([]int64) int64) int64 {
		var numbers []int64
		for _, a := range all {
			numbers = append(numbers, of(a))
		}
		return end(numbers)
	}
	each := func(all []Amounts, end func([]int64) int64) Amounts {
		return Amounts{
			CPU:    pick(all, func(a Amounts) int64 { return a.CPU }, end),
			Memory: pick(all, func(a Amounts) int64 { return a.Memory }, end),
			ENIs:   pick(all, func(a Amounts) int64 { return a.ENIs }, end),
			GPUs:   pick(all, func(a Amounts) int64 { return a.GPUs }, end),
		}
	}
	g.Least, g.Most = each(least, slices.Min[[]int64]), each(most, slices.Max[[]int64])
	same := func(a, b facts.InstanceType) bool { return a.Architecture == b.Architecture }
	if len(slices.CompactFunc(slices.Clone(types), same)) == 1 {
		g.Architecture = types[0].Architecture
	}
	if len(types) == 1 {
		g.InstanceType = types[0].Name
	}
}
