#!/usr/bin/env bash
# Ends the action with the exit code of ecslint.
set -euo pipefail

if [[ "$UPLOAD_OUTCOME" == failure && "$INPUT_SUMMARY" == true ]]; then
  echo "The upload to code scanning failed: it needs the permission \`security-events: write\`." >>"$GITHUB_STEP_SUMMARY"
fi
exit "${EXIT_CODE:-2}"
