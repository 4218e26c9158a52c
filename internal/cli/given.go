package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"github.com/ecslint/ecslint/internal/adapt/cloudformation"
)

// givenFlags say what templates are deployed with.
type givenFlags struct {
	parameters []string
	defaults   bool
}

func (f *givenFlags) add(flags *pflag.FlagSet) {
	flags.StringArrayVar(&f.parameters, "parameter", nil, "`NAME=VALUE` that templates are deployed with, repeatable")
	flags.BoolVar(&f.defaults, "assume-defaults", false, "take the defaults of parameters for what they are deployed with")
}

func (f *givenFlags) given() (cloudformation.Given, error) {
	given := cloudformation.Given{Parameters: map[string]string{}, Defaults: f.defaults}
	for _, parameter := range f.parameters {
		name, value, ok := strings.Cut(parameter, "=")
		if !ok || name == "" {
			return given, fmt.Errorf("--parameter: %s is not NAME=VALUE", shown(parameter))
		}
		given.Parameters[name] = value
	}
	return given, nil
}
