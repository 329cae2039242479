#!/usr/bin/env bash
# What a simulated year costs, and whether the model has become slower.
#
#   Benchmarks/run.sh            measures, and holds the instruction count against its threshold
#   Benchmarks/run.sh --gate     the instruction count only
#   Benchmarks/run.sh --record   measures, renews the threshold and adds a row to Results.md
#
# Two measurements of the release binary:
#   year   one Ganyu year on one thread, its 56 days of warm-up included: events, seconds, memory
#   gate   instructions of one year of the tiny county's baseline, counted by callgrind; repeatable
#          on any machine with the same compiler and libraries, so a loss of 5 % is noticed
#
# Needs valgrind for the gate (Debian: apt-get install valgrind).
# Exit codes: 0 within the threshold, 1 slower or not measurable, 2 command line.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly threshold=Benchmarks/thresholds/tiny-county.instructions
readonly results=Benchmarks/Results.md
readonly tolerance=5

mode=measure
case "${1:-}" in
  '') ;;
  --gate | --record) mode=${1#--} ;;
  *)
    echo "run.sh: unknown argument \`$1\`; known are --gate and --record" >&2
    exit 2
    ;;
esac

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

say() { printf '%s\n' "$*"; }

# One number of a JSON file, by the name of its field.
field() { sed -nE "s/.*\"$1\":\[*([0-9.]+).*/\1/p" "$2" | head -n 1; }

calculate() { awk "BEGIN { printf \"%.${2:-2f}\", $1 }"; }

build() {
  swift build --configuration release --product countyflow >&2
  countyflow="$(swift build --configuration release --product countyflow --show-bin-path)/countyflow"
}

# Sets year_events, year_wall, year_processor and year_memory.
measure_year() {
  "$countyflow" run Scenarios/studies/ganyu-fit.yaml --threads 1 --replications 1 --quiet \
    --out "$scratch/year" >/dev/null
  local manifest="$scratch/year/manifest.json"
  year_events=$(field events "$scratch/year/readings.json")
  year_wall=$(calculate "$(field wallSeconds "$manifest")")
  year_processor=$(calculate "$(field processorSeconds "$manifest")")
  year_memory=$(calculate "$(field peakMemoryBytes "$manifest") / 1e6" 0f)
  say "year: $year_events events, $year_wall s wall, $year_processor s processor, $year_memory MB peak"
}

# Sets instructions.
count_instructions() {
  if ! command -v valgrind >/dev/null; then
    say "gate: valgrind is not installed (Debian: apt-get install valgrind)"
    return 1
  fi
  # Valgrind 3.19 cannot read the compiler's debug sections, nor wait as the dispatch library does.
  strip --strip-debug -o "$scratch/countyflow" "$countyflow"
  clang -O1 -shared -fPIC -o "$scratch/sigsuspend.so" Benchmarks/sigsuspend.c
  # The seed of Swift's own hashing changes the path through its dictionaries, not the results.
  if ! LD_PRELOAD="$scratch/sigsuspend.so" SWIFT_DETERMINISTIC_HASHING=1 \
    valgrind --tool=callgrind --callgrind-out-file=/dev/null \
    "$scratch/countyflow" run Scenarios/tiny/tiny.yaml --threads 1 --replications 1 --quiet \
    --out "$scratch/tiny" >/dev/null 2>"$scratch/callgrind"; then
    say "gate: the run under callgrind failed; its last words:"
    tail -n 5 "$scratch/callgrind"
    return 1
  fi
  instructions=$(sed -nE 's/.*Collected *: *([0-9]+).*/\1/p' "$scratch/callgrind" | tail -n 1)
  [ -n "$instructions" ] || { say "gate: callgrind counted nothing"; return 1; }
}

hold_against_threshold() {
  local before change
  if [ ! -s "$threshold" ]; then
    say "gate: $instructions instructions; there is no threshold yet (--record makes one)"
    return 1
  fi
  before=$(head -n 1 "$threshold")
  change=$(calculate "100 * ($instructions - $before) / $before")
  say "gate: before $before, after $instructions instructions ($change %)"
  if awk "BEGIN { exit !($change > $tolerance) }"; then
    say "gate: slower by more than $tolerance %"
    return 1
  fi
}

record() {
  {
    echo "$instructions"
    swift --version 2>/dev/null | sed -n 's/.*\(Swift version [^ ]*\).*/\1/p' | head -n 1
    echo "GSL $(pkg-config --modversion gsl)"
    echo "valgrind $(valgrind --version | sed 's/valgrind-//')"
  } >"$threshold"
  local machine commit
  machine=$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1)
  commit=$(git describe --always --dirty)
  say "| $(date -u +%F) | $commit | $machine, $(nproc) cores | $year_events | $year_wall |" \
    "$year_processor | $year_memory | $instructions |" >>"$results"
  say "recorded in $threshold and $results"
}

build
[ "$mode" = gate ] || measure_year
count_instructions
if [ "$mode" = record ]; then record; else hold_against_threshold; fi
