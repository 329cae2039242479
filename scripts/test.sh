#!/usr/bin/env bash
# Every test of the repository: lint, theory on the release binary, unit tests, the command line, the
# Python client.
#
#   scripts/test.sh                   everything
#   scripts/test.sh --without-lint    for callers that have linted already
#   scripts/test.sh --without-python  without the client, whose packages come from PyPI
#
# Goes on after a failure, except that nothing can be tested without a build. The last line is
# `N passed, N failed`; the exit code is 0 only when nothing failed.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

lint=yes python=yes
for argument in "$@"; do
  case "$argument" in
    --without-lint) lint=no ;;
    --without-python) python=no ;;
    *)
      echo "test.sh: unknown argument \`$argument\`; there are --without-lint and --without-python" >&2
      exit 2
      ;;
  esac
done

# Tests run counties for weeks: optimised they take a minute, unoptimised a quarter of an hour.
# Checks that only debug builds make stay on.
test_build=(--scratch-path .build-test -Xswiftc -O -Xswiftc -assert-config -Xswiftc Debug)

passed=0 failed=0
summary=()
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# Adds one line to the summary: name, checks passed, checks failed, seconds.
record() {
  passed=$((passed + $2))
  failed=$((failed + $3))
  summary+=("$(printf '%-34s %5d passed %4d failed %6d s' "$1" "$2" "$3" "$4")")
}

# Runs a command and shows its output, keeping a copy in $log; answers with its exit code.
watch() {
  local status=0
  "$@" 2>&1 | tee "$log" || status=$?
  return "$status"
}

# A step that counts as one check.
step() {
  local name=$1 started=$SECONDS
  shift
  echo "== $name"
  if watch "$@"; then
    record "$name" 1 0 $((SECONDS - started))
  else
    record "$name" 0 1 $((SECONDS - started))
    return 1
  fi
}

# A step whose checks the command counts itself, on a line `N passed, N failed`.
counted_step() {
  local name=$1 started=$SECONDS status=0 line good=0 bad=0
  shift
  echo "== $name"
  watch "$@" || status=$?
  line=$(grep -Eo '[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1 || true)
  if [ -n "$line" ]; then
    good=${line%% *}
    bad=${line#*, }
    bad=${bad%% *}
  fi
  # No count, or a failure that nobody counted, is a failure all the same.
  if [ -z "$line" ] || { [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; }; then bad=$((bad + 1)); fi
  record "$name" "$good" "$bad" $((SECONDS - started))
}

# Names of the failed tests in $log. A test that records an issue has failed, even if its closing
# line is lost among the output of a child process.
failed_tests() {
  sed -nE 's/^.{0,4} Test (.*) (recorded an issue|failed after).*/\1/p' "$log" |
    sed -E -e 's/ with [0-9]+ test cases?$//' -e '/^run with /d' | sort -u
}

# `swift test` of some suites; the counts come from its closing line and its failed tests.
tests_step() {
  local name=$1 started=$SECONDS status=0 all bad skipped
  shift
  echo "== $name"
  watch swift test "${test_build[@]}" --disable-xctest "$@" || status=$?
  all=$(sed -nE 's/.*Test run with ([0-9]+) tests?.*/\1/p' "$log" | tail -n 1)
  bad=$(failed_tests | wc -l)
  skipped=$(grep -cE '^.{0,4} Test .* skipped' "$log" || true)
  if [ -z "$all" ] || { [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; }; then bad=$((bad + 1)); fi
  [ "${all:-0}" -ge "$((bad + skipped))" ] || all=$((bad + skipped))
  record "$name" $((${all:-0} - bad - skipped)) "$bad" $((SECONDS - started))
}

finish() {
  echo
  echo "== summary"
  [ "${#summary[@]}" -eq 0 ] || printf '%s\n' "${summary[@]}"
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] || exit 1
  exit 0
}

step "set-up" scripts/setup.sh || finish
[ "$lint" = no ] || step "lint" scripts/lint.sh || true

if step "release build" swift build --configuration release --product countyflow; then
  countyflow="$(swift build --configuration release --product countyflow --show-bin-path)/countyflow"
  # The command-line tests run the binary that planners run, not the one of the test build.
  export COUNTYFLOW="$countyflow"
  counted_step "theory, smoke length" "$countyflow" verify Scenarios/verification/analytic-cases.json
fi

if [ "$python" = yes ] && [ -n "${COUNTYFLOW:-}" ]; then
  counted_step "python client" scripts/python.sh
fi

if step "test build" swift build --build-tests "${test_build[@]}"; then
  tests_step "unit tests" --skip-build --skip VerificationTests
  tests_step "command-line tests" --skip-build --filter VerificationTests
fi

finish
