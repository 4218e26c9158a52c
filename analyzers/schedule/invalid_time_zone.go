package schedule

import (
	"slices"
	"strings"

	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/ecs"
	"github.com/ecslint/ecslint/internal/facts"
	"github.com/ecslint/ecslint/internal/value"
	"github.com/ecslint/ecslint/rules"
)

func timeZoneText(zone string) string { return "Invalid schedule timezone: " + zone }

var invalidTimeZone = &analysis.Analyzer{
	Rule: &rules.Rule{
		Name:      "invalid-time-zone",
		Title:     "The time zone of a schedule has no name that AWS knows",
		Subject:   "schedule",
		Engine:    rules.Go,
		Category:  rules.Correctness,
		Severity:  rules.Error,
		Since:     "0.1.0",
		Aliases:   []string{"cdk-preflight:appautoscaling-scheduled-action-timezone-iana"},
		AWSErrors: []string{timeZoneText("JST")},
		Sources:   append([]string{benchScaling + "scheduled-action-timezone-iana"}, facts.TimeZonesOrigin.Sources...),
	},
	Run: func(p *analysis.Pass) {
		var zone value.Value[string]
		switch p.Object.Type {
		case ecs.TypeSchedule:
			zone = p.Object.Schedule().ScheduleExpressionTimezone
		case ecs.TypeScheduledAction:
			zone = p.Object.ScheduledAction().Timezone
		default:
			return
		}
		name, ok := zone.Get()
		if !p.Known(zone) || !ok || mayBeTimeZone(name) {
			return
		}
		b := p.Reportf(zone, "%q is no time zone: those have names as Europe/Lisbon or Etc/GMT+9", name).
			Help("name a city in the time zone, after its continent")
		if p.Object.Type == ecs.TypeScheduledAction {
			b.Note("AWS refuses it: %q", timeZoneText(name))
		} else {
			b.Severity(rules.Warning) // documented; AWS's answer isn't known
		}
	},
}

// mayBeTimeZone reports a name that can be in the database of time zones, of which there are several hundred.
func mayBeTimeZone(name string) bool {
	area, place, ok := strings.Cut(name, "/")
	if !ok {
		return slices.Contains(facts.PlainTimeZones, name)
	}
	return slices.Contains(facts.TimeZoneAreas, area) && place != "" && !strings.ContainsAny(place, " \t")
}
