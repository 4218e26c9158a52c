#!/usr/bin/env bash
# Registers the task definition, runs the migrations once, then rolls the service.
set -euo pipefail

CLUSTER=production
SUBNETS="subnet-0a1b2c3d4e5f60718,subnet-18070f6e5d4c3b2a1"

aws ecs register-task-definition --cli-input-json file://task-definition.json

aws ecs register-task-definition \
  --family web-app-migrations \
  --requires-compatibilities FARGATE \
  --cpu 256 --memory 512 \
  --execution-role-arn arn:aws:iam::123456789012:role/web-app-execution \
  --container-definitions '[{
    "name": "migrate",
    "image": "123456789012.dkr.ecr.eu-central-1.amazonaws.com/web-app:1.4.2",
    "command": ["bin/migrate"],
    "logConfiguration": {
      "logDriver": "awslogs",
      "options": {"awslogs-group": "/ecs/web-app", "awslogs-region": "eu-central-1", "awslogs-stream-prefix": "migrate"}
    }
  }]'

aws ecs run-task --cluster "$CLUSTER" --task-definition web-app-migrations --launch-type FARGATE \
  --network-configuration "awsvpcConfiguration={subnets=[$SUBNETS],assignPublicIp=DISABLED}"

aws --region eu-central-1 ecs update-service --cluster "$CLUSTER" --service web-app --task-definition web-app
