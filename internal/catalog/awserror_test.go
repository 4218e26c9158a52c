package catalog_test

import (
	"encoding/json"
	"html"
	"slices"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/docs"
	"github.com/ecslint/ecslint/internal/catalog"
)

const requestID = "0a1b2c3d-1111-4222-8333-444455556666"

// wrappings are what a text of AWS looks like where it is copied from.
var wrappings = map[string]func(text string) string{
	"bare":       func(text string) string { return text },
	"upper case": strings.ToUpper,
	"AWS CLI": func(text string) string {
		return "\nAn error occurred (ClientException) when calling the RegisterTaskDefinition operation: " + text + "\n"
	},
	"boto3": func(text string) string {
		return "Traceback (most recent call last):\n  File \"deploy.py\", line 12, in <module>\n    ecs.create_service(**args)\n" +
			"botocore.errorfactory.InvalidParameterException: An error occurred (InvalidParameterException) when calling the CreateService operation (reached max retries: 4): " + text
	},
	"Go": func(text string) string {
		return "operation error ECS: RegisterTaskDefinition, https response error StatusCode: 400, RequestID: " + requestID + ", ClientException: " + text
	},
	"Go, retried": func(text string) string {
		return "operation error ECS: RunTask, exceeded maximum number of attempts, 3, https response error StatusCode: 400, RequestID: " + requestID + ", api error ThrottlingException: " + text
	},
	"Go, version 1": func(text string) string {
		return "ClientException: " + text + "\n\tstatus code: 400, request id: " + requestID
	},
	"Java": func(text string) string {
		return "Exception in thread \"main\" com.amazonaws.services.ecs.model.ClientException: " + text +
			" (Service: AmazonECS; Status Code: 400; Error Code: ClientException; Request ID: " + requestID + "; Proxy: null)\n\tat com.amazonaws.http.AmazonHttpClient.handleErrorResponse(AmazonHttpClient.java:1632)"
	},
	"Java, version 2": func(text string) string {
		return "software.amazon.awssdk.services.ecs.model.ClientException: " + text + " (Service: Ecs, Status Code: 400, Request ID: " + requestID + ")"
	},
	"JavaScript": func(text string) string {
		return "Error: Failed to register task definition in ECS: " + text + "\n    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:388:20) {\n  '$fault': 'client',\n  __type: 'ClientException'\n}"
	},
	"CloudFormation": func(text string) string {
		return `Resource handler returned message: "Invalid request provided: Create TaskDefinition: ` + text +
			` (Service: AmazonECS; Status Code: 400; Error Code: ClientException; Request ID: ` + requestID + `; Proxy: null)" (RequestToken: ` + requestID + `, HandlerErrorCode: InvalidRequest)`
	},
	"CloudFormation, service": func(text string) string {
		return `UPDATE_FAILED | AWS::ECS::Service | WebService | Resource handler returned message: "Invalid request provided: CreateService error: ` + text +
			` (Service: Ecs, Status Code: 400, Request ID: ` + requestID + `) (SDK Attempt Count: 1)" (RequestToken: ` + requestID + `, HandlerErrorCode: InvalidRequest)`
	},
	"CloudFormation, as JSON": func(text string) string {
		quoted, _ := json.Marshal(`Resource handler returned message: "` + text + `" (RequestToken: ` + requestID + `, HandlerErrorCode: GeneralServiceException)`)
		return `{"ResourceStatusReason": ` + string(quoted) + `}`
	},
	"CDK": func(text string) string {
		return "\x1b[31m❌  ShopStack failed: The stack named ShopStack failed creation, it may need to be manually deleted: \x1b[1m" + text + "\x1b[0m"
	},
	"Terraform": func(text string) string {
		return "╷\n│ Error: failed creating ECS Task Definition (web): ClientException: " + breakLines(text, "\n│ ") + "\n│ \n│   with aws_ecs_task_definition.web,\n│   on main.tf line 12, in resource \"aws_ecs_task_definition\" \"web\":\n│   12: resource \"aws_ecs_task_definition\" \"web\" {\n│ \n╵"
	},
	"Terraform, colours": func(text string) string {
		return "\x1b[31m│\x1b[0m \x1b[1m\x1b[31mError: \x1b[0m\x1b[0m\x1b[1mcreating ECS Service (web): InvalidParameterException: " + text + "\x1b[0m"
	},
	"colours without ESC": func(text string) string { return "[31;1mError:[0m " + text + "[0m" },
	"Pulumi": func(text string) string {
		return "error: 1 error occurred:\n\t* creating urn:pulumi:prod::shop::aws:ecs/taskDefinition:TaskDefinition::web: 1 error occurred:\n\t* creating ECS Task Definition (web): operation error ECS: RegisterTaskDefinition, https response error StatusCode: 400, RequestID: " + requestID + ", ClientException: " + text
	},
	"Ansible": func(text string) string {
		quoted, _ := json.Marshal(text)
		return `fatal: [localhost]: FAILED! => {"boto3_version": "1.34.0", "changed": false, "error": {"code": "ClientException", "message": ` + string(quoted) + `}, "msg": "Couldn't register"}`
	},
	"HTML":        html.EscapeString,
	"lines":       func(text string) string { return breakLines(text, "\n    ") },
	"shell quote": func(text string) string { return `'` + strings.ReplaceAll(text, `'`, `\'`) + `'` },
}

