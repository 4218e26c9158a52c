package cloudformation

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/syntax"
)

// operations are the inputs of the API that a type of resource describes.
var operations = map[string][]string{
	"AWS::ApplicationAutoScaling::ScalableTarget":   {"RegisterScalableTarget", "PutScheduledAction"},
	"AWS::ApplicationAutoScaling::ScalingPolicy":    {"PutScalingPolicy"},
	"AWS::ECR::Repository":                          {"CreateRepository"},
	"AWS::ECS::CapacityProvider":                    {"CreateCapacityProvider"},
	"AWS::ECS::Cluster":                             {"CreateCluster"},
	"AWS::ECS::ClusterCapacityProviderAssociations": {"PutClusterCapacityProviders"},
	"AWS::ECS::Daemon":                              {"CreateDaemon"},
	"AWS::ECS::DaemonTaskDefinition":                {"RegisterDaemonTaskDefinition"},
	"AWS::ECS::ExpressGatewayService":               {"CreateExpressGatewayService"},
	"AWS::ECS::Service":                             {"CreateService"},
	"AWS::ECS::TaskDefinition":                      {"RegisterTaskDefinition"},
	"AWS::ECS::TaskSet":                             {"CreateTaskSet"},
	"AWS::Events::Rule":                             {"PutRule", "PutTargets"},
	"AWS::Scheduler::Schedule":                      {"CreateSchedule"},
}

// filledIn are required members of inputs that CloudFormation fills in where a template leaves them out.
var filledIn = map[string][]string{
	"CreateCapacityProvider":       {"name"},
	"CreateCluster":                {"clusterName"},
	"CreateDaemon":                 {"daemonName"},
	"CreateExpressGatewayService":  {"serviceName"},
	"CreateRepository":             {"repositoryName"},
	"CreateSchedule":               {"Name"},
	"CreateService":                {"serviceName"},
	"PutClusterCapacityProviders":  {"capacityProviders"},
	"PutRule":                      {"Name"},
	"PutScalingPolicy":             {"PolicyName"},
	"PutTargets":                   {"Rule"},
	"RegisterDaemonTaskDefinition": {"family"},
	"RegisterTaskDefinition":       {"family"},
}

// part is what one input of the API takes from a resource.
type part struct {
	operation string // "" for a resource of another service
	root      *syntax.Node
	generated []string
	suffix    string // of the resource's id; "" for the resource as a whole
}

func newPart(operation string, root *syntax.Node) part {
	return part{operation: operation, root: root, generated: filledIn[operation]}
}

// partsOf takes the evaluated properties of a resource apart; none where nothing of ECS is in them.
func partsOf(r *resource, root *syntax.Node) []part {
	switch r.kind {
	case "AWS::ApplicationAutoScaling::ScalableTarget":
		if text(root, "ServiceNamespace") != "ecs" {
			return nil
		}
		return append([]part{newPart("RegisterScalableTarget", without(root, "ScheduledActions"))}, scheduledActions(root)...)
	case "AWS::ApplicationAutoScaling::ScalingPolicy":
		if text(root, "ServiceNamespace") != "ecs" && !strings.HasPrefix(text(root, "ScalableDimension"), "ecs:") {
			return nil
		}
		p := newPart("PutScalingPolicy", root)
		if root.Get("ScalingTargetId") != nil {
			p.generated = []string{"PolicyName", "ResourceId", "ScalableDimension", "ServiceNamespace"}
		}
		return []part{p}
	case "AWS::Events::Rule":
		if !startsTasks(root) {
			return nil
		}
		targets := newPart("PutTargets", only(root, "EventBusName", "Targets"))
		targets.suffix = ".Targets"
		return []part{newPart("PutRule", without(root, "Targets")), targets}
	case "AWS::Scheduler::Schedule":
		if root.Get("Target", "EcsParameters") == nil {
			return nil
		}
	}
	if of := operations[r.kind]; len(of) > 0 {
		return []part{newPart(of[0], root)}
	}
	return []part{{root: root}}
}

func text(root *syntax.Node, member string) string {
	if n := root.Get(member); n != nil && isScalar(n) {
		return n.String()
	}
	return ""
}

func startsTasks(rule *syntax.Node) bool {
	targets := rule.Get("Targets")
	if targets == nil {
		return false
	}
	for _, target := range targets.Items {
		if target.Get("EcsParameters") != nil {
			return true
		}
	}
	return false
}

// scheduledActions are the actions inside of a scalable target, each with the names of the target.
func scheduledActions(target *syntax.Node) []part {
	list := target.Get("ScheduledActions")
	if list == nil {
		return nil
	}
	var parts []part
	names := only(target, "ResourceId", "ScalableDimension", "ServiceNamespace")
	for i, action := range list.Items {
		if action.Kind != syntax.Object {
			continue
		}
		whole := *action
		whole.Members = append(append([]syntax.Member{}, action.Members...), names.Members...)
		p := newPart("PutScheduledAction", &whole)
		p.suffix = ".ScheduledActions[" + strconv.Itoa(i) + "]"
		parts = append(parts, p)
	}
	return parts
}

// without is an object without a member.
func without(n *syntax.Node, member string) *syntax.Node {
	return filter(n, func(key string) bool { return key != member })
}

// only is an object with these members alone.
func only(n *syntax.Node, members ...string) *syntax.Node {
	return filter(n, func(key string) bool { return slices.Contains(members, key) })
}

func filter(n *syntax.Node, keep func(key string) bool) *syntax.Node {
	out := *n
	out.Members = nil
	for _, m := range n.Members {
		if keep(m.Key.String()) {
			out.Members = append(out.Members, m)
		}
	}
	return &out
}

// generated is a member that CloudFormation fills in.
func generated(member string, r *resource) syntax.Member {
	return syntax.Member{
		Key:   &syntax.Node{Kind: syntax.String, Range: r.key.Range, Text: adapt.Name(member)},
		Value: &syntax.Node{Kind: syntax.Unknown, Range: r.key.Range},
	}
}
