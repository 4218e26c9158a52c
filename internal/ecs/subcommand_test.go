package ecs_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/ecs"
)

func TestSubcommands(t *testing.T) {
	names := ecs.Subcommands("ecs")
	const custom, waiters = 2, 4
	if !slices.IsSorted(names) || len(names) < 80+custom+waiters {
		t.Errorf("%d subcommands: %v", len(names), names)
	}
	for _, name := range names {
		s, ok := ecs.SubcommandOf("ecs", name)
		if !ok || s.Name != name {
			t.Errorf("%s: not found", name)
		}
		seen := map[string]bool{}
		for _, o := range s.Options {
			if seen[o.Name] || o.Name == "" || strings.HasPrefix(o.Name, "-") {
				t.Errorf("%s: option %q twice or misnamed", name, o.Name)
			}
			seen[o.Name] = true
			if found, ambiguous, ok := s.Resolve(o.Name); !ok || found.Name != o.Name || ambiguous != nil {
				t.Errorf("%s --%s resolves to %q, %v", name, o.Name, found.Name, ambiguous)
			}
		}
	}
	for _, name := range []string{"", "wait", "wait forever", "help", "Update-Service"} {
		if s, ok := ecs.SubcommandOf("ecs", name); ok {
			t.Errorf("%q is a subcommand: %+v", name, s)
		}
	}
}

func TestResolve(t *testing.T) {
	for _, test := range []struct {
		subcommand, word string
		want             string // the option, or what it may be
	}{
		{"update-service", "service", "service"},
		{"update-service", "services", ""},
		{"describe-services", "service", "services"},
		{"update-service", "no-force-new-deployment", "no-force-new-deployment"},
		{"update-service", "disable-execute-command", "disable-execute-command"},
		{"update-service", "no-enable-execute-command", ""},
		{"execute-command", "non-interactive", "non-interactive"},
		{"update-service", "clus", "cluster"},
		{"update-service", "reg", "region"},
		{"update-service", "deployment-co", "deployment-configuration, deployment-controller"},
		{"update-service", "no-cli", "no-cli-pager, no-cli-auto-prompt"}, // those of aws itself are read first
		{"list-tasks", "max-items", "max-items"},
		{"describe-tasks", "max-items", ""},
		{"wait services-stable", "services", "services"},
		{"deploy", "codedeploy-appspec", "codedeploy-appspec"},
		{"deploy", "cli-input-json", ""},
		{"delete-express-gateway-service", "monitor-resources", "monitor-resources"},
		{"describe-express-gateway-service", "monitor-resources", ""},
		{"update-service", "", ""},
	} {
		s, _ := ecs.SubcommandOf("ecs", test.subcommand)
		o, ambiguous, ok := s.Resolve(test.word)
		got := o.Name + strings.Join(ambiguous, ", ")
		if got != test.want || ok != (o.Name != "") {
			t.Errorf("%s --%s: %q, %v; want %q", test.subcommand, test.word, got, ok, test.want)
		}
	}
}

func TestOptionsOfTheCommandLine(t *testing.T) {
	s, _ := ecs.SubcommandOf("ecs", "update-service")
	for name, want := range map[string]ecs.CLIOption{
		"service":                 {Name: "service", Values: ecs.OneValue, Required: true, Member: "service"},
		"load-balancers":          {Name: "load-balancers", Values: ecs.AnyValues, JSON: true, Member: "loadBalancers"},
		"network-configuration":   {Name: "network-configuration", Values: ecs.OneValue, JSON: true, Member: "networkConfiguration"},
		"force-new-deployment":    {Name: "force-new-deployment", Member: "forceNewDeployment"},
		"disable-execute-command": {Name: "disable-execute-command", Member: "enableExecuteCommand", Negates: true},
		"generate-cli-skeleton":   {Name: "generate-cli-skeleton", Values: ecs.MaybeValue},
		"debug":                   {Name: "debug", Global: true},
	} {
		if got, _, _ := s.Resolve(name); got != want {
			t.Errorf("--%s: %+v, want %+v", name, got, want)
		}
	}
	if o, ok := ecs.GlobalOption("region"); !ok || o.Values != ecs.OneValue {
		t.Errorf("--region: %+v", o)
	}
	if o, ok := ecs.GlobalOption("cluster"); ok {
		t.Errorf("--cluster is global: %+v", o)
	}
}
