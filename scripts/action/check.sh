#!/usr/bin/env bash
# Runs ecslint once for the log, the annotations, SARIF and the summary. Findings don't fail this step: its outputs
# tell the steps behind it what to do. Works with the bash 3.2 of macOS.
set -euo pipefail

lines=() # what the function lines_of found

# lines_of splits an input that holds one value per line; empty lines are left out.
lines_of() {
  lines=()
  local line
  while IFS= read -r line || [[ -n "$line" ]]; do
    line=${line%$'\r'}
    if [[ -n "$line" ]]; then lines+=("$line"); fi
  done <<<"$1"
}

# count_of counts the findings of a severity; none given: of all.
count_of() {
  awk -v severity="${1:-(error|warning|info)}" '
    match($0, /:[0-9]+:[0-9]+: (error|warning|info): /) && substr($0, RSTART, RLENGTH) ~ ": " severity ": $" { n++ }
    END { print n + 0 }' "$list"
}

# upload_wanted tells whether to upload; where it isn't, $why_not says the reason.
upload_wanted() {
  case "$INPUT_SARIF" in
    false) why_not="" && return 1 ;;
    auto)
      if [[ "${GITHUB_EVENT_NAME:-}" == pull_request && "$HEAD_REPOSITORY" != "$GITHUB_REPOSITORY" ]]; then
        why_not="Not uploaded to code scanning: a pull request from a fork has no permission to."
        return 1
      fi
      ;;
  esac
  if ((code > 1)) || [[ ! -s "$sarif_file" ]]; then
    why_not="Not uploaded to code scanning: ecslint could not run."
    return 1
  fi
}

list="$RUNNER_TEMP/ecslint.txt"
sarif_file="${INPUT_SARIF_FILE:-$RUNNER_TEMP/ecslint.sarif}"
case "$sarif_file" in
  *$'\n'*) echo "::error title=ecslint::sarif-file must be one line" && exit 2 ;;
  /* | ?:*) ;;
  *) sarif_file="$GITHUB_WORKSPACE/$sarif_file" ;;
esac
case "$INPUT_SARIF" in
  auto | true | false) ;;
  *) echo "::error title=ecslint::sarif must be auto, true or false" && exit 2 ;;
esac
rm -f "$list" "$sarif_file"

to_log=text
if [[ "$INPUT_ANNOTATIONS" == true ]]; then to_log=github; fi
args=(check -f "$to_log" -f "sarif=$sarif_file" -f "concise=$list" --fail-level "$INPUT_FAIL_LEVEL")
if [[ "$INPUT_SUMMARY" == true ]]; then args+=(-f "summary=$GITHUB_STEP_SUMMARY"); fi
lines_of "$INPUT_ARGS"
args+=(${lines[@]+"${lines[@]}"})
lines_of "$INPUT_PATHS"
args+=(-- ${lines[@]+"${lines[@]}"})

cd -- "$GITHUB_WORKSPACE/$INPUT_WORKING_DIRECTORY"
code=0
"$ECSLINT" "${args[@]}" || code=$?
touch "$list"

errors=$(count_of error)
warnings=$(count_of warning)
findings=$(count_of)
version=$("$ECSLINT" version 2>/dev/null | sed -n '1s/^ecslint //p') || version=unknown
why_not=""
upload=false
if upload_wanted; then upload=true; fi

{
  echo "exit-code=$code"
  echo "sarif-file=$sarif_file"
  echo "errors=$errors"
  echo "warnings=$warnings"
  echo "findings=$findings"
  echo "version=$version"
  echo "upload=$upload"
} >>"$GITHUB_OUTPUT"
if [[ "$INPUT_SUMMARY" == true ]]; then
  {
    if ((code > 1)); then printf '\necslint could not do all its work (exit code %d): see the log.\n' "$code"; fi
    if [[ -n "$why_not" ]]; then printf '\n%s\n' "$why_not"; fi
  } >>"$GITHUB_STEP_SUMMARY"
fi
