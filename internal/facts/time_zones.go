package facts

// TimeZoneAreas begin the names of time zones, as in Europe/Lisbon.
var TimeZoneAreas = []string{
	"Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Brazil", "Canada", "Chile", "Etc", "Europe",
	"Indian", "Mexico", "Pacific", "US",
}

// PlainTimeZones are the names of time zones that have no area.
var PlainTimeZones = []string{
	"CET", "CST6CDT", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "Factory", "GB", "GB-Eire", "GMT", "GMT+0", "GMT-0", "GMT0",
	"Greenwich", "HST", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein", "Libya", "MET", "MST", "MST7MDT",
	"NZ", "NZ-CHAT", "Navajo", "PRC", "PST8PDT", "Poland", "Portugal", "ROC", "ROK", "Singapore", "Turkey", "UCT", "UTC",
	"Universal", "W-SU", "WET", "Zulu",
}

// TimeZonesOrigin is where they are from.
var TimeZonesOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://www.iana.org/time-zones",
		"https://data.iana.org/time-zones/tzdb/backward",
	},
}
