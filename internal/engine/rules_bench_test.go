package engine_test

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ecslint/ecslint/analyzers"
	"github.com/ecslint/ecslint/internal/analysis"
	"github.com/ecslint/ecslint/internal/engine"
)

// realFiles is a folder beside the project.
const realFiles = "../../../shared/corpus/visible"

// BenchmarkRules tells which rules in Go are the dearest, and their shares of a whole run without policies.
func BenchmarkRules(b *testing.B) {
	b.Run("generated", func(b *testing.B) { measureRules(b, folder(b, generated(200))) })
	b.Run("real files", func(b *testing.B) {
		if _, err := os.Stat(realFiles); err != nil {
			b.Skip("the corpus of real files is not beside the project")
		}
		measureRules(b, realFiles)
	})
}

// measureRules runs twice: one run with a clock around each rule, one without, which is the whole. The shortest times count:
// what else the machine does makes them longer only.
func measureRules(b *testing.B, path string) {
	dir, err := filepath.Abs(path)
	if err != nil {
		b.Fatal(err)
	}
	o := engine.Options{Dir: dir, Paths: []string{"."}, Rules: goRules(b), Jobs: 1}
	clocks, stop := clockRules()
	defer stop()
	costs := ruleCosts{}
	total := time.Duration(math.MaxInt64)
	for b.Loop() {
		start := time.Now()
		engine.Run(context.Background(), o)
		total = min(total, time.Since(start))
		clocks.spent = ruleCosts{}
		engine.Run(context.Background(), o)
		costs.shorten(clocks.spent)
		clocks.spent = nil
	}
	b.Log(costs.table(total))
	b.ReportMetric(percent(costs[costs.dearest()[0]], total), "%-of-run-dearest")
}

// ruleClocks tell how long rules took; they stand still without spent.
type ruleClocks struct{ spent ruleCosts }

// clockRules puts a clock around each rule, until stop is called.
func clockRules() (clocks *ruleClocks, stop func()) {
	clocks = &ruleClocks{}
	var undo []func()
	for _, a := range analyzers.All() {
		run := a.Run
		undo = append(undo, func() { a.Run = run })
		a.Run = func(p *analysis.Pass) {
			if clocks.spent == nil {
				run(p)
				return
			}
			p.Object.TaskDefinition() // decodes the object, whatever it is: the first rule shouldn't bear it
			start := time.Now()
			run(p)
			clocks.spent[a.Rule.Name] += time.Since(start)
		}
	}
	return clocks, func() {
		for _, u := range undo {
			u()
		}
	}
}

// ruleCosts is the time that each rule took in a run.
type ruleCosts map[string]time.Duration

func (c ruleCosts) shorten(to ruleCosts) {
	for name, cost := range to {
		if before, ok := c[name]; !ok || cost < before {
			c[name] = cost
		}
	}
}

func (c ruleCosts) dearest() []string {
	var names []string
	for name := range c {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(c[b], c[a]), strings.Compare(a, b)) })
	return names
}

func (c ruleCosts) table(total time.Duration) string {
	const shown = 10
	var table strings.Builder
	var all time.Duration
	for _, cost := range c {
		all += cost
	}
	fmt.Fprintf(&table, "%d rules take %.1f %% of a run", len(c), percent(all, total))
	for i, name := range c.dearest()[:min(shown, len(c))] {
		if i%2 == 0 {
			table.WriteString("\n") // two in a row: of a longer log the end is cut off
		}
		fmt.Fprintf(&table, "  %5.2f %%  %-36s", percent(c[name], total), name)
	}
	return table.String()
}

func percent(part, whole time.Duration) float64 { return 100 * part.Seconds() / whole.Seconds() }

