package service

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const (
	serviceNameText = `ServiceName must match ^[a-zA-Z0-9\-_]{1,255}$, but was ????`
	serviceNameMost = 255
)

var serviceName = regexp.MustCompile(`^[a-zA-Z0-9_-]{1,255}$`)

var invalidServiceName = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-service-name",
		Title:     "The name of a service has characters that AWS refuses",
		Subject:   "service",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-service-name"},
		AWSErrors: []string{serviceNameText},
		Sources: []string{
			"https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-service-name",
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
		},
	},
	Run: onInput(func(p *analysis.Pass) {
		at := p.Service().ServiceName
		name, ok := at.Get()
		if !p.Known(at) || !ok || serviceName.MatchString(name) {
			return
		}
		message := fmt.Sprintf("%q has characters that the name of a service can't have: only letters, digits, - and _", name)
		if len(name) > serviceNameMost {
			message = fmt.Sprintf("the name of a service has %d characters: at most %d", len(name), serviceNameMost)
		}
		p.Reportf(at, "%s", message).
			Help("use a name as in my-service").
			Note("AWS refuses it: %q", strings.ReplaceAll(serviceNameText, "????", name))
	}),
}
