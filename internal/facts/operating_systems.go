package facts

// OperatingSystem is a value of runtimePlatform.operatingSystemFamily whose support by its vendor ends.
type OperatingSystem struct {
	Family  string
	Ends    string // the last day of support, as in 2006-01-02
	Instead string
}

// OperatingSystems are those whose end is known. Images have to be built for the version that they run on.
var OperatingSystems = []OperatingSystem{
	{"WINDOWS_SERVER_2004_CORE", "2021-12-14", "WINDOWS_SERVER_2022_CORE"},
	{"WINDOWS_SERVER_20H2_CORE", "2022-08-09", "WINDOWS_SERVER_2022_CORE"},
	{"WINDOWS_SERVER_2016_FULL", "2027-01-12", "WINDOWS_SERVER_2022_FULL"},
	{"WINDOWS_SERVER_2019_FULL", "2029-01-09", "WINDOWS_SERVER_2022_FULL"},
	{"WINDOWS_SERVER_2019_CORE", "2029-01-09", "WINDOWS_SERVER_2022_CORE"},
	{"WINDOWS_SERVER_2022_FULL", "2031-10-14", "WINDOWS_SERVER_2025_FULL"},
	{"WINDOWS_SERVER_2022_CORE", "2031-10-14", "WINDOWS_SERVER_2025_CORE"},
}

// OperatingSystemsOrigin is where OperatingSystems are from.
var OperatingSystemsOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://learn.microsoft.com/en-us/lifecycle/products/windows-server-2016",
		"https://learn.microsoft.com/en-us/lifecycle/products/windows-server-2019",
		"https://learn.microsoft.com/en-us/lifecycle/products/windows-server-2022",
		"https://learn.microsoft.com/en-us/lifecycle/products/windows-server",
	},
}
