package fleet

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/facts"
)

// Described collects what describe calls gave back.
type Described struct{ all answers }

// Add reads a file; false where it holds no answer of describe-container-instances, -services, -tasks, -capacity-providers or -subnets.
func (d *Described) Add(text []byte) bool {
	var a answers
	if json.Unmarshal(text, &a) != nil {
		return false
	}
	if a.Data != nil {
		a = *a.Data
	}
	a.ContainerInstances = slices.DeleteFunc(a.ContainerInstances, func(i describedInstance) bool { return i.ARN == "" && len(i.Registered) == 0 })
	a.Tasks = slices.DeleteFunc(a.Tasks, func(t describedTask) bool { return t.Instance == "" && t.Cluster == "" })
	a.Services = slices.DeleteFunc(a.Services, func(s describedService) bool { return s.Cluster == "" })
	a.CapacityProviders = slices.DeleteFunc(a.CapacityProviders, func(p describedProvider) bool { return p.Group == nil })
	d.all.ContainerInstances = append(d.all.ContainerInstances, a.ContainerInstances...)
	d.all.Tasks = append(d.all.Tasks, a.Tasks...)
	d.all.Services = append(d.all.Services, a.Services...)
	d.all.CapacityProviders = append(d.all.CapacityProviders, a.CapacityProviders...)
	a.Subnets = slices.DeleteFunc(a.Subnets, func(s describedSubnet) bool { return s.ID == "" || s.Free == nil || *s.Free < 0 })
	d.all.Subnets = append(d.all.Subnets, a.Subnets...)
	return len(a.ContainerInstances)+len(a.Tasks)+len(a.Services)+len(a.CapacityProviders)+len(a.Subnets) > 0
}

// To writes what was collected to a draft.
func (d *Described) To(draft *Draft) {
	var clusters []string
	for _, t := range d.all.Tasks {
		clusters = append(clusters, t.Cluster)
	}
	for _, s := range d.all.Subnets {
		if !draft.hasSubnet(s.ID) {
			draft.Subnets = append(draft.Subnets, DraftSubnet{ID: s.ID, AvailabilityZone: s.Zone, FreeAddresses: s.Free})
		}
	}
	for _, s := range d.all.Services {
		clusters = append(clusters, s.Cluster)
		for _, id := range s.Network.VPC.Subnets {
			if !draft.hasSubnet(id) {
				draft.Subnets = append(draft.Subnets, DraftSubnet{ID: id})
			}
		}
	}
	for _, i := range d.all.ContainerInstances {
		clusters = append(clusters, clusterOf(i.ARN))
	}
	draft.nameCluster(clusters)
	seen := map[string]bool{}
	for _, i := range d.all.ContainerInstances {
		switch {
		case seen[i.ARN] && i.ARN != "":
			draft.note("An instance that was described twice counts once, as it was described first.")
		case i.Status != "" && i.Status != "ACTIVE", i.Connected != nil && !*i.Connected:
			draft.note("Instances that are not ACTIVE, or whose agent isn't connected, are left out: ECS places nothing on them.")
		default:
			draft.ContainerInstances = append(draft.ContainerInstances, d.instance(draft, i))
		}
		seen[i.ARN] = true
	}
	for _, p := range d.all.CapacityProviders {
		provider := DraftProvider{Name: p.Name}
		if p.Group.Scaling.Status == "ENABLED" {
			provider.TargetCapacity = max(p.Group.Scaling.Target, 1)
		}
		draft.note("minimum, desired and maximum of the Auto Scaling groups are not in answers of ECS: add them to capacityProviders.")
		draft.CapacityProviders = append(draft.CapacityProviders, provider)
	}
}

// nameCluster takes the cluster, where all are of one.
func (d *Draft) nameCluster(clusters []string) {
	names := map[string]bool{}
	for _, c := range clusters {
		if c != "" {
			names[c[strings.LastIndex(c, "/")+1:]] = true
		}
	}
	switch all := slices.Sorted(maps.Keys(names)); len(all) {
	case 0:
	case 1:
		d.Cluster = all[0]
	default:
		d.note("The answers are of several clusters: " + strings.Join(all, ", ") + ". A fleet is of one.")
	}
}

// clusterOf is the cluster in the ARN of a container instance; "" in one of the old form.
func clusterOf(arn string) string {
	if parts := strings.Split(arn, "/"); len(parts) == 3 {
		return parts[1]
	}
	return ""
}

