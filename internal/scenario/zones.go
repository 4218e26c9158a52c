package scenario

import (
	"slices"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/value"
)

// readZones finds the zones that awsvpc tasks are bound to: those of their subnets.
func (b *builder) readZones() {
	b.zones = map[*Job][]string{}
	unplaced := slices.ContainsFunc(b.fleet.Groups, func(g fleet.Group) bool { return g.Zone == "" })
	for _, j := range b.revisions() {
		if len(j.subnets) == 0 {
			continue
		}
		zones, ok := []string{}, !unplaced
		for _, subnet := range j.subnets {
			zone := b.zoneOf(j, subnet)
			ok = ok && zone != ""
			if !slices.Contains(zones, zone) {
				zones = append(zones, zone)
			}
		}
		if !ok {
			b.assume("The subnets of %s are in the zones of all instances: the fleet doesn't tell the zones.", j.Name)
			continue
		}
		b.zones[j] = zones
	}
}

// zoneOf is the zone of a subnet: of the fleet, or of a template; "" where it isn't known.
func (b *builder) zoneOf(j *Job, subnet value.Value[string]) string {
	id, told := j.subnetID(subnet)
	for _, s := range b.fleet.Subnets {
		if s.ID == id && told {
			return s.Zone
		}
	}
	if o := j.project.Referred(subnet); o != nil && o.Type == ecs.TypeResource {
		zone, _ := value.String(value.NewObject(o.Root), "AvailabilityZone").Get()
		return zone
	}
	return ""
}
