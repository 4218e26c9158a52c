package simulation_test

import (
	"bytes"
	"fmt"
	entities "html"
	"math/rand"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/place/placetest"
	"github.com/ecslint/ecslint/internal/report/simulation"
)

// asked is a problem in which everything may be in the way.
func asked() *certificate.Problem {
	class := func(name string, count int64, zone, provider, stack string, capacity ...int64) certificate.Class {
		c := certificate.Class{Name: name, Count: count, Zone: zone, Provider: provider, Capacity: capacity, Attributes: map[string]string{}, Closed: true}
		if stack != "" {
			c.Attributes["stack"] = stack
		}
		return c
	}
	p := &certificate.Problem{
		Resources: []string{"cpu", "memory", "tcp/80", "distinct/service:web"},
		Types: []certificate.Type{
			{Name: "service web", Group: "service:web", Count: 5, Demand: []int64{100, 2000, 1, 1}, Provider: "spot", Zones: []string{"a", "b"},
				MemberOf: []certificate.Expression{{Text: "attribute:stack == prod", Holds: []bool{true, false, true, true, true}}}},
			{Name: "service log", Group: "service:log", Demand: []int64{50, 100, 0, 0}, Daemon: true},
			{Name: "task job", Group: "family:job", Count: 1, Demand: []int64{10, 10, 0, 0},
				MemberOf: []certificate.Expression{{Text: "not(task:group == service:log)", Holds: []bool{true, true, true, true, true}, Dynamic: true}}},
		},
		Classes: []certificate.Class{
			class("one", 2, "a", "spot", "prod", 1000, 3000, 1, 1),
			class("two", 1, "a", "spot", "test", 1000, 3000, 1, 1),
			class("three", 1, "c", "spot", "prod", 1000, 3000, 1, 1),
			class("four", 1, "b", "", "prod", 1000, 3000, 1, 1),
			class("five", 3, "b", "spot", "prod", 1000, 1500, 0, 1),
		},
	}
	p.Classes[4].Running = []certificate.Running{{Group: "service:log", Count: 1}}
	return p
}

var tags, breaks = regexp.MustCompile("<[^>]*>"), regexp.MustCompile(`\s*\n\s*`)

// words are those of a part of a page.
func words(page string) string {
	return breaks.ReplaceAllString(entities.UnescapeString(tags.ReplaceAllString(page, "")), "\n")
}

func TestWhatWaits(t *testing.T) {
	p := asked()
	run := &certificate.Run{
		Steps:   []certificate.Step{{1, 0, 0}, {1, 0, 1}, {1, 1, 0}, {1, 2, 0}, {1, 3, 0}, {0, 0, 0}, {0, 0, 1}, {9, 9, 9}},
		Waiting: []int64{3, 0, 1},
	}
	c := newCluster("all", p)
	c.ShowCertificate("end", "", &certificate.Certificate{Kind: certificate.KindRun, Problem: p, Run: run})
	var got strings.Builder
	for _, z := range c.Moments[0].Zones {
		for _, b := range z.Bins {
			fmt.Fprintln(&got, z.Name, b.Names, b.Instances, b.Tasks, b.Before)
		}
	}
	_, waits, _ := strings.Cut(string(html(t, &simulation.Report{Clusters: []*simulation.Cluster{c}})), "<h3>Waiting</h3>")
	waits, _, _ = strings.Cut(waits, "<h3>Tasks</h3>")
	got.WriteString(words(waits))
	const want = `a [{one 2}] 2 [{0 1 0} {1 1 0}] []
a [{two 1}] 1 [{1 1 0}] []
b [{four 1}] 1 [{1 1 0}] []
b [{five 3}] 3 [] [{service:log 1}]
c [{three 1}] 1 [{1 1 0}] []

A service web: 3 tasks find no place.
3 instances in b: memory: 2,000 MiB needed, at most 1,500 free; taken: tcp/80
2 instances in a: memory: 2,000 MiB needed, at most 900 free; taken: tcp/80, distinct/service:web
two in a: memberOf "attribute:stack == prod" doesn't hold
three in c: the tasks have no subnet in this zone
four in b: not of capacity provider "spot"
C task job: 1 task finds no place.
4 instances in b: a memberOf expression doesn't hold beside the tasks there
3 instances in a: a memberOf expression doesn't hold beside the tasks there
three in c: a memberOf expression doesn't hold beside the tasks there
`
	if got.String() != want {
		t.Errorf("%s", got.String())
	}
	if n := c.Services[1].Wanted; n != 5 {
		t.Errorf("a daemon is wanted on %d instances", n)
	}
}

