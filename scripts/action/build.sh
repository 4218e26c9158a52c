#!/usr/bin/env bash
# Builds ecslint from the action's own checkout to $ECSLINT.
set -euo pipefail

# Where the action was checked out without git, or by another user, asking git for a version would fail.
GOWORK=off go build -C "$GITHUB_ACTION_PATH" -buildvcs=false -o "$ECSLINT" ./cmd/ecslint
