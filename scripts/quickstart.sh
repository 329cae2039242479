#!/usr/bin/env bash
# Sets up, builds, runs the main job and prints the path of its report.
#
#   scripts/quickstart.sh                 Ganyu: baseline, package, two single levers
#   scripts/quickstart.sh --lang zh-Hans  further arguments go to `countyflow compare`
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
study="$root/Scenarios/studies/ganyu-quick.yaml"

"$root/scripts/setup.sh"

echo "building countyflow (several minutes the first time) ..." >&2
build=(swift build --package-path "$root" --configuration release --product countyflow)
"${build[@]}" >&2
countyflow="$("${build[@]}" --show-bin-path)/countyflow"

# Results go to notebooks-out/ here, unless the caller names a folder of his own.
given=" $* "
[[ "$given" == *" --out"* ]] || cd "$root"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
started=$SECONDS
if [[ "$given" == *" --json "* ]]; then
  "$countyflow" compare "$study" "$@"
else
  "$countyflow" compare "$study" "$@" | tee "$answer"
fi
echo "the runs took $((SECONDS - started)) s" >&2

report=$(sed -n -e 's/^Report: //p' -e 's/^报告：//p' "$answer" | tail -n 1)
if [ -n "$report" ]; then
  [[ "$report" == /* ]] || report="$PWD/$report"
  echo "open in a browser: $report"
fi
