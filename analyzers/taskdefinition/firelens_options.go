package taskdefinition

import (
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// Options of a firelensConfiguration that name a configuration of the router:
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html
const (
	configFileType  = "config-file-type" // s3 or file
	configFileValue = "config-file-value"
)

// configFileIn tells whether the router's configuration is of a type.
func configFileIn(config ecs.FirelensConfiguration, fileType string) value.Tri {
	return config.Options.Get(configFileType).Test(func(t string) bool { return t == fileType })
}
