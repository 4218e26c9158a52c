package document

import (
	"path"
	"regexp"
	"slices"

	"github.com/ecslint/ecslint/internal/syntax"
)

var fleetName = regexp.MustCompile(`(^|\.)fleet\.(ya?ml|json)$`)

// IsFleetName reports the name of a file that may be a fleet: fleet.yaml, prod.fleet.yaml. Other programs have such files
// too.
func IsFleetName(name string) bool { return fleetName.MatchString(path.Base(name)) }

var fleetKeys = []string{"$schema", "cluster", "containerInstances", "capacityProviders", "fargate", "subnets"}

// isFleet reports what holds only what a fleet does: by its name one thing is enough, else it takes what nothing else has.
func isFleet(name string, k Keys, inner func(member string) Keys) bool {
	for key := range k {
		if !slices.Contains(fleetKeys, key) && !isComment(key) && !IsFleetName(name) {
			return false
		}
	}
	instances, providers, subnets := k["containerInstances"] == syntax.Array, k["capacityProviders"] == syntax.Array, k["subnets"] == syntax.Array
	if IsFleetName(name) {
		return !k.has("failures") && (instances || providers || subnets || k["fargate"] == syntax.Object)
	}
	return inner("fargate").has("onDemandVcpus", "spotVcpus") || inner("containerInstances.0").has("instanceType") ||
		inner("capacityProviders.0").has("targetCapacity", "instanceTypes")
}
