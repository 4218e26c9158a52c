package facts

// VolumesAtLaunch is how many volumes of a task definition can be configured at launch, as EBS volumes are.
const VolumesAtLaunch = 1

// VolumesAtLaunchOrigin is where it is from.
var VolumesAtLaunchOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html",
	},
}