func (d *Described) instance(draft *Draft, i describedInstance) DraftInstances {
	in := DraftInstances{Count: 1, CapacityProvider: i.Provider, AttributesComplete: true}
	if i.ARN != "" {
		in.IDs = []string{InstanceID(i.ARN)}
	}
	architecture := ""
	for _, a := range i.Attributes {
		switch {
		case a.Name == "ecs.instance-type":
			in.InstanceType = a.Value
		case a.Name == "ecs.availability-zone":
			in.AvailabilityZone = a.Value
		case a.Name == "ecs.os-type" && a.Value == "windows":
			in.OperatingSystem = a.Value
		case a.Name == "ecs.cpu-architecture":
			architecture = a.Value
		case a.Name == "ecs.awsvpc-trunk-id":
			in.Trunking = true
		case IsCapability(a.Name):
			in.Capabilities = append(in.Capabilities, a.Name)
		case !strings.HasPrefix(a.Name, "ecs.") && !strings.HasPrefix(a.Name, "com.amazonaws.ecs."):
			if in.Attributes == nil {
				in.Attributes = map[string]string{}
			}
			in.Attributes[a.Name] = a.Value
		}
	}
	if slices.Sort(in.Capabilities); !slices.ContainsFunc(in.Capabilities, isDockerVersion) {
		in.Capabilities = nil // no agent registers none
	}
	t, known := facts.InstanceTypeNamed(in.InstanceType)
	if !known {
		if in.InstanceType == "" {
			in.InstanceType = "unknown"
		}
		in.NetworkInterfaces = 1
		draft.note("How many network interfaces an instance of type " + in.InstanceType + " can have isn't known: networkInterfaces has to be set.")
	}
	if architecture != t.Architecture {
		in.CPUArchitecture = architecture
	}
	in.RegisteredMemory = amountOf(i.Registered, "MEMORY").Integer
	if cpu := amountOf(i.Registered, "CPU").Integer; cpu != t.VCPUs*1024 {
		in.RegisteredCPU = cpu
	}
	if gpus := int64(len(amountOf(i.Registered, "GPU").Set)); gpus != t.GPUs {
		in.GPUs = gpus
		if gpus == 0 {
			draft.note("Instances of type " + in.InstanceType + " registered no GPUs: set gpus to 0 where that is right.")
		}
	}
	reserved := numbers(amountOf(i.Registered, "PORTS").Set)
	in.ReservedPorts = reserved
	in.ReservedPortsUDP = numbers(amountOf(i.Registered, "PORTS_UDP").Set)
	in.RunningTasks = d.running(i)
	return in
}

// isDockerVersion reports the attributes for the versions of Docker's API, of which every agent registers some.
func isDockerVersion(attribute string) bool {
	return strings.HasPrefix(attribute, "com.amazonaws.ecs.capability.docker-remote-api.")
}

// running are the tasks of an instance: by describe-tasks, else what is taken of the instance, as one.
func (d *Described) running(i describedInstance) []DraftTasks {
	cpu, memory := taken(i, "CPU"), taken(i, "MEMORY")
	var all []DraftTasks
	for _, t := range d.all.Tasks {
		if t.Instance != i.ARN || i.ARN == "" || t.LastStatus == "STOPPED" {
			continue
		}
		task := DraftTasks{Count: 1}
		task.CPU, _ = strconv.ParseInt(t.CPU, 10, 64)
		task.Memory, _ = strconv.ParseInt(t.Memory, 10, 64)
		if name, ok := strings.CutPrefix(t.Group, "service:"); ok {
			task.Service = name
		} else {
			task.Group = t.Group
		}
		for _, a := range t.Attachments {
			if a.Type == "ElasticNetworkInterface" || a.Type == "eni" {
				task.NetworkInterfaces = 1
			}
		}
		cpu, memory = cpu-task.CPU, memory-task.Memory
		all = addTask(all, task)
	}
	ports := without(numbers(amountOf(i.Remaining, "PORTS").Set), numbers(amountOf(i.Registered, "PORTS").Set))
	udp := without(numbers(amountOf(i.Remaining, "PORTS_UDP").Set), numbers(amountOf(i.Registered, "PORTS_UDP").Set))
	if cpu > 0 || memory > 0 || len(ports)+len(udp) > 0 {
		all = append(all, DraftTasks{Group: "unknown", Count: 1, CPU: max(cpu, 0), Memory: max(memory, 0), Ports: ports, PortsUDP: udp})
	}
	return all
}

func addTask(all []DraftTasks, task DraftTasks) []DraftTasks {
	for k, other := range all {
		alike := other
		alike.Count = 1
		if fmt.Sprint(alike) == fmt.Sprint(task) {
			all[k].Count++
			return all
		}
	}
	return append(all, task)
}

func amountOf(all []describedAmount, name string) describedAmount {
	for _, a := range all {
		if a.Name == name {
			return a
		}
	}
	return describedAmount{}
}

func taken(i describedInstance, name string) int64 {
	if len(i.Remaining) == 0 {
		return 0
	}
	return amountOf(i.Registered, name).Integer - amountOf(i.Remaining, name).Integer
}

func numbers(words []string) []int64 {
	var all []int64
	for _, w := range words {
		if n, err := strconv.ParseInt(w, 10, 64); err == nil {
			all = append(all, n)
		}
	}
	slices.Sort(all)
	return all
}

func without(all, those []int64) []int64 {
	return slices.DeleteFunc(all, func(n int64) bool { return slices.Contains(those, n) })
}
