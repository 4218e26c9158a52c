package facts

// Bounds are the least and the most of a number; without them it can't be set.
type Bounds struct{ Least, Most int64 }

// EBSVolumeType is what a type of EBS volume takes. The documents of ECS stop earlier for gp3 and io2 than those of EC2,
// which makes the volumes: these are the bounds of EC2.
type EBSVolumeType struct {
	Name       string
	Size       Bounds // GiB
	IOPS       *Bounds
	NeedsIOPS  bool
	Throughput *Bounds // MiB/s
}

// EBSVolumeTypeDefault is the type of a volume that names none.
const EBSVolumeTypeDefault = "gp3"

// EBSVolumeTypes are all types.
var EBSVolumeTypes = []EBSVolumeType{
	{Name: "gp2", Size: Bounds{1, 16384}},
	{Name: "gp3", Size: Bounds{1, 65536}, IOPS: &Bounds{3000, 80000}, Throughput: &Bounds{125, 2000}},
	{Name: "io1", Size: Bounds{4, 16384}, IOPS: &Bounds{100, 64000}, NeedsIOPS: true},
	{Name: "io2", Size: Bounds{4, 65536}, IOPS: &Bounds{100, 256000}, NeedsIOPS: true},
	{Name: "sc1", Size: Bounds{125, 16384}},
	{Name: "st1", Size: Bounds{125, 16384}},
	{Name: "standard", Size: Bounds{1, 1024}},
}

// EBSVolumeTypesOrigin is where EBSVolumeTypes are from.
var EBSVolumeTypesOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html",
		"https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html",
	},
}
