package ecs

// Origin is where in a template an object stands.
type Origin struct {
	ID        string   // of the resource, as in Service; in a nested stack with those of its stacks, as in App/Service
	Resource  string   // type of the resource, as in AWS::ECS::Service
	DependsOn []string // ids of the resources that are made before it
	Uncertain bool     // whether the resource exists can't be told
	Open      bool     // the template may have resources that can't be known

	Spell func(structure, member string) string // the template's name for a member of the API
}

// label names the object by the id of its resource.
func (o *Origin) label(t Type) string {
	if t == TypeResource {
		return o.Resource + " " + o.ID
	}
	return t.String() + " " + o.ID
}

// TypeResource is a resource of another service that something of ECS leans on. Its tree has the template's own shape. Rules
// read it beside the object that they judge: it is the subject of none.
const TypeResource Type = "resource"

// companions are the types of such resources.
var companions = map[string]bool{
	"AWS::AutoScaling::AutoScalingGroup":         true,
	"AWS::CloudWatch::Alarm":                     true,
	"AWS::CloudWatch::CompositeAlarm":            true,
	"AWS::EC2::LaunchTemplate":                   true,
	"AWS::EC2::SecurityGroup":                    true,
	"AWS::EC2::SecurityGroupIngress":             true,
	"AWS::EC2::Subnet":                           true,
	"AWS::EFS::FileSystem":                       true,
	"AWS::EFS::MountTarget":                      true,
	"AWS::ElasticLoadBalancingV2::Listener":      true,
	"AWS::ElasticLoadBalancingV2::ListenerRule":  true,
	"AWS::ElasticLoadBalancingV2::LoadBalancer":  true,
	"AWS::ElasticLoadBalancingV2::TargetGroup":   true,
	"AWS::IAM::ManagedPolicy":                    true,
	"AWS::IAM::Policy":                           true,
	"AWS::IAM::Role":                             true,
	"AWS::IAM::RolePolicy":                       true,
	"AWS::Logs::LogGroup":                        true,
	"AWS::SSM::Parameter":                        true,
	"AWS::SecretsManager::Secret":                true,
	"AWS::ServiceDiscovery::PrivateDnsNamespace": true,
	"AWS::ServiceDiscovery::HttpNamespace":       true,
	"AWS::ServiceDiscovery::Service":             true,
	"AWS::CodeDeploy::DeploymentGroup":           true,
}

// IsCompanion reports a type of resource that something of ECS leans on, or that may do anything to what it is given.
func IsCompanion(resource string) bool { return companions[resource] || isOpaque(resource) }
