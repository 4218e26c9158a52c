#!/usr/bin/env bash
# Registers the task definition and rolls the service to exactly that revision.
set -euo pipefail

revision=$(aws ecs register-task-definition --cli-input-json file://task-definition.json \
  --query taskDefinition.taskDefinitionArn --output text)
aws ecs update-service --cluster production --service web-app --task-definition "$revision"
aws ecs wait services-stable --cluster production --services web-app
