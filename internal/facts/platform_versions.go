package facts

// PlatformVersion is a version of Fargate.
type PlatformVersion struct {
	Version string
	Windows bool   // it is one of Windows; else of Linux
	Retired string // the day from which no task starts on it, as in 2006-01-02; "" for one that is in use
}

// PlatformVersions are all that there have been. LATEST stands for the last of each operating system.
var PlatformVersions = []PlatformVersion{
	{"1.0.0", false, "2020-12-14"},
	{"1.1.0", false, "2020-12-14"},
	{"1.2.0", false, "2020-12-14"},
	{"1.3.0", false, "2026-06-15"},
	{"1.4.0", false, ""},
	{"1.0.0", true, ""},
}

// PlatformVersionsOrigin is where PlatformVersions are from.
var PlatformVersionsOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-retired.html",
	},
}
