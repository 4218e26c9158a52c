package facts

// TCP ports that a container instance keeps for itself: remote access, Docker and the agent, unless the agent is
// configured otherwise.
var (
	ReservedHostPortsLinux   = []int64{22, 2375, 2376, 51678, 51679, 51680}
	ReservedHostPortsWindows = []int64{53, 135, 139, 445, 2375, 2376, 3389, 5985, 5986, 51678, 51679}
)

// DocumentedHostPortLinux is the one of ReservedHostPortsLinux that pages of AWS list and the agent's own list doesn't have: whether a
// task can take it isn't certain.
const DocumentedHostPortLinux int64 = 51680

// ReservedHostPortsOrigin is where both lists are from.
var ReservedHostPortsOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
		"https://github.com/aws/amazon-ecs-agent/blob/master/README.md",
	},
}
