package service

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var balancerArn = regexp.MustCompile(`^arn:[a-z-]+:elasticloadbalancing:[^:]*:[^:]*:([a-z-]+)/(?:(app|net)/)?`)

var listenerInsteadOfRule = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "listener-instead-of-rule",
		Title:    "A deployment names a listener where it needs a rule, a rule where it needs a listener, or neither",
		Subject:  "service",
		Engine:   rules.Go,
		Category: rules.Reliability,
		Severity: rules.Warning,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AdvancedConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/nlb-resources-for-blue-green.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		for _, lb := range p.Service().LoadBalancers.Items {
			checkListenerArn(p, lb.AdvancedConfiguration.ProductionListenerRule)
			checkListenerArn(p, lb.AdvancedConfiguration.TestListenerRule)
		}
	}),
}

func checkListenerArn(p *analysis.Pass, arn value.Value[string]) {
	if isListenerOfApplication(p, arn) {
		p.Reportf(arn, "the deployment names a listener of an Application Load Balancer: it needs a rule of the listener").
			Help("name the rule that forwards to the target group; the default rule of a listener has an ARN as well")
		return
	}
	text, _ := arn.Get()
	m := balancerArn.FindStringSubmatch(text)
	switch {
	case m == nil:
	case m[1] == "listener-rule" && m[2] == "net":
		p.Reportf(arn, "the deployment names a rule of a Network Load Balancer: it needs the listener").
			Help("name the listener that forwards to the target group: its ARN has listener/net/ in it")
	case m[1] != "listener" && m[1] != "listener-rule":
		p.Reportf(arn, "the deployment names a %s: it needs a rule of a listener, or a listener of a Network Load Balancer", strings.ReplaceAll(m[1], "targetgroup", "target group")).
			Help("name the rule, or the listener, that forwards to the target group")
	}
}

// isListenerOfApplication asks the ARN, or the template.
func isListenerOfApplication(p *analysis.Pass, arn value.Value[string]) bool {
	if text, ok := arn.Get(); ok {
		m := balancerArn.FindStringSubmatch(text)
		return m != nil && m[1] == "listener" && m[2] == "app"
	}
	listener := p.Project.Referred(arn)
	if l := listener.Listener(); l == nil || !l.Listener.Absent() {
		return false
	}
	balancer := p.Project.BalancerOf(listener)
	if balancer == nil {
		return false
	}
	kind, ok := balancer.Balancer().Type.Or("application")
	return ok && kind == "application"
}
