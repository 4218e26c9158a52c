// Package repository holds the rules in Go that read repositories of ECR.
package repository

import "github.com/ecslint/ecslint/internal/analysis"

// All are the analyzers of repositories, sorted by name.
var All = []*analysis.Analyzer{
	repositoryKeyWithoutKms,
	tagExclusionMismatch,
}

// bench is where what AWS answers was recorded, rule by rule.
const bench = "https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecr/pf-ecr-"
