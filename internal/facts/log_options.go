package facts

import "slices"

// LogDriverOptions are the options that one log driver takes.
type LogDriverOptions struct {
	Driver  string
	Options []string
	Refused bool // AWS refuses others when the task definition is registered; else Docker does, when the container starts
}

// KnownLogOptions are the drivers whose options are a closed list. What awsfirelens takes is for the output plugin.
var KnownLogOptions = []LogDriverOptions{
	{"awslogs", []string{
		"awslogs-create-group", "awslogs-datetime-format", "awslogs-group", "awslogs-multiline-pattern", "awslogs-region",
		"awslogs-stream-prefix", "max-buffer-size", "mode",
	}, true},
	{"splunk", ofDocker("splunk-caname", "splunk-capath", "splunk-format", "splunk-gzip", "splunk-gzip-level", "splunk-index",
		"splunk-index-acknowledgment", "splunk-insecureskipverify", "splunk-source", "splunk-sourcetype", "splunk-token", "splunk-url",
		"splunk-verify-connection"), false},
	{"json-file", ofDocker("compress", "max-file", "max-size"), false},
	{"fluentd", ofDocker("fluentd-address", "fluentd-async", "fluentd-async-connect", "fluentd-async-reconnect-interval",
		"fluentd-buffer-limit", "fluentd-max-retries", "fluentd-read-timeout", "fluentd-request-ack", "fluentd-retry-wait",
		"fluentd-sub-second-precision", "fluentd-write-timeout"), false},
	{"gelf", ofDocker("gelf-address", "gelf-compression-level", "gelf-compression-type", "gelf-tcp-max-reconnect",
		"gelf-tcp-reconnect-delay"), false},
	{"journald", ofDocker(), false},
	{"syslog", ofDocker("syslog-address", "syslog-facility", "syslog-format", "syslog-tls-ca-cert", "syslog-tls-cert",
		"syslog-tls-key", "syslog-tls-skip-verify"), false},
}

// LogOptionsOrigin is where KnownLogOptions are from.
var LogOptionsOrigin = Origin{
	AsOf: "2026-11-21",
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html",
		"https://docs.docker.com/engine/logging/configure/",
		"https://github.com/moby/moby/tree/v28.0.0/daemon/logger",
	},
}

// LogOptionsOf are the options of a driver; false where they aren't a closed list.
func LogOptionsOf(driver string) (LogDriverOptions, bool) {
	for _, d := range KnownLogOptions {
		if d.Driver == driver {
			return d, true
		}
	}
	return LogDriverOptions{}, false
}

// ofDocker adds what Docker's own drivers have in common.
func ofDocker(own ...string) []string {
	return slices.Concat(own, []string{
		"cache-compress", "cache-disabled", "cache-max-file", "cache-max-size",
		"env", "env-regex", "labels", "labels-regex", "max-buffer-size", "mode", "tag",
	})
}
