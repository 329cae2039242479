#!/usr/bin/env python3
"""Shows that the verification sees the faults it is there to see.

Each entry of Tests/Mutants/mutants.json is a fault a programmer could make. One at a time it is
planted in a copy of the tracked files, the copy is built, and the cases that concern it are run:

    scripts/mutants.py                 every mutant
    scripts/mutants.py --only lifo     some of them, by id; repeatable
    scripts/mutants.py --list          what there is
    scripts/mutants.py --check         only whether every fault can still be planted

A mutant is killed when `countyflow verify` exits with 1 and names a failed row, when the program
traps, or, where no analytic case can see the fault, when a test of the named suite fails. One that
passes, does not build or does not end in time is not killed. Before that the unmutated copy must
pass everything the mutants will be judged by.

The working tree is read and never written. The copy and its builds stay in a scratch folder, so
that each mutant compiles little more than what it touches: some 20 to 80 s.

Exit codes: 0 all killed, 1 not all killed, 2 wrong arguments or a mutant that no longer fits.
"""

import argparse
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
MUTANTS = ROOT / "Tests/Mutants/mutants.json"
CASES = "Scenarios/verification/analytic-cases.json"
# In the scratch folder: the files that were copied, one a line.
MANIFEST = ".mutants-copied"
# How a broken promise ends a process; a process that somebody or something kills shows nothing.
TRAPS = {signal.SIGILL, signal.SIGTRAP, signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS, signal.SIGFPE}
# Crash reports of mutants interest nobody and take their time.
ENVIRONMENT = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}


class Unfit(Exception):
    """The list of mutants, or the arguments, do not fit the sources."""


class Outcome:
    """What became of one run: its verdict in words, and whether it counts as a kill."""

    def __init__(self, killed: bool, words: str):
        self.killed = killed
        self.words = words


# The list


def read_mutants() -> list[dict]:
    """The mutants, each checked for what it needs."""
    mutants = json.loads(MUTANTS.read_text(encoding="utf-8"))["mutants"]
    known = json.loads((ROOT / CASES).read_text(encoding="utf-8"))
    names = set(known["mutants_the_suite_must_kill"])
    cases = {case[key] for case in known["cases"] for key in ("id", "family")}
    cases |= {method["id"] for method in known["statistics_methods"]}
    seen = set()
    for mutant in mutants:
        if mutant["id"] in seen:
            raise Unfit(f"{mutant['id']}: two mutants have this id")
        seen.add(mutant["id"])
        if mutant["name"] not in names:
            raise Unfit(f"{mutant['id']}: {CASES} has no mutant `{mutant['name']}`")
        if ("cases" in mutant) == ("filter" in mutant):
            raise Unfit(f"{mutant['id']}: expected either `cases` or a `filter` of tests")
        for case in mutant.get("cases", []):
            if case not in cases:
                raise Unfit(f"{mutant['id']}: {CASES} has no case or family `{case}`")
        plant(mutant, ROOT)
    return mutants


def plant(mutant: dict, tree: pathlib.Path) -> dict[str, str]:
    """The files the mutant changes, with their new text; nothing is written.

    An old text that is gone, or that occurs twice, would plant nothing or another fault: the
    mutant must be renewed.
    """
    texts: dict[str, str] = {}
    for edit in mutant["edits"]:
        file = edit["file"]
        if file not in texts:
            path = tree / file
            if not path.is_file():
                raise Unfit(f"{mutant['id']}: there is no {file}; renew the mutant")
            texts[file] = path.read_bytes().decode()
        found = texts[file].count(edit["old"])
        if found != 1:
            raise Unfit(
                f"{mutant['id']}: {file} has the old text {found} times, expected once; "
                f"renew the mutant:\n{edit['old']}"
            )
        texts[file] = texts[file].replace(edit["old"], edit["new"])
    return texts


# The copy