// TestAlike checks that instances that are alike are one box, whatever their names, and that a box never hides a difference.
func TestAlike(t *testing.T) {
	p := &certificate.Problem{Resources: []string{"cpu"}, Types: []certificate.Type{{Name: "service a", Group: "service:a", Demand: []int64{1}}}}
	for i := range 300 {
		p.Classes = append(p.Classes, certificate.Class{Name: fmt.Sprint("i-", i), Count: 1, Zone: "z", Capacity: []int64{int64(8 + i/100)}})
	}
	c := newCluster("many", p)
	var filled []certificate.Filled
	for i := range 300 {
		if i%3 > 0 {
			filled = append(filled, certificate.Filled{Class: i, Instances: 1, Tasks: []certificate.Tasks{{Type: 0, Count: int64(i % 3)}}})
		}
	}
	c.Show("now", "", filled)
	bins := c.Moments[0].Zones[0].Bins
	var n int64
	for _, b := range bins {
		n += b.Instances
	}
	if len(bins) != 9 || n != 300 {
		t.Errorf("%d boxes with %d instances", len(bins), n)
	}
	if size := len(html(t, &simulation.Report{Clusters: []*simulation.Cluster{c}})); size > 30_000 {
		t.Errorf("%d bytes for 300 instances of 9 kinds", size)
	}
}

// TestSize checks that a page of instances of which no two are alike stays small.
func TestSize(t *testing.T) {
	if size := len(html(t, largeFleet(true))); size > 500_000 {
		t.Errorf("%d bytes for 200 instances, no two of them alike", size)
	}
}

func TestProve(t *testing.T) {
	p := asked()
	c := newCluster("all", p)
	small := &certificate.Certificate{Version: certificate.Version, Kind: certificate.KindSingle, Problem: p, Single: &certificate.Single{}}
	large := &certificate.Certificate{Version: certificate.Version, Kind: certificate.KindRun, Problem: p, Run: &certificate.Run{Steps: make([]certificate.Step, 200_000)}}
	for _, proof := range []*certificate.Certificate{small, large} {
		if err := c.Prove("x.json", "it can't be", proof); err != nil {
			t.Fatal(err)
		}
	}
	data, err := small.Encode()
	if err != nil || !bytes.Equal(c.Certificates[0].JSON, data) || c.Certificates[0].Size != len(data) {
		t.Errorf("%d bytes: %s", c.Certificates[0].Size, c.Certificates[0].JSON)
	}
	if c.Certificates[1].JSON != nil || c.Certificates[1].Size < 1<<20 {
		t.Errorf("%d of %d bytes are in the page", len(c.Certificates[1].JSON), c.Certificates[1].Size)
	}
	if page := string(html(t, &simulation.Report{Clusters: []*simulation.Cluster{c}})); !strings.Contains(page, "too large for this page") {
		t.Error("the page doesn't say that a certificate is too large")
	}
}

// TestManyPorts checks that a list has an end.
func TestManyPorts(t *testing.T) {
	p := &certificate.Problem{
		Resources: []string{"ports"}, Types: []certificate.Type{{Name: "service media", Group: "service:media", Count: 1, Demand: []int64{400}}},
		Classes: []certificate.Class{{Name: "one", Count: 1, Capacity: []int64{96}}},
	}
	for port := range 400 {
		p.Resources = append(p.Resources, fmt.Sprint("tcp/", 20000+port))
		p.Types[0].Demand = append(p.Types[0].Demand, 1)
		p.Classes[0].Capacity = append(p.Classes[0].Capacity, int64(port%2))
	}
	c := newCluster("ports", p)
	c.Show("", "", nil)
	c.Wait(nil, []int64{1})
	var text bytes.Buffer
	instances(t, &text, &simulation.Report{Clusters: []*simulation.Cluster{c}}, simulation.TextOptions{})
	golden(t, "many-ports.txt", text.Bytes())
}

// TestPlaces checks the words where tasks are placed on something else than instances.
func TestPlaces(t *testing.T) {
	p := &certificate.Problem{
		Resources: []string{"address"}, Types: []certificate.Type{{Name: "service web", Group: "service:web", Count: 12, Demand: []int64{1}, Standalone: true}},
		Classes: []certificate.Class{{Name: "subnet-1", Count: 1, Capacity: []int64{11}, Zone: "us-east-1a"}, {Name: "subnet-2", Count: 1, Capacity: []int64{0}}},
	}
	c := newCluster("addresses in subnets", p)
	c.Verdict, c.Places = simulation.Verdict{Word: "never", Tone: simulation.Bad}, simulation.Noun{One: "subnet", Many: "subnets"}
	filled := []certificate.Filled{{Class: 0, Instances: 1, Tasks: []certificate.Tasks{{Type: 0, Count: 11}}}}
	c.Show("", "", filled)
	c.Wait(filled, []int64{1})
	r := &simulation.Report{Clusters: []*simulation.Cluster{c}}
	var text bytes.Buffer
	instances(t, &text, r, simulation.TextOptions{Unicode: true})
	golden(t, "subnets.txt", text.Bytes())
	golden(t, "subnets.html", html(t, r))
}

