package cli_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/ecslint/ecslint/internal/cli"
)

// canary is the secret that no output may hold. It has no shape by which a secret is known.
const canary = "Zq3vTinyBird"

// canaries are files with the canary, each in another place where people keep secrets. CANARY stands for it.
var canaries = map[string]string{
	"environment.json": container(`"environment": [{"name": "DB_PASSWORD", "value": "CANARY"}]`),
	"names.json": container(`"environment": [
		{"name": "dbPass", "value": "CANARY"}, {"name": "ADMIN_PASS_PROD", "value": "CANARY"}, {"name": "LICENSE_KEY_2", "value": "CANARY"},
		{"name": "ECS_ENGINE_AUTH_DATA", "value": "CANARY"}, {"name": "MYSQL_PWD", "value": "CANARY"}, {"name": "spring.datasource.password", "value": "CANARY"},
		{"name": "AWS_SECRET_ACCESS_KEY", "value": "CANARY"}, {"name": "SECRET_KEY_BASE", "value": "CANARY"}, {"value": "CANARY", "name": "TOKEN"}]`),
	"url.json":         container(`"environment": [{"name": "DB", "value": "postgres://app:CANARY@db:5432/shop"}], "command": ["redis://:CANARY@cache"], "image": "https://u:CANARY@registry/web"`),
	"connection.json":  container(`"environment": [{"name": "DB", "value": "Server=db;User Id=sa;Password=CANARY;"}]`),
	"labels.json":      container(`"dockerLabels": {"com.example.token": "CANARY", "com.example.url": "amqp://u:CANARY@mq"}`),
	"label-key.json":   container(`"dockerLabels": {"amqp://u:CANARY@mq": "x"}, "colour": {"amqp://u:CANARY@mq": 1}`),
	"log-options.json": container(`"logConfiguration": {"logDriver": "splunk", "options": {"splunk-token": "CANARY", "splunk-url": "https://u:CANARY@splunk"}}`),
	"command.json": container(`"command": ["serve", "--password=CANARY", "--api-key", "CANARY", "--db-password", "CANARY"],
		"entryPoint": ["sh", "-c", "mysql --password CANARY && curl -u me:CANARY -H 'Authorization: Bearer CANARY' x"]`),
	"json-in-string.json": container(`"environment": [{"name": "SETTINGS", "value": "{\"password\": \"CANARY\", \"token\":\"CANARY\"}"}]`),
	"escaped.json":        container(`"environment": [{"name": "API_KEY", "value": "\u005aq3vTinyBird"}, {"name": "API_KEY", "value": "CANARY"}]`),
	"secrets.json":        container(`"secrets": [{"name": "DB_PASSWORD", "value": "CANARY"}, {"name": "DB_PASSWORD", "valueFrom": "CANARY+!"}]`),
	"repository.json":     container(`"repositoryCredentials": {"credentialsParameter": "x", "password": "CANARY"}`),
	"names-as-places.json": `{"family": "https://u:CANARY@x", "containerDefinitions": [
		{"name": "https://u:CANARY@x", "image": "a"}, {"name": "https://u:CANARY@x", "image": "$TAG", "cpu": "$CPU"},
		{"name": "amqp://u:CANARY@y", "image": "a", "cpu": "$CPU", "dependsOn": [{"containerName": "amqp://u:CANARY@z", "condition": "START"}],
		 "mountPoints": [{"sourceVolume": "amqp://u:CANARY@v", "containerPath": "/x"}], "environment": [{"name": "amqp://u:CANARY@e", "value": "x"}, {"name": "amqp://u:CANARY@e", "value": "x"}]}], "cpu": "$CPU", "requiresCompatibilities": ["FARGATE"]}`,
	"overrides.json": `{"taskDefinition": "web", "cluster": "c", "count": 1, "overrides": {"containerOverrides": [{"name": "web", "environment": [{"name": "API_KEY", "value": "CANARY"}]}]}}`,
	"minified.json":  `{"family":"web","cpu":"256","memory":"9999","requiresCompatibilities":["FARGATE"],"containerDefinitions":[{"name":"web","image":"nginx","environment":[{"name":"DB_PASSWORD","value":"CANARY"}],"memory":128,}],}`,
	"comments.json":  "{ // password: CANARY\n \"family\": \"web\", # DB_PASSWORD=CANARY\n /* postgres://u:CANARY@db */ \"containerDefinitions\": [{\"name\": \"web\", \"image\": \"nginx\"}]}",

	"taskdef-cut.json":        `{"family": "web", "containerDefinitions": [{"name": "web", "environment": [{"name": "DB_PASSWORD", "value": "CANARY`,
	"taskdef-cut-later.json":  `{"family": "web", "containerDefinitions": [{"name": "web", "environment": [{"name": "DB_PASSWORD", "value": "CANARY"`,
	"taskdef-unquoted.json":   `{"family": "web", "containerDefinitions": [{"name": "web", "environment": [{"name": "DB_PASSWORD", "value": CANARY}, {name: 'TOKEN', value: 'CANARY'}]}]}`,
	"taskdef-no-comma.json":   `{"family": "web" "containerDefinitions": [{"name": "web" "environment": [{"name": "DB_PASSWORD" "value": "CANARY"}]}]}`,
	"taskdef-no-quote.json":   "{\"family\": \"web\", \"containerDefinitions\": [{\"name\": \"web\", \"dockerLabels\": {\n\"password\": \"CANARY,\n\"token: \"CANARY\",\n\"api_key\": CANARY\n}}]}",
	"taskdef-after.json":      `{"family": "web", "containerDefinitions": []} {"password": "CANARY"}`,
	"placeholder-key.json":    container(`"dockerLabels": {"${SECRET_NAME}": "CANARY", "{{ token_name }}": "CANARY"}, "environment": [{"name": "${DB_PASSWORD_NAME}", "value": "CANARY"}]`),
	"placeholder-bare.json":   container(`"dockerLabels": {{{ password_key }}: "CANARY", <token>: "CANARY"}`),
	"duplicate.json":          container(`"dockerLabels": {"password": "CANARY", "password": "CANARY"}`),
	"configuration-file.json": `{"name": "not-ecs", "password": "CANARY"}`,

	"assignment.sh": `#!/bin/bash
DB_PASSWORD=CANARY
export API_TOKEN="CANARY"
readonly APP_SECRET='CANARY'
URL="postgres://app:CANARY@db/shop"
aws ecs run-task --cluster c --task-definition web --count 99 --launch-type FARGATE --overrides '{"containerOverrides": [{"name": "web", "environment": [{"name": "DB_PASSWORD", "value": "'"$DB_PASSWORD"'"}, {"name": "X", "value": "'$API_TOKEN'"}, {"name": "Y", "value": "'"$URL"'"}]}]}'
aws ecs register-task-definition --family web --requires-compatibilities FARGATE --cpu 1 --memory 1 --container-definitions "[{\"name\": \"web\", \"image\": \"nginx\", \"environment\": [{\"name\": \"DB_PASSWORD\", \"value\": \"CANARY\"}, {\"name\": \"A\", \"value\": \"$APP_SECRET\"}]}]"
`,
	"shorthand.sh": `aws ecs run-task --cluster c --task-definition web --overrides 'containerOverrides=[{name=web,environment=[{name=DB_PASSWORD,value=CANARY}]}]' --tags key=token,value=CANARY
DB_PASSWORD=CANARY aws ecs register-task-definition --family "$FAMILY" --cpu 1 --memory 1 --requires-compatibilities FARGATE --container-definitions name=web,image=nginx,environment=[{name=API_KEY,value=CANARY}]
`,
	"heredoc.sh": `cat > task.json <<EOF
{"family": "web", "containerDefinitions": [{"name": "web", "image": "nginx", "environment": [{"name": "DB_PASSWORD", "value": "CANARY"}], "cpu": "$CPU"}]}
EOF
cat > .env <<'EOF'
PASSWORD=CANARY
EOF
aws ecs register-task-definition --cli-input-json file://task.json --requires-compatibilities FARGATE --cpu 1
`,
	"broken.sh": `export DB_PASSWORD=CANARY
curl --password CANARY -H "Authorization: Basic CANARY" "https://u:CANARY@host" | ) # TOKEN=CANARY
aws ecs create-service --service-name web --task-definition 'web --desired-count 2 token: CANARY
`,
}

