package taskdefinition

import (
	"regexp"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var partitionMismatch = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:     "partition-mismatch",
		Title:    "An ARN or a registry names a Region that isn't in its partition",
		Subject:  "taskdefinition",
		Engine:   rules.Go,
		Category: rules.Correctness,
		Severity: rules.Error,
		Since:    "0.1.0",
		Sources: []string{
			"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
			"https://docs.aws.amazon.com/general/latest/gr/ecr.html",
			"proof: what an ARN names is in the Region, and the Region in its partition",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, c := range p.TaskDefinition().ContainerDefinitions.Items {
			checkRegistryPartition(p, c)
			checkPartition(p, "the registry credentials of "+containerLabel(c), c.RepositoryCredentials.CredentialsParameter)
			for _, s := range secretReferences(c) {
				checkPartition(p, s.label, s.from)
			}
		}
	},
}

// Each has partition and Region as its groups.
var (
	regionalARN    = regexp.MustCompile(`^arn:([a-z-]+):(?:secretsmanager|ssm):([a-z]+(?:-[a-z]+)+-\d):`)
	regionRegistry = regexp.MustCompile(`^\d{12}\.dkr\.ecr\.([a-z]+(?:-[a-z]+)+-\d)\.(amazonaws\.com(?:\.cn)?)/`)
)

func checkPartition(p *analysis.Pass, label string, arn value.Value[string]) {
	text, _ := arn.Get()
	parts := regionalARN.FindStringSubmatch(text)
	if !p.Known(arn) || parts == nil {
		return
	}
	if partition := partitionOf(parts[2]); partition != parts[1] {
		p.Reportf(arn, "%s: Region %s is in partition %s, and the ARN begins with arn:%s", label, parts[2], partition, parts[1]).
			Help("begin it with arn:%s, or name a Region of %s", partition, parts[1])
	}
}

func checkRegistryPartition(p *analysis.Pass, c ecs.ContainerDefinition) {
	image, _ := c.Image.Get()
	parts := regionRegistry.FindStringSubmatch(image)
	if !p.Known(c.Image) || parts == nil {
		return
	}
	domain := "amazonaws.com"
	if partitionOf(parts[1]) == "aws-cn" {
		domain = "amazonaws.com.cn"
	}
	if parts[2] != domain {
		p.Reportf(c.Image, "the registry of %s is in Region %s, where its name ends in %s", containerLabel(c), parts[1], domain).
			Help("write .dkr.ecr.%s.%s", parts[1], domain)
	}
}

// partitionOf tells by the beginning of a Region's name.
func partitionOf(region string) string {
	for _, p := range []struct{ region, partition string }{
		{"cn-", "aws-cn"},
		{"us-gov-", "aws-us-gov"},
		{"us-iso-", "aws-iso"},
		{"us-isob-", "aws-iso-b"},
		{"us-isof-", "aws-iso-f"},
		{"eu-isoe-", "aws-iso-e"},
		{"eusc-", "aws-eusc"},
	} {
		if strings.HasPrefix(region, p.region) {
			return p.partition
		}
	}
	return "aws"
}
