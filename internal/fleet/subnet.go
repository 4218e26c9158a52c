package fleet

import (
	"net/netip"

	"github.com/ecslint/ecslint/internal/ecs"
)

func (r *reader) subnet(m ecs.FleetSubnet) {
	s := Subnet{ID: r.shownText(m.ID, "id"), Zone: r.shownText(m.AvailabilityZone, "availabilityZone"), From: r.source(m, "")}
	switch block := r.text(m.CIDRBlock, "cidrBlock"); {
	case !m.FreeAddresses.Absent():
		free := r.number(m.FreeAddresses, "freeAddresses", 0)
		s.Free, s.From = &free, r.source(m.FreeAddresses, "")
	case block != "":
		free, ok := addresses(block)
		if !ok {
			r.problem(m.CIDRBlock, "cidrBlock %q is no IPv4 block as in 10.0.1.0/24", block)
		}
		s.Free, s.From = &free, r.source(m.CIDRBlock, "all addresses but the five that AWS keeps")
	}
	r.once("subnet", s.ID, m.ID)
	r.fleet.Subnets = append(r.fleet.Subnets, s)
}

// addresses are those of an IPv4 block without the five that AWS keeps in each subnet.
// https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
func addresses(block string) (int64, bool) {
	const kept = 5
	prefix, err := netip.ParsePrefix(block)
	if err != nil || !prefix.Addr().Is4() {
		return 0, false
	}
	return max(int64(1)<<(32-prefix.Bits())-kept, 0), true
}
