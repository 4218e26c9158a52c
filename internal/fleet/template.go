package fleet

import (
	"slices"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// SubnetResource is the type of subnets in a template.
const SubnetResource = "AWS::EC2::Subnet"

// FromTemplate writes the Auto Scaling groups, capacity providers and subnets of a template to a draft. What isn't known is left out.
func FromTemplate(objects []*ecs.Object, draft *Draft) {
	t := template{ecs.NewProject(objects), draft}
	for _, o := range objects {
		switch {
		case o.Origin == nil:
		case o.Origin.Resource == SubnetResource:
			t.subnet(o)
		case o.Type == ecs.TypeCapacityProvider:
			t.provider(o)
		}
	}
	for _, o := range objects {
		if o.Origin != nil && o.Origin.Resource == "AWS::AutoScaling::AutoScalingGroup" {
			t.group(o)
		}
	}
}

type template struct {
	project *ecs.Project
	draft   *Draft
}

func (t template) subnet(o *ecs.Object) {
	root := value.NewObject(o.Root)
	s := DraftSubnet{ID: o.Origin.ID}
	s.AvailabilityZone, _ = value.String(root, "AvailabilityZone").Get()
	s.CIDRBlock, _ = value.String(root, "CidrBlock").Get()
	t.draft.Subnets = append(t.draft.Subnets, s)
	t.draft.note("Subnets of a template are listed by their logical ids.")
}

// provider is a capacity provider with the group that it is made of.
func (t template) provider(o *ecs.Object) {
	m := o.CapacityProvider()
	if m.AutoScalingGroupProvider.Absent() {
		return
	}
	p := DraftProvider{Name: ProviderName(o)}
	scaling := m.AutoScalingGroupProvider.ManagedScaling
	if status, _ := scaling.Status.Get(); status == "ENABLED" {
		p.TargetCapacity, _ = scaling.TargetCapacity.Or(100)
	}
	if group := t.project.Referred(m.AutoScalingGroupProvider.AutoScalingGroupArn); group != nil {
		t.size(&p, group)
	}
	t.draft.Open = t.draft.Open || p.Maximum == nil || len(p.InstanceTypes) == 0
	t.draft.CapacityProviders = append(t.draft.CapacityProviders, p)
}

// ProviderName is what a capacity provider of a template is called in a fleet: by its name, else by its logical id.
func ProviderName(o *ecs.Object) string {
	if name, ok := o.Name(); ok {
		return name
	}
	return o.Origin.ID
}

// size is what a group says of its instances.
func (t template) size(p *DraftProvider, group *ecs.Object) {
	root := value.NewObject(group.Root)
	for name, to := range map[string]**int64{"MinSize": &p.Minimum, "DesiredCapacity": &p.Desired, "MaxSize": &p.Maximum} {
		v := value.Int(root, name)
		if n, ok := v.Get(); ok {
			*to = &n
		}
		t.draft.Open = t.draft.Open || v.Unknown()
	}
	p.InstanceTypes = t.types(root)
	p.AvailabilityZones = t.zones(root)
	p.Spot = t.spot(root)
}

// spot tells whether a group launches Spot Instances only: by its mix, where all beside a base of 0 are not On-Demand, else by its launch template.
// https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstancesDistribution.html
func (t template) spot(group value.Object) bool {
	mix := group.Child("MixedInstancesPolicy").Child("InstancesDistribution")
	base, known := value.Int(mix, "OnDemandBaseCapacity").Or(0)
	percent, all := value.Int(mix, "OnDemandPercentageAboveBaseCapacity").Or(100)
	if known && all && base == 0 && percent == 0 {
		return true
	}
	o := t.launchTemplate(group.Child("LaunchTemplate"))
	if o == nil {
		return false
	}
	market, _ := value.String(value.NewObject(o.Root).Child("LaunchTemplateData").Child("InstanceMarketOptions"), "MarketType").Get()
	return market == "spot"
}

// launchTemplate is the one that a group names by its id or name; nil where it isn't in the template.
func (t template) launchTemplate(spec value.Object) *ecs.Object {
	if o := t.project.Referred(value.String(spec, "LaunchTemplateId")); o != nil {
		return o
	}
	return t.project.Referred(value.String(spec, "LaunchTemplateName"))
}

// types are the instance types that a group launches.
func (t template) types(group value.Object) []string {
	var all []string
	mixed := group.Child("MixedInstancesPolicy").Child("LaunchTemplate")
	overrides := value.ListOf(mixed, "Overrides", func(o value.Object) value.Value[string] { return value.String(o, "InstanceType") })
	for _, v := range overrides.Items {
		name, ok := v.Get()
		if ok {
			all = append(all, name)
		}
		t.draft.Open = t.draft.Open || !ok
	}
	t.draft.Open = t.draft.Open || overrides.Unknown()
	for _, spec := range []value.Object{group.Child("LaunchTemplate"), mixed.Child("LaunchTemplateSpecification")} {
		o := t.launchTemplate(spec)
		if o == nil || len(all) > 0 {
			continue
		}
		if name, ok := value.String(value.NewObject(o.Root).Child("LaunchTemplateData"), "InstanceType").Get(); ok {
			all = append(all, name)
		}
	}
	return all
}

// zones are those of a group, or of its subnets; none where one isn't known.
func (t template) zones(group value.Object) []string {
	zones, subnets := value.Strings(group, "AvailabilityZones"), value.Strings(group, "VPCZoneIdentifier")
	if zones.Unknown() || subnets.Unknown() {
		return nil
	}
	all := slices.Clone(zones.Items)
	for _, v := range subnets.Items {
		o := t.project.Referred(v)
		if o == nil {
			return nil
		}
		all = append(all, value.String(value.NewObject(o.Root), "AvailabilityZone"))
	}
	var names []string
	for _, v := range all {
		zone, ok := v.Get()
		if !ok {
			return nil
		}
		if !slices.Contains(names, zone) {
			names = append(names, zone)
		}
	}
	return names
}

// group writes the instances of an Auto Scaling group that no capacity provider has.
func (t template) group(o *ecs.Object) {
	for _, other := range t.project.Objects {
		if other.Type == ecs.TypeCapacityProvider && t.project.Referred(other.CapacityProvider().AutoScalingGroupProvider.AutoScalingGroupArn) == o {
			return
		}
	}
	var p DraftProvider
	t.size(&p, o)
	count := p.Desired
	if count == nil {
		count = p.Minimum
	}
	if len(p.InstanceTypes) == 0 || count == nil {
		t.draft.note("Of Auto Scaling group " + o.Origin.ID + " the instance type or the size isn't known: it is left out.")
		return
	}
	if len(p.InstanceTypes) > 1 {
		t.draft.note("Auto Scaling group " + o.Origin.ID + " launches several instance types: the first is written.")
	}
	zones := p.AvailabilityZones
	if len(zones) == 0 {
		zones = []string{""}
	}
	for i, n := range Evenly(*count, len(zones)) {
		t.draft.ContainerInstances = append(t.draft.ContainerInstances,
			DraftInstances{InstanceType: p.InstanceTypes[0], Count: n, AvailabilityZone: zones[i], Spot: p.Spot})
	}
}
