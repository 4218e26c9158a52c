package secret_test

import (
	"strings"
	"testing"

	"github.com/ecslint/ecslint/internal/secret"
	"github.com/ecslint/ecslint/internal/source"
	"github.com/ecslint/ecslint/internal/syntax/json"
)

const canary = "canary9Xq7"

// shown is what a file shows after its secrets were masked.
func shown(f *source.File) string {
	var lines []string
	for i := range f.Lines() {
		lines = append(lines, f.ShowText(i+1))
	}
	return strings.Join(lines, "\n")
}

func maskJSON(text string) string {
	f := source.NewFile("x.json", "", []byte(text))
	root, _ := json.Parse(f.Text())
	secret.Mask(root)
	return shown(f)
}

func maskScript(text string) string {
	f := source.NewFile("x.sh", "", []byte(text))
	secret.MaskText(f.Text())
	return shown(f)
}

func TestSecretsInJSON(t *testing.T) {
	for _, text := range []string{
		`{"name": "DB_PASSWORD", "value": "` + canary + `"}`,
		`{"value": "` + canary + `", "name": "API_KEY"}`,
		`{"Name": "db.passwd", "Value": "` + canary + `"}`,
		`{"key": "auth-token", "value": "` + canary + `"}`,
		`{"dockerLabels": {"com.x.secret": "` + canary + `"}}`,
		`{"options": {"apikey": "` + canary + `"}}`,
		`{"command": ["serve", "--password=` + canary + `"]}`,
		`{"command": ["sh", "-c", "PGPASSWORD='` + canary + `' psql"]}`,
		`{"value": "postgres://app:` + canary + `@db/shop"}`,
		`{"value": "jdbc:mysql://db/shop?user=app&password=` + canary + `"}`,
		`{"value": "AKIAQYLPMN5H` + strings.ToUpper(canary[:8]) + `"}`,
		`{"name": "TOKEN", "value": "a\n` + canary + `\u00e9"}`,
		`{"name": "SECRET_KEY", "value": ` + canary + `}`,
		`{"name": "PASSWORD", "value": "` + canary,
	} {
		if got := maskJSON(text); strings.Contains(strings.ToLower(got), strings.ToLower(canary[:8])) {
			t.Errorf("%s\nis shown as\n%s", text, got)
		}
	}
}

func TestWhatIsNoSecretStays(t *testing.T) {
	for _, text := range []string{
		`{"name": "STAGE", "value": "` + canary + `"}`,
		`{"name": "DB_PASSWORD", "valueFrom": "arn:aws:ssm:eu-west-1:1:parameter/` + canary + `"}`,
		`{"name": "DB_PASSWORD", "value": "${` + canary + `}"}`,
		`{"name": "DB_SECRET", "value": "arn:aws:secretsmanager:eu-west-1:1:secret:` + canary + `"}`,
		`{"value": "https://` + canary + `@example.com/"}`,
		`{"value": "https://example.com:8080/` + canary + `@x"}`,
	} {
		if got := maskJSON(text); !strings.Contains(got, canary) {
			t.Errorf("%s\nis shown as\n%s", text, got)
		}
	}
}

// TestDashIsNoSecret: what an item of YAML begins with isn't the value of the key in front of it.
func TestDashIsNoSecret(t *testing.T) {
	f := source.NewFile("a.yaml", "", []byte("Secrets:\n  - Name: DATABASE_URL\n"))
	secret.MaskText(f.Text())
	if got := f.ShowText(2); got != "  - Name: DATABASE_URL" {
		t.Errorf("shown as %q", got)
	}
}

func TestSecretsInScripts(t *testing.T) {
	for _, text := range []string{
		"DB_PASSWORD=" + canary,
		"export API_TOKEN='" + canary + "'",
		`aws ecs run-task --overrides "{\"environment\": [{\"name\": \"X\", \"value\": \"redis://:` + canary + `@cache\"}]}"`,
		"mysql --password=" + canary + " -u root",
	} {
		if got := maskScript(text); strings.Contains(got, canary) {
			t.Errorf("%s\nis shown as\n%s", text, got)
		}
	}
	for _, text := range []string{"STAGE=" + canary, "PASSWORD=$" + canary, "TOKEN=$(" + canary + ")"} {
		if got := maskScript(text); !strings.Contains(got, canary) {
			t.Errorf("%s\nis shown as\n%s", text, got)
		}
	}
}

func TestMaskKeepsTheRest(t *testing.T) {
	got := maskJSON(`{"environment": [{"name": "DB_PASSWORD", "value": "` + canary + `"}, {"name": "STAGE", "value": "prod"}]}`)
	if want := `{"environment": [{"name": "DB_PASSWORD", "value": "****"}, {"name": "STAGE", "value": "prod"}]}`; got != want {
		t.Errorf("got %s", got)
	}
}

func FuzzMask(f *testing.F) {
	f.Add([]byte(`{"name": "TOKEN", "value": "x"}`))
	f.Add([]byte("\xff\xfeP\x00W\x00D\x00=\x00a\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file := source.NewFile("x", "", data)
		root, _ := json.Parse(file.Text())
		secret.Mask(root)
		secret.MaskText(file.Text())
		for i := range file.Lines() {
			file.Show(i + 1)
		}
		_ = file.Secrets()
	})
}
