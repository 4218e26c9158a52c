package taskdefinition

import (
	"regexp"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

const (
	invalidRoleText = "Role is not valid"
	refusedRole     = `AWS refuses it: "` + invalidRoleText + `"`
)

var invalidAccountID = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-account-id",
		Title:     "An account id doesn't have 12 digits",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		AWSErrors: []string{invalidRoleText},
		Sources: []string{
			"https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html",
			"https://github.com/aws-samples/aws-modern-application-workshop/issues/9",
			"proof: an account id has 12 digits, so what belongs to any other can't be there",
		},
	},
	Run: func(p *analysis.Pass) {
		td := p.TaskDefinition()
		checkAccountID(p, namedByAccount{"the execution role", td.ExecutionRoleArn}, roleAccount, refusedRole)
		checkAccountID(p, namedByAccount{"the task role", td.TaskRoleArn}, roleAccount, refusedRole)
		for _, c := range td.ContainerDefinitions.Items {
			image := namedByAccount{"the image of " + containerLabel(c), c.Image}
			checkAccountID(p, image, registryAccount, "The image can't be pulled: there is no such registry.")
			for _, s := range secretReferences(c) {
				checkAccountID(p, namedByAccount{s.label, s.from}, secretAccount, "The task can't start: there is no such secret.")
			}
		}
	},
}

// namedByAccount is a thing whose name holds the id of its account.
type namedByAccount struct {
	label string
	name  value.Value[string]
}

// Each has the account id as its group. A word in its place is a placeholder, and none of our business.
var (
	roleAccount     = regexp.MustCompile(`^arn:[a-z-]+:iam::(\d+):role/`)
	registryAccount = regexp.MustCompile(`^(\d+)\.dkr[.-]ecr(?:-fips)?\.`)
	secretAccount   = regexp.MustCompile(`^arn:[a-z-]+:(?:secretsmanager|ssm):[a-z0-9-]*:(\d+):`)
)

func checkAccountID(p *analysis.Pass, thing namedByAccount, account *regexp.Regexp, consequence string) {
	name, _ := thing.name.Get()
	found := account.FindStringSubmatch(name)
	if !p.Known(thing.name) || found == nil || len(found[1]) == 12 {
		return
	}
	p.Reportf(thing.name, "%s is of account %q, which has %d digits instead of 12", thing.label, found[1], len(found[1])).
		Help("write the id of your account, as aws sts get-caller-identity shows it").
		Note("%s", consequence)
}
