#!/usr/bin/env bash
# How fast CountyFlow is beside other simulators and beside the same model by hand in C++.
#
#   Benchmarks/compare.sh                  five rounds of everything, tables on standard output
#   Benchmarks/compare.sh --rounds 3       another number of rounds
#   Benchmarks/compare.sh --record         the same, and appends a dated block to Results.md
#   Benchmarks/compare.sh --only a,b       some of countyflow, twin, simmer, simpy-store, simpy, ciw,
#                                          salabim, event-set
#   Benchmarks/compare.sh --quick          a few seconds in all: does everything run? Times mean nothing
#
# Models, with all their numbers in peers/models.json: M/M/1 at 0.9; twenty village clinics that refer
# to five township centres that refer to a county hospital; the hold model of the event set. Every
# engine runs for 1 to 3 seconds a round, in an order that rotates; seconds are processor seconds of
# the simulation alone, measured inside the process (for CountyFlow: of the process, less those of the
# same network for next to no time); medians over the rounds are compared. The mean wait of all
# rounds must be within five standard errors of theory.
#
# Needs g++, GSL, GLPK, Python 3 with venv, and R with simmer and jsonlite (Debian: apt-get install
# g++ libgsl-dev libglpk-dev python3-venv r-base-core r-cran-jsonlite r-cran-simmer; before Debian 13
# there is no r-cran-simmer). The Python peers are installed into .build-bench/venv, versions pinned
# in peers/requirements.txt.
#
# Exit codes: 0 all measured and right, 1 a wrong answer or a missing engine, 2 command line.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly scratch=.build-bench
readonly peers=Benchmarks/peers
readonly results=Benchmarks/Results.md
# The twin is built for the same processors as Swift builds for.
readonly flags=(-std=c++20 -O3 -march=x86-64-v2 -Wall -Wextra -Werror)

say() { printf 'compare: %s\n' "$*" >&2; }

wrong_use() {
  say "$1"
  exit 2
}

rounds=5
record=no
quick=no
more=()
while [ "$#" -gt 0 ]; do
  case "$1" in
    --rounds)
      [[ "${2:-}" =~ ^[1-9][0-9]*$ ]] || wrong_use "--rounds needs a number from 1"
      rounds=$2
      shift
      ;;
    --only)
      [ -n "${2:-}" ] || wrong_use "--only needs engines, separated by commas"
      more+=(--only "$2")
      shift
      ;;
    --quick)
      rounds=1
      quick=yes
      more+=(--customers 4000 --holds 100000)
      ;;
    --record) record=yes ;;
    *) wrong_use "unknown argument \`$1\`; known are --rounds, --only, --quick and --record" ;;
  esac
  shift
done
[ "$record$quick" != yesyes ] || wrong_use "--quick measures nothing worth recording"

# What the system lacks, a package a line. R's part is not needed by the others, so it only warns.
check_system() {
  local missing=()
  command -v g++ >/dev/null || missing+=(g++)
  pkg-config --exists gsl 2>/dev/null || missing+=(libgsl-dev)
  [ -e /usr/include/glpk.h ] || [ -e /usr/local/include/glpk.h ] || missing+=(libglpk-dev)
  python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
  if [ "${#missing[@]}" -gt 0 ]; then
    say "missing: ${missing[*]} (Debian: apt-get install ${missing[*]})"
    exit 1
  fi
  if ! command -v Rscript >/dev/null; then
    say "without R there is no simmer (Debian: apt-get install r-base-core r-cran-jsonlite r-cran-simmer)"
  elif ! Rscript -e 'library(simmer); library(jsonlite)' >/dev/null 2>&1; then
    say "R lacks simmer or jsonlite (Debian 13: apt-get install r-cran-simmer r-cran-jsonlite)"
  fi
}

install_python_peers() {
  [ -x "$scratch/venv/bin/python" ] || python3 -m venv "$scratch/venv"
  "$scratch/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    --requirement "$peers/requirements.txt" >&2 ||
    say "the Python peers could not be installed; those that are missing are left out"
}

build() {
  local model libraries
  swift build --configuration release --product countyflow >&2
  countyflow="$(swift build --configuration release --product countyflow --show-bin-path)/countyflow"
  local bench=(--package-path Benchmarks --scratch-path "$scratch" --configuration release --product hold)
  swift build "${bench[@]}" >&2
  hold="$(swift build "${bench[@]}" --show-bin-path)/hold"

  mkdir -p "$scratch/peers"
  read -ra libraries <<<"$(pkg-config --cflags --libs gsl)"
  for model in mm1 referral; do
    mkdir -p "$scratch/peers/$model"
    python3 "$peers/cpp/write_model.py" "$model" >"$scratch/peers/$model/model.hpp"
    g++ "${flags[@]}" -I"$scratch/peers/$model" "$peers/cpp/twin.cpp" \
      -o "$scratch/peers/twin-$model" "${libraries[@]}"
  done
  g++ "${flags[@]}" "$peers/cpp/heap_hold.cpp" -o "$scratch/peers/heap_hold"
}

# What was compared on what, one line each.
circumstances() {
  local simmer
  simmer=$(Rscript -e 'cat(format(getRversion()), "with simmer", format(packageVersion("simmer")))' \
    2>/dev/null) || simmer='without simmer'
  cat <<LINES
### $(date -u +%F), commit $(git describe --always --dirty), $rounds rounds

- Machine: $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores, $(uname -s);
  load at the start $load
- Swift $(swift --version 2>/dev/null | sed -n 's/.*Swift version \([^ ]*\).*/\1/p' | head -n 1), GSL
  $(pkg-config --modversion gsl); C++: $(g++ --version | head -n 1), ${flags[*]:1:2}
- Python $("$scratch/venv/bin/python" -c 'import platform; print(platform.python_version())'):
  $("$scratch/venv/bin/python" -m pip list --format freeze 2>/dev/null | grep -iE '^(simpy|ciw|salabim)==' | paste -sd ' '); R: $simmer
LINES
}

check_system
install_python_peers
build
load=$(cut -d ' ' -f 1 /proc/loadavg)
status=0
"$scratch/venv/bin/python" "$peers/compare.py" --rounds "$rounds" --countyflow "$countyflow" \
  --hold "$hold" --programs "$scratch/peers" --table "$scratch/table.md" "${more[@]}" || status=$?
if [ "$record" = yes ] && [ -s "$scratch/table.md" ]; then
  {
    echo
    circumstances
    cat "$scratch/table.md"
  } >>"$results"
  say "recorded in $results"
fi
exit "$status"
