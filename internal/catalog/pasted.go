package catalog

import (
	"html"
	"regexp"
	"strings"
)

// escapes are what terminals, logs and JSON put into a text; ESC may be lost on the way.
var (
	colour  = regexp.MustCompile(`(\x1b|\\u001b|\\x1b|\\033|\^\[)?\[[0-9;]*m`)
	escapes = strings.NewReplacer(`\n`, " ", `\r`, " ", `\t`, " ", `\"`, `"`, `\'`, `'`)
)

// wrappings are what SDKs and tools put around the text of AWS.
var wrappings = []*regexp.Regexp{
	regexp.MustCompile(`(?i)an error occurred \([^)]*\) when calling the \w+ operation( \([^)]*\))?:`),                    // boto3, AWS CLI
	regexp.MustCompile(`(?i)operation error [\w ]+: \w+, (exceeded maximum number of attempts, \d+, )?`),                  // Go
	regexp.MustCompile(`(?i)https response error statuscode: \d+, requestid: [^,]*,( api error)?`),                        // Go
	regexp.MustCompile(`(?i)status code: \d+, request id: [\w-]+`),                                                        // Go before version 2
	regexp.MustCompile(`(?i)\(service: [^)]*\)`),                                                                          // Java, CloudFormation
	regexp.MustCompile(`(?i)\(requesttoken: [^)]*\)`),                                                                     // CloudFormation
	regexp.MustCompile(`(?i)resource handler returned message:`),                                                          // CloudFormation
	regexp.MustCompile(`(?i)invalid request provided:( create ?\w+( error)?:)?`),                                          // CloudFormation
	regexp.MustCompile(`(?i)error:? (failed )?(creating|updating|waiting for) (amazon )?ecs [\w ]+( \([^)]*\))?( \w+)?:`), // Terraform
	regexp.MustCompile(`(?i)\b[\w.$]+exception:`),
	regexp.MustCompile(`(?i)\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b`),
}

// pastedWords are the words of an error without its wrapping.
func pastedWords(text string) []string {
	text = html.UnescapeString(escapes.Replace(colour.ReplaceAllString(text, "")))
	text = strings.Join(strings.Fields(strings.ReplaceAll(text, "│", " ")), " ")
	for _, w := range wrappings {
		text = w.ReplaceAllString(text, " ")
	}
	return wordsOf(text)
}
