package facts

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// The catalogue has a line for each family with its architecture, and "xen" if its hypervisor is Xen, and below it one for each size: its name, vCPUs, memory in
// MiB, GPUs, network interfaces (of the default network card, "/", of all cards), branch network interfaces ("~" before what no
// page lists), and the least memory in MiB that an operating system or the agent was seen to have. "-" is what isn't known. The generator,
// internal/gen, reads network interfaces and "~" anew from modules of AWS.
//
//go:embed instance_types.txt
var instanceTypes string

// InstanceType is a type of EC2 instances.
type InstanceType struct {
	Name         string // as in m5.large
	VCPUs        int64
	Memory       int64  // MiB
	Architecture string // as in ecs.cpu-architecture; x86_64_mac of the first Macs
	Xen          bool   // its hypervisor is Xen: an older type
	GPUs         int64

	// Network interfaces that it can have: those of its default network card, and those of all. Most have one card.
	DefaultCardENIs, ENIs int64

	// BranchENIs is how many tasks with network interfaces of their own it runs where ENI trunking is on; 0 where it can't
	// have trunks, or that isn't known. Derived tells that no page of AWS lists the number: branch interfaces as the VPC
	// resource controller has them, plus interfaces, less 2, which is the listed number of all 411 types to compare.
	BranchENIs int64
	Derived    bool

	seen int64 // the least memory in MiB that was seen; 0 where none was
}

// LeastMemory is what container instances of the type register at least, in MiB: what the operating system finds, which is less
// than the instance has, and differs between AMIs by up to 2 %. Of a type that was seen it is the least that was seen, less
// 1 % of its memory; else 94 % of it, less 160 MiB, which is below all that was seen of all types but vt1.3xlarge.
func (t InstanceType) LeastMemory() int64 {
	if t.seen > 0 {
		return t.seen - (t.Memory+99)/100
	}
	return max(t.Memory*94/100-160, 0)
}

// InstanceTypes are all that are known, by family. New ones appear every month, so one that isn't among them may exist. The
// caller must not change them.
var InstanceTypes = sync.OnceValue(func() []InstanceType {
	var all []InstanceType
	var family, architecture string
	var xen bool
	for line := range strings.Lines(instanceTypes) {
		words := strings.Fields(line)
		if !strings.HasPrefix(line, " ") {
			family, architecture, xen = words[0], words[1], len(words) > 2
			continue
		}
		card, enis, several := strings.Cut(words[4], "/")
		if !several {
			enis = card
		}
		branches, derived := strings.CutPrefix(words[5], "~")
		all = append(all, InstanceType{
			Name: family + "." + words[0], Architecture: architecture, Xen: xen,
			VCPUs: number(words[1]), Memory: number(words[2]), GPUs: number(words[3]),
			DefaultCardENIs: number(card), ENIs: number(enis), BranchENIs: number(branches), Derived: derived, seen: number(words[6]),
		})
	}
	return all
})

// number is 0 for "-".
func number(word string) int64 {
	n, _ := strconv.ParseInt(word, 10, 64) // a test reads all
	return n
}

// InstanceTypeNamed finds a type by its name.
func InstanceTypeNamed(name string) (InstanceType, bool) {
	i := slices.IndexFunc(InstanceTypes(), func(t InstanceType) bool { return t.Name == name })
	if i < 0 {
		return InstanceType{}, false
	}
	return InstanceTypes()[i], true
}

// InstanceTypeNames are the names of all types, as in m5.large.
var InstanceTypeNames = sync.OnceValue(func() []string {
	var names []string
	for _, t := range InstanceTypes() {
		names = append(names, t.Name)
	}
	return names
})

// InstanceTypesOrigin is where the catalogue is from. Types are those of the day; the table of branch interfaces in the
// developer guide is of 2023-05-19, and memories were seen from 2018 to 2026.
var InstanceTypesOrigin = Origin{
	AsOf: "2026-08-02",
	Sources: []string{
		"https://github.com/getmoto/moto/blob/0af643a/moto/ec2/resources/instance_types.json",
		"https://github.com/kubernetes/autoscaler/blob/55c37cd/cluster-autoscaler/cloudprovider/aws/ec2_instance_types.go",
		"https://github.com/aws/amazon-vpc-cni-k8s/blob/v1.23.2/pkg/vpc/vpc_ip_resource_limit.go",
		"https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/pkg/providers/instancetype/zz_generated.vpclimits.go",
		"https://github.com/awsdocs/amazon-ecs-developer-guide/blob/3aef759/doc_source/container-instance-eni.md",
		"https://github.com/vantage-sh/ec2instances.info/blob/4ef36cd/scraper/aws/ec2/extras/manually_fetched_data.json",
		"https://github.com/sentiampc/sentialabs.github.io/blob/356d8bd/_posts/2018-05-25-ecs-calculator.md",
		"https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypes.html",
	},
}
