package rego

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// denied are the builtins that reach out of the input: the network, the clock, chance, keys and the host. The
// same input must give the same findings, and a policy from a repository must not be able to send it anywhere.
var denied = []string{
	"crypto.", "http.", "io.jwt.", "net.", "opa.", "providers.", "rand.",
	"rego.parse_module", "time.now_ns", "trace", "uuid.",
}

func capabilities() *ast.Capabilities {
	caps := ast.CapabilitiesForThisVersion()
	caps.Builtins = slices.DeleteFunc(caps.Builtins, func(b *ast.Builtin) bool {
		return b.Nondeterministic || slices.ContainsFunc(denied, func(d string) bool {
			return b.Name == d || strings.HasSuffix(d, ".") && strings.HasPrefix(b.Name, d)
		})
	})
	caps.AllowNet = []string{} // nil would allow every host
	return caps
}