func TestUnsound(t *testing.T) {
	if _, err := simulation.New("x", &certificate.Problem{Resources: []string{"cpu"}, Types: []certificate.Type{{Name: "a"}}}); err == nil {
		t.Error("a problem with a demand that is missing is taken")
	}
}

// TestRollout shows deployments at random: the numbers of tasks are those of a start and of an end, and no box holds more than it has.
func TestRollout(t *testing.T) {
	shown := map[string]int{}
	for seed := range 300 {
		random := rand.New(rand.NewSource(int64(seed)))
		d := &place.Deployment{MinimumHealthyPercent: 25 * random.Int63n(5), MaximumPercent: 100 + 50*random.Int63n(3)}
		d.Problem, d.Old, d.New = placetest.Revisions(random)
		proofs := slices.DeleteFunc(place.Deploy(t.Context(), d, place.Budget{}, nil).Proofs, func(c *certificate.Certificate) bool { return c.Rollout == nil })
		if len(proofs) == 0 {
			continue
		}
		c := newCluster("all", d.Problem)
		c.Replace(d.Old, d.New)
		for i := len(proofs); i > 0; i-- {
			c.ShowRollout(proofs[i-1])
		}
		desired := d.Problem.Types[d.Old].Count
		var names []string
		for _, m := range c.Moments {
			names = append(names, m.Name)
			old, young := tasksOf(t, c, m, d.Old), tasksOf(t, c, m, d.New)
			switch m.Name {
			case "start", "start and worst moment":
				if old != desired || young != 0 {
					t.Fatalf("seed %d: %s: %d old and %d new tasks of %d", seed, m.Name, old, young, desired)
				}
			case "end":
				if old != 0 || young != desired {
					t.Fatalf("seed %d: %s: %d old and %d new tasks of %d", seed, m.Name, old, young, desired)
				}
			}
			for _, w := range c.Waiting {
				if w.Count <= 0 || w.Service != d.New {
					t.Fatalf("seed %d: %d tasks of %d wait", seed, w.Count, w.Service)
				}
			}
		}
		shown[strings.Join(names, ", ")]++
	}
	for _, all := range []string{"start and worst moment", "start, worst moment", "start, worst moment, end"} {
		if shown[all] == 0 {
			t.Errorf("none shows %s: %v", all, shown)
		}
	}
}

// tasksOf is how many tasks of a service a moment shows.
func tasksOf(t *testing.T, c *simulation.Cluster, m simulation.Moment, service int) (n int64) {
	t.Helper()
	for _, z := range m.Zones {
		for _, b := range z.Bins {
			for r, has := range b.Capacity {
				for _, task := range b.Tasks {
					if has -= task.Count * c.Services[task.Service].Demand[r]; has < 0 {
						t.Fatalf("%s: more on %v than it has", m.Name, b.Names)
					}
				}
			}
			for _, task := range b.Tasks {
				if task.Service == service {
					n += task.Count * b.Instances
				}
			}
		}
	}
	return n
}

// TestVerdict shows what a decision proves: each task is in a box or waits.
func TestVerdict(t *testing.T) {
	p := asked()
	for i := range p.Types {
		p.Types[i].Provider, p.Types[i].Zones, p.Types[i].MemberOf = "", nil, nil
	}
	p.Types[0].Demand = []int64{100, 1300, 0, 0}
	p.Types[0].Count = 13
	result := place.Decide(t.Context(), p, place.Budget{}, nil)
	shown := 0
	for _, proof := range result.Proofs {
		c := newCluster("all", p)
		c.ShowCertificate("end", "", proof)
		if len(c.Moments) == 0 {
			continue
		}
		shown++
		found := make([]int64, len(c.Services))
		for _, w := range c.Waiting {
			found[w.Service] += w.Count
		}
		for _, z := range c.Moments[0].Zones {
			for _, b := range z.Bins {
				for _, task := range b.Tasks {
					found[task.Service] += task.Count * b.Instances
				}
			}
		}
		for i, s := range c.Services {
			if found[i] != s.Wanted {
				t.Errorf("%s: %s has %d tasks, %d are wanted", proof.Kind, s.Name, found[i], s.Wanted)
			}
		}
	}
	if shown == 0 {
		t.Errorf("none of the %d proofs of %s shows instances", len(result.Proofs), result.Verdict)
	}
}
