package facts

// Limits of container port ranges.
const (
	PortRangesPerContainer = 100
	PortRangeLeast         = 1
	PortMost               = 65535
)

// PortRangeNetworkModes are the network modes that take container port ranges.
var PortRangeNetworkModes = []string{"awsvpc", "bridge"}

// PortRangesOrigin is where both are from.
var PortRangesOrigin = Origin{
	AsOf:    "2026-11-21",
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html"},
}
