package rego

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
	"github.com/open-policy-agent/opa/v1/tester"

	"github.com/ecslint/ecslint/policies"
	"github.com/ecslint/ecslint/rules"
)

var update = flag.Bool("update", false, "write generated files instead of comparing them")

// parsePolicies parses all built-in policies, their tests too.
func parsePolicies(t *testing.T) map[string]*ast.Module {
	t.Helper()
	modules := map[string]*ast.Module{}
	err := fs.WalkDir(policies.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(policies.Files, name)
		if err != nil {
			return err
		}
		modules[name], err = ast.ParseModuleWithOpts(name, string(text), ast.ParserOptions{
			Capabilities: capabilities(), ProcessAnnotation: true, RegoVersion: ast.RegoV1,
		})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return modules
}

func TestPoliciesPassStrictCheck(t *testing.T) {
	compiler := ast.NewCompiler().WithStrict(true).WithCapabilities(capabilities())
	if compiler.Compile(parsePolicies(t)); compiler.Failed() {
		t.Error(compiler.Errors)
	}
}

func TestPoliciesAreFormatted(t *testing.T) {
	for name := range parsePolicies(t) {
		text, err := fs.ReadFile(policies.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		formatted, err := format.SourceWithOpts(name, text, format.Opts{RegoVersion: ast.RegoV1})
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case *update:
			writeGenerated(t, name, formatted)
		case !bytes.Equal(text, formatted):
			t.Errorf("%s isn't formatted; run with -update\n%s", name, cmp.Diff(string(text), string(formatted)))
		}
	}
}

func TestPoliciesOwnTests(t *testing.T) {
	results, err := tester.NewRunner().SetModules(parsePolicies(t)).RaiseBuiltinErrors(true).RunTests(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for result := range results {
		count++
		if !result.Pass() {
			t.Errorf("%s: %s", result.Location, result)
		}
	}
	if count == 0 {
		t.Error("no test ran")
	}
}

// ruleOf reads the METADATA of a policy.
func ruleOf(file string, module *ast.Module) (*rules.Rule, error) {
	rule := &rules.Rule{
		Name:    strings.ReplaceAll(strings.TrimSuffix(path.Base(file), ".rego"), "_", "-"),
		Subject: path.Dir(file),
		Engine:  rules.Rego,
		Aliases: []string{}, AWSErrors: []string{}, Sources: []string{}, Supersedes: []string{},
	}
	if got, want := module.Package.Path.String(), "data.ecslint."+rule.Subject+"."+packageName(rule.Name); got != want {
		return nil, fmt.Errorf("%s: the package is %s, not %s", file, got, want)
	}
	i := slices.IndexFunc(module.Annotations, func(a *ast.Annotations) bool { return a.Scope == "package" })
	if i < 0 {
		return nil, fmt.Errorf("%s: no METADATA above the package", file)
	}
	rule.Title = module.Annotations[i].Title
	custom, err := json.Marshal(module.Annotations[i].Custom)
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(custom))
	decoder.DisallowUnknownFields()
	err = decoder.Decode(&struct {
		Severity                     *rules.Severity
		Category                     *rules.Category
		Since                        *string
		Aliases, Sources, Supersedes *[]string
	}{&rule.Severity, &rule.Category, &rule.Since, &rule.Aliases, &rule.Sources, &rule.Supersedes})
	if err != nil {
		return nil, fmt.Errorf("%s: custom metadata: %w", file, err)
	}
	return rule, rule.Validate()
}

func TestMetadataIsGenerated(t *testing.T) {
	var list []*rules.Rule
	for file, module := range parsePolicies(t) {
		if path.Dir(file) == "lib" || strings.HasSuffix(file, "_test.rego") {
			continue
		}
		rule, err := ruleOf(file, module)
		if err != nil {
			t.Error(err)
			continue
		}
		list = append(list, rule)
		if rules.Page(rule.Name) == "" {
			t.Errorf("%s has no page", rule.Name)
		}
	}
	slices.SortFunc(list, func(a, b *rules.Rule) int { return strings.Compare(a.Name, b.Name) })
	generated, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	generated = append(generated, '\n')
	if *update {
		writeGenerated(t, "metadata.json", generated)
		return
	}
	if diff := cmp.Diff(string(policies.Metadata), string(generated)); diff != "" {
		t.Errorf("policies/metadata.json is stale; run with -update\n%s", diff)
	}
}

func TestUnknownCustomMetadataIsRefused(t *testing.T) {
	const text = "# METADATA\n# title: T\n# custom: {severity: warning, category: security, since: 0.1.0, severty: info}\npackage ecslint.service.x\n"
	module, err := ast.ParseModuleWithOpts("service/x.rego", text, ast.ParserOptions{ProcessAnnotation: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ruleOf("service/x.rego", module); err == nil || !strings.Contains(err.Error(), "severty") {
		t.Errorf("error is %v", err)
	}
}

func TestDeniedBuiltins(t *testing.T) {
	for _, call := range []string{
		`http.send({})`, `net.lookup_ip_addr("x")`, `opa.runtime()`, `time.now_ns()`, `rand.intn("x", 2)`, `uuid.rfc4122("x")`,
	} {
		module, err := ast.ParseModuleWithOpts("x.rego", "package x\n\nr := "+call+"\n", ast.ParserOptions{Capabilities: capabilities()})
		if err != nil {
			t.Fatal(err)
		}
		compiler := ast.NewCompiler().WithCapabilities(capabilities())
		if compiler.Compile(map[string]*ast.Module{"x.rego": module}); !compiler.Failed() {
			t.Errorf("%s compiles", call)
		}
	}
}

func writeGenerated(t *testing.T, name string, text []byte) {
	t.Helper()
	if err := os.WriteFile(path.Join("../../policies", name), text, 0o644); err != nil {
		t.Fatal(err)
	}
}