// container is a task definition on one line, with findings of its own beside what it is for.
func container(members string) string {
	members = strings.NewReplacer("\n", " ", "\t", " ").Replace(members)
	return `{"family": "web", "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": "9999", "tags": [{"key": "a", "value": "$B"}], "containerDefinitions": [{"name": "web", ` + members + `}]}`
}

func writeCanaries(t *testing.T) string {
	dir := t.TempDir()
	for name, text := range canaries {
		text = strings.ReplaceAll(text, "CANARY", canary)
		writeTo(t, filepath.Join(dir, name), []byte(text))
		writeTo(t, filepath.Join(dir, "utf16", name), utf16LittleEndian(text))
	}
	return dir
}

func writeTo(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func utf16LittleEndian(s string) []byte {
	data := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(s)) {
		data = append(data, byte(unit), byte(unit>>8))
	}
	return data
}

// TestCanary looks for the canary in all that the program writes.
func TestCanary(t *testing.T) {
	dir := writeCanaries(t)
	for _, name := range slices.Sorted(maps.Keys(canaries)) {
		t.Run(name, func(t *testing.T) {
			for _, file := range []string{name, "utf16/" + name} {
				for _, format := range []string{"text", "concise", "json", "sarif", "github"} {
					requireNoCanary(t, dir, "check", "--show-undecided", "--explain-files", "--color=always", "--format", format, file)
				}
				requireNoCanary(t, dir, "dump", file)
			}
			requireNoCanaryInEditor(t, dir, name)
		})
	}
	requireNoCanary(t, dir, "check", "--project", ".", "assignment.sh")
}

