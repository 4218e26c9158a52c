package repository

import (
	"fmt"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/rules"
)

func filterText(says string) string {
	return fmt.Sprintf("Invalid parameter at 'imageTagMutabilityExclusionFilters' failed to satisfy constraint: 'ImageTagMutabilityExclusionFilters %s'", says)
}

func needlessFilterText(mutability string) string {
	return filterText("are not allowed when imageTagMutability is set as " + mutability)
}

func noFilterText(mutability string) string {
	return filterText("can't be null when imageTagMutability is set as " + mutability)
}

var tagExclusionMismatch = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "tag-exclusion-mismatch",
		Title:     "A repository excludes image tags from a setting that excludes none, or the other way round",
		Subject:   "repository",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:ecr-image-tag-mutability-filters"},
		AWSErrors: []string{needlessFilterText("IMMUTABLE"), noFilterText("IMMUTABLE_WITH_EXCLUSION")},
		Sources: []string{
			bench + "image-tag-mutability-filters",
			"https://github.com/aws/aws-cdk/pull/35246",
			"https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
		},
	},
	Run: func(p *analysis.Pass) {
		repository := p.Object.Repository()
		if repository == nil {
			return
		}
		mutability, filters := repository.ImageTagMutability, repository.ImageTagMutabilityExclusionFilters
		setting, _ := mutability.Get()
		switch {
		case !p.Known(mutability, filters):
		case (setting == "IMMUTABLE" || setting == "MUTABLE") && !filters.Absent():
			p.Reportf(filters, "filters exclude tags from %s, which has no exclusions", setting).
				Help("use %s_WITH_EXCLUSION, or remove the filters", setting).
				Related(mutability, "the setting").
				Note("AWS refuses it: %q", needlessFilterText(setting))
		case (setting == "IMMUTABLE_WITH_EXCLUSION" || setting == "MUTABLE_WITH_EXCLUSION") && filters.Absent():
			p.Reportf(mutability, "%s needs filters that tell which tags are excluded", setting).
				Help(`add "imageTagMutabilityExclusionFilters"`).
				Note("AWS refuses it: %q", noFilterText(setting))
		}
	},
}
