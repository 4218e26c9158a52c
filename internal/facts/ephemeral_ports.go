package facts

// The first ports that a host gives out itself, by the defaults of its system.
const (
	EphemeralPortLeast        = 32768 // Linux: /proc/sys/net/ipv4/ip_local_port_range
	EphemeralPortLeastWindows = 49152
)

// EphemeralPortsOrigin is where both are from.
var EphemeralPortsOrigin = Origin{
	AsOf:    "2026-11-21",
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html"},
}
