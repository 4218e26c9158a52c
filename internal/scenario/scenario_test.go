package scenario_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/adapt/document"
	"github.com/ecslint/ecslint/internal/certificate"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/place"
	"github.com/ecslint/ecslint/internal/scenario"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/syntaxtest"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

// planOf is what the documents of a YAML text ask; nil where its fleet can't be used.
func planOf(text string) *scenario.Plan {
	var objects []*ecs.Object
	var f *fleet.Fleet
	for i, part := range strings.Split(text, "\n---\n") {
		file := source.NewFile(fmt.Sprintf("%d.yaml", i), "", []byte(part))
		roots, _ := yaml.Parse(file.Text())
		for _, root := range roots {
			found, _ := document.Objects(file, "yaml", root)
			objects = append(objects, found...)
		}
	}
	for i, o := range objects {
		o.Ordinal = i + 1
		if o.Type == ecs.TypeFleet {
			var problems []fleet.Problem
			if f, problems = fleet.Of(o); len(problems) > 0 {
				return nil
			}
		}
	}
	p, _ := scenario.New([]*ecs.Project{ecs.NewProject(objects)}, f)
	return p
}

const (
	aFleet = `cluster: prod
containerInstances:
  - {instanceType: t3.medium, count: 2, availabilityZone: a, attributes: {stack: prod}, runningTasks: [{service: web, taskDefinition: web}]}
  - {instanceType: m5.large, count: 1, capacityProvider: spot, trunking: true}
fargate: {onDemandVcpus: 2, spotVcpus: 4}
subnets: [{id: s, availabilityZone: a, freeAddresses: 3}]`
	aTask    = "family: web\nnetworkMode: bridge\ncontainerDefinitions:\n  - {name: web, image: x, cpu: 256, memory: 1500, essential: true, portMappings: [{containerPort: 80, hostPort: 80}]}"
	aService = "serviceName: web\ncluster: prod\ntaskDefinition: web\ndesiredCount: 3\nlaunchType: EC2\nplacementConstraints: [{type: memberOf, expression: 'attribute:stack == prod or task:group == service:db'}, {type: distinctInstance}]\nplacementStrategy: [{type: spread, field: 'attribute:ecs.availability-zone'}, {type: binpack, field: memory}]"
	aFargate = "serviceName: api\ntaskDefinition: api\ndesiredCount: 3\ncapacityProviderStrategy: [{capacityProvider: FARGATE, base: 1, weight: 1}, {capacityProvider: FARGATE_SPOT, weight: 2}]\nnetworkConfiguration: {awsvpcConfiguration: {subnets: [s]}}"
	anAPI    = "family: api\nnetworkMode: awsvpc\ncpu: '512'\nmemory: '1024'\nrequiresCompatibilities: [FARGATE]\ncontainerDefinitions: [{name: api, image: x}]"
)

var seed = strings.Join([]string{aFleet, aTask, aService, aFargate, anAPI}, "\n---\n")

// check decides all that a text asks on a small budget: what is proven has to be true.
func check(t *testing.T, text string) {
	p := planOf(text)
	if p == nil {
		return
	}
	for _, q := range p.Questions {
		if len(q.Scenarios) > 8 || large(q.Scenarios[0].Problem) {
			continue
		}
		for _, j := range p.Jobs {
			q.Alone(j)
		}
		j := scenario.Judge(context.Background(), q, place.Budget{Nodes: 500}, nil)
		for _, c := range j.Proofs() {
			if err := c.Check(); err != nil {
				t.Errorf("%s: %s: %v", q.Name, c.Kind, err)
			}
		}
		shown, result := j.Shows()
		for _, w := range shown.Waits(result) {
			object, at := w.Blame()
			if object == nil || at.Where() == nil || w.Words() == "" || w.Count < 1 {
				t.Errorf("%+v", w)
			}
		}
		deployments, _ := p.Deployments(context.Background(), place.Budget{Nodes: 200}, nil)
		for _, d := range deployments {
			for _, c := range d.Proofs() {
				if err := c.Check(); err != nil {
					t.Errorf("deployment of %s: %s: %v", d.Job.Name, c.Kind, err)
				}
			}
		}
	}
}

// large reports what takes too long to look at so often.
func large(p *certificate.Problem) bool {
	var n int64
	for _, t := range p.Types {
		n += t.Count
	}
	for _, c := range p.Classes {
		n += c.Count
	}
	return n > 100
}

func TestMutations(t *testing.T) {
	if p := planOf(seed); p == nil || len(p.Questions) != 3 || len(p.Left) > 0 {
		t.Fatalf("the seed asks %+v", p)
	}
	tokens := []string{"0", "-1", "7", "99999", "null", "${X}", "[", "]", "{", "}", ": ", "\n", "\n---\n", "DAEMON", "FARGATE", "awsvpc", "host", "task:group", "EC2", "spot"}
	syntaxtest.Mutations(t, []string{seed}, tokens, check)
}

