#!/usr/bin/env bash
# Decides which ecslint to run. Outputs: binary (its path); build (true when it must be built there first) and
# source (a hash of what it is built from).
set -euo pipefail

fail() {
  echo "::error title=ecslint::$1"
  exit 2
}

# The hash leaves out git's own state and the tests: neither changes the program.
source_hash() {
  cd "$GITHUB_ACTION_PATH"
  find . \( -name .git -o -name node_modules -o -name testdata \) -prune -o \
    -type f \( -name '*.go' -o -name '*.rego' -o -name '*.json' -o -name '*.md' -o -name go.sum -o -name go.mod \) \
    ! -name '*_test.go' -print | LC_ALL=C sort >"$RUNNER_TEMP/ecslint-sources"
  { cat "$RUNNER_TEMP/ecslint-sources" && git hash-object --stdin-paths <"$RUNNER_TEMP/ecslint-sources"; } |
    git hash-object --stdin
}

build=false
source=""
if [[ -n "$INPUT_BINARY" ]]; then
  binary=$(command -v -- "$INPUT_BINARY") || fail "binary: there is no program there"
  # The check runs in another folder.
  [[ "$binary" == /* || "$binary" == ?:* ]] || binary="$PWD/$binary"
elif [[ "$INPUT_VERSION" == path ]]; then
  binary=$(command -v ecslint) || fail "version is path, but there is no ecslint on PATH"
elif [[ "$INPUT_VERSION" == source ]]; then
  build=true
  source=$(source_hash)
  binary="$RUNNER_TEMP/ecslint-bin/ecslint"
  if [[ "${RUNNER_OS:-}" == Windows ]]; then binary+=.exe; fi
else
  fail "version must be source or path: there are no released programs to download yet"
fi

{
  echo "binary=$binary"
  echo "build=$build"
  echo "source=$source"
} >>"$GITHUB_OUTPUT"
