#!/usr/bin/env python3
"""Shows that other programs read what CountyFlow writes.

Runs the tiny study with the built command (`COUNTYFLOW`, or `.build/release/countyflow`), keeps an
event log in each of its forms, and then

    * runs every snippet of Sources/ResultStore/ResultStore.docc/ReadingResults.md and EventLogs.md:
      pandas, R (where `Rscript` has RSQLite) and DuckDB;
    * compares what pandas and DuckDB read with readings.csv, number by number;
    * reads the event logs with pm4py and compares their counts;
    * checks the XES file with xmllint and both SQLite files with `sqlite3`, where they are there.

pandas, DuckDB and pm4py come from PyPI into a virtual environment of their own (`.build-readers/`).
pm4py is under the AGPL: it is used here to prove a file format and is no part of CountyFlow. Without
a network and without that folder, what needs it is skipped, with a word.

The last line is `N passed, N failed, N skipped`; the exit code is 0 only when nothing failed.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = ROOT / "Sources/ResultStore/ResultStore.docc"
FOLDER = ROOT / ".build-readers"
PYTHON = FOLDER / "bin/python"
NEEDS = ["pandas", "pm4py", "duckdb==1.5.5", "duckdb-extension-sqlite-scanner==1.5.5"]
COUNTYFLOW = os.environ.get("COUNTYFLOW", str(ROOT / ".build/release/countyflow"))

passed, failed, skipped = 0, 0, 0


def tell(name, problem=None):
    """Counts a check and says how it went."""
    global passed, failed
    if problem is None:
        passed += 1
        print(f"ok      {name}", flush=True)
    else:
        failed += 1
        print(f"FAILED  {name}: {problem}", flush=True)


def skip(name, why):
    """Counts a check that could not be made."""
    global skipped
    skipped += 1
    print(f"skipped {name}: {why}", flush=True)


def run(command, folder, text=None):
    """Runs a command; the problem with it, or None."""
    done = subprocess.run(
        command, cwd=folder, input=text, capture_output=True, text=True, timeout=900, check=False
    )
    if done.returncode == 0:
        return None
    return f"exit {done.returncode}: {(done.stderr or done.stdout)[-800:]}"


def environment():
    """Whether the virtual environment is there, or could be made."""
    marker = FOLDER / "ready"
    if marker.exists() and marker.read_text() == " ".join(NEEDS):
        return True
    shutil.rmtree(FOLDER, ignore_errors=True)
    made = run([sys.executable, "-m", "venv", str(FOLDER)], ROOT)
    if made is None:
        made = run([str(PYTHON), "-m", "pip", "install", "--quiet", *NEEDS], ROOT)
    if made is None:
        marker.write_text(" ".join(NEEDS))
        return True
    shutil.rmtree(FOLDER, ignore_errors=True)
    print(f"no packages: {made}", flush=True)
    return False


def snippets(page, language):
    """The code of one language on a page."""
    text = (PAGES / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


COMPARE = """
import csv, sqlite3, pandas
store = sqlite3.connect("file:results.sqlite?mode=ro", uri=True)
# Months are in the results file alone.
question = "SELECT policy, replication, measure, period, value, decimal FROM results WHERE length <> 'month'"
seen = pandas.read_sql(question, store)
values = {(r.policy, str(r.replication), r.measure, r.period): r for r in seen.itertuples()}
with open("readings.csv", encoding="utf-8-sig", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row["value"]]
assert len(rows) == len(values) > 100, (len(rows), len(values))
for row in rows:
    period = row["year"] + (f"Q{row['quarter']}" if row["quarter"] else "")
    found = values[row["policy"], row["replication"], row["measure"], period]
    assert found.decimal == row["value"] and found.value == float(row["value"]), (row, found)
duck.execute("ATTACH 'results.sqlite' AS store (TYPE sqlite, READ_ONLY)")
total, = duck.execute("SELECT sum(value) FROM store.readings").fetchone()
exact, = store.execute("SELECT sum(value) FROM readings").fetchone()
assert abs(total - exact) <= 1e-9 * abs(exact), (total, exact)
"""

# DuckDB's own `INSTALL` asks the internet; the package brings the same extension along.
LOADER = """
import glob, os, duckdb, duckdb_extension_sqlite_scanner
folder = os.path.dirname(duckdb_extension_sqlite_scanner.__file__)
EXTENSION, = glob.glob(folder + "/**/*.duckdb_extension", recursive=True)
duck = duckdb.connect()
duck.execute(f"LOAD '{EXTENSION}'")
"""

DUCK_SNIPPET = """
statements = [one.strip() for one in open("snippet.sql").read().split(";") if one.strip()]
for statement in statements:
    if statement not in ("INSTALL sqlite", "LOAD sqlite"):
        answer = duck.execute(statement).fetchall()
