package scenario

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/diag"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/terminal"
)

// Losses are what may be lost, of which the worst counts: az=ZONE is all in an Availability Zone, instance=NAME one instance of those that
// Instances finds, spot all Spot Instances and Fargate Spot. The error says what there is.
func (p *Plan) Losses(what string) ([]Change, error) {
	if p.Fleet == nil {
		return nil, fmt.Errorf("there is no fleet to lose something of")
	}
	switch kind, name, _ := strings.Cut(what, "="); {
	case kind == "az":
		if zones := p.Fleet.Zones(); len(zones) == 0 {
			return nil, fmt.Errorf("the fleet tells the zone of nothing")
		} else if !slices.Contains(zones, name) {
			return nil, fmt.Errorf("the fleet has nothing in zone %s: its zones are %s", terminal.Plain(name), strings.Join(zones, ", "))
		}
		return []Change{loseZone(name)}, nil
	case kind == "instance" && name != "":
		groups, err := p.Instances(name)
		var all []Change
		for _, i := range groups {
			all = append(all, loseInstance(p.Fleet.Groups[i], name))
		}
		return all, err
	case what == "spot":
		if !p.Fleet.HasSpot() && !slices.ContainsFunc(p.Jobs, (*Job).onSpot) {
			return nil, fmt.Errorf("nothing runs on Spot: `spot: true` in the fleet file tells which instances do")
		}
		return []Change{loseSpot()}, nil
	}
	return nil, fmt.Errorf("%s is neither az=ZONE nor instance=NAME nor spot", terminal.Plain(what))
}

// Instances are the groups of the fleet that a name is about: any, the name of a group as it is shown, an instance type, the ID or the ARN of
// an instance. The error says what there is.
func (p *Plan) Instances(name string) ([]int, error) {
	var found []int
	var names []string
	for i, g := range p.Fleet.Groups {
		names = append(names, g.Name)
		if name == "any" || name == g.Name || name == g.InstanceType || g.Has(name) {
			found = append(found, i)
		}
	}
	switch {
	case len(found) > 0:
		return found, nil
	case len(names) == 0:
		return nil, fmt.Errorf("the fleet has no instances")
	}
	hint := ""
	if meant, ok := diag.Suggest(name, names); ok {
		hint = ": did you mean " + meant + "?"
	}
	const few = 6
	if more := len(names) - few; more > 0 {
		names = append(names[:few], fmt.Sprintf("%d more", more))
	}
	return nil, fmt.Errorf("the fleet has no instance %s: it has %s%s", terminal.Plain(name), strings.Join(names, ", "), hint)
}

func loseZone(zone string) Change {
	return Change{
		Name: zone + " is lost",
		Assumed: func(p *Plan) []string {
			all := afterLoss(p)
			if slices.ContainsFunc(p.Fleet.Groups, func(g fleet.Group) bool { return g.Zone == "" }) {
				all = append(all, "Instances of which the fleet doesn't tell the zone are in another one.")
			}
			return all
		},
		Fleet: func(f *fleet.Fleet) { f.LoseZone(zone) },
	}
}

// loseInstance is the loss of one instance of a group: of that with an id, if the name is one.
func loseInstance(g fleet.Group, name string) Change {
	return Change{
		Name: instanceOf(g, name) + " is lost", Assumed: afterLoss,
		Fleet: func(f *fleet.Fleet) { f.LoseInstance(g.Name, name) },
	}
}

// onSpot tells whether ECS gives tasks of a job to Fargate Spot.
func (j *Job) onSpot() bool {
	return slices.ContainsFunc(j.providers, func(s share) bool { return s.provider == spot })
}

// loseSpot is what is left once the two minutes are over after which EC2 and Fargate take Spot capacity back.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/spot-instance-draining-linux-container.html
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html
func loseSpot() Change {
	return Change{
		Name: "Spot is reclaimed",
		Assumed: func(p *Plan) []string {
			return append(afterLoss(p),
				"All Spot capacity goes at once, two minutes after its notice: what isn't replaced within them, where Spot Instance draining is on, stops.",
				"ECS gives no task to another capacity provider than its strategy says: those of Spot wait for Spot.")
		},
		Fleet: func(f *fleet.Fleet) { f.LoseSpot() },
	}
}

// instanceOf is what an instance of a group is called that was named so.
func instanceOf(g fleet.Group, name string) string {
	if g.Has(name) {
		return fmt.Sprintf("instance %s (%s)", fleet.InstanceID(name), g.Name)
	}
	return "an instance of " + g.Name
}

// afterLoss is what verdicts after a loss take for granted. What is lost is gone at once: no percent of a deployment protects it.
func afterLoss(p *Plan) []string {
	all := []string{"What is lost isn't replaced."}
	if slices.ContainsFunc(p.Fleet.Groups, func(g fleet.Group) bool { return len(g.Running) > 0 }) {
		return append(all, "Tasks of services that ran on what is lost wait again; all others stay where they run.")
	}
	return append(all, "The fleet file tells of no running tasks: all are placed anew on what is left.")
}
