package cloudformation

import (
	"strings"
	"sync"
	"unicode"

	"github.com/ecslint/ecslint/internal/ecs"
)

// spelled are the names of properties, by the structure of the API that they are in, that aren't the API's name with
// a capital letter.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_ECS.html (specification 0.1.216 of
// the CDK's aws-service-spec, 2026-11-21)
var spelled = map[string]map[string]string{
	"CreateCapacityProvider": {"ClusterName": "cluster"},
	"CreateCluster":          {"ClusterSettings": "settings"},
	"CreateService":          {"PlacementStrategies": "placementStrategy"},
	"ECRImageTagMutabilityExclusionFilter": {
		"ImageTagMutabilityExclusionFilterType":  "filterType",
		"ImageTagMutabilityExclusionFilterValue": "filter",
	},
	"EFSAuthorizationConfig":     {"IAM": "iam"},
	"EFSVolumeConfiguration":     {"FilesystemId": "fileSystemId"},
	"EventsEcsParameters":        {"PlacementStrategies": "PlacementStrategy", "TagList": "Tags"},
	"EventsNetworkConfiguration": {"AwsVpcConfiguration": "awsvpcConfiguration"},
	"ProxyConfiguration":         {"ProxyConfigurationProperties": "properties"},
	"Volume": {
		"EFSVolumeConfiguration":                  "efsVolumeConfiguration",
		"FSxWindowsFileServerVolumeConfiguration": "fsxWindowsFileServerVolumeConfiguration",
		"S3FilesVolumeConfiguration":              "s3filesVolumeConfiguration",
	},
}

// ofTemplates are properties that the API has nothing like: a template says them to CloudFormation.
var ofTemplates = map[string]map[string]string{
	"CreateRepository": {
		"EmptyOnDelete":        "it tells CloudFormation how to delete",
		"LifecyclePolicy":      "it is no part of the repository itself",
		"RepositoryPolicyText": "it is no part of the repository itself",
	},
	"CreateService":    {"ForceNewDeployment": "it tells CloudFormation when to deploy again"},
	"PutScalingPolicy": {"ScalingTargetId": "it stands for the names of the scalable target"},
}

// propertyNames is the API's name of each property of a structure.
func propertyNames(s ecs.Shape) map[string]string {
	cached, ok := namesByShape.Load(s.Name)
	if !ok {
		names := map[string]string{}
		for _, m := range s.Members {
			names[upperFirst(m.Name)] = m.Name
		}
		for property, name := range spelled[s.Name] {
			delete(names, upperFirst(name))
			names[property] = name
		}
		cached, _ = namesByShape.LoadOrStore(s.Name, names)
	}
	return cached.(map[string]string)
}

var namesByShape sync.Map // ecs.Shape.Name -> map[string]string

func upperFirst(s string) string {
	return string(unicode.ToUpper(rune(s[0]))) + s[1:]
}

// Spell is the template's name for a member of a structure of the API. A path is not a member.
func Spell(structure, member string) string {
	if strings.Contains(member, ".") {
		return member
	}
	for property, name := range spelled[structure] {
		if name == member {
			return property
		}
	}
	return upperFirst(member)
}