def copy_tree(scratch: pathlib.Path) -> None:
    """Makes the scratch folder equal to the tracked files, writing only what differs.

    What is not written keeps its date, so that builds stay incremental; what a run that was
    interrupted left planted is restored.
    """
    if scratch == ROOT or scratch in ROOT.parents:
        raise Unfit(f"{scratch} holds the working tree; expected a folder of its own")
    manifest = scratch / MANIFEST
    if scratch.exists() and any(scratch.iterdir()) and not manifest.exists():
        raise Unfit(f"{scratch} has something else in it; expected an empty folder")
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z"], check=True, capture_output=True
    ).stdout
    files = [name for name in os.fsdecode(listed).split("\0") if name]
    files = [name for name in files if (ROOT / name).is_file()]
    scratch.mkdir(parents=True, exist_ok=True)
    before = manifest.read_text(encoding="utf-8").splitlines() if manifest.exists() else []
    for gone in set(before) - set(files):
        (scratch / gone).unlink(missing_ok=True)
    manifest.write_text("".join(name + "\n" for name in files), encoding="utf-8")
    for name in files:
        write_if_other(scratch / name, (ROOT / name).read_bytes())
    resolved = ROOT / "Package.resolved"
    if resolved.exists():
        write_if_other(scratch / "Package.resolved", resolved.read_bytes())


def write_if_other(path: pathlib.Path, content: bytes) -> None:
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


# Building and judging


class Judge:
    """Builds the copy and runs what a mutant is judged by."""

    def __init__(self, scratch: pathlib.Path, limit: float):
        self.scratch = scratch
        self.limit = limit

    def outcome(self, cases: list[str], tests: str | None) -> Outcome:
        """The verdict on the copy as it stands."""
        return self.of_tests(tests) if tests else self.of_cases(cases)

    def run(self, *command: str, limit: float | None = None) -> subprocess.CompletedProcess | None:
        """Runs to the end, or to the time limit: nothing then."""
        try:
            return subprocess.run(
                command,
                cwd=self.scratch,
                env=ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=limit,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return None

    def of_cases(self, cases: list[str]) -> Outcome:
        build = ["swift", "build", "--configuration", "release", "--product", "countyflow"]
        built = self.run(*build)
        if built.returncode != 0:
            return not_built(built)
        folder = self.run(*build, "--show-bin-path").stdout.strip()
        command = [f"{folder}/countyflow", "verify", CASES, "--profile", "smoke", "--json"]
        for case in cases:
            command += ["--case", case]
        ended = self.run(*command, limit=self.limit)
        if ended is None:
            return Outcome(False, f"NO VERDICT within {self.limit:.0f} s")
        if -ended.returncode in TRAPS:
            return Outcome(True, "killed by trap")
        if ended.returncode == 0:
            return Outcome(False, "SURVIVED")
        if ended.returncode != 1:
            return Outcome(False, f"NO VERDICT, exit {ended.returncode}: {last_line(ended.stderr)}")
        rows = json.loads(ended.stdout)["rows"]
        failed = [f"{row['id']} {row['row']}" for row in rows if row["verdict"] == "fail"]
        if not failed:
            return Outcome(False, "SURVIVED: rows inconclusive, none failed")
        return Outcome(True, f"killed by {some_of(failed)} of {len(rows)} rows")

    def of_tests(self, tests: str) -> Outcome:
        own = ["--scratch-path", ".build-test"]
        built = self.run("swift", "build", "--build-tests", *own)
        if built.returncode != 0:
            return not_built(built)
        command = ["swift", "test", "--skip-build", "--disable-xctest", *own, "--filter", tests]
        ended = self.run(*command, limit=self.limit)
        if ended is None:
            return Outcome(False, f"NO VERDICT within {self.limit:.0f} s")
        text = ended.stdout + ended.stderr
        if ended.returncode == 0:
            count = re.search(r"Test run with ([0-9]+) tests?", text)
            if not count or count.group(1) == "0":
                return Outcome(False, f"NO VERDICT: no test is named {tests}")
            return Outcome(False, "SURVIVED")
        failed = re.findall(r'Test ("[^"\n]*"|\w+\(\)) (?:recorded an issue|failed after)', text)
        if failed:
            return Outcome(True, f"killed by test {some_of(list(dict.fromkeys(failed)))}")
        if "unexpected signal code" in text:
            return Outcome(True, "killed by trap")
        return Outcome(False, f"NO VERDICT: {last_line(text)}")


def not_built(built: subprocess.CompletedProcess) -> Outcome:
    errors = [line for line in (built.stdout + built.stderr).splitlines() if "error:" in line]
    return Outcome(False, f"DOES NOT BUILD: {errors[0] if errors else last_line(built.stderr)}")


def last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1] if lines else "nothing was said"


