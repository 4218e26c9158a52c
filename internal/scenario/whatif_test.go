package scenario_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/scenario"
)

func checked(t *testing.T, text string, proofs []*certificate.Certificate) {
	t.Helper()
	for _, c := range proofs {
		if err := c.Check(); err != nil {
			t.Fatalf("%s: %v\n%s", c.Kind, err, text)
		}
	}
}

// TestScalingInEachZone compares the verdict on managed scaling with those on all fleets that it may launch.
func TestScalingInEachZone(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	verdicts := map[place.Verdict]int{}
	for range 150 {
		maximum := 1 + random.Int64N(4)
		documents := []string{""}
		for i := range 1 + random.IntN(2) {
			mode, network := "bridge", ""
			if random.IntN(3) == 0 {
				mode, network = "awsvpc", "\nnetworkConfiguration: {awsvpcConfiguration: {subnets: ["+[]string{"s", "s, r"}[random.IntN(2)]+"]}}"
			}
			documents = append(documents, fmt.Sprintf("family: t%d\nnetworkMode: %s\ncontainerDefinitions: [{name: c, image: x, essential: true, memory: %d}]", i, mode, 1500+1000*random.IntN(4)),
				fmt.Sprintf("serviceName: s%d\ncluster: prod\ntaskDefinition: t%d\ndesiredCount: %d\ncapacityProviderStrategy: [{capacityProvider: p, weight: 1}]%s", i, i, 1+random.IntN(5), network))
		}
		on := func(fleet string) *scenario.Plan {
			documents[0] = "cluster: prod\nsubnets: [{id: s, availabilityZone: a}, {id: r, availabilityZone: b}]\n" + fleet
			return planOf(strings.Join(documents, "\n---\n"))
		}
		all := on(fmt.Sprintf("capacityProviders: [{name: p, desired: 1, maximum: %d, targetCapacity: 100, instanceTypes: [m5.large], availabilityZones: [a, b]}]", maximum)).
			Scalings(context.Background(), place.Budget{}, nil)
		text := strings.Join(documents, "\n---\n")
		if len(all) != 1 {
			t.Fatalf("%d scalings\n%s", len(all), text)
		}
		always := true
		for in := range maximum + 1 {
			// 7598 MiB is the least that an m5.large registers.
			p := on(fmt.Sprintf("containerInstances:\n  - {instanceType: m5.large, count: %d, availabilityZone: a, capacityProvider: p, registeredMemory: 7598}\n"+
				"  - {instanceType: m5.large, count: %d, availabilityZone: b, capacityProvider: p, registeredMemory: 7598}", in, maximum-in))
			always = always && scenario.Judge(context.Background(), p.Questions[0], place.Budget{}, nil).Verdict == place.Always
		}
		if verdicts[all[0].Verdict]++; all[0].Verdict == place.Unproven || (all[0].Verdict == place.Always) != always {
			t.Fatalf("%s, and on each fleet always is %v\n%s", all[0].Verdict, always, text)
		}
		checked(t, text, all[0].Proofs())
	}
	t.Log(verdicts)
}

// TestDrainIsRight compares verdicts on draining with all interleavings.
func TestDrainIsRight(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	verdicts := map[place.RolloutVerdict]int{}
	for range 700 {
		b := &bruteDrain{seen: map[string]bool{}}
		instances := ""
		for i := range 2 + random.IntN(2) {
			var used int64
			tasks := ""
			for s := range b.services {
				n := random.Int64N(3)
				if b.services[s].memory == 0 {
					b.services[s].memory = 1000 * (1 + random.Int64N(3))
				}
				if b.services[s].desired += n; i == 0 {
					b.services[s].tasks, b.services[s].old = n, n
				}
				used += n * b.services[s].memory
				tasks += fmt.Sprintf("{service: s%d, count: %d, memory: %d}, ", s, n, b.services[s].memory)
			}
			memory := used + 1000*random.Int64N(5)
			instances += fmt.Sprintf("\n  - {instanceType: m5.large, ids: [i%d], registeredMemory: %d, runningTasks: [%s]}", i, memory, tasks)
			if i > 0 {
				b.free = append(b.free, memory-used)
			}
		}
		documents := []string{"cluster: prod\ncontainerInstances:" + instances}
		for s := range b.services {
			is := &b.services[s]
			minimum, maximum := []int64{0, 50, 75, 100}[random.IntN(4)], []int64{100, 150, 200}[random.IntN(3)]
			is.lower, is.upper = (is.desired*minimum+99)/100, is.desired*maximum/100
			documents = append(documents, fmt.Sprintf("family: t%d\ncontainerDefinitions: [{name: c, image: x, essential: true, memory: %d}]", s, is.memory),
				fmt.Sprintf("serviceName: s%d\ncluster: prod\ntaskDefinition: t%d\ndesiredCount: %d\nlaunchType: EC2\nplacementStrategy: [{type: random}]\ndeploymentConfiguration: {minimumHealthyPercent: %d, maximumPercent: %d}",
					s, s, is.desired, minimum, maximum))
		}
		text := strings.Join(documents, "\n---\n")
		drains, err := planOf(text).Drains(context.Background(), "i0", place.Budget{}, nil)
		if err != nil || len(drains) != 1 {
			t.Fatalf("%v\n%s", err, text)
		}
		b.drain()
		verdict := drains[0].Verdict
		verdicts[verdict]++
		if verdict == place.AlwaysFinishes && b.sticks || verdict == place.Stuck && b.finishes || verdict == place.CanFinish && !(b.finishes && b.sticks) {
			t.Fatalf("%s (%s), the truth is: finishes %v, sticks %v\n%s", verdict, drains[0].Why, b.finishes, b.sticks, text)
		}
		checked(t, text, drains[0].Proofs())
	}
	t.Log(verdicts)
}

