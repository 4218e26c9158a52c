package taskdefinition

import (
	"fmt"
	"strings"

	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/value"
)

// secretReference is a place that names a secret by an ARN or the name of a parameter.
type secretReference struct {
	label string // names it within a sentence
	from  value.Value[string]
}

func secretReferences(c ecs.ContainerDefinition) []secretReference {
	var references []secretReference
	for _, list := range []struct {
		kind    string
		secrets []ecs.Secret
	}{{"secret", c.Secrets.Items}, {"secret option", c.LogConfiguration.SecretOptions.Items}} {
		for _, s := range list.secrets {
			label := "a " + list.kind
			if name, ok := s.Name.Get(); ok {
				label = fmt.Sprintf("%s %q", list.kind, name)
			}
			references = append(references, secretReference{label + " of " + containerLabel(c), s.ValueFrom})
		}
	}
	return references
}

// secretsManagerResource is what follows the account id in an ARN of Secrets Manager: secret:NAME, or
// secret:NAME:KEY:STAGE:VERSION; false for all else.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
func secretsManagerResource(reference string) (parts []string, ok bool) {
	parts = strings.Split(reference, ":")
	if len(parts) < 6 || parts[0] != "arn" || parts[2] != "secretsmanager" {
		return nil, false
	}
	return parts[5:], true
}
