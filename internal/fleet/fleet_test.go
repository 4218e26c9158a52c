package fleet_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/fleet"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/syntaxtest"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

// of reads a fleet in YAML.
func of(text string) (*fleet.Fleet, []fleet.Problem) {
	f := source.NewFile("fleet.yaml", "", []byte(text))
	roots, _ := yaml.Parse(f.Text())
	if len(roots) == 0 {
		return nil, nil
	}
	return fleet.Of(adapt.NewObject(f, "yaml", ecs.TypeFleet, ecs.OperationFleet, roots[0]))
}

func TestWhatInstancesHave(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"of its type", "instanceType: m5.large", "1 x m5.large: 2048 CPU units, 7598-8192 MiB, 2-2 interfaces, 0 GPUs, x86_64"},
		{"reserved memory", "{instanceType: m5.large, reservedMemory: 256}", "1 x m5.large: 2048 CPU units, 7342-7936 MiB, 2-2 interfaces, 0 GPUs, x86_64"},
		{"registered", "{instanceType: m5.large, count: 3, registeredMemory: 7680, reservedMemory: 256}", "3 x m5.large: 2048 CPU units, 7680-7680 MiB, 2-2 interfaces, 0 GPUs, x86_64"},
		{"trunking by the guide", "{instanceType: m5.large, trunking: true}", "1 x m5.large: 2048 CPU units, 7598-8192 MiB, 10-10 interfaces, 0 GPUs, x86_64"},
		{"trunking, derived", "{instanceType: m7i.large, trunking: true}", "1 x m7i.large: 2048 CPU units, 7689-8192 MiB, 2-10 interfaces, 0 GPUs, x86_64"},
		{"trunking of a type without", "{instanceType: t3.medium, trunking: true}", "1 x t3.medium: 2048 CPU units, 3786-4096 MiB, 2-2 interfaces, 0 GPUs, x86_64"},
		{"several network cards", "instanceType: p4d.24xlarge", "1 x p4d.24xlarge: 98304 CPU units, 1136929-1179648 MiB, 14-59 interfaces, 8 GPUs, x86_64"},
		{"GPUs", "{instanceType: g4dn.xlarge, gpus: 0}", "1 x g4dn.xlarge: 4096 CPU units, 15615-16384 MiB, 2-2 interfaces, 0 GPUs, x86_64"},
		{"of an unknown type", "{instanceType: z9.large, registeredCpu: 2048, registeredMemory: 7000, networkInterfaces: 4}", "1 x z9.large: 2048 CPU units, 7000-7000 MiB, 3-3 interfaces, 0 GPUs, "},
		{"zone and provider", "{instanceType: t4g.small, availabilityZone: eu-west-1a, capacityProvider: spot}", "1 x t4g.small of spot in eu-west-1a: 2048 CPU units, 1825-2048 MiB, 2-2 interfaces, 0 GPUs, arm64"},
	} {
		f, problems := of("containerInstances:\n  - " + test.text)
		if len(problems) > 0 {
			t.Errorf("%s: %s", test.name, problems[0].Message)
			continue
		}
		g := f.Groups[0]
		got := fmt.Sprintf("%d x %s: %d CPU units, %d-%d MiB, %d-%d interfaces, %d GPUs, %s",
			g.Count, g.Name, g.Most.CPU, g.Least.Memory, g.Most.Memory, g.Least.ENIs, g.Most.ENIs, g.Most.GPUs, g.Architecture)
		if got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestCapacityProviders(t *testing.T) {
	const listed = "containerInstances:\n  - {instanceType: m5.large, count: 2, capacityProvider: a, availabilityZone: x}\n"
	for _, test := range []struct{ name, text, want string }{
		{"managed scaling", "capacityProviders: [{name: a, desired: 1, maximum: 3, targetCapacity: 90, instanceTypes: [m5.large], availabilityZones: [x, y]}]",
			"2 x m5.large of a in x, 1 x m5.large of a in y"},
		{"no managed scaling", "capacityProviders: [{name: a, desired: 1, maximum: 3, instanceTypes: [m5.large]}]", "1 x m5.large of a"},
		{"beside what is listed", listed + "capacityProviders: [{name: a, maximum: 5, targetCapacity: 100}]", "2 x m5.large of a in x, 3 x m5.large of a in x #2"},
		{"all are listed", listed + "capacityProviders: [{name: a, desired: 2}]", "2 x m5.large of a in x"},
		{"of no type", "capacityProviders: [{name: a, desired: 2}]", ""},
		{"of several types", "capacityProviders: [{name: a, desired: 2, instanceTypes: [m5.large, m5.xlarge]}]", "2 x any of its types of a"},
	} {
		f, problems := of(test.text)
		if len(problems) > 0 {
			t.Errorf("%s: %s", test.name, problems[0].Message)
			continue
		}
		var got []string
		for _, g := range f.Groups {
			got = append(got, fmt.Sprintf("%d x %s", g.Count, g.Name))
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, strings.Join(got, ", "), test.want)
		}
	}
}

