#!/usr/bin/env python3
"""Kills runs, sweeps and clusters, fills and breaks the disk, and looks at what is left.

    scripts/check-faults.py                  a sample of the calls: some minutes
    scripts/check-faults.py --every          every call of a run
    scripts/check-faults.py --only sweep     one of: killed, full, broken, sweep, workers

A tiny study of one quarter is run by the built command (`COUNTYFLOW`, or `.build/release/countyflow`)
under strace, which ends it with SIGKILL, or makes one call fail, at the k-th call of a kind.

    killed  SIGKILL at the k-th write, pwrite64, fsync, fdatasync, rename, openat, unlink, ftruncate,
            mkdir, close. What stands under its own name is whole: `store check` finds every page and
            row sound. Running again gives the content of a run that nobody disturbed, and leaves
            nothing temporary behind.
    full    ENOSPC at the k-th write, once and from then on, in a folder that holds an earlier run:
            exit 4, a message with the path, and the earlier files are as they were.
    broken  EIO at the k-th fsync: the same; the call is not tried again.
    sweep   SIGKILL and SIGINT at any moment, SIGKILL, ENOSPC and EIO at calls, a disk that is really
            full (as root): going on gives the serial run, and nothing done is done again.
    workers the tests of the Dask driver: workers, commands, client and scheduler killed, everything
            delivered twice, commands and workers that hang, shards damaged. Needs the packages of
            the Python client.

Prints a table: fault, times injected, tasks lost and doubled, content hash equal to the serial run.
The last line is `N passed, N failed`; the exit code is 0 only when nothing failed, and 2 without
strace.
"""

import argparse
import pathlib
import shutil
import sys
import tempfile

from faults import calls, sweeps, tally, workers


def main():
    """Makes the faults that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", action="store_true", help="every call, not a sample")
    parser.add_argument("--only", choices=["killed", "full", "broken", "sweep", "workers"])
    options = parser.parse_args()
    if shutil.which("strace") is None:
        print("check-faults: strace is not installed (Debian: strace)", file=sys.stderr)
        sys.exit(2)
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        if options.only in (None, "killed", "full", "broken"):
            (folder / "run").mkdir()
            bench = calls.Bench(folder / "run")
            if options.only in (None, "killed"):
                calls.killed(bench, options.every)
            if options.only in (None, "full"):
                calls.refused(bench, options.every, "ENOSPC", ["write", "pwrite64"])
            if options.only in (None, "broken"):
                calls.refused(bench, options.every, "EIO", ["fsync", "fdatasync"])
        if options.only in (None, "sweep"):
            (folder / "sweep").mkdir()
            sweeps.all_faults(sweeps.SweepBench(folder / "sweep"), options.every)
        if options.only in (None, "workers"):
            workers.all_faults(folder)
    tally.table()


if __name__ == "__main__":
    main()
    print(f"{tally.passed} passed, {tally.failed} failed")
    sys.exit(1 if tally.failed else 0)
