"""Counts checks, and keeps the table of faults."""

import collections

Row = collections.namedtuple("Row", "fault injected lost doubled equal")

passed, failed = 0, 0
rows = []


def check(name, good, detail=""):
    """Counts a check; says only what is wrong."""
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"FAILED  {name}: {detail}", flush=True)


def row(fault, injected, lost, doubled, equal):
    """Keeps a row of the table; a check of its own."""
    rows.append(Row(fault, injected, lost, doubled, equal))
    good = injected > 0 and (lost, doubled, equal) == (0, 0, True)
    check(fault, good or fault == "none", rows[-1])


def table():
    """Prints the table."""
    if not rows:
        return
    print(f"\n{'fault':<58} {'injected':>8} {'lost':>5} {'doubled':>8} {'hash equal':>11}")
    for one in rows:
        equal = "yes" if one.equal else "NO"
        print(f"{one.fault:<58} {one.injected:>8} {one.lost:>5} {one.doubled:>8} {equal:>11}")
