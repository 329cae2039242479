#!/usr/bin/env bash
# What a simulated year costs, and whether the model has become slower.
#
#   Benchmarks/run.sh            measures, holds the instruction counts against their thresholds, and
#                                counts what must not happen between two events
#   Benchmarks/run.sh --gate     the instruction counts only
#   Benchmarks/run.sh --calls    allocations and reference counting per event only
#   Benchmarks/run.sh --record   measures, renews the thresholds and adds a row to Results.md
#
# Three measurements of the release binary:
#   year   one Ganyu year on one thread, its 56 days of warm-up included: events, seconds, memory
#   gate   instructions counted by callgrind; repeatable on any machine with the same compiler and
#          libraries, so a loss of 5 % is noticed. Of one year of the tiny county's baseline, and of
#          the referral network of peers/models.json, files and start-up included
#   calls  how often an event allocates, counts references or checks exclusivity: calls counted inside
#          the event loop of a shorter and a longer run, their difference over that in events. More
#          than one in a thousand events fails
#
# Needs valgrind for gate and calls (Debian: apt-get install valgrind).
# Exit codes: 0 within the thresholds, 1 slower, too many calls or not measurable, 2 command line.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly thresholds=Benchmarks/thresholds
readonly results=Benchmarks/Results.md
readonly tolerance=5
# Customers of the network under callgrind.
readonly customers=100000

mode=measure
case "${1:-}" in
  '') ;;
  --gate | --calls | --record) mode=${1#--} ;;
  *)
    echo "run.sh: unknown argument \`$1\`; known are --gate, --calls and --record" >&2
    exit 2
    ;;
esac

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0

say() { printf '%s\n' "$*"; }

# One number of a JSON file, by the name of its field.
field() { sed -nE "s/.*\"$1\"[ ]*:[[ ]*([0-9.]+).*/\1/p" "$2" | head -n 1; }

calculate() { awk "BEGIN { printf \"%.${2:-2f}\", $1 }"; }

