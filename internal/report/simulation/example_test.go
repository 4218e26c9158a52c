package simulation_test

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/report/simulation"
)

// webApp is a deployment of a web service that stands still: six instances in two zones, port 80, no room for the third new task.
func webApp() *simulation.Report {
	capacity := []int64{2048, 3884, 2, 1}
	p := &certificate.Problem{
		Resources: []string{"cpu", "memory", "eni", "tcp/80"},
		Types: []certificate.Type{
			{Name: "service web", Group: "service:web", Count: 6, Demand: []int64{512, 1024, 0, 1}, From: map[string]certificate.Source{
				"cpu": {File: "taskdef.json", At: "cpu"}, "memory": {File: "taskdef.json", At: "containerDefinitions[web].memoryReservation", Note: "sum over containers"},
				"count": {File: "service.json", At: "desiredCount"},
			}},
			{Name: "service web", Group: "service:web", Count: 6, Demand: []int64{512, 1024, 0, 1}},
			{Name: "service worker", Group: "service:worker", Count: 5, Demand: []int64{256, 1250, 1, 0}},
			{Name: "service datadog-agent", Group: "service:datadog-agent", Demand: []int64{100, 256, 0, 0}, Daemon: true},
		},
		Assumptions: []string{
			"An instance of type t3.medium registers 3884 MiB of memory, the least that was seen of it.",
			"Where the strategy ranks instances equal, ECS may take any of them.",
		},
	}
	for zone, name := range []string{"us-east-1a", "us-east-1b"} {
		for i := range 3 {
			p.Classes = append(p.Classes, certificate.Class{
				Name: fmt.Sprintf("i-0a%d%d", zone, i), Count: 1, Capacity: capacity, Zone: name,
				Attributes: map[string]string{"ecs.instance-type": "t3.medium"},
				From:       map[string]certificate.Source{"memory": {File: "fleet.yaml", At: fmt.Sprintf("instances[%d]", zone*3+i), Note: "t3.medium in the catalogue"}},
			})
		}
	}
	c := newCluster("cluster prod", p)
	c.Verdict = simulation.Verdict{
		Word: "can finish", Tone: simulation.Mixed,
		Sentence: "Some runs replace all tasks of web; others stop with 4 of 6 replaced, and nothing may be started or stopped any more.",
	}
	c.Replace(0, 1)
	// on tells what runs on each instance: old, new, worker, daemon.
	on := func(counts ...[4]int64) []certificate.Filled {
		var all []certificate.Filled
		for class, n := range counts {
			f := certificate.Filled{Class: class, Instances: 1}
			for t, count := range n {
				if count > 0 {
					f.Tasks = append(f.Tasks, certificate.Tasks{Type: t, Count: count})
				}
			}
			all = append(all, f)
		}
		return all
	}
	c.Show("start", "", on([4]int64{1, 0, 1, 1}, [4]int64{1, 0, 1, 1}, [4]int64{1, 0, 1, 1}, [4]int64{1, 0, 1, 1}, [4]int64{1, 0, 1, 1}, [4]int64{1, 0, 0, 1}))
	worst := on([4]int64{0, 1, 1, 1}, [4]int64{0, 1, 2, 1}, [4]int64{0, 1, 1, 1}, [4]int64{0, 1, 1, 1}, [4]int64{1, 0, 1, 1}, [4]int64{1, 0, 0, 1})
	c.Show("worst moment", "5 healthy tasks have to remain, 6 may exist: none may be started, none stopped.", worst)
	c.Moments[1].Zones[0].Bins[1].Tasks[0].Phase = simulation.Starting
	c.Show("end", "", on([4]int64{0, 1, 1, 1}, [4]int64{0, 1, 1, 1}, [4]int64{0, 1, 1, 1}, [4]int64{0, 1, 1, 1}, [4]int64{0, 1, 1, 1}, [4]int64{0, 1, 0, 1}))
	c.Wait(worst, []int64{0, 2, 0, 0})
	c.Waiting[0].Event = "(service web) was unable to place a task because no container instance met all of its requirements. The closest matching " +
		"(container-instance ID) is already using a port required by your task. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide."
	c.Events = []string{"(service web) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again."}
	c.Remedies = []simulation.Case{
		{Change: "minimumHealthyPercent 50", Verdict: simulation.Verdict{Word: "always finishes", Sentence: "3 tasks may be stopped at once.", Tone: simulation.Good}},
		{Change: "one more t3.medium in us-east-1b", Verdict: simulation.Verdict{Word: "always finishes", Sentence: "Port 80 is free on one instance more than there are tasks.", Tone: simulation.Good}},
	}
	c.WhatIf = []simulation.Case{
		{Change: "lose us-east-1a", Verdict: simulation.Verdict{Word: "never", Sentence: "3 tasks of web find no place: port 80 on 3 instances.", Tone: simulation.Bad}},
		{Change: "lose any instance", Verdict: simulation.Verdict{Word: "never", Sentence: "1 task of web finds no place.", Tone: simulation.Bad}},
		{Change: "web at 4", Verdict: simulation.Verdict{Word: "always", Sentence: "All runs place all tasks.", Tone: simulation.Good}},
		{Change: "all at their maximum", Verdict: simulation.Verdict{Word: "unproven", Sentence: "The budget of 4,000,000 states ended.", Tone: simulation.Open}},
	}
	c.Certificates = []simulation.Certificate{
		{Name: "run.json", Claim: "A run replaces all 6 tasks of web.", JSON: []byte(`{"version":1,"kind":"run"}`), Size: 26},
		{Name: "tree.json", Claim: "No run does with 5 instances.", Size: 3_400_000},
	}
	return &simulation.Report{Title: "web-app", Program: "ecslint 0.1.0", Clusters: []*simulation.Cluster{c}}
}

