#!/usr/bin/env bash
# Formatter, shell checks, faults that can still be planted: silent when all is well.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Folders that are not there yet are left out; the formatter refuses unknown paths.
places=(Package.swift)
for folder in Sources Tests Benchmarks; do
  [ -z "$(find "$folder" -name '*.swift' -print -quit 2>/dev/null)" ] || places+=("$folder")
done
swift format lint --strict --recursive "${places[@]}"

if command -v shellcheck >/dev/null; then
  shellcheck scripts/*.sh Benchmarks/*.sh .ci/run
fi

if command -v python3 >/dev/null; then
  check=$(python3 scripts/mutants.py --check) || {
    echo "$check" >&2
    exit 1
  }
fi
