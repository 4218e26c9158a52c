// Package document turns trees in the shape of the AWS API into objects, whatever syntax they were written in: inputs
// of calls, saved outputs of describe calls, and bare lists of containers.
package document

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

// kind is what a document holds, told by the keys on its top level.
type kind uint8

const (
	foreign           kind = iota // nothing of ECS
	taskDefinition                // input of RegisterTaskDefinition, or the inner part of its output
	wrappedDefinition             // {"taskDefinition": {...}}
	container                     // one container definition
	service                       // input of CreateService or UpdateService
	wrappedService                // {"service": {...}}
	services                      // {"services": [...]}
	task                          // input of RunTask or StartTask
	list                          // a list: what it holds, its items tell
	template                      // CloudFormation
	inputOrRun                    // keys that CreateService and RunTask share, none that decides
	recorded                      // {"status_code": ..., "data": {...}}, as recordings of AWS answers have it
	input                         // input of another operation
	output                        // what another operation gives back
	appSpec                       // what CodeDeploy deploys
	taskTarget                    // a target of an event rule, which stands in a list
	fleet                         // what a cluster runs tasks on
)

// Keys are the keys of an object, each with what its value is: Object, Array, or any other kind for a scalar.
type Keys map[string]syntax.Kind

func (k Keys) has(names ...string) bool {
	return slices.ContainsFunc(names, func(n string) bool { _, ok := k[n]; return ok })
}

func (k Keys) count(names ...string) (n int) {
	for _, name := range names {
		if k.has(name) {
			n++
		}
	}
	return n
}

// only reports that an operation takes all of the keys, but for those that are comments.
func (k Keys) only(operation string) bool {
	for key := range k {
		if !ecs.HasMember(operation, key) && !isComment(key) {
			return false
		}
	}
	return true
}

func isComment(key string) bool { return strings.HasPrefix(key, "_") || strings.HasPrefix(key, "//") }

// classify decides by content. The keys are those of the API's inputs; one alone may be anybody's word. inner gives
// the keys of a member, of a member of it as in a.b, or of an item as in a.0.
func classify(k Keys, inner func(member string) Keys) kind {
	switch {
	case k["taskDefinition"] == syntax.Object && inner("taskDefinition").has("containerDefinitions", "family", "taskDefinitionArn"):
		return wrappedDefinition
	case k.has("containerDefinitions"):
		return taskDefinition
	case k["Resources"] == syntax.Object:
		return template
	case k["service"] == syntax.Object && inner("service").has("serviceName", "serviceArn"):
		return wrappedService
	case k["services"] == syntax.Array && k.has("failures"):
		return services
	case k.has("family") && k.has("requiresCompatibilities", "networkMode", "executionRoleArn", "taskRoleArn"):
		return taskDefinition // containerDefinitions is missing, which is a finding
	case k["data"] == syntax.Object && k.has("status_code"):
		return recorded
	case isAppSpec(k):
		return appSpec
	case isTaskTarget(k):
		return taskTarget
	case outputIn(k, inner) != nil:
		return output
	case inputOperation(k, inner) != "":
		return input
	case isContainer(k):
		return container
	}
	return classifyCall(k)
}

// isContainer tells ECS's containers from those of Compose and Kubernetes, which have a name and an image too.
func isContainer(k Keys) bool {
	specific := k.count("essential", "portMappings", "memoryReservation", "logConfiguration", "mountPoints", "dockerLabels",
		"linuxParameters", "readonlyRootFilesystem", "volumesFrom", "systemControls")
	common := k.count("memory", "cpu", "name")
	const enough = 3
	hasImage := k.has("image") && k["image"] != syntax.Object && k["image"] != syntax.Array
	return hasImage && (specific >= 1 && k.has("name") || specific+common >= enough)
}

func classifyCall(k Keys) kind {
	const least = 2
	onlyService := k.count("serviceName", "desiredCount", "deploymentConfiguration", "deploymentController", "loadBalancers",
		"schedulingStrategy", "healthCheckGracePeriodSeconds", "serviceRegistries", "availabilityZoneRebalancing", "serviceConnectConfiguration")
	onlyTask := k.count("overrides", "count", "startedBy", "containerInstances", "referenceId")
	both := k.count("taskDefinition", "cluster", "launchType", "networkConfiguration", "capacityProviderStrategy",
		"placementConstraints", "placementStrategy", "platformVersion", "propagateTags", "enableECSManagedTags", "enableExecuteCommand", "service")
	switch {
	case k["containers"] == syntax.Array:
		return foreign // a deploy tool's own file: AWS's services name a task definition
	case onlyService >= 1 && (onlyService+both >= least || onlyService == len(k)):
		return service
	case onlyTask >= 1 && k.has("taskDefinition"):
		return task
	case k.has("taskDefinition") && both > least:
		return inputOrRun
	}
	return foreign
}

func kindOfObject(n *syntax.Node) kind {
	return classify(keysOf(n), innerOf(n))
}

func innerOf(n *syntax.Node) func(member string) Keys {
	return func(path string) Keys {
		at := n
		for _, member := range strings.Split(path, ".") {
			if i, err := strconv.Atoi(member); err == nil && i < len(at.Items) {
				at = at.Items[i]
			} else if at = at.Get(member); at == nil {
				return Keys{}
			}
		}
		return keysOf(at)
	}
}

func keysOf(n *syntax.Node) Keys {
	k := Keys{}
	if n != nil {
		for _, m := range n.Members {
			k[m.Key.String()] = m.Value.Kind
		}
	}
	return k
}