// bruteDrain goes through all orders in which the tasks of services on an instance are replaced on others.
type bruteDrain struct {
	services         [2]replacing
	free             []int64 // MiB, of each other instance
	seen             map[string]bool
	finishes, sticks bool
}

type replacing struct {
	memory, desired, tasks int64 // tasks are those to be replaced
	lower, upper           int64
	old, fresh             int64
}

func (b *bruteDrain) drain() {
	key := fmt.Sprint(b.services, b.free)
	if b.seen[key] {
		return
	}
	b.seen[key] = true
	moved, done := false, true
	for s := range b.services {
		is := &b.services[s]
		exist := is.desired - is.tasks + is.old + is.fresh
		done = done && is.old == 0 && is.fresh == is.tasks
		for i := range b.free {
			if is.fresh < is.tasks && exist < is.upper && b.free[i] >= is.memory {
				moved = true
				is.fresh, b.free[i] = is.fresh+1, b.free[i]-is.memory
				b.drain()
				is.fresh, b.free[i] = is.fresh-1, b.free[i]+is.memory
			}
		}
		if is.old > 0 && exist > is.lower {
			moved = true
			is.old--
			b.drain()
			is.old++
		}
	}
	b.finishes, b.sticks = b.finishes || done, b.sticks || !moved && !done
}

// TestRebalancingLacksRoom compares what is said of zones with all placements.
func TestRebalancingLacksRoom(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	zones, lacking := []string{"a", "b"}, 0
	for range 700 {
		web, db := 1+random.Int64N(3), 1+random.Int64N(3)
		desired, others := 2+random.Int64N(5), random.Int64N(4)
		var free, in []int64
		instances := ""
		for i := range 2 + random.Int64N(2) {
			free, in = append(free, 1+random.Int64N(9)), append(in, i%2)
			instances += fmt.Sprintf("\n  - {instanceType: m5.large, availabilityZone: %s, registeredMemory: %d000}", zones[i%2], free[i])
		}
		text := fmt.Sprintf("cluster: prod\ncontainerInstances:%s\n---\n", instances)
		for name, of := range map[string][2]int64{"web": {web, desired}, "db": {db, others}} {
			text += fmt.Sprintf("family: %s\ncontainerDefinitions: [{name: c, image: x, essential: true, memory: %d000}]\n---\n"+
				"serviceName: %s\ncluster: prod\ntaskDefinition: %s\ndesiredCount: %d\nlaunchType: EC2\navailabilityZoneRebalancing: ENABLED\n---\n", name, of[0], name, name, of[1])
		}
		p := planOf(strings.TrimSuffix(text, "---\n"))
		var room func(counts [3]int64) bool // of web in each zone, of db
		room = func(counts [3]int64) bool {
			if counts == [3]int64{} {
				return true
			}
			for i := range free {
				for k, size := range map[int64]int64{in[i]: web, 2: db} {
					if counts[k] > 0 && free[i] >= size {
						counts[k], free[i] = counts[k]-1, free[i]-size
						ok := room(counts)
						counts[k], free[i] = counts[k]+1, free[i]+size
						if ok {
							return true
						}
					}
				}
			}
			return false
		}
		beside := func(zone int, here, there int64) bool {
			counts := [3]int64{there, there, others}
			counts[zone] = here
			return room(counts)
		}
		want, share := "", desired/2
		for z := range zones {
			if want == "" && !beside(z, share, desired-share+1) && (beside(z, share-1, desired-share+1) || beside(z, 0, desired)) {
				want = zones[z]
			}
		}
		for _, j := range p.Jobs {
			if j.Group != "service:web" {
				continue
			}
			r := p.Rebalancing(context.Background(), j, place.Budget{Nodes: place.DefaultNodes})
			if r == nil || r.Lacking != want {
				t.Fatalf("%+v, want zone %q\n%s", r, want, text)
			}
			if r.Lacking != "" {
				lacking++
				checked(t, text, r.Judgement.Proofs())
			}
		}
	}
	t.Log(lacking, "lack room")
}
