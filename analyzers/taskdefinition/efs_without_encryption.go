package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

var efsWithoutEncryption = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "efs-without-encryption",
		Title:     "An EFS volume uses what needs encryption in transit, without it",
		Subject:   "taskdefinition",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecs-efs-iam-without-transit-encryption", "cdk-preflight:ecs-efs-transit-encryption-port-without-encryption"},
		AWSErrors: []string{"EFS IAM authorization requires TransitEncryption to be enabled", "TransitEncryptionPort requires that TransitEncryption is enabled"},
		Sources: []string{
			"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html",
			"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html",
		},
	},
	Run: func(p *analysis.Pass) {
		for _, v := range p.TaskDefinition().Volumes.Items {
			efs := v.EfsVolumeConfiguration
			encrypted := efs.TransitEncryption.Test(func(mode string) bool { return mode == "ENABLED" })
			if !encrypted.IsFalse() {
				continue
			}
			for _, need := range encryptionNeeds(efs) {
				b := p.Reportf(need.at, "%s of an EFS volume needs encryption in transit, which is not enabled", need.what).
					Help(`add "transitEncryption": "ENABLED"`)
				if need.refusal == "" {
					b.Severity(rules.Warning) // documented; AWS's answer isn't known
				} else {
					b.Note("AWS refuses it: %q", need.refusal)
				}
			}
		}
	},
}

const (
	iamNeedsEncryption  = "EFS IAM authorization requires TransitEncryption to be enabled"
	portNeedsEncryption = "TransitEncryptionPort requires that TransitEncryption is enabled"
)

type encryptionNeed struct {
	at            value.Located
	what, refusal string // AWS's text; "" where it is only documented
}

func encryptionNeeds(efs ecs.EFSVolumeConfiguration) []encryptionNeed {
	var needs []encryptionNeed
	if iam, _ := efs.AuthorizationConfig.Iam.Get(); iam == "ENABLED" {
		needs = append(needs, encryptionNeed{efs.AuthorizationConfig.Iam, "IAM authorization", iamNeedsEncryption})
	}
	if _, ok := efs.AuthorizationConfig.AccessPointId.Get(); ok {
		needs = append(needs, encryptionNeed{efs.AuthorizationConfig.AccessPointId, "the access point", ""})
	}
	if _, ok := efs.TransitEncryptionPort.Get(); ok {
		needs = append(needs, encryptionNeed{efs.TransitEncryptionPort, "a port for encrypted transit", portNeedsEncryption})
	}
	return needs
}
