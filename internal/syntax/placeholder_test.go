package syntax_test

import (
	"testing"

	"github.com/ecslint/ecslint/internal/syntax"
)

func TestHasPlaceholder(t *testing.T) {
	for _, s := range []string{
		"${X}", "a-${x.y}-b", "$X", "$x", "a$X", "$(date)", "{{ x }}", "{{x}}", "{% if x %}", "%{if x}a%{endif}", "a%{~ else ~}",
		"<IMAGE1_NAME>", "<your cluster>", "<image:tag>", "repo/<x>", "%IMAGE%", "%REPOSITORY_URI%", "__X__", "__TASK_CPU__", "a__X_Y__b",
		"@IMAGE@", "REPLACE_ME", "REPLACEME", "CHANGE_ME_PLEASE", "CHANGEME", "YOUR_ROLE", "YOUR-ROLE", "your-role", "arn:aws:iam::your-account-id:role/x",
		"PLACEHOLDER", "PLACEHOLDER_IMAGE", "placeholder", "XXXXXXXXXXXX", "arn:aws:iam::xxxxxxxxxxxx:role/x",
		"ACCOUNT_ID", "ACCOUNTID", "AWS_ACCOUNT_ID.dkr.ecr", "ACCOUNT_NUMBER", "account-id", "aws_account_id", "Role.Arn", "TaskRole.Arn",
	} {
		if !syntax.HasPlaceholder(s) {
			t.Errorf("%q isn't one", s)
		}
	}
	for _, s := range []string{
		"", "nginx:1.27", "100%", "50% of 20%", "a < b > c", "a<b", "<1>", "< x >", "$", "$5", "US$", "a$", "{", "{}", "{ {", "__", "a__b", "__init",
		"user@example.com", "@", "a@b@c", "xxx", "XXX", "boxes", "your", "yourself-x", "account", "account_identity", "my.Arn.x", "arn:aws:iam::1:role/Role.Arn",
		"replace", "exchange", "displacement", "%20", "%d items %s", "%{http_code}", "0x1", "a_b__c_d",
	} {
		if syntax.HasPlaceholder(s) {
			t.Errorf("%q is one", s)
		}
	}
}

// FuzzHasPlaceholder checks that more text around a placeholder that says so by its brackets doesn't hide it.
func FuzzHasPlaceholder(f *testing.F) {
	f.Add("a", "b")
	f.Fuzz(func(t *testing.T, before, after string) {
		for _, s := range []string{"${X}", "{{ x }}", "<X>", "$(x)"} {
			if !syntax.HasPlaceholder(before + s + after) {
				t.Errorf("%q", before+s+after)
			}
		}
	})
}
