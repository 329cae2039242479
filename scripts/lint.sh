#!/usr/bin/env bash
# Formatter, shell checks: silent when all is well.
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
