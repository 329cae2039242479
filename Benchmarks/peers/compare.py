"""Runs all engines in turn, holds their answers against theory, and compares their speed.

Called by `compare.sh`, which builds what is needed and says what each option means. Prints tables in
Markdown. Exit codes: 0 all measured, 1 an answer was wrong or an engine is missing.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys

import models

HERE = pathlib.Path(__file__).resolve().parent
# How many standard errors an engine's mean wait may be off.
TOLERANCE = 5
# CountyFlow's customers per second must be at least so many times the peer's.
TIMES_FASTER = {"simpy": 100, "simpy-store": 100, "simmer": 80, "ciw": 600}
# And its time per customer at most so many times the twin's.
TWIN_LIMIT = 1.5
# Its event set's time at most this share of the plain heap's, by number pending.
HEAP_LIMITS = {100: 0.25, 1000: 0.25, 10_000: 0.25, 100_000: 0.25, 1_000_000: 0.5}
ENGINES = ["countyflow", "twin", "simmer", "simpy-store", "simpy", "ciw", "salabim"]
EVENT_SETS = ["calendar-again", "calendar-elsewhere", "heap-plain", "heap-packed", "heap-replace"]
MODELS = ["mm1", "referral"]


class Missing(Exception):
    """An engine that is not there."""


def command(engine, model, seed, arguments):
    """How an engine is started."""
    python = [sys.executable]
    rest = [model, "--seed", str(seed)]
    if arguments.customers:
        rest += ["--customers", str(arguments.customers)]
    if engine == "countyflow":
        tool = ["--countyflow", str(arguments.countyflow)]
        return python + [str(HERE / "countyflow_peer.py")] + rest + tool
    if engine == "twin":
        return [str(arguments.programs / f"twin-{model}")] + rest[1:]
    if engine == "simmer":
        return ["Rscript", str(HERE / "simmer_peer.R")] + rest
    return python + [str(HERE / f"{engine.replace('-', '_')}_peer.py")] + rest


def ask(words):
    """Runs a program that prints one line of JSON last."""
    try:
        answer = subprocess.run(words, capture_output=True, text=True)
    except FileNotFoundError as problem:
        raise Missing(f"{problem.filename} is not installed") from problem
    if answer.returncode != 0:
        lines = [line for line in answer.stderr.splitlines() if line.strip()]
        # R says why first and adds other lines, Python says it last.
        reasons = [line for line in lines if line.startswith("Error")] or lines[-1:]
        raise Missing(reasons[0].strip() if reasons else f"exit code {answer.returncode}")
    return json.loads(answer.stdout.strip().splitlines()[-1])


def measure(arguments):
    """All rounds: readings by engine and model, and why engines are missing."""
    readings, missing = {}, {}
    engines = [engine for engine in ENGINES if engine in arguments.only]
    for turn in range(arguments.rounds):
        # Each round begins with another engine, so that nobody always runs on the warm machine.
        shift = turn % len(engines)
        for engine in engines[shift:] + engines[:shift]:
            for model in MODELS:
                if engine in missing:
                    continue
                try:
                    reading = ask(command(engine, model, turn + 1, arguments))
                except Missing as reason:
                    missing[engine] = str(reason)
                    print(f"compare: {engine} is left out: {reason}", file=sys.stderr)
                    continue
                readings.setdefault((engine, model), []).append(reading)
                print(
                    f"round {turn + 1}: {engine} {model}: {reading['customers']} customers in "
                    f"{reading['cpuSeconds']:.2f} s",
                    file=sys.stderr,
                )
    return readings, missing


def check(readings):
    """Whoever is wrong: the mean wait of all rounds together against theory."""
    wrong = []
    for (engine, name), rounds in readings.items():
        model = models.load(name)
        customers = sum(reading["customers"] for reading in rounds)
        mean = sum(r["meanWait"] * r["customers"] for r in rounds) / customers
        errors = (mean - model.mean_wait()) / model.standard_error(customers)
        if abs(errors) > TOLERANCE:
            wrong.append(
                f"{engine} {name}: mean wait {mean:.3f} of {customers} customers is {errors:+.1f} "
                f"standard errors from {model.mean_wait():.3f}"
            )
    return wrong


def seconds(rounds):
    """The median of processor seconds per customer."""
    return statistics.median(r["cpuSeconds"] / r["customers"] for r in rounds)


def engine_tables(readings, missing, arguments):
    """A table for each model, with verdicts."""
    lines = []
    for name in MODELS:
        model = models.load(name)
        ours = readings.get(("countyflow", name))
        lines += [
            "",
            f"{model.title} ({model.events():.2f} events per customer; theory: mean wait "
            f"{model.mean_wait():.3f}):",
            "",
            "| Engine | Customers/s | ns per customer | Spread | Mean wait | Peak MB | CountyFlow is "
            "| Target |",
            "|---|---|---|---|---|---|---|---|",
        ]
        for engine in ENGINES:
            rounds = readings.get((engine, name))
            if rounds is None:
                if engine in arguments.only:
                    reason = missing.get(engine, "not run")
                    lines.append(f"| {engine} | not measured: {reason} | | | | | | |")
                continue
            each = seconds(rounds)
            costs = [r["cpuSeconds"] / r["customers"] for r in rounds]
            customers = sum(r["customers"] for r in rounds)
            mean = sum(r["meanWait"] * r["customers"] for r in rounds) / customers
            memory = max(r["peakMemoryBytes"] for r in rounds) / 1e6
            ratio, verdict = versus(engine, each, ours)
            lines.append(
                f"| {engine} | {1 / each:,.0f} | {1e9 * each:,.0f} | "
                f"{max(costs) / min(costs):.2f} | {mean:.3f} | {memory:.0f} | {ratio} | {verdict} |"
            )
    return lines


def versus(engine, each, ours):
    """How CountyFlow stands to an engine, and whether that reaches the target."""
    if engine == "countyflow" or ours is None:
        return "", ""
    own = seconds(ours)
    if engine == "twin":
        times = own / each
        verdict = "met" if times <= TWIN_LIMIT else "MISSED"
        return f"{times:.2f}× its time", f"≤ {TWIN_LIMIT}×: {verdict}"
    times = each / own
    if engine not in TIMES_FASTER:
        return f"{times:,.0f}× as fast", ""
    verdict = "met" if times >= TIMES_FASTER[engine] else "MISSED"
    return f"{times:,.0f}× as fast", f"≥ {TIMES_FASTER[engine]}×: {verdict}"


def measure_event_sets(arguments):
    """Nanoseconds per hold, by event set and number pending; all must have done the same."""
    facts = models.load_hold()
    costs, wrong = {}, []
    for turn in range(arguments.rounds):
        for pending in facts["pending"]:
            shift = turn % len(EVENT_SETS)
            ends = set()
            for event_set in EVENT_SETS[shift:] + EVENT_SETS[:shift]:
                kind, mode = event_set.split("-", 1)
                program = arguments.hold if kind == "calendar" else arguments.programs / "heap_hold"
                words = [program, mode, pending, arguments.holds or facts["holds"], facts["meanGap"]]
                reading = ask([str(word) for word in words])
                costs.setdefault((event_set, pending), []).append(reading["nanoseconds"])
                ends.add(reading["now"])
            if len(ends) > 1:
                wrong.append(f"event sets: {pending} pending end at different times: {ends}")
    return costs, wrong


def event_set_table(costs):
    """The table of the hold model, with verdicts."""
    pending = models.load_hold()["pending"]
    median = {key: statistics.median(values) for key, values in costs.items()}
    lines = [
        "",
        "Event set, ns per hold (take the next, put one back):",
        "",
        "| Event set | " + " | ".join(f"{n:,} pending" for n in pending) + " |",
        "|---" * (len(pending) + 1) + "|",
    ]
    for event_set in EVENT_SETS:
        row = " | ".join(f"{median[event_set, n]:.1f}" for n in pending)
        lines.append(f"| {event_set} | {row} |")
    for heap in ["heap-plain", "heap-packed"]:
        cells = []
        for n in pending:
            ratio = median["calendar-again", n] / median[heap, n]
            cell = f"{ratio:.2f}"
            if heap == "heap-plain":
                verdict = "met" if ratio <= HEAP_LIMITS[n] else "MISSED"
                cell += f" (≤ {HEAP_LIMITS[n]}: {verdict})"
            cells.append(cell)
        lines.append(f"| calendar-again over {heap} | " + " | ".join(cells) + " |")
    return lines


def main():
    """The command line."""
    parser = argparse.ArgumentParser(description="Compares engines; see compare.sh.")
    parser.add_argument("--rounds", type=int, required=True)
    parser.add_argument("--countyflow", type=pathlib.Path, required=True)
    parser.add_argument("--hold", type=pathlib.Path, required=True)
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--customers", type=int)
    parser.add_argument("--holds", type=int)
    parser.add_argument("--only", default=",".join(ENGINES + ["event-set"]))
    parser.add_argument("--table", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    arguments.only = arguments.only.split(",")
    unknown = set(arguments.only) - set(ENGINES) - {"event-set"}
    if unknown or arguments.rounds < 1:
        parser.error(f"unknown engines: {', '.join(sorted(unknown))}" if unknown else "no rounds")
    lines, wrong, missing = [], [], {}
    if set(arguments.only) & set(ENGINES):
        readings, missing = measure(arguments)
        wrong += check(readings)
        lines += engine_tables(readings, missing, arguments)
    if "event-set" in arguments.only:
        costs, different = measure_event_sets(arguments)
        wrong += different
        lines += event_set_table(costs)
    arguments.table.write_text("\n".join(lines) + "\n")
    print("\n".join(lines))
    for line in wrong:
        print(f"compare: WRONG: {line}", file=sys.stderr)
    return 1 if wrong or missing else 0


if __name__ == "__main__":
    sys.exit(main())
