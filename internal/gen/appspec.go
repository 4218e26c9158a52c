package main

import (
	"fmt"
	"slices"
)

// appSpecRoot is the structure of an appspec, which no operation takes as its input: CodeDeploy gets it as a text.
const appSpecRoot = "AppSpec"

// appSpecPages describe an appspec. They are all that there is of it: the SDK has no model of the file.
const (
	appSpecResources = "https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html"
	appSpecHooks     = "https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html"
)

// appSpec is an appspec for ECS. Nothing in it is required: a deploy tool may put in what is missing.
var appSpec = []*structure{
	{name: appSpecRoot, page: appSpecResources, fields: []field{
		items("Hooks", "AppSpecHook"), items("Resources", "AppSpecResource"), scalarField("version", kindString),
	}},
	{name: "AppSpecHook", page: appSpecHooks, fields: []field{
		scalarField("AfterAllowTestTraffic", kindString), scalarField("AfterAllowTraffic", kindString),
		scalarField("AfterInstall", kindString), scalarField("BeforeAllowTraffic", kindString), scalarField("BeforeInstall", kindString),
	}},
	{name: "AppSpecResource", page: appSpecResources, fields: []field{part("TargetService", "AppSpecService")}},
	{name: "AppSpecService", page: appSpecResources, fields: []field{
		part("Properties", "AppSpecProperties"), scalarField("Type", kindString),
	}},
	{name: "AppSpecProperties", page: appSpecResources, fields: []field{
		items("CapacityProviderStrategy", "AppSpecCapacityProviderStrategyItem"), part("LoadBalancerInfo", "AppSpecLoadBalancerInfo"),
		part("NetworkConfiguration", "AppSpecNetworkConfiguration"), scalarField("PlatformVersion", kindString),
		scalarField("TaskDefinition", kindString),
	}},
	{name: "AppSpecLoadBalancerInfo", page: appSpecResources, fields: []field{
		scalarField("ContainerName", kindString), scalarField("ContainerPort", kindInteger),
	}},
	{name: "AppSpecNetworkConfiguration", page: appSpecResources, fields: []field{
		part("AwsvpcConfiguration", "AppSpecAwsvpcConfiguration"),
	}},
	{name: "AppSpecAwsvpcConfiguration", page: appSpecResources, fields: []field{
		{valueType: valueType{kind: kindEnum, target: "AssignPublicIp"}, goName: "AssignPublicIp", wire: "AssignPublicIp"},
		{valueType: valueType{kind: kindString, list: true}, goName: "SecurityGroups", wire: "SecurityGroups"},
		{valueType: valueType{kind: kindString, list: true}, goName: "Subnets", wire: "Subnets"},
	}},
	{name: "AppSpecCapacityProviderStrategyItem", page: appSpecResources, fields: []field{
		scalarField("Base", kindInteger), scalarField("CapacityProvider", kindString), scalarField("Weight", kindInteger),
	}},
}

func scalarField(wire string, k kind) field {
	return field{valueType: valueType{kind: k}, goName: upperFirst(wire), wire: wire}
}

func part(name, structure string) field {
	return field{valueType: valueType{kind: kindStructure, target: structure}, goName: name, wire: name}
}

func items(name, structure string) field {
	f := part(name, structure)
	f.list = true
	return f
}

// addAppSpec adds its structures to the model of the API.
func (m *model) addAppSpec() error {
	for _, s := range appSpec {
		for _, f := range s.fields {
			if f.kind == kindStructure && !slices.ContainsFunc(appSpec, func(other *structure) bool { return other.name == f.target }) {
				return fmt.Errorf("%s.%s: no structure %s", s.name, f.wire, f.target)
			}
		}
		if err := m.add(s); err != nil {
			return err
		}
	}
	return nil
}