def some_of(names: list[str]) -> str:
    """The first two, and how many more."""
    more = len(names) - 2
    return ", ".join(names[:2]) + (f" and {more} more" if more > 0 else "")


# The table


def judged_by(mutant: dict) -> str:
    return ", ".join(mutant["cases"]) if "cases" in mutant else f"tests: {mutant['filter']}"


def planted_in(mutant: dict) -> str:
    return ", ".join(dict.fromkeys(pathlib.Path(edit["file"]).name for edit in mutant["edits"]))


def tell(mutant: str, where: str, run: str, verdict: str, seconds: str) -> None:
    print(f"{mutant} | {where} | {run} | {verdict} | {seconds}", flush=True)


def baseline(judge: Judge, mutants: list[dict]) -> bool:
    """Whether the unmutated copy passes all that the mutants will be judged by."""
    cases = list(dict.fromkeys(case for mutant in mutants for case in mutant.get("cases", [])))
    suites = dict.fromkeys(mutant["filter"] for mutant in mutants if "filter" in mutant)
    passed = True
    for names, suite in ([(cases, None)] if cases else []) + [([], suite) for suite in suites]:
        started = time.monotonic()
        outcome = judge.outcome(names, suite)
        # What would be a mutant that survives is a product that passes.
        fine = outcome.words == "SURVIVED"
        passed = passed and fine
        run = ", ".join(names) if names else f"tests: {suite}"
        verdict = "passes" if fine else f"FAILS ({outcome.words})"
        tell("(unmutated)", "-", run, verdict, f"{time.monotonic() - started:.0f} s")
    return passed


def try_out(judge: Judge, mutant: dict) -> bool:
    """Plants one mutant in the copy, judges it and takes it out again."""
    started = time.monotonic()
    texts = plant(mutant, judge.scratch)
    # The copy's own text: the working tree may be edited meanwhile.
    before = {file: (judge.scratch / file).read_bytes() for file in texts}
    try:
        for file, text in texts.items():
            (judge.scratch / file).write_bytes(text.encode())
        outcome = judge.outcome(mutant.get("cases", []), mutant.get("filter"))
    finally:
        for file, content in before.items():
            (judge.scratch / file).write_bytes(content)
    seconds = f"{time.monotonic() - started:.0f} s"
    tell(mutant["id"], planted_in(mutant), judged_by(mutant), outcome.words, seconds)
    return outcome.killed


def chosen(mutants: list[dict], only: list[str]) -> list[dict]:
    """The mutants asked for, in the order of asking; all of them when nothing is asked for."""
    by_id = {mutant["id"]: mutant for mutant in mutants}
    unknown = [name for name in only if name not in by_id]
    if unknown:
        raise Unfit(f"there is no mutant {', '.join(unknown)}; --list names them")
    return [by_id[name] for name in only] or mutants


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", action="append", default=[], metavar="ID", help="one mutant")
    parser.add_argument("--list", action="store_true", help="name the mutants and end")
    parser.add_argument("--check", action="store_true", help="check the old texts and end")
    parser.add_argument(
        "--scratch",
        type=pathlib.Path,
        default=ROOT / ".build-mutants",
        help="folder of the copy; default .build-mutants",
    )
    parser.add_argument(
        "--limit", type=float, default=600, help="seconds a verification may take; default 600"
    )
    arguments = parser.parse_args()
    try:
        mutants = chosen(read_mutants(), arguments.only)
        if arguments.list:
            for mutant in mutants:
                print(f"{mutant['id']}: {mutant['name']} [{judged_by(mutant)}]")
            return 0
        if arguments.check:
            print(f"{len(mutants)} mutants can be planted")
            return 0
        judge = Judge(arguments.scratch.resolve(), arguments.limit)
        copy_tree(judge.scratch)
    except Unfit as problem:
        print(f"mutants.py: {problem}", file=sys.stderr)
        return 2
    tell("mutant", "planted in", "run", "verdict", "time")
    if not baseline(judge, mutants):
        print("the unmutated copy fails: no mutant can be judged")
        return 1
    survivors = [mutant["id"] for mutant in mutants if not try_out(judge, mutant)]
    print(f"{len(mutants) - len(survivors)} killed, {len(survivors)} not killed", flush=True)
    if survivors:
        print("not killed: " + ", ".join(survivors))
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