// generated are n folders with a task definition, a service that runs it, a script that deploys it and a template.
func generated(n int) map[string]string {
	files := map[string]string{}
	for i := range n {
		name := fmt.Sprintf("shop-%03d", i)
		fill := func(text string) string { return strings.ReplaceAll(text, "NAME", name) }
		containers := []string{fill(generatedContainer)}
		for j := range i % 4 {
			containers = append(containers, strings.Replace(fill(generatedContainer), `"web"`, fmt.Sprintf(`"side-%d"`, j), 1))
		}
		files[name+"/task-definition.json"] = strings.Replace(fill(generatedTaskDefinition), "CONTAINERS", strings.Join(containers, ",\n"), 1)
		files[name+"/service.json"] = fill(generatedService)
		files[name+"/deploy.sh"] = fill(generatedScript)
		files[name+"/template.yaml"] = fill(generatedTemplate)
	}
	return files
}

const generatedTaskDefinition = `{
  "family": "NAME",
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "cpu": "1024",
  "memory": "4096",
  "executionRoleArn": "arn:aws:iam::123456789012:role/NAME-execution",
  "taskRoleArn": "arn:aws:iam::123456789012:role/NAME-task",
  "volumes": [{"name": "data", "efsVolumeConfiguration": {"fileSystemId": "fs-0a1b2c3d", "transitEncryption": "ENABLED"}}],
  "containerDefinitions": [CONTAINERS]
}
`

const generatedContainer = `    {
      "name": "web",
      "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/NAME:1.4.2",
      "essential": true,
      "cpu": 128,
      "memory": 512,
      "command": ["serve", "--port", "8080"],
      "environment": [
        {"name": "PORT", "value": "8080"}, {"name": "LOG_LEVEL", "value": "info"}, {"name": "REGION", "value": "eu-west-1"},
        {"name": "QUEUE", "value": "https://sqs.eu-west-1.amazonaws.com/123456789012/NAME"}
      ],
      "secrets": [
        {"name": "DB_PASSWORD", "valueFrom": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:NAME-AbCdEf:password::"},
        {"name": "API_KEY", "valueFrom": "arn:aws:ssm:eu-west-1:123456789012:parameter/NAME/api-key"}
      ],
      "mountPoints": [{"sourceVolume": "data", "containerPath": "/data"}],
      "dockerLabels": {"com.example.team": "shop"},
      "ulimits": [{"name": "nofile", "softLimit": 1024, "hardLimit": 4096}],
      "healthCheck": {"command": ["CMD-SHELL", "curl -f http://localhost:8080/health || exit 1"], "interval": 30, "timeout": 5},
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {"awslogs-group": "/NAME", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "web"}
      }
    }`

const generatedService = `{
  "serviceName": "NAME",
  "cluster": "shop",
  "taskDefinition": "NAME",
  "desiredCount": 2,
  "launchType": "FARGATE",
  "deploymentConfiguration": {"minimumHealthyPercent": 100, "maximumPercent": 200},
  "networkConfiguration": {"awsvpcConfiguration": {"subnets": ["subnet-0a1b2c3d"], "securityGroups": ["sg-0a1b2c3d"], "assignPublicIp": "DISABLED"}}
}
`

const generatedScript = `#!/bin/bash
set -euo pipefail
docker build -t 123456789012.dkr.ecr.eu-west-1.amazonaws.com/NAME:1.4.2 .
docker push 123456789012.dkr.ecr.eu-west-1.amazonaws.com/NAME:1.4.2
aws ecs register-task-definition --cli-input-json file://task-definition.json
aws ecs update-service --cluster shop --service NAME --task-definition NAME --force-new-deployment
aws ecs wait services-stable --cluster shop --services NAME
`

const generatedTemplate = `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Environment:
    Type: String
    AllowedValues: [test, prod]
Conditions:
  IsProd: !Equals [!Ref Environment, prod]
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: NAME-template
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: !If [IsProd, "1024", "512"]
      Memory: !If [IsProd, "2048", "1024"]
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - Name: web
          Image: !Sub "${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/NAME:1.4.2"
          PortMappings: [{ContainerPort: 8080}]
          LogConfiguration:
            LogDriver: awslogs
            Options: {awslogs-group: !Ref Logs, awslogs-region: !Ref AWS::Region, awslogs-stream-prefix: web}
  Logs:
    Type: AWS::Logs::LogGroup
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: "sts:AssumeRole"}]
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"]
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: shop
      TaskDefinition: !Ref Task
      LaunchType: FARGATE
      DesiredCount: 2
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-0a1b2c3d]}}
`
