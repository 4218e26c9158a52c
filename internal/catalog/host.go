package catalog

import "github.com/ecslint/ecslint/rules"

const (
	jsonStandard  = "https://www.rfc-editor.org/rfc/rfc8259"
	cliParameters = "https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-types.html"
	cliFiles      = "https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html"
)

// host are the rules of the program itself: what it says about texts, files and its own failures.
var host = []*rules.Rule{
	hostRule("syntax-error", "The text can't be parsed", rules.Error, jsonStandard),
	hostRule("json-comment", "JSON for the AWS CLI can't hold comments", rules.Error, jsonStandard, cliParameters),
	hostRule("json-trailing-comma", "JSON for the AWS CLI can't hold a trailing comma", rules.Error, jsonStandard, cliParameters),
	hostRule("json-encoding", "JSON for the AWS CLI has to be UTF-8 without a byte order mark", rules.Warning, jsonStandard+"#section-8.1"),
	hostRule("duplicate-key", "A key stands twice in one object", rules.Warning, jsonStandard+"#section-4"),
	hostRule("unread-reference", "A file that is named can't be read", rules.Warning, cliFiles),
	hostRule("unreadable-file", "The file can't be read as text", rules.Error),
	hostRule("internal-error", "A rule of ecslint failed: a bug of ecslint", rules.Error),
}

func hostRule(name, title string, severity rules.Severity, sources ...string) *rules.Rule {
	return &rules.Rule{
		Name: name, Title: title, Subject: "file", Engine: rules.Host,
		Category: rules.Correctness, Severity: severity, Since: "0.1.0", Sources: sources,
	}
}