// largeFleet is 200 instances of three types in three zones with twelve services, filled evenly or at random.
func largeFleet(ragged bool) *simulation.Report {
	p := &certificate.Problem{Resources: []string{"cpu", "memory", "eni"}, Assumptions: []string{"All attributes of the instances are known."}}
	for i, name := range []string{"api", "web", "search", "checkout", "mailer", "images", "reports", "auth", "billing", "feed", "audit", "cron"} {
		n := int64(i)
		p.Types = append(p.Types, certificate.Type{
			Name: "service " + name, Group: "service:" + name, Count: 90 + 7*n%60,
			Demand: []int64{128 << (n % 4), 300 + 217*(n*5%7), n % 2},
		})
	}
	for i := range 12 {
		capacity, kind := []int64{4096, 15463, 3}, "m5.xlarge"
		switch i % 3 {
		case 1:
			capacity, kind = []int64{2048, 7680, 2}, "m5.large"
		case 2:
			capacity, kind = []int64{8192, 15463, 3}, "c5.2xlarge"
		}
		p.Classes = append(p.Classes, certificate.Class{
			Name: fmt.Sprintf("%s-%d", kind, i/3), Count: 16 + int64(i%3), Capacity: capacity, Zone: fmt.Sprintf("eu-central-1%c", 'a'+i%3), Provider: "asg-" + kind,
			Attributes: map[string]string{"ecs.instance-type": kind}, Running: []certificate.Running{{Group: "family:legacy", Count: int64(i % 2)}},
		})
	}
	filled, waiting := fill(p, ragged)
	c := newCluster("cluster large", p)
	c.Verdict = simulation.Verdict{Word: "never", Sentence: "There is no room for all tasks, however they are placed.", Tone: simulation.Bad}
	c.Show("end", "", filled)
	c.Wait(filled, waiting)
	return &simulation.Report{Title: "large", Program: "ecslint 0.1.0", Clusters: []*simulation.Cluster{c}}
}

// both has several clusters.
func both() *simulation.Report {
	r := largeFleet(true)
	r.Clusters = append(r.Clusters, webApp().Clusters...)
	return r
}

func newCluster(name string, p *certificate.Problem) *simulation.Cluster {
	c, err := simulation.New(name, p)
	if err != nil {
		panic(err)
	}
	return c
}

// fill places the tasks of one service after the other, each on the next instance that has room, round and round, or on any.
func fill(p *certificate.Problem, ragged bool) ([]certificate.Filled, []int64) {
	var all []certificate.Filled
	var free [][]int64
	for c, class := range p.Classes {
		for range class.Count {
			all = append(all, certificate.Filled{Class: c, Instances: 1})
			free = append(free, slices.Clone(class.Capacity))
		}
	}
	waiting := make([]int64, len(p.Types))
	next, random := 0, rand.New(rand.NewPCG(1, 2))
	for t, typ := range p.Types {
		for range typ.Count {
			placed := false
			if ragged {
				next = random.IntN(len(all))
			}
			for range all {
				i := next % len(all)
				next++
				if fits(typ.Demand, free[i]) {
					if n := len(all[i].Tasks); n > 0 && all[i].Tasks[n-1].Type == t {
						all[i].Tasks[n-1].Count++
					} else {
						all[i].Tasks = append(all[i].Tasks, certificate.Tasks{Type: t, Count: 1})
					}
					for r, n := range typ.Demand {
						free[i][r] -= n
					}
					placed = true
					break
				}
			}
			if !placed {
				waiting[t]++
			}
		}
	}
	return all, waiting
}

func fits(demand, free []int64) bool {
	for r, n := range demand {
		if n > free[r] {
			return false
		}
	}
	return true
}
