#!/usr/bin/env bash
# How the cost of a county grows with its residents, with simulated years and with threads.
#
#   Benchmarks/scaling.sh                    0.1, 1 and 5 times Ganyu, and two threads: minutes
#   Benchmarks/scaling.sh --sizes 0.1,1      other sizes
#   Benchmarks/scaling.sh --sizes ''         threads only
#   Benchmarks/scaling.sh --threads-size 0.1 the size at which threads are compared, 1 unless told;
#                                            0 leaves threads out
#
# Prints processor seconds per event (a year less its first quarter, so that laying out the county does
# not count), peak memory against what is allowed, the same after two years (up to size 1), the power
# with which the time per event grows, and what a second thread gains on four replications, whose
# results must be equal byte for byte. Wall seconds mean something only on an idle machine.
#
# Exit codes: 0 measured, 1 results differ between threads or a run failed, 2 command line.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

sizes=0.1,1,5
threads_size=1
while [ "$#" -gt 0 ]; do
  case "$1" in
    --sizes | --threads-size)
      if [ "$#" -lt 2 ] || [[ ! "$2" =~ ^([0-9.]+(,[0-9.]+)*)?$ ]]; then
        echo "scaling.sh: $1 needs numbers" >&2
        exit 2
      fi
      if [ "$1" = --sizes ]; then sizes=$2; else threads_size=$2; fi
      shift
      ;;
    *)
      echo "scaling.sh: unknown argument \`$1\`; known are --sizes and --threads-size" >&2
      exit 2
      ;;
  esac
  shift
done

swift build --configuration release --product countyflow >&2
countyflow="$(swift build --configuration release --product countyflow --show-bin-path)/countyflow"
exec python3 Benchmarks/scaling.py --countyflow "$countyflow" --sizes "$sizes" \
  --threads-size "$threads_size"
