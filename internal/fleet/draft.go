package fleet

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/yaml"
)

// Draft is a fleet file to be written, from what is in sight of a cluster.
type Draft struct {
	Cluster            string           `yaml:"cluster,omitempty"`
	ContainerInstances []DraftInstances `yaml:"containerInstances,omitempty"`
	CapacityProviders  []DraftProvider  `yaml:"capacityProviders,omitempty"`
	Subnets            []DraftSubnet    `yaml:"subnets,omitempty"`

	// Open tells that sizes or instance types of Auto Scaling groups aren't known, and were left out.
	Open bool `yaml:"-"`

	// Notes are what whoever uses the file should know, each a sentence.
	Notes []string `yaml:"-"`
}

// DraftInstances is an item of containerInstances.
type DraftInstances struct {
	InstanceType       string            `yaml:"instanceType"`
	Count              int64             `yaml:"count"`
	IDs                []string          `yaml:"ids,omitempty,flow"`
	AvailabilityZone   string            `yaml:"availabilityZone,omitempty"`
	CapacityProvider   string            `yaml:"capacityProvider,omitempty"`
	Spot               bool              `yaml:"spot,omitempty"`
	OperatingSystem    string            `yaml:"operatingSystem,omitempty"`
	CPUArchitecture    string            `yaml:"cpuArchitecture,omitempty"`
	Attributes         map[string]string `yaml:"attributes,omitempty"`
	AttributesComplete bool              `yaml:"attributesComplete,omitempty"`
	Capabilities       []string          `yaml:"capabilities,omitempty"`
	RegisteredCPU      int64             `yaml:"registeredCpu,omitempty"`
	RegisteredMemory   int64             `yaml:"registeredMemory,omitempty"`
	ReservedPorts      []int64           `yaml:"reservedPorts,omitempty,flow"`
	ReservedPortsUDP   []int64           `yaml:"reservedPortsUdp,omitempty,flow"`
	NetworkInterfaces  int64             `yaml:"networkInterfaces,omitempty"`
	GPUs               int64             `yaml:"gpus,omitempty"`
	Trunking           bool              `yaml:"trunking,omitempty"`
	RunningTasks       []DraftTasks      `yaml:"runningTasks,omitempty"`
}

// DraftTasks is an item of runningTasks.
type DraftTasks struct {
	Service           string  `yaml:"service,omitempty"`
	Group             string  `yaml:"group,omitempty"`
	Count             int64   `yaml:"count"`
	CPU               int64   `yaml:"cpu,omitempty"`
	Memory            int64   `yaml:"memory,omitempty"`
	GPUs              int64   `yaml:"gpus,omitempty"`
	NetworkInterfaces int64   `yaml:"networkInterfaces,omitempty"`
	Ports             []int64 `yaml:"ports,omitempty,flow"`
	PortsUDP          []int64 `yaml:"portsUdp,omitempty,flow"`
}

// DraftProvider is an item of capacityProviders.
type DraftProvider struct {
	Name              string   `yaml:"name"`
	Minimum           *int64   `yaml:"minimum,omitempty"`
	Desired           *int64   `yaml:"desired,omitempty"`
	Maximum           *int64   `yaml:"maximum,omitempty"`
	TargetCapacity    int64    `yaml:"targetCapacity,omitempty"`
	InstanceTypes     []string `yaml:"instanceTypes,omitempty,flow"`
	AvailabilityZones []string `yaml:"availabilityZones,omitempty,flow"`
	Spot              bool     `yaml:"spot,omitempty"`
}

// DraftSubnet is an item of subnets.
type DraftSubnet struct {
	ID               string `yaml:"id"`
	AvailabilityZone string `yaml:"availabilityZone,omitempty"`
	FreeAddresses    *int64 `yaml:"freeAddresses,omitempty"`
	CIDRBlock        string `yaml:"cidrBlock,omitempty"`
}

func (d *Draft) hasSubnet(id string) bool {
	return slices.ContainsFunc(d.Subnets, func(s DraftSubnet) bool { return s.ID == id })
}

// Empty reports that nothing of a fleet was found.
func (d *Draft) Empty() bool {
	return len(d.ContainerInstances)+len(d.CapacityProviders)+len(d.Subnets) == 0
}

func (d *Draft) note(text string) {
	if !slices.Contains(d.Notes, text) {
		d.Notes = append(d.Notes, text)
	}
}

// schemaLine has editors check the file.
const schemaLine = "# yaml-language-server: $schema=https://raw.githubusercontent.com/ecslint/ecslint/main/schemas/fleet.json\n"

// Encode is the file in YAML. Instances that are alike are one item.
func (d *Draft) Encode() ([]byte, error) {
	d.merge()
	var b bytes.Buffer
	b.WriteString(schemaLine)
	for _, n := range d.Notes {
		b.WriteString("# " + strings.ReplaceAll(n, "\n", " ") + "\n")
	}
	text, err := yaml.Encode(d)
	b.Write(text)
	return b.Bytes(), err
}

// ScaleOut has all capacity providers scale up to the maximum of their Auto Scaling groups: whatever scales them, they can't have more.
func (d *Draft) ScaleOut() {
	for i := range d.CapacityProviders {
		d.CapacityProviders[i].TargetCapacity = max(d.CapacityProviders[i].TargetCapacity, 1)
	}
}

// Fleet is that of a draft that templates made.
func (d *Draft) Fleet() (*Fleet, []Problem, error) {
	o, err := d.Object()
	if err != nil {
		return nil, nil, err
	}
	f, problems := Of(o)
	if f != nil {
		f.MadeByTemplate()
	}
	return f, problems, nil
}

// Object is the fleet of the draft, as if its file had been read.
func (d *Draft) Object() (*ecs.Object, error) {
	text, err := d.Encode()
	if err != nil {
		return nil, err
	}
	f := source.NewFile("templates", "", text)
	roots, _ := yaml.Parse(f.Text())
	if len(roots) != 1 {
		return nil, errors.New("the fleet of the templates can't be read")
	}
	return &ecs.Object{Type: ecs.TypeFleet, Operation: ecs.OperationFleet, Root: roots[0], File: f, Format: "yaml", Ordinal: 1}, nil
}

func (d *Draft) merge() {
	var merged []DraftInstances
	at := map[string]int{}
	for _, in := range d.ContainerInstances {
		alike := in
		alike.Count, alike.IDs = 0, nil
		key, err := json.Marshal(alike)
		i, known := at[string(key)]
		if err != nil || !known {
			at[string(key)] = len(merged)
			merged = append(merged, in)
			continue
		}
		merged[i].Count += in.Count
		merged[i].IDs = append(merged[i].IDs, in.IDs...)
	}
	d.ContainerInstances = merged
}