// TestCanaryInSimulations looks for the canary in what the simulator writes: where there is no room, and where deployments are played.
func TestCanaryInSimulations(t *testing.T) {
	for name, memory := range map[string]string{"no room": "9000", "room": "900"} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range simulatedCanaries {
				writeTo(t, filepath.Join(dir, name), []byte(strings.NewReplacer("CANARY", canary, "MEMORY", memory).Replace(text)))
			}
			requireNoCanary(t, dir, "check", ".")
			ask := []string{"simulate", "--lose", "instance=any", "--drain", "instance=any", "--scale", "plain=3", "--smallest", "m5.large", "."}
			requireNoCanary(t, dir, append(ask, "-v", "--certificate", "proof.json", "--html", "page.html")...)
			requireNoCanary(t, dir, append(ask, "--format", "json")...)
			requireNoCanary(t, dir, "simulate", "init", "-o", "-", "answer.json")
			written, err := filepath.Glob(filepath.Join(dir, "proof*.json"))
			if err != nil || len(written) < 2 {
				t.Fatalf("%d proofs, %v", len(written), err)
			}
			for _, path := range append(written, filepath.Join(dir, "page.html")) {
				text, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				searchCanary(t, []string{filepath.Base(path)}, string(text))
			}
		})
	}
}

// simulatedCanaries are files of a cluster with the canary wherever the simulator looks. MEMORY stands for what a task takes.
var simulatedCanaries = map[string]string{
	"fleet.yaml": `cluster: prod
containerInstances:
  - instanceType: m5.large
    count: 2
    attributes: {password: CANARY, url: "amqp://u:CANARY@mq"}
    runningTasks: [{group: "https://u:CANARY@x", cpu: 1}]
`,
	"web.json": `{"family": "web", "containerDefinitions": [{"name": "amqp://u:CANARY@mq", "image": "a", "memory": MEMORY,
		"environment": [{"name": "DB_PASSWORD", "value": "CANARY"}], "command": ["--password=CANARY"]}]}`,
	"service.json":    `{"serviceName": "https://u:CANARY@x", "cluster": "prod", "taskDefinition": "web", "desiredCount": 1, "launchType": "EC2"}`,
	"constraint.json": `{"serviceName": "b", "cluster": "prod", "taskDefinition": "web", "desiredCount": 1, "launchType": "EC2", "placementConstraints": [{"type": "memberOf", "expression": "attribute:url == amqp://u:CANARY@mq"}]}`,
	"plain.json": `{"serviceName": "plain", "cluster": "prod", "taskDefinition": "web", "desiredCount": 2, "launchType": "EC2",
		"placementStrategy": [{"type": "spread", "field": "attribute:password"}, {"type": "spread", "field": "attribute:url"}], "tags": [{"key": "token", "value": "CANARY"}]}`,
	"elsewhere.json": `{"serviceName": "c", "cluster": "https://u:CANARY@x", "taskDefinition": "web", "desiredCount": 1, "launchType": "EC2"}`,
	"anywhere.json":  `{"serviceName": "https://u:CANARY@y", "taskDefinition": "web", "desiredCount": 1, "launchType": "EC2"}`,
	"left.json":      `{"serviceName": "https://u:CANARY@z", "cluster": "prod", "taskDefinition": "https://u:CANARY@t", "launchType": "EC2"}`,
	"spread.json":    `{"serviceName": "d", "cluster": "prod", "taskDefinition": "web", "desiredCount": 1, "launchType": "EC2", "placementStrategy": [{"type": "spread", "field": "attribute:amqp://u:CANARY@mq"}]}`,
	"provider.json":  `{"serviceName": "e", "cluster": "prod", "taskDefinition": "web", "desiredCount": 1, "capacityProviderStrategy": [{"capacityProvider": "amqp://u:CANARY@mq", "weight": 1}]}`,
	"answer.json":    `{"containerInstances": [{"containerInstanceArn": "x", "attributes": [{"name": "password", "value": "CANARY"}, {"name": "url", "value": "amqp://u:CANARY@mq"}]}]}`,
}

func requireNoCanary(t *testing.T, dir string, args ...string) {
	t.Helper()
	var out, errs bytes.Buffer
	code := cli.Main(args, cli.IO{Out: &out, Err: &errs, Dir: dir, Getenv: func(string) string { return "" }})
	if code > cli.ExitFindings {
		t.Errorf("%s: exit code %d: %s", args, code, errs.String())
	}
	searchCanary(t, args, out.String(), errs.String())
}

func searchCanary(t *testing.T, args []string, streams ...string) {
	t.Helper()
	for _, stream := range streams {
		for line := range strings.Lines(stream) {
			if i := strings.Index(line, canary); i >= 0 {
				t.Errorf("%s shows the canary: ...%s", args, line[max(0, i-100):min(len(line), i+50)])
			}
		}
	}
}
