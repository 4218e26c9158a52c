package cloudformation

import (
	"strings"
	"sync"
	"unicode"

	"github.com/ecslint/ecslint/internal/adapt"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/source"
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

// property is what a property of a template is in the API.
type property struct {
	member ecs.MemberShape
	name   source.Text // of the member
}

// propertiesOf are the properties of a structure by their names in templates.
func propertiesOf(structure string) map[string]property {
	cached, ok := propertiesByStructure.Load(structure)
	if !ok {
		shape, _ := ecs.ShapeOf(structure)
		properties := map[string]property{}
		for _, m := range shape.Members {
			properties[upperFirst(m.Name)] = property{m, adapt.Name(m.Name)}
		}
		for written, name := range spelled[structure] {
			delete(properties, upperFirst(name))
			m, _ := shape.Member(name)
			properties[written] = property{m, adapt.Name(name)}
		}
		cached, _ = propertiesByStructure.LoadOrStore(structure, properties)
	}
	return cached.(map[string]property)
}

var propertiesByStructure sync.Map // name of the structure -> map[string]property

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
