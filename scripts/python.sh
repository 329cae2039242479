#!/usr/bin/env bash
# Checks the Python client: format, lint, types, tests against the built command, notebooks.
#
#   scripts/python.sh              about two minutes; a cluster whose workers are killed and hang
#   scripts/python.sh --all        client and scheduler killed too, and all faults on the real command
#   scripts/python.sh --environment   only makes the environment, and prints its interpreter
#   scripts/python.sh -k NAME      the tests that pytest picks by these arguments, and nothing else
#
# Where the packages cannot be fetched the client is left out, with a word.
#
# The command tested is $COUNTYFLOW, else .build/release/countyflow. Packages come from PyPI into
# .build-test/python-venv, once for each content of requirements.txt. The last line is
# `N passed, N failed`.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export COUNTYFLOW="${COUNTYFLOW:-$PWD/.build/release/countyflow}"
# Nothing below may ask another machine: no certificates, no updates, no telemetry.
export PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1

venv=$PWD/.build-test/python-venv
log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0 failed=0

finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] || exit 1
  exit 0
}

check() {
  local name=$1
  shift
  if "$@"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    echo "python.sh: $name failed" >&2
  fi
}

# The environment, made anew when the pins or the interpreter change.
environment() {
  local python stamp
  python=$(command -v python3) || {
    echo "python.sh: there is no python3 in PATH; the client needs 3.11 or later" >&2
    return 1
  }
  stamp=$({ "$python" --version; cat Sources/python/requirements.txt Sources/python/pyproject.toml; } | sha256sum)
  if [ "$(cat "$venv/.stamp" 2>/dev/null)" != "$stamp" ]; then
    rm -rf "$venv"
    "$python" -m venv "$venv" || {
      echo "python.sh: python3 cannot make environments; on Debian: apt-get install python3-venv" >&2
      return 1
    }
    "$venv/bin/pip" install --quiet --no-deps --requirement Sources/python/requirements.txt || return 1
    # As a user installs it, so that what is missing from the package is missed here.
    "$venv/bin/pip" install --quiet --no-deps --no-build-isolation ./Sources/python || return 1
    printf '%s' "$stamp" >"$venv/.stamp"
  fi
  # The code may have changed since; that is quick.
  "$venv/bin/pip" install --quiet --no-deps --no-build-isolation --force-reinstall ./Sources/python
}

tests=(-m "not slow")
if [ "${1:-}" = --all ]; then
  tests=()
  shift
fi

if [ "${1:-}" = --environment ]; then
  environment
  echo "$venv/bin/python"
  exit 0
fi
environment || {
  echo "python.sh: SKIPPED: its packages are not to be had here; the client is not checked"
  finish
}
cd Sources/python
if [ "$#" -gt 0 ]; then tests=(); else
  check "ruff format" "$venv/bin/ruff" format --quiet --check .
  check "ruff" "$venv/bin/ruff" check --quiet .
  check "mypy" "$venv/bin/mypy" --no-error-summary
fi

status=0
# Each test has its own limit (pyproject.toml); this one is for what comes between them.
timeout --kill-after=30 1800 "$venv/bin/pytest" -p no:cacheprovider "${tests[@]}" "$@" 2>&1 | tee "$log" || status=$?
summary=$(grep -E '^(=* )?[0-9]+ (passed|failed|error)' "$log" | tail -n 1 || true)
good=$(grep -Eo '[0-9]+ passed' <<<"$summary" | grep -Eo '[0-9]+' || echo 0)
bad=$({ grep -Eo '[0-9]+ (failed|errors?)' <<<"$summary" || true; } | awk '{ sum += $1 } END { print sum + 0 }')
passed=$((passed + good)) failed=$((failed + bad))
if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then failed=$((failed + 1)); fi
finish
