#!/usr/bin/env bash
# Does what pre-commit does with the hook `ecslint` (language golang), without pre-commit: copies the repository,
# installs all of it into a GOPATH of its own and runs the hook's entry on staged files.
# See https://github.com/pre-commit/pre-commit/blob/main/pre_commit/languages/golang.py
set -euo pipefail

fail() {
  echo "pre-commit-smoke: $1" >&2
  exit 1
}

# lint runs the hook on the files of the user's repository, as pre-commit appends them to entry and args.
lint() {
  local code=0
  (cd "$user" && PATH="$gopath/bin:$PATH" "${entry[@]}" "$@") >"$work/log" 2>&1 || code=$?
  echo "$code"
}

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'chmod -R u+w "$work" && rm -rf "$work"' EXIT
clone="$work/clone" gopath="$work/gopath" user="$work/a user's repo"

# The tree as it would be committed; the hook must not need anything else.
mkdir "$clone"
(cd "$root" && git ls-files -z --cached --others --exclude-standard | tar --null --files-from=- -c) | tar -x -C "$clone"

# The module cache is shared, so that nothing is downloaded twice; pre-commit fills one of its own.
modules=$(go env GOMODCACHE)
(cd "$clone" && env -u GOBIN GOPATH="$gopath" GOMODCACHE="$modules" GOTOOLCHAIN=local GOWORK=off go install ./...)
[[ "$(ls "$gopath/bin")" == ecslint ]] || fail "go install ./... gave: $(ls "$gopath/bin")"

read -r -a entry < <(awk '$1 == "-" { id = $3 } id == "ecslint" && $1 == "entry:" { sub(/^ *entry: */, ""); print }' \
  "$clone/.pre-commit-hooks.yaml")
[[ "${entry[0]}" == ecslint ]] || fail "the entry is: ${entry[*]}"

mkdir "$user"
git -C "$user" init -q
cp "$root/testdata/action/clean/task-definition.json" "$user/clean one.json"
cp "$root/testdata/action/broken/task-definition.json" "$user/broken.json"
echo '{"name": "not for ECS"}' >"$user/package.json"
echo 'echo hello' >"$user/hello.sh"

code=$(lint "clean one.json" package.json hello.sh)
[[ "$code" == 0 ]] || { cat "$work/log" && fail "clean files: exit code $code, want 0"; }
code=$(lint --fail-level=warning "clean one.json" broken.json package.json hello.sh)
[[ "$code" == 1 ]] || { cat "$work/log" && fail "a broken file: exit code $code, want 1"; }
grep -q '^broken.json:6:' "$work/log" || { cat "$work/log" && fail "broken.json is not reported"; }
echo "pre-commit-smoke: ok"
