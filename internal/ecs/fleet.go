package ecs

import "github.com/ecslint/ecslint/internal/value"

// OperationFleet stands for the operation of a fleet: no operation takes one as its input, it is a file of this program's own.
const OperationFleet = "Fleet"

// Fleet is what a cluster runs tasks on: docs/fleet.md tells of each member.
type Fleet struct {
	value.Object
	Cluster            value.Value[string]
	ContainerInstances value.List[FleetInstances]
	CapacityProviders  value.List[FleetProvider]
	Fargate            FleetFargate
	Subnets            value.List[FleetSubnet]
}

// FleetInstances are container instances that are all alike.
type FleetInstances struct {
	value.Object
	InstanceType       value.Value[string]
	Count              value.Value[int64] // that of IDs, else 1, where it is absent
	IDs                value.List[value.Value[string]]
	AvailabilityZone   value.Value[string]
	CapacityProvider   value.Value[string]
	Spot               value.Value[bool]   // they are Spot Instances
	OperatingSystem    value.Value[string] // as ecs.os-type: linux or windows
	CPUArchitecture    value.Value[string] // as ecs.cpu-architecture: x86_64 or arm64
	Attributes         value.Map
	AttributesComplete value.Value[bool]
	Capabilities       value.List[value.Value[string]] // ecs.capability.* and com.amazonaws.ecs.capability.*, all of them
	RegisteredCPU      value.Value[int64]              // CPU units
	RegisteredMemory   value.Value[int64]              // MiB, what ECS_RESERVED_MEMORY has left
	ReservedMemory     value.Value[int64]              // MiB, ECS_RESERVED_MEMORY
	ReservedPorts      value.List[value.Value[int64]]
	ReservedPortsUDP   value.List[value.Value[int64]]
	NetworkInterfaces  value.Value[int64]
	GPUs               value.Value[int64]
	Trunking           value.Value[bool]
	RunningTasks       value.List[FleetTasks]
}

// FleetTasks are tasks that run on each of some instances already.
type FleetTasks struct {
	value.Object
	Service           value.Value[string]
	Group             value.Value[string]
	Count             value.Value[int64] // on each instance; 1 where it is absent
	TaskDefinition    value.Value[string]
	CPU               value.Value[int64] // CPU units of one task
	Memory            value.Value[int64] // MiB of one task
	GPUs              value.Value[int64]
	NetworkInterfaces value.Value[int64]
	Ports             value.List[value.Value[int64]]
	PortsUDP          value.List[value.Value[int64]]
}

// FleetProvider is a capacity provider with an Auto Scaling group.
type FleetProvider struct {
	value.Object
	Name              value.Value[string]
	Minimum           value.Value[int64]
	Desired           value.Value[int64]
	Maximum           value.Value[int64]
	TargetCapacity    value.Value[int64] // per cent, of managed scaling, which is off where it is absent
	InstanceTypes     value.List[value.Value[string]]
	AvailabilityZones value.List[value.Value[string]]
	Spot              value.Value[bool] // it launches Spot Instances, and no others
}

// FleetFargate are quotas of an account for Fargate, in vCPUs that run at the same time.
type FleetFargate struct {
	value.Object
	OnDemandVCPUs value.Value[int64]
	SpotVCPUs     value.Value[int64]
}

// FleetSubnet is a subnet that tasks may get network interfaces in.
type FleetSubnet struct {
	value.Object
	ID               value.Value[string]
	AvailabilityZone value.Value[string]
	FreeAddresses    value.Value[int64]
	CIDRBlock        value.Value[string]
}

// Fleet is the decoded fleet.
func (o *Object) Fleet() *Fleet { return as[Fleet](o) }

func decodeFleet(o value.Object) Fleet {
	fargate := o.Child("fargate")
	return Fleet{
		Object:             o,
		Cluster:            value.String(o, "cluster"),
		ContainerInstances: value.ListOf(o, "containerInstances", decodeFleetInstances),
		CapacityProviders:  value.ListOf(o, "capacityProviders", decodeFleetProvider),
		Fargate: FleetFargate{
			Object: fargate, OnDemandVCPUs: value.Int(fargate, "onDemandVcpus"), SpotVCPUs: value.Int(fargate, "spotVcpus"),
		},
		Subnets: value.ListOf(o, "subnets", decodeFleetSubnet),
	}
}

func decodeFleetInstances(o value.Object) FleetInstances {
	return FleetInstances{
		Object:             o,
		InstanceType:       value.String(o, "instanceType"),
		Count:              value.Int(o, "count"),
		IDs:                value.Strings(o, "ids"),
		AvailabilityZone:   value.String(o, "availabilityZone"),
		CapacityProvider:   value.String(o, "capacityProvider"),
		Spot:               value.Bool(o, "spot"),
		OperatingSystem:    value.String(o, "operatingSystem"),
		CPUArchitecture:    value.String(o, "cpuArchitecture"),
		Attributes:         value.StringMap(o, "attributes"),
		AttributesComplete: value.Bool(o, "attributesComplete"),
		Capabilities:       value.Strings(o, "capabilities"),
		RegisteredCPU:      value.Int(o, "registeredCpu"),
		RegisteredMemory:   value.Int(o, "registeredMemory"),
		ReservedMemory:     value.Int(o, "reservedMemory"),
		ReservedPorts:      value.Ints(o, "reservedPorts"),
		ReservedPortsUDP:   value.Ints(o, "reservedPortsUdp"),
		NetworkInterfaces:  value.Int(o, "networkInterfaces"),
		GPUs:               value.Int(o, "gpus"),
		Trunking:           value.Bool(o, "trunking"),
		RunningTasks:       value.ListOf(o, "runningTasks", decodeFleetTasks),
	}
}

func decodeFleetTasks(o value.Object) FleetTasks {
	return FleetTasks{
		Object:            o,
		Service:           value.String(o, "service"),
		Group:             value.String(o, "group"),
		Count:             value.Int(o, "count"),
		TaskDefinition:    value.String(o, "taskDefinition"),
		CPU:               value.Int(o, "cpu"),
		Memory:            value.Int(o, "memory"),
		GPUs:              value.Int(o, "gpus"),
		NetworkInterfaces: value.Int(o, "networkInterfaces"),
		Ports:             value.Ints(o, "ports"),
		PortsUDP:          value.Ints(o, "portsUdp"),
	}
}

func decodeFleetProvider(o value.Object) FleetProvider {
	return FleetProvider{
		Object:            o,
		Name:              value.String(o, "name"),
		Minimum:           value.Int(o, "minimum"),
		Desired:           value.Int(o, "desired"),
		Maximum:           value.Int(o, "maximum"),
		TargetCapacity:    value.Int(o, "targetCapacity"),
		InstanceTypes:     value.Strings(o, "instanceTypes"),
		AvailabilityZones: value.Strings(o, "availabilityZones"),
		Spot:              value.Bool(o, "spot"),
	}
}

func decodeFleetSubnet(o value.Object) FleetSubnet {
	return FleetSubnet{
		Object:           o,
		ID:               value.String(o, "id"),
		AvailabilityZone: value.String(o, "availabilityZone"),
		FreeAddresses:    value.Int(o, "freeAddresses"),
		CIDRBlock:        value.String(o, "cidrBlock"),
	}
}
