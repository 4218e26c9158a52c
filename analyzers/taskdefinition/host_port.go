package taskdefinition

import "github.com/ecslint/ecslint/internal/value"

// Network modes that give a container port the host port of the same number.
const (
	awsvpc   = "awsvpc"
	hostMode = "host"
)

// protocolOf is tcp or udp. AWS takes every other word as tcp:
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
func protocolOf(protocol value.Value[string]) string {
	if name, _ := protocol.Get(); name == "udp" {
		return "udp"
	}
	return "tcp"
}
