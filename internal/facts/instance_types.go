package facts

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed instance_types.txt
var instanceTypes string // a family and its sizes in each line

// InstanceTypes are types of EC2 instances, as in m5.large. New ones appear every month, so one that isn't among them may
// exist.
var InstanceTypes = sync.OnceValue(func() []string {
	var all []string
	for line := range strings.Lines(instanceTypes) {
		words := strings.Fields(line)
		for _, size := range words[1:] {
			all = append(all, words[0]+"."+size)
		}
	}
	return all
})

// InstanceTypesOrigin is where the list is from.
var InstanceTypesOrigin = Origin{
	AsOf: "2026-08-02",
	Sources: []string{
		"https://github.com/getmoto/moto/blob/master/moto/ec2/resources/instance_types.json",
		"https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/ec2_instance_types.go",
		"https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypes.html",
	},
}
