package scaling

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const duplicateMetricText = "Only one TargetTrackingScaling policy for a given metric specification is allowed."

var duplicateTrackedMetric = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "duplicate-tracked-metric",
		Title:     "Two policies of one service track the same metric",
		Subject:   "scaling",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{duplicateMetricText},
		Sources: []string{
			"https://github.com/cdklabs/cdk-ecs-service-extensions/issues/35",
			"https://github.com/hashicorp/terraform-provider-aws/issues/41179",
		},
	},
	Run: func(p *analysis.Pass) {
		own, ok := trackedBy(p.Object)
		if !ok {
			return
		}
		for _, o := range p.Project.Objects {
			other, ok := trackedBy(o)
			if !ok || o.File != p.Object.File || !earlier(o, p.Object) || other.key() != own.key() || other.policy == own.policy {
				continue
			}
			p.Reportf(own.at, "policy %q tracks %s already: a service can have one policy for a metric", other.policy, own.metric).
				Help("keep one of the two policies").
				Related(other.at, "the other policy").
				Note("AWS refuses it: %q", duplicateMetricText)
			return
		}
	},
}

// tracked is the metric that a policy tracks, all of it known.
type tracked struct {
	policy, resource, metric, label string
	at                              value.Value[string]
}

func (t tracked) key() [3]string { return [3]string{t.resource, t.metric, t.label} }

func trackedBy(o *ecs.Object) (tracked, bool) {
	policy := o.ScalingPolicy()
	if policy == nil {
		return tracked{}, false
	}
	metric := policy.TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification
	name, named := policy.PolicyName.Get()
	resource, hasResource := policy.ResourceId.Get()
	kind, hasKind := metric.PredefinedMetricType.Get()
	label, hasLabel := metric.ResourceLabel.Or("")
	return tracked{name, resource, kind, label, metric.PredefinedMetricType}, named && hasResource && hasKind && hasLabel
}

func earlier(a, b *ecs.Object) bool { return a.Root.Range.Start < b.Root.Range.Start }
