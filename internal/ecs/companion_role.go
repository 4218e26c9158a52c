package ecs

import (
	"regexp"
	"slices"

	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/value"
)

// Role is a role of IAM.
type Role struct {
	value.Object
	Trust             Policy // who may assume it
	Policies          value.List[AttachedPolicy]
	ManagedPolicyArns value.List[value.Value[string]]
}

// AttachedPolicy is a policy of a role: one that stands in the role, or a resource of its own.
type AttachedPolicy struct {
	value.Object
	Document Policy
	Roles    value.List[value.Value[string]] // that have it, of a resource of its own
	RoleName value.Value[string]             // instead, of a resource that is for one role
}

// Role is the role that an object is; nil for another.
func (o *Object) Role() *Role { return companion(o, decodeRole, "AWS::IAM::Role") }

func decodeRole(o value.Object) Role {
	return Role{
		Object:            o,
		Trust:             policyOf(o, "AssumeRolePolicyDocument"),
		Policies:          value.ListOf(o, "Policies", decodeAttachedPolicy),
		ManagedPolicyArns: value.Strings(o, "ManagedPolicyArns"),
	}
}

func (o *Object) attachedPolicy() *AttachedPolicy {
	return companion(o, decodeAttachedPolicy, "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy")
}

func decodeAttachedPolicy(o value.Object) AttachedPolicy {
	return AttachedPolicy{
		Object:   o,
		Document: policyOf(o, "PolicyDocument"),
		Roles:    value.Strings(o, "Roles"),
		RoleName: value.String(o, "RoleName"),
	}
}

// Trusts tells whether a role lets a service assume it, as in ecs-tasks.amazonaws.com.
func (r Role) Trusts(service string) value.Tri {
	return r.Trust.any(func(s Statement) value.Tri { return s.trusts(service) })
}

// Grants tells whether any policy of a role allows an action, on whatever resource and condition.
func (p *Project) Grants(role *Object, action string) value.Tri {
	r := role.Role()
	if r == nil || !p.ClosedFor(role) || !r.Policies.Complete || !r.ManagedPolicyArns.Complete {
		return value.Unknown
	}
	answer := value.TriOf(false)
	for _, policy := range r.Policies.Items {
		answer = answer.Or(policy.Document.allows(action))
	}
	for _, arn := range r.ManagedPolicyArns.Items {
		answer = answer.Or(p.managedAllows(arn, action))
	}
	for _, o := range p.Objects {
		if policy := o.attachedPolicy(); policy != nil {
			answer = answer.Or(p.attached(policy, role).And(policy.Document.allows(action)))
		}
	}
	return answer
}

func (p *Project) managedAllows(arn value.Value[string], action string) value.Tri {
	if policy := p.Referred(arn).attachedPolicy(); policy != nil {
		return policy.Document.allows(action)
	}
	name := managedPolicyARN.FindStringSubmatch(arn.Where().Node().String())
	if name == nil || name[1] != facts.TaskExecutionRolePolicy.Name {
		return value.Unknown
	}
	return value.TriOf(slices.Contains(facts.TaskExecutionRolePolicy.Actions, action))
}

// managedPolicyARN is that of a policy of AWS's own, in whatever partition.
var managedPolicyARN = regexp.MustCompile(`^arn:[^:]+(?:::[^:]+)?:iam::aws:policy/(?:[A-Za-z-]+/)*([A-Za-z0-9_-]+)$`)

func (p *Project) attached(policy *AttachedPolicy, role *Object) value.Tri {
	answer := p.refersTo(policy.RoleName, role)
	if !policy.Roles.Complete {
		answer = answer.Or(value.Unknown)
	}
	for _, name := range policy.Roles.Items {
		answer = answer.Or(p.refersTo(name, role))
	}
	return answer
}