func breakLines(text, with string) string {
	words := strings.Fields(text)
	for i := 4; i < len(words); i += 4 {
		words[i] = with + words[i]
	}
	return strings.Join(words, " ")
}

// TestWrappedErrors checks that each text finds what is known about it, whatever is wrapped around it.
func TestWrappedErrors(t *testing.T) {
	for name, wrap := range wrappings {
		t.Run(name, func(t *testing.T) {
			for _, r := range catalog.All() {
				for _, text := range r.AWSErrors {
					first := best(t, wrap(text))
					if first == nil || !slices.Contains(first.Rules, r) {
						t.Errorf("%q doesn't find %s first", wrap(text), r.Name)
					}
				}
			}
			for _, c := range docs.NotDecidable() {
				for _, text := range c.Texts {
					first := best(t, wrap(text.Words))
					if first == nil || len(first.Cases) != 1 || first.Cases[0].Title != c.Title {
						t.Errorf("%q doesn't find %q first", wrap(text.Words), c.Title)
					}
				}
			}
		})
	}
}

func best(t *testing.T, pasted string) *catalog.AWSError {
	t.Helper()
	found, sure := catalog.ByAWSError(pasted)
	if !sure || len(found) == 0 {
		return nil
	}
	return found[0]
}

func TestByAWSError(t *testing.T) {
	for _, test := range pastedErrors {
		found, sure := catalog.ByAWSError(test.pasted)
		if !sure {
			found = nil
		}
		var want []string
		if test.want != "" {
			want = strings.Split(test.want, "; ")
		}
		knows := func(e *catalog.AWSError, name string) bool { return slices.Contains(known(e), name) }
		if !slices.EqualFunc(found, want, knows) {
			t.Errorf("%s\nwant %q, got:", test.pasted, want)
			for _, e := range found {
				t.Errorf("     %q", known(e))
			}
		}
	}
}

// known are the names of the rules and the titles of the sections that know a text.
func known(e *catalog.AWSError) []string {
	var names []string
	for _, r := range e.Rules {
		names = append(names, r.Name)
	}
	for _, c := range e.Cases {
		names = append(names, c.Title)
	}
	return names
}

func TestAWSErrorsAreUnique(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range catalog.AWSErrors() {
		if seen[e.Text] || len(e.Cases) > 1 || len(e.Rules)+len(e.Cases) == 0 {
			t.Errorf("%q: %q", e.Text, known(e))
		}
		seen[e.Text] = true
	}
	if _, sure := catalog.ByAWSError(""); sure {
		t.Error("nothing was pasted, and something found")
	}
}
