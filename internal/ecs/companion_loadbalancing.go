package ecs

import "github.com/ecslint/ecslint/internal/value"

// TargetGroup is a target group of Elastic Load Balancing.
type TargetGroup struct {
	value.Object
	TargetType value.Value[string] // instance where it is absent
	Protocol   value.Value[string] // as in HTTP
}

// TargetGroup is the target group that an object is; nil for another.
func (o *Object) TargetGroup() *TargetGroup {
	return companion(o, decodeTargetGroup, "AWS::ElasticLoadBalancingV2::TargetGroup")
}

func decodeTargetGroup(o value.Object) TargetGroup {
	return TargetGroup{Object: o, TargetType: value.String(o, "TargetType"), Protocol: value.String(o, "Protocol")}
}

// Listener is a listener of a load balancer, or one of its rules.
type Listener struct {
	value.Object
	Balancer value.Value[string] // of a listener
	Listener value.Value[string] // of a rule
	Actions  value.List[ListenerAction]
}

// ListenerAction is what is done with a request. A target group is written in one of two ways, or in both.
type ListenerAction struct {
	value.Object
	TargetGroup  value.Value[string]
	TargetGroups value.List[value.Value[string]]
}

const (
	listenerResource = "AWS::ElasticLoadBalancingV2::Listener"
	ruleResource     = "AWS::ElasticLoadBalancingV2::ListenerRule"
)

// Listener is the listener, or the rule of one, that an object is; nil for another.
func (o *Object) Listener() *Listener {
	if rule := companion(o, decodeListenerRule, ruleResource); rule != nil {
		return rule
	}
	return companion(o, decodeListener, listenerResource)
}

func decodeListener(o value.Object) Listener {
	return Listener{
		Object:   o,
		Balancer: value.String(o, "LoadBalancerArn"),
		Actions:  value.ListOf(o, "DefaultActions", decodeListenerAction),
	}
}

func decodeListenerRule(o value.Object) Listener {
	return Listener{
		Object:   o,
		Listener: value.String(o, "ListenerArn"),
		Actions:  value.ListOf(o, "Actions", decodeListenerAction),
	}
}

func decodeListenerAction(o value.Object) ListenerAction {
	return ListenerAction{
		Object:      o,
		TargetGroup: value.String(o, "TargetGroupArn"),
		TargetGroups: value.ListOf(o.Child("ForwardConfig"), "TargetGroups", func(o value.Object) value.Value[string] {
			return value.String(o, "TargetGroupArn")
		}),
	}
}

// Balancer is a load balancer; ECS calls another thing so in its services.
type Balancer struct {
	value.Object
	Type           value.Value[string] // application where it is absent
	SecurityGroups value.List[value.Value[string]]
}

// Balancer is the load balancer that an object is; nil for another.
func (o *Object) Balancer() *Balancer {
	return companion(o, decodeBalancer, "AWS::ElasticLoadBalancingV2::LoadBalancer")
}

func decodeBalancer(o value.Object) Balancer {
	return Balancer{Object: o, Type: value.String(o, "Type"), SecurityGroups: value.Strings(o, "SecurityGroups")}
}

// ListenersOf are the listeners and rules that forward to a target group; complete tells that no others can.
func (p *Project) ListenersOf(targetGroup *Object) (listeners []*Object, complete bool) {
	complete = p.ClosedFor(targetGroup)
	for _, o := range p.Objects {
		listener := o.Listener()
		if listener == nil {
			continue
		}
		switch forwards := p.forwards(listener, targetGroup); {
		case forwards.IsTrue() && o.certainly():
			listeners = append(listeners, o)
		case !forwards.IsFalse():
			complete = false
		}
	}
	return listeners, complete
}

func (p *Project) forwards(l *Listener, targetGroup *Object) value.Tri {
	answer := value.TriOf(false)
	if !l.Actions.Complete {
		answer = value.Unknown
	}
	for _, a := range l.Actions.Items {
		answer = answer.Or(p.refersTo(a.TargetGroup, targetGroup))
		if !a.TargetGroups.Complete {
			answer = answer.Or(value.Unknown)
		}
		for _, arn := range a.TargetGroups.Items {
			answer = answer.Or(p.refersTo(arn, targetGroup))
		}
	}
	return answer
}

// BalancerOf is the load balancer of a listener or of a rule; nil where it isn't among the objects.
func (p *Project) BalancerOf(listener *Object) *Object {
	l := listener.Listener()
	if l != nil && !l.Listener.Absent() {
		listener = p.Referred(l.Listener)
		l = listener.Listener()
	}
	if l == nil {
		return nil
	}
	if o := p.Referred(l.Balancer); o.Balancer() != nil {
		return o
	}
	return nil
}