assert len(answer) == 1 and len(answer[0]) == 3 and 0 < answer[0][1] < 1, answer
"""

LOGS = """
import collections, csv, datetime, warnings
warnings.simplefilter("ignore")
import pandas, pm4py
frame = pandas.read_csv("log.csv", encoding="utf-8-sig", dtype={"case": str})
frame["time"] = pandas.to_datetime(frame["time"], format="ISO8601")
plain = pm4py.format_dataframe(frame, case_id="case", activity_key="activity", timestamp_key="time")
counts = dict(collections.Counter(frame["activity"]))
assert len(counts) > 15 and len(frame) > 1000, counts
xes = pm4py.read_xes("log.xes")
assert dict(collections.Counter(xes["concept:name"])) == counts
assert pm4py.get_start_activities(xes) == pm4py.get_start_activities(plain)
assert pm4py.get_end_activities(xes) == pm4py.get_end_activities(plain)
assert set(xes["case:concept:name"]) == set(frame["case"])
first = frame.iloc[0]["time"].tz_convert("UTC")
assert xes["time:timestamp"].min().tz_convert("UTC") == frame["time"].min().tz_convert("UTC")
ocel = pm4py.read_ocel2_sqlite("log.sqlite")
assert dict(collections.Counter(ocel.events["ocel:activity"])) == counts
assert set(ocel.objects["ocel:type"]) >= {"episode", "patient", "facility"}, set(ocel.objects["ocel:type"])
episodes = set(ocel.objects[ocel.objects["ocel:type"] == "episode"]["ocel:oid"])
assert episodes == {f"episode-{case}" for case in frame["case"]}
flat = pm4py.ocel_flattening(ocel, "episode")
assert len(flat) == len(frame)
# Newer versions of pandas do not keep the order of the file among events of one instant.
flat["number"] = flat["ocel:eid"].str.removeprefix("event-").astype(int)
def variants(table):
    return collections.Counter(table.groupby("case:concept:name")["concept:name"].agg(tuple))
assert variants(flat.sort_values("number")) == variants(xes)
print(ocel.get_summary())
"""


def main():
    """Makes the files and reads them with everybody."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        study = ROOT / "Scenarios/tiny/tiny.yaml"
        base = [COUNTYFLOW, "run", str(study), "--replications", "2", "--quiet", "--out", "run"]
        for name in ["log.csv", "log.xes", "log.sqlite"]:
            problem = run([*base, "--event-log", name], folder)
            tell(f"countyflow run --event-log {name}", problem)
            if problem is not None:
                return
        for name in ["results.sqlite", "readings.csv"]:
            shutil.copy(folder / "run" / name, folder / name)

        if shutil.which("sqlite3"):
            for name in ["results.sqlite", "log.sqlite"]:
                question = "PRAGMA integrity_check; PRAGMA foreign_key_check;"
                answer = subprocess.run(
                    ["sqlite3", "-readonly", name, question],
                    cwd=folder, capture_output=True, text=True, check=False,
                )
                good = answer.stdout == "ok\n"
                tell(f"sqlite3 {name}", None if good else answer.stdout + answer.stderr)
        else:
            skip("sqlite3", "it is not installed")
        if shutil.which("xmllint"):
            tell("xmllint log.xes", run(["xmllint", "--noout", "--huge", "log.xes"], folder))
        else:
            skip("xmllint", "it is not installed")
        has_r = shutil.which("Rscript") and run(["Rscript", "-e", "library(RSQLite)"], folder) is None
        for code in snippets("ReadingResults.md", "r"):
            if has_r:
                tell("R snippet", run(["Rscript", "-e", code], folder))
            else:
                skip("R snippet", "R or its package RSQLite (Debian: r-cran-rsqlite) is missing")

        if not environment():
            skip("pandas, DuckDB and pm4py", "they are not installed and cannot be fetched")
            return
        for page in ["ReadingResults.md", "EventLogs.md"]:
            for code in snippets(page, "python"):
                tell(f"Python snippet of {page}", run([str(PYTHON), "-c", code], folder))
        code = snippets("ReadingResults.md", "sql")[0]
        (folder / "snippet.sql").write_text(code, encoding="utf-8")
        tell("DuckDB snippet", run([str(PYTHON), "-c", LOADER + DUCK_SNIPPET], folder))
        tell("numbers in pandas and DuckDB", run([str(PYTHON), "-c", LOADER + COMPARE], folder))
        tell("event logs in pm4py", run([str(PYTHON), "-c", LOGS], folder))


if __name__ == "__main__":
    main()
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    sys.exit(1 if failed else 0)