build() {
  swift build --configuration release --product countyflow >&2
  countyflow="$(swift build --configuration release --product countyflow --show-bin-path)/countyflow"
  # An unknown word falls back to the help of the whole tool.
  has_network=no
  if "$countyflow" network --help 2>/dev/null | grep -q 'countyflow network'; then has_network=yes; fi
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

# What valgrind needs around the program; fails when there is no valgrind.
prepare_callgrind() {
  if ! command -v valgrind >/dev/null; then
    say "gate: valgrind is not installed (Debian: apt-get install valgrind)"
    return 1
  fi
  # Valgrind 3.19 cannot read the compiler's debug sections, nor wait as the dispatch library does.
  strip --strip-debug -o "$scratch/countyflow" "$countyflow"
  clang -O1 -shared -fPIC -o "$scratch/sigsuspend.so" Benchmarks/sigsuspend.c
}

# Runs a command of the tool: callgrind NAME OPTIONS... -- WORDS...
# Leaves $scratch/NAME.callgrind and what was printed in $scratch/NAME.output; sets instructions.
callgrind() {
  local name=$1 options=()
  shift
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  # The seed of Swift's own hashing changes the path through its dictionaries, not the results.
  if ! LD_PRELOAD="$scratch/sigsuspend.so" SWIFT_DETERMINISTIC_HASHING=1 \
    valgrind --tool=callgrind --callgrind-out-file="$scratch/$name.callgrind" "${options[@]}" \
    "$scratch/countyflow" "$@" >"$scratch/$name.output" 2>"$scratch/$name.log"; then
    say "$name: the run under callgrind failed; its last words:"
    tail -n 5 "$scratch/$name.log"
    return 1
  fi
  instructions=$(sed -nE 's/.*Collected *: *([0-9]+).*/\1/p' "$scratch/$name.log" | tail -n 1)
  [ "${instructions:-0}" -gt 0 ] || {
    say "$name: callgrind counted nothing"
    return 1
  }
}

# The linker's name of a module's event loop; inside it, and nowhere else, calls are counted. It is the
# private `run(until:)` where there is one, else the public `run`. Entering a second function of the
# same pattern would end the count, so this is one name: event_loop MODULE.
event_loop() {
  local names private
  names=$(nm "$scratch/countyflow" | sed -n "s/^.* [tT] \(\$s${#1}${1}0A0V3run.*\)/\1/p" | sort)
  private=$(grep -m 1 'V3run33_' <<<"$names") || private=$(head -n 1 <<<"$names")
  [ -n "$private" ] || say "calls: there is no event loop in $1" >&2
  printf '%s' "$private"
}

# The tiny county's baseline until a day: write_tiny NAME END. A study keeps to its own folder.
write_tiny() {
  [ -d "$scratch/tiny" ] || cp -r Scenarios/tiny "$scratch/tiny"
  sed -e "s/^end:.*/end: $2/" -e '/^  - policies\/baseline/!{/^  - /d}' -e 's/^targets:.*/targets: []/' \
    Scenarios/tiny/tiny.yaml >"$scratch/tiny/$1.yaml"
}

# The referral network for so many customers: write_network NAME CUSTOMERS.
write_network() {
  python3 Benchmarks/peers/countyflow_peer.py referral --write "$scratch/$1.yaml" --customers "$2"
}

hold_against_threshold() {
  local name=$1 before change
  if [ ! -s "$thresholds/$name.instructions" ]; then
    say "gate: $name: $instructions instructions; there is no threshold yet (--record makes one)"
    return 1
  fi
  before=$(head -n 1 "$thresholds/$name.instructions")
  change=$(calculate "100 * ($instructions - $before) / $before")
  say "gate: $name: before $before, after $instructions instructions ($change %)"
  if awk "BEGIN { exit !($change > $tolerance) }"; then
    say "gate: $name: slower by more than $tolerance %"
    return 1
  fi
}

# Makes the instructions just counted the threshold.
renew_threshold() {
  mkdir -p "$thresholds"
  {
    echo "$instructions"
    swift --version 2>/dev/null | sed -n 's/.*\(Swift version [^ ]*\).*/\1/p' | head -n 1
    echo "GSL $(pkg-config --modversion gsl)"
    echo "valgrind $(valgrind --version | sed 's/valgrind-//')"
  } >"$thresholds/$1.instructions"
  say "gate: $1: $instructions instructions, recorded in $thresholds"
}

renew_or_hold() {
  if [ "$mode" = record ]; then renew_threshold "$1"; else hold_against_threshold "$1"; fi
}

# Sets tiny_instructions and network_instructions.
gate() {
  callgrind tiny-county -- run Scenarios/tiny/tiny.yaml --threads 1 --replications 1 --quiet \
    --out "$scratch/gate" || return 1
  tiny_instructions=$instructions
  renew_or_hold tiny-county || status=1
  network_instructions=
  if [ "$has_network" = no ]; then
    say "gate: this build has no \`network\` command; the referral network is left out"
    return
  fi
  write_network gate "$customers"
  callgrind referral-network -- network "$scratch/gate.yaml" --json --quiet || return 1
  network_instructions=$instructions
  renew_or_hold referral-network || status=1
}

# Calls per event of the county: one quarter against three. Studies cover whole quarters.
county_calls() {
  write_tiny shorter 2024-04-01
  write_tiny longer 2024-10-01
  local run loop
  loop=$(event_loop CountyModel)
  for run in shorter longer; do
    callgrind "county-$run" --collect-atstart=no --toggle-collect="$loop" -- \
      run "$scratch/tiny/$run.yaml" --threads 1 --replications 1 --quiet --out "$scratch/$run" ||
      return 1
  done
  say "county:"
  python3 Benchmarks/calls.py \
    "$scratch/county-shorter.callgrind" "$(field events "$scratch/shorter/readings.json")" \
    "$scratch/county-longer.callgrind" "$(field events "$scratch/longer/readings.json")" |
    swift demangle --compact
}

network_events() {
  python3 Benchmarks/peers/countyflow_peer.py referral --events "$scratch/network-$1.output"
}

# Calls per event of the referral network: so many customers against twice as many.
network_calls() {
  write_network shorter "$customers"
  write_network longer "$((2 * customers))"
  local run loop
  loop=$(event_loop NetworkModel)
  for run in shorter longer; do
    callgrind "network-$run" --collect-atstart=no --toggle-collect="$loop" -- \
      network "$scratch/$run.yaml" --json --quiet || return 1
  done
  say "network:"
  python3 Benchmarks/calls.py \
    "$scratch/network-shorter.callgrind" "$(network_events shorter)" \
    "$scratch/network-longer.callgrind" "$(network_events longer)" |
    swift demangle --compact
}

calls() {
  county_calls || status=1
  if [ "$has_network" = no ]; then
    say "calls: this build has no \`network\` command; the referral network is left out"
    return
  fi
  network_calls || status=1
}

record_row() {
  local machine commit row
  machine=$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1)
  commit=$(git describe --always --dirty)
  # The table is the last thing before the comparisons, so the row goes under its last row.
  row="| $(date -u +%F) | $commit | $machine, $(nproc) cores | $year_events | $year_wall |"
  row+=" $year_processor | $year_memory | $tiny_instructions | ${network_instructions:--} |"
  awk -v row="$row" '
    { lines[NR] = $0; if (/^\|/ && !over) last = NR; if (last && !/^\|/) over = 1 }
    END { for (i = 1; i <= NR; i++) { print lines[i]; if (i == last) print row } }
  ' "$results" >"$scratch/results"
  cp "$scratch/results" "$results"
  say "recorded in $results"
}

build
case "$mode" in
  measure | record) measure_year ;;
esac
prepare_callgrind
[ "$mode" = calls ] || gate
[ "$mode" = gate ] || [ "$mode" = record ] || calls
[ "$mode" != record ] || record_row
exit "$status"
