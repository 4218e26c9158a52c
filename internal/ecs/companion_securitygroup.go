package ecs

import (
	"strings"

	"github.com/ecslint/ecslint/internal/value"
)

// SecurityGroup is a security group of EC2.
type SecurityGroup struct {
	value.Object
	Ingress value.List[Ingress]
}

// Ingress lets something in to a security group.
type Ingress struct {
	value.Object
	Group       value.Value[string] // that lets it in; absent where the rule stands in the group
	GroupName   value.Value[string] // instead
	Protocol    value.Value[string] // tcp, a number of IANA's; -1 for all
	From, To    value.Value[int64]  // ports, both included
	SourceGroup value.Value[string] // absent where an address is the source
	SourceName  value.Value[string] // instead
}

// SecurityGroup is the security group that an object is; nil for another.
func (o *Object) SecurityGroup() *SecurityGroup {
	return companion(o, func(o value.Object) SecurityGroup {
		return SecurityGroup{Object: o, Ingress: value.ListOf(o, "SecurityGroupIngress", decodeIngress)}
	}, "AWS::EC2::SecurityGroup")
}

// Ingress is the rule of a security group that an object is; nil for another.
func (o *Object) Ingress() *Ingress {
	return companion(o, decodeIngress, "AWS::EC2::SecurityGroupIngress")
}

func decodeIngress(o value.Object) Ingress {
	return Ingress{
		Object:      o,
		Group:       value.String(o, "GroupId"),
		GroupName:   value.String(o, "GroupName"),
		Protocol:    value.String(o, "IpProtocol"),
		From:        value.Int(o, "FromPort"),
		To:          value.Int(o, "ToPort"),
		SourceGroup: value.String(o, "SourceSecurityGroupId"),
		SourceName:  value.String(o, "SourceSecurityGroupName"),
	}
}

// IngressOf is all that a security group lets in; complete tells that nothing else of its template adds to it.
func (p *Project) IngressOf(group *Object) (rules []Ingress, complete bool) {
	own := group.SecurityGroup()
	if own == nil {
		return nil, false
	}
	rules, complete = own.Ingress.Items, own.Ingress.Complete && p.ClosedFor(group)
	for _, o := range p.Objects {
		rule := o.Ingress()
		if rule == nil {
			continue
		}
		switch belongs := p.refersTo(rule.Group, group).Or(p.refersTo(rule.GroupName, group)); {
		case belongs.IsTrue() && o.certainly():
			rules = append(rules, *rule)
		case !belongs.IsFalse():
			complete = false
		}
	}
	return rules, complete
}

// Opens tells whether a rule lets something in to a TCP port.
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
func (i Ingress) Opens(port int64) value.Tri {
	protocol, ok := i.Protocol.Get()
	switch {
	case !ok:
		return value.Unknown
	case protocol == "-1":
		return value.True
	case !strings.EqualFold(protocol, "tcp") && protocol != "6":
		return value.False
	case i.From.Absent() || i.To.Absent():
		return value.Unknown
	}
	return i.From.Test(func(from int64) bool { return from <= port }).And(i.To.Test(func(to int64) bool { return port <= to }))
}

// Admits tells whether the source of a rule may be one of some security groups. An address may be anyone's.
func (p *Project) Admits(i Ingress, groups []*Object) value.Tri {
	if i.SourceGroup.Absent() && i.SourceName.Absent() {
		return value.True
	}
	answer := value.TriOf(false)
	for _, group := range groups {
		answer = answer.Or(p.refersTo(i.SourceGroup, group)).Or(p.refersTo(i.SourceName, group))
	}
	return answer
}
