package document

import (
	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/syntax"
)

// shape tells by keys whether a document is the input of an operation. Keys that other programs use too don't decide.
type shape struct {
	operation string
	fits      func(k Keys, inner func(member string) Keys) bool
}

// shapes are tried in order; those of services and tasks, which share most of their keys, come after all of these.
var shapes = []shape{
	{"PutClusterCapacityProviders", func(k Keys, _ func(string) Keys) bool {
		return k.has("cluster") && k["capacityProviders"] == syntax.Array && k["defaultCapacityProviderStrategy"] == syntax.Array
	}},
	{"CreateCluster", func(k Keys, _ func(string) Keys) bool {
		own := k["defaultCapacityProviderStrategy"] == syntax.Array || k["serviceConnectDefaults"] == syntax.Object
		common := k["capacityProviders"] == syntax.Array || k["settings"] == syntax.Array
		return k.has("clusterName") && (own || common && k.only("CreateCluster"))
	}},
	{"UpdateCluster", func(k Keys, _ func(string) Keys) bool {
		return k.has("cluster") && k["serviceConnectDefaults"] == syntax.Object && k.only("UpdateCluster")
	}},
	{"CreateCapacityProvider", func(k Keys, inner func(string) Keys) bool {
		template := inner("managedInstancesProvider.instanceLaunchTemplate")
		return isCapacityProvider(k) && (k.has("tags") || inner("autoScalingGroupProvider").has("autoScalingGroupArn") ||
			template.has("ec2InstanceProfileArn") && template.has("networkConfiguration"))
	}},
	{"UpdateCapacityProvider", func(k Keys, _ func(string) Keys) bool { return isCapacityProvider(k) }},
	{"CreateTaskSet", func(k Keys, inner func(string) Keys) bool {
		return k.has("taskDefinition") && k.has("service", "cluster") && (inner("scale").has("value", "unit") || k.has("externalId"))
	}},
	{"UpdateTaskSet", func(k Keys, inner func(string) Keys) bool {
		return k.has("taskSet") && inner("scale").has("value", "unit") && k.only("UpdateTaskSet")
	}},
	{"UpdateExpressGatewayService", func(k Keys, inner func(string) Keys) bool {
		return k.has("serviceArn") && inner("primaryContainer").has("image")
	}},
	{"CreateExpressGatewayService", func(k Keys, inner func(string) Keys) bool {
		return inner("primaryContainer").has("image") && k.has("infrastructureRoleArn", "executionRoleArn", "scalingTarget", "healthCheckPath") ||
			k.has("infrastructureRoleArn") && k.has("taskDefinitionArn") && k.only("CreateExpressGatewayService")
	}},
	{"CreateDaemon", func(k Keys, _ func(string) Keys) bool { return k.has("daemonName") && k.has("daemonTaskDefinitionArn") }},
	{"UpdateDaemon", func(k Keys, _ func(string) Keys) bool { return k.has("daemonArn") && k.has("daemonTaskDefinitionArn") }},
	{"PutScalingPolicy", func(k Keys, _ func(string) Keys) bool { return isScaling(k) && k.has("PolicyName") }},
	{"PutScheduledAction", func(k Keys, _ func(string) Keys) bool { return isScaling(k) && k.has("ScheduledActionName") }},
	{"RegisterScalableTarget", func(k Keys, _ func(string) Keys) bool { return isScaling(k) }},
	{"PutTargets", func(k Keys, _ func(string) Keys) bool { return k["Targets"] == syntax.Array && k.only("PutTargets") }},
	{"CreateSchedule", func(k Keys, inner func(string) Keys) bool {
		return k.has("ScheduleExpression") && inner("Target").has("EcsParameters")
	}},
	{"CreateRepository", func(k Keys, _ func(string) Keys) bool {
		return k.has("repositoryName") && k.has("imageTagMutability", "imageScanningConfiguration", "encryptionConfiguration") && k.only("CreateRepository")
	}},
}

func isCapacityProvider(k Keys) bool {
	return k.has("name") && (k["autoScalingGroupProvider"] == syntax.Object || k["managedInstancesProvider"] == syntax.Object)
}

// isScaling reports what Application Auto Scaling takes, for whatever service.
func isScaling(k Keys) bool { return k.has("ServiceNamespace") && k.has("ScalableDimension") }

// inputOperation is the operation whose input a document is; "" where that isn't certain, and for services and tasks.
func inputOperation(k Keys, inner func(member string) Keys) string {
	for _, s := range shapes {
		if s.fits(k, inner) {
			return s.operation
		}
	}
	return ""
}

// createdBy are keys that AWS gives to what it has made.
var createdBy = []string{"clusterArn", "capacityProviderArn", "taskSetArn"}

// input makes the object of an operation's input; none where it is about another service than ECS.
func (r *reader) input(n *syntax.Node, operation string) []*ecs.Object {
	object := r.newObject(ecs.TypeOf(operation), operation, n)
	if !object.AboutECS() {
		return nil
	}
	object.Output = keysOf(n).has(createdBy...)
	return []*ecs.Object{object}
}

// isTaskTarget reports a target of an event rule that is a task.
func isTaskTarget(k Keys) bool {
	return k.has("Id") && k.has("Arn") && k["EcsParameters"] == syntax.Object
}

// targets makes an object of a bare list of targets of an event rule, as --targets takes it.
func (r *reader) targets(list *syntax.Node) *ecs.Object {
	key := &syntax.Node{Kind: syntax.String, Range: list.Range.Head(), Text: adapt.Name("Targets")}
	root := &syntax.Node{Kind: syntax.Object, Range: list.Range, Incomplete: true, Members: []syntax.Member{{Key: key, Value: list}}}
	object := r.newObject(ecs.TypeEventTargets, "PutTargets", root)
	object.Fragment = true
	return object
}

// answer is what an operation gives back: a member that holds what another operation makes.
type answer struct {
	member    string // holds an object, or a list of them
	mark      string // a key of each that only AWS writes
	operation string // that makes such an object
}

var answers = []answer{
	{"cluster", "clusterArn", "CreateCluster"},
	{"clusters", "clusterArn", "CreateCluster"},
	{"capacityProvider", "capacityProviderArn", "CreateCapacityProvider"},
	{"capacityProviders", "capacityProviderArn", "CreateCapacityProvider"},
	{"repository", "repositoryArn", "CreateRepository"},
	{"repositories", "repositoryArn", "CreateRepository"},
}

// outputIn is the answer that a document may be; of a list its items decide.
func outputIn(k Keys, inner func(member string) Keys) *answer {
	beside := k.count("failures", "nextToken", "ResponseMetadata")
	for i, a := range answers {
		if k[a.member] == syntax.Array && len(k) == 1+beside || k[a.member] == syntax.Object && inner(a.member).has(a.mark) {
			return &answers[i]
		}
	}
	return nil
}

// output makes the objects of an answer that was saved.
func (r *reader) output(n *syntax.Node, a *answer) []*ecs.Object {
	made := func(item *syntax.Node) []*ecs.Object {
		if !keysOf(item).has(a.mark) {
			return nil
		}
		object := r.newObject(ecs.TypeOf(a.operation), a.operation, item)
		object.Output = true
		return []*ecs.Object{object}
	}
	held := n.Get(a.member)
	if held.Kind == syntax.Array {
		return beside(n, a.member, each(held, made)...)
	}
	return beside(n, a.member, made(held)...)
}
