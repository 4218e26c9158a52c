package repository

import (
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

const keyText = "Invalid parameter at 'encryptionConfiguration' failed to satisfy constraint: 'Invalid encryption configuration: Encryption key should not be set for AES256 encryption.'"

var repositoryKeyWithoutKms = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "repository-key-without-kms",
		Title:     "A repository has a key of KMS and isn't encrypted with KMS",
		Subject:   "repository",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecr-encryption-configuration"},
		AWSErrors: []string{keyText},
		Sources: []string{
			bench + "encryption-configuration",
			"https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_EncryptionConfiguration.html",
		},
	},
	Run: func(p *analysis.Pass) {
		repository := p.Object.Repository()
		if repository == nil {
			return
		}
		by, key := repository.EncryptionConfiguration.EncryptionType, repository.EncryptionConfiguration.KmsKey
		if kind, _ := by.Get(); !p.Known(by, key) || kind != "AES256" || key.Absent() {
			return
		}
		p.Reportf(key, "a key is given, and the encryption is AES256, which has none of yours").
			Help("set the encryption type to KMS, or remove the key").
			Related(by, "the encryption").
			Note("AWS refuses it: %q", keyText)
	},
}
