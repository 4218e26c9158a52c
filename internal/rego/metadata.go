package rego

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"github.com/ecslint/ecslint/policies"
	"github.com/ecslint/ecslint/rules"
)

// Metadata is the metadata of the built-in policies. It doesn't start the engine.
func Metadata() []*rules.Rule { return metadata() }

var metadata = sync.OnceValue(func() []*rules.Rule {
	var list []*rules.Rule
	if err := json.Unmarshal(policies.Metadata, &list); err != nil {
		panic(fmt.Sprintf("the embedded metadata of the policies: %v", err))
	}
	return list
})

// packageName is the last part of the package of a rule's policy, and the name of its file.
func packageName(rule string) string { return strings.ReplaceAll(rule, "-", "_") }
