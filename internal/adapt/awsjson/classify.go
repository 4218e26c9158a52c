// Package awsjson turns JSON in the shape of the AWS API into objects: inputs of calls, saved outputs of
// describe calls, and bare lists of containers.
package awsjson

import (
	"slices"

	"github.com/tidwall/gjson"

	"github.com/ecslint/ecslint/internal/syntax"
)

// kind is what a JSON document holds, told by the keys on its top level.
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
)

var whatItIs = map[kind]string{
	foreign:    "JSON without the keys of an ECS task definition, service or task",
	template:   "a CloudFormation template: not read yet",
	inputOrRun: "JSON whose keys fit both a service and a run-task call: not read",
}

// keys tells of each key on the top level whether its value is an object or a list.
type keys map[string]gjson.Type

const (
	objectValue gjson.Type = 100 + iota
	listValue
)

func (k keys) has(names ...string) bool {
	return slices.ContainsFunc(names, func(n string) bool { _, ok := k[n]; return ok })
}

func (k keys) count(names ...string) (n int) {
	for _, name := range names {
		if k.has(name) {
			n++
		}
	}
	return n
}

// classify decides by content. The keys are those of the API's inputs; one alone may be anybody's word. inner gives
// the keys of a member.
func classify(k keys, inner func(member string) keys) kind {
	switch {
	case k["taskDefinition"] == objectValue && inner("taskDefinition").has("containerDefinitions", "family", "taskDefinitionArn"):
		return wrappedDefinition
	case k.has("containerDefinitions"):
		return taskDefinition
	case k.has("Resources") && k.has("AWSTemplateFormatVersion", "Transform", "Parameters", "Outputs", "Description"):
		return template
	case k["service"] == objectValue && inner("service").has("serviceName", "serviceArn"):
		return wrappedService
	case k["services"] == listValue && k.has("failures"):
		return services
	case k.has("family") && k.has("requiresCompatibilities", "networkMode", "executionRoleArn", "taskRoleArn"):
		return taskDefinition // containerDefinitions is missing, which is a finding
	case k["data"] == objectValue && k.has("status_code"):
		return recorded
	case isContainer(k):
		return container
	}
	return classifyCall(k)
}

// isContainer tells ECS's containers from those of Compose and Kubernetes, which have a name and an image too.
func isContainer(k keys) bool {
	specific := k.count("essential", "portMappings", "memoryReservation", "logConfiguration", "mountPoints", "dockerLabels",
		"linuxParameters", "readonlyRootFilesystem", "volumesFrom", "systemControls")
	common := k.count("memory", "cpu", "name")
	const enough = 3
	return k.has("image") && (specific >= 1 && k.has("name") || specific+common >= enough)
}

func classifyCall(k keys) kind {
	const least = 2
	onlyService := k.count("serviceName", "desiredCount", "deploymentConfiguration", "deploymentController", "loadBalancers",
		"schedulingStrategy", "healthCheckGracePeriodSeconds", "serviceRegistries", "availabilityZoneRebalancing", "serviceConnectConfiguration")
	onlyTask := k.count("overrides", "count", "startedBy", "containerInstances", "referenceId")
	both := k.count("taskDefinition", "cluster", "launchType", "networkConfiguration", "capacityProviderStrategy",
		"placementConstraints", "placementStrategy", "platformVersion", "propagateTags", "enableECSManagedTags", "enableExecuteCommand", "service")
	switch {
	case onlyService >= 1 && (onlyService+both >= least || onlyService == len(k)):
		return service
	case onlyTask >= 1 && k.has("taskDefinition"):
		return task
	case k.has("taskDefinition") && both > least:
		return inputOrRun
	}
	return foreign
}

// sniff classifies valid JSON without parsing it.
func sniff(s string) kind {
	document := gjson.Parse(s)
	return classify(sniffKeys(document), func(member string) keys { return sniffKeys(document.Get(member)) })
}

func sniffKeys(document gjson.Result) keys {
	k := keys{}
	document.ForEach(func(key, value gjson.Result) bool {
		switch {
		case value.IsObject():
			k[key.String()] = objectValue
		case value.IsArray():
			k[key.String()] = listValue
		default:
			k[key.String()] = value.Type
		}
		return true
	})
	return k
}

func kindOfObject(n *syntax.Node) kind {
	return classify(keysOf(n), func(member string) keys { return keysOf(n.Get(member)) })
}

func keysOf(n *syntax.Node) keys {
	k := keys{}
	for _, m := range n.Members {
		switch m.Value.Kind {
		case syntax.Object:
			k[m.Key.String()] = objectValue
		case syntax.Array:
			k[m.Key.String()] = listValue
		default:
			k[m.Key.String()] = gjson.String
		}
	}
	return k
}
