package project

import (
	"slices"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var unreachableContainerPort = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "unreachable-container-port",
		Title:    "The security groups of the tasks don't let the load balancer in",
		Subject:  "project",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshoot-service-load-balancers.html",
			"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html",
			"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
		},
	},
	Run: func(p *analysis.Pass) {
		service := p.Service()
		if service == nil || len(service.LoadBalancers.Items) == 0 {
			return
		}
		groups, ok := securityGroupsOf(p.Project, service.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups)
		if !ok || len(groups) == 0 {
			return
		}
		for _, lb := range service.LoadBalancers.Items {
			checkReachable(p, lb, groups)
		}
	},
}

// securityGroupsOf are the security groups that a list names; false where some of them aren't among the objects.
func securityGroupsOf(project *ecs.Project, list value.List[value.Value[string]]) (groups []*ecs.Object, ok bool) {
	for _, v := range list.Items {
		group := project.Referred(v)
		if group.SecurityGroup() == nil {
			return nil, false
		}
		groups = append(groups, group)
	}
	return groups, list.Complete
}

func checkReachable(p *analysis.Pass, lb ecs.LoadBalancer, groups []*ecs.Object) {
	targetGroup := p.Project.Referred(lb.TargetGroupArn)
	port, ok := lb.ContainerPort.Get()
	if !ok || !speaksTCP(targetGroup.TargetGroup()) {
		return
	}
	open := openTo(p.Project, groups, port, nil)
	senders, known := sendersTo(p.Project, targetGroup)
	fromBalancer := open
	if known {
		fromBalancer = openTo(p.Project, groups, port, senders)
	}
	switch {
	case open.IsFalse():
		reportUnreachable(p, lb, groups, "no security group of the tasks lets anything in to port %d, where the load balancer sends its requests", port)
	case fromBalancer.IsFalse():
		reportUnreachable(p, lb, groups, "no security group of the tasks lets the load balancer in to port %d", port)
	case fromBalancer.IsUnknown():
		p.Undecided(lb.ContainerPort)
	}
}

func reportUnreachable(p *analysis.Pass, lb ecs.LoadBalancer, groups []*ecs.Object, format string, port int64) {
	b := p.Reportf(lb.ContainerPort, format, port).
		Help("add a rule to %s that lets the security group of the load balancer in to port %d", groups[0].Origin.ID, port).
		Note("Health checks fail, and tasks that fail them are replaced again and again.")
	for _, group := range groups {
		b.Related(group.SecurityGroup().Where(), "a security group of the tasks")
	}
}

// speaksTCP reports a target group that certainly sends TCP alone.
func speaksTCP(targetGroup *ecs.TargetGroup) bool {
	if targetGroup == nil {
		return false
	}
	protocol, _ := targetGroup.Protocol.Get()
	return slices.Contains([]string{"HTTP", "HTTPS", "TCP", "TLS"}, protocol)
}

// sendersTo are the security groups of the load balancers of a target group; false where they aren't all known. A load
// balancer of the network type may send with the addresses of its clients.
func sendersTo(project *ecs.Project, targetGroup *ecs.Object) (senders []*ecs.Object, known bool) {
	listeners, complete := project.ListenersOf(targetGroup)
	if !complete || len(listeners) == 0 {
		return nil, false
	}
	for _, listener := range listeners {
		balancer := project.BalancerOf(listener).Balancer()
		if balancer == nil {
			return nil, false
		}
		kind, ok := balancer.Type.Or("application")
		groups, all := securityGroupsOf(project, balancer.SecurityGroups)
		if !ok || kind != "application" || !all || len(groups) == 0 {
			return nil, false
		}
		senders = append(senders, groups...)
	}
	return senders, true
}

// openTo tells whether any of the groups lets some senders in to a port; whoever it is where senders is nil.
func openTo(project *ecs.Project, groups []*ecs.Object, port int64, senders []*ecs.Object) value.Tri {
	open := value.TriOf(false)
	for _, group := range groups {
		ingress, complete := project.IngressOf(group)
		if !complete {
			open = value.Unknown
		}
		for _, rule := range ingress {
			opens := rule.Opens(port)
			if senders != nil {
				opens = opens.And(project.Admits(rule, senders))
			}
			open = open.Or(opens)
		}
	}
	return open
}
