package scaling

import (
	"fmt"
	"regexp"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const noLabelText = "Resource label should be specified for predefined metric type ALBRequestCountPerTarget"

func needlessLabelText(metric string) string {
	return "Resource label should not be specified for predefined metric type " + metric
}

func malformedLabelText(label string) string {
	return fmt.Sprintf("Invalid resource label '%s' for predefined metric type ALBRequestCountPerTarget", label)
}

var invalidResourceLabel = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "invalid-resource-label",
		Title:    "The resource label of a scaling metric is missing, malformed or needless",
		Subject:  "scaling",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Aliases: []string{
			"cdk-preflight:appautoscaling-alb-metric-requires-resource-label",
			"cdk-preflight:appautoscaling-resource-label-format",
			"cdk-preflight:appautoscaling-resource-label-requires-alb-metric",
		},
		AWSErrors: []string{noLabelText, needlessLabelText("ECSServiceAverageCPUUtilization"), malformedLabelText("shop/web")},
		Sources: []string{
			"https://github.com/terraform-aws-modules/terraform-aws-autoscaling/issues/192",
			bench + "resource-label-format",
			bench + "resource-label-requires-alb-metric",
			"https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html",
		},
	},
	Run: func(p *analysis.Pass) {
		metric, name, ok := predefinedOf(p)
		of, known := metricNamed(name)
		if !ok || !known || !p.Known(metric.ResourceLabel) {
			return
		}
		label, has := metric.ResourceLabel.Get()
		switch {
		case of.Labelled && !has:
			p.Reportf(metric.ResourceLabel, "the metric %s needs a resource label, which tells the load balancer and the target group", name).
				Help("add ResourceLabel, as in %q", sampleLabel).
				Note("AWS refuses it: %q", noLabelText)
		case of.Labelled && !resourceLabel.MatchString(label):
			p.Reportf(metric.ResourceLabel, "the resource label %q isn't made of the ends of two ARNs, that of the load balancer and that of the target group", label).
				Help("write it as in %q", sampleLabel).
				Note("AWS refuses it: %q", malformedLabelText(label))
		case !of.Labelled && has:
			p.Reportf(metric.ResourceLabel, "the metric %s takes no resource label", name).
				Help("remove ResourceLabel").
				Note("AWS refuses it: %q", needlessLabelText(name))
		}
	},
}

const sampleLabel = "app/shop/50dc6c495c0c9188/targetgroup/web/943f017f100becff"

var resourceLabel = regexp.MustCompile(`^app/[^/]+/[^/]+/targetgroup/[^/]+/[^/]+$`)