// TestVerdictsAreThoseOfCounting compares with what can be counted: tasks of one size on instances of one size.
func TestVerdictsAreThoseOfCounting(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		count, tasks, memory, registered := 1+random.IntN(5), random.IntN(12), 100+random.IntN(3000), 1000+random.IntN(7000)
		text := fmt.Sprintf("cluster: prod\ncontainerInstances: [{instanceType: m5.large, count: %d, registeredMemory: %d}]\n---\n"+
			"family: web\ncontainerDefinitions: [{name: web, image: x, essential: true, memory: %d}]\n---\n"+
			"serviceName: web\ncluster: prod\ntaskDefinition: web\ndesiredCount: %d\nlaunchType: EC2", count, registered, memory, tasks)
		p := planOf(text)
		if p == nil || len(p.Questions) != 1 {
			t.Fatalf("no question of\n%s", text)
		}
		want := place.Never
		if count*(registered/memory) >= tasks {
			want = place.Always
		}
		j := scenario.Judge(context.Background(), p.Questions[0], place.Budget{}, nil)
		if alone := len(p.Questions[0].Alone(p.Jobs[0])) > 0; j.Verdict != want || alone != (want == place.Never) {
			t.Fatalf("%s, alone %v, want %s of\n%s", j.Verdict, alone, want, text)
		}
	}
}

// TestDaemonDeployments compares with the truth: a daemon's deployment finishes from a start if a task may stop first, and if on each
// instance a new task fits beside the others. The others may be placed in any way that leaves room for the old ones.
func TestDaemonDeployments(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	verdicts := map[place.RolloutVerdict]int{}
	for range 300 {
		instances := []int{20 + random.IntN(80), 20 + random.IntN(80)}
		old, young, other, count := 1+random.IntN(20), 1+random.IntN(40), 5+random.IntN(30), random.IntN(4)
		minimum := []int{0, 50, 51, 100}[random.IntN(4)]
		text := fmt.Sprintf("cluster: prod\ncontainerInstances: [{instanceType: m5.large, registeredMemory: %d}, {instanceType: m5.xlarge, registeredMemory: %d}]\n---\n"+
			"taskDefinition: {taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/agent:1', family: agent, revision: 1, status: ACTIVE, containerDefinitions: [{name: a, image: x, memory: %d}]}\n---\n"+
			"family: agent\ncontainerDefinitions: [{name: a, image: y, memory: %d}]\n---\n"+
			"serviceName: agent\ncluster: prod\ntaskDefinition: agent:1\nschedulingStrategy: DAEMON\nlaunchType: EC2\ndeploymentConfiguration: {minimumHealthyPercent: %d, maximumPercent: 100}\n---\n"+
			"family: web\ncontainerDefinitions: [{name: web, image: x, memory: %d}]\n---\n"+
			"serviceName: web\ncluster: prod\ntaskDefinition: web\ndesiredCount: %d\nlaunchType: EC2\nplacementStrategy: [{type: random}]",
			instances[0], instances[1], old, young, minimum, other, count)
		finishes, sticks := false, false
		for first := 0; first <= count; first++ {
			free := []int{instances[0] - first*other, instances[1] - (count-first)*other}
			if min(free[0], free[1]) < old {
				continue
			}
			if minimum <= 50 && min(free[0], free[1]) >= young {
				finishes = true
			} else {
				sticks = true
			}
		}
		p := planOf(text)
		deployments, _ := p.Deployments(context.Background(), place.Budget{}, nil)
		if len(deployments) == 0 || deployments[0].Job.Group != "service:agent" {
			t.Fatalf("no deployment of\n%s", text)
		}
		d := deployments[0]
		verdicts[d.Verdict]++
		want := place.Undecided
		switch {
		case finishes && sticks:
			want = place.CanFinish
		case finishes:
			want = place.AlwaysFinishes
		case sticks:
			want = place.Stuck
		}
		if d.Verdict != want && (want != place.CanFinish || d.Verdict != place.Undecided) {
			t.Fatalf("%s (%s), want %s of\n%s", d.Verdict, d.Why, want, text)
		}
		for _, c := range d.Proofs() {
			if err := c.Check(); err != nil {
				t.Fatalf("%s: %v\n%s", c.Kind, err, text)
			}
		}
	}
	t.Log(verdicts)
}

// TestThreshold looks at the memory that is found: 1 MiB less is too little, and that much is enough.
func TestThreshold(t *testing.T) {
	for _, memory := range []int{3800, 3850, 3900, 4000, 4096} {
		const text = "containerInstances: [{instanceType: m5.large, count: 2%s}]\n---\nfamily: web\ncontainerDefinitions: [{name: web, image: x, essential: true, memory: %d}]\n---\n" +
			"serviceName: web\ncluster: prod\ntaskDefinition: web\ndesiredCount: 4\nlaunchType: EC2"
		p := planOf("cluster: prod\n" + fmt.Sprintf(text, "", memory))
		j := scenario.Judge(context.Background(), p.Questions[0], place.Budget{}, nil)
		if j.Threshold == nil || j.Threshold.Registered["m5.large"] != int64(2*memory) {
			t.Errorf("tasks of %d MiB: %+v", memory, j.Threshold)
		}
	}
}
