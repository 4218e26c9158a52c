package fleet

import (
	"maps"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
)

// provider adds the instances that a capacity provider has beside those that the file lists: with managed scaling those up to
// its maximum, which it launches while tasks wait; without, those up to the desired number.
func (r *reader) provider(m ecs.FleetProvider) {
	before := len(r.problems)
	name := r.text(m.Name, "name")
	minimum, desired := r.number(m.Minimum, "minimum", 0), r.number(m.Desired, "desired", 0)
	maximum := r.number(m.Maximum, "maximum", max(desired, minimum))
	scales := r.number(m.TargetCapacity, "targetCapacity", 0) > 0
	if len(r.problems) > before {
		return
	}
	if maximum < minimum || maximum < desired {
		r.problem(m.Maximum, "maximum is %d: it can't be below minimum and desired", maximum)
		return
	}
	wanted, from := max(desired, minimum), r.source(m.Desired, "")
	if scales {
		wanted, from = maximum, r.source(m.Maximum, "managed scaling goes up to it")
	}
	var listed int64
	var like *Group
	for i, g := range r.fleet.Groups {
		if g.Provider == name {
			listed += g.Count
			like = &r.fleet.Groups[i]
		}
	}
	added := wanted - listed
	if added <= 0 {
		return
	}
	g := r.launched(m, name, like)
	if g == nil {
		return
	}
	g.From["count"] = from
	if scales {
		r.assume("Capacity provider %s has scaled out to its maximum of %d instances.", name, maximum)
	}
	zones := r.texts(m.AvailabilityZones, "availabilityZones")
	if len(zones) == 0 && like != nil {
		zones = []string{like.Zone}
	}
	if len(zones) == 0 {
		zones = []string{""}
	}
	if added%int64(len(zones)) != 0 {
		r.assume("The Auto Scaling group of capacity provider %s spreads its instances evenly over its zones, the rest over the first of them.", name)
	}
	for i, zone := range zones {
		in := *g
		in.Zone = zone
		in.Count = added / int64(len(zones))
		if int64(i) < added%int64(len(zones)) {
			in.Count++
		}
		in.Attributes = in.own()
		if like != nil {
			in.Attributes = mergedOver(like.Attributes, in.Attributes)
		}
		in.name()
		if in.Count > 0 {
			r.fleet.Groups = append(r.fleet.Groups, in)
		}
	}
}

func mergedOver(under, over map[string]string) map[string]string {
	all := maps.Clone(under)
	delete(all, "ecs.availability-zone")
	maps.Copy(all, over)
	return all
}

// launched is an instance that the Auto Scaling group launches: of its types, else as one that it has.
func (r *reader) launched(m ecs.FleetProvider, name string, like *Group) *Group {
	types := r.texts(m.InstanceTypes, "instanceTypes")
	g := &Group{Provider: name, From: map[string]certificate.Source{}}
	switch {
	case len(types) == 0 && like == nil:
		r.assume("Capacity provider %s adds no instances: the fleet doesn't say of which instance types.", name)
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
		if !ok {
			r.problem(m.InstanceTypes.Items[i], "ecslint doesn't know the instance type %q", name)
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