func TestSubnets(t *testing.T) {
	f, problems := of("subnets:\n  - {id: a, cidrBlock: 10.0.0.0/28}\n  - {id: b, cidrBlock: 10.0.0.0/24, freeAddresses: 7}\n  - {id: c}\n")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if *f.Subnets[0].Free != 11 || *f.Subnets[1].Free != 7 || f.Subnets[2].Free != nil {
		t.Errorf("%+v", f.Subnets)
	}
}

func TestProblems(t *testing.T) {
	for _, test := range []struct {
		text, want string
		unknown    bool
	}{
		{"containerInstances: [{instanceType: m5.lrge}]", "did you mean m5.large?", false},
		{"containerInstances: [{instanceType: '${TYPE}'}]", "instanceType isn't known", true},
		{"containerInstances: [{instanceType: m5.large, count: '${N}'}]", "count isn't known", true},
		{"containerInstances: [{instanceType: m5.large, count: -1}]", "must be between", false},
		{"subnets: [{id: a, cidrBlock: 10.0.0.0}]", "no IPv4 block", false},
		{"capacityProviders: [{name: a, desired: 1, instanceTypes: [m5.huge]}]", `doesn't know the instance type "m5.huge"`, false},
	} {
		_, problems := of(test.text)
		if len(problems) != 1 || !strings.Contains(problems[0].Message, test.want) || problems[0].Unknown != test.unknown {
			t.Errorf("%s: %+v", test.text, problems)
		}
	}
}

var seeds = []string{
	"cluster: prod\ncontainerInstances:\n  - instanceType: m5.large\n    count: 3\n    availabilityZone: a\n    attributes: {stack: prod}\n    runningTasks: [{service: web, cpu: 1, ports: [80]}]\n",
	"capacityProviders:\n  - {name: a, minimum: 1, desired: 2, maximum: 3, targetCapacity: 100, instanceTypes: [m5.large, c5.large], availabilityZones: [x, y]}\nfargate: {onDemandVcpus: 6}\nsubnets: [{id: s, cidrBlock: 10.0.0.0/24}]\n",
}

var tokens = []string{"-1", "99999999999999999999", "${X}", "[", "]", "{", "}", ":", "\n", "  ", "- ", "null", "true", "1.5", "instanceType", "count", "m5.large", "é", "\xff"}

func check(t *testing.T, text string) {
	f, problems := of(text)
	if f == nil && len(problems) == 0 && strings.TrimSpace(text) != "" {
		return // no document
	}
	for _, p := range problems {
		p.At.Where().Range()
	}
	if f != nil {
		for _, g := range f.Groups {
			if g.Count < 0 || g.Least.Memory > g.Most.Memory || g.Least.ENIs > g.Most.ENIs || g.Least.ENIs < 0 {
				t.Errorf("%+v", g)
			}
		}
	}
}

func TestMutations(t *testing.T) { syntaxtest.Mutations(t, seeds, tokens, check) }

func FuzzOf(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(check)
}
