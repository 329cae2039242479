"""The program's commands, as functions with typed answers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, TypeAlias

from countyflow import answers
from countyflow.errors import ScenarioError, UnknownAnswer
from countyflow.program import Answer, call
from countyflow.runs import Run
from countyflow.sweeps import Merged, Status, Sweep

AnyPath: TypeAlias = str | os.PathLike[str]


def run(
    study: AnyPath,
    *,
    policy: str | None = None,
    seed: int | None = None,
    replications: int | None = None,
    threads: int | None = None,
    out: AnyPath | None = None,
) -> Run:
    """Simulate one policy of a study, the baseline if none is named, and return its folder.

    Raises `ScenarioError` for a wrong file, `CheckFailed` when an identity does not hold, and other
    `ProgramError`s with the program's own words.
    """
    return _simulate("run", study, policy, seed, replications, threads, out)


def compare(
    study: AnyPath,
    *,
    seed: int | None = None,
    replications: int | None = None,
    threads: int | None = None,
    out: AnyPath | None = None,
) -> Run:
    """Simulate every policy of a study under the same luck and return the folder of the run.

    Raises like `run`.
    """
    return _simulate("compare", study, None, seed, replications, threads, out)


def validate(*files: AnyPath) -> answers.Validation:
    """Check files without running anything; problems are returned, not raised."""
    try:
        answer = call(["validate", "--json", *(str(Path(file)) for file in files)])
    except ScenarioError as error:
        return answers.read(answers.Validation, error.stdout)
    return answers.read(answers.Validation, answer.stdout)


def describe(subject: Literal["levers", "kpis", "inputs"]) -> answers.Catalogue:
    """List the levers of policies, the measures of results, or the inputs of a county."""
    return answers.read(answers.Catalogue, call(["describe", subject, "--json"]).stdout)


def sweep(
    file: AnyPath,
    *,
    out: AnyPath,
    vary: Mapping[str, Iterable[object]] | None = None,
    points: int | None = None,
    replications: int | None = None,
    threads: int | None = None,
) -> Sweep:
    """Run every task of a sweep on this machine, merge, and return the folder of the sweep.

    A sweep that was stopped goes on where it was. For many machines see `countyflow.cluster`.
    Raises `Unfinished` when some tasks failed.
    """
    call(_sweep_arguments(file, out, vary, points, replications, threads))
    return Sweep(Path(out))


def plan(
    file: AnyPath,
    *,
    out: AnyPath,
    vary: Mapping[str, Iterable[object]] | None = None,
    points: int | None = None,
    replications: int | None = None,
) -> Sweep:
    """Write the manifest of a sweep and run nothing."""
    call([*_sweep_arguments(file, out, vary, points, replications, None), "--emit", "plan"])
    return Sweep(Path(out))


def append_round(folder: AnyPath) -> None:
    """Write the further round that the rule of a sweep asks for; run nothing."""
    call(["sweep", os.fspath(folder), "--emit", "plan", "--quiet"])


def status(folder: AnyPath) -> Status:
    """Return what is done of a sweep and what is missing, as the program's own check finds it."""
    answer = call(["merge", os.fspath(folder), "--status", "--json"])
    return answers.read(Status, answer.stdout)


def merge(folder: AnyPath, *, partial: bool = False) -> Merged:
    """Check all shards of a sweep and build its results.

    Raises `Unfinished` when shards are missing, or its rule asks for a further round (see
    `append_round`), unless `partial` results are asked for.
    """
    extra = ["--partial"] if partial else []
    answer = call(["merge", os.fspath(folder), "--json", *extra])
    return answers.read(Merged, answer.stdout)


def _simulate(
    command: Literal["run", "compare"],
    study: AnyPath,
    policy: str | None,
    seed: int | None,
    replications: int | None,
    threads: int | None,
    out: AnyPath | None,
) -> Run:
    answer = call(
        [
            *(command, os.fspath(study), "--json"),
            *_option("--policy", policy),
            *_option("--seed", seed),
            *_option("--replications", replications),
            *_option("--threads", threads),
            *_option("--out", out),
        ]
    )
    return Run(_folder(answer), answers.read(answers.Comparison, answer.stdout))


def _folder(answer: Answer) -> Path:
    """Return the folder that the program says it wrote its report to."""
    report = answer.note("report")
    if report is None:
        raise UnknownAnswer("the program did not say where its report is")
    return Path(report).parent


def _sweep_arguments(
    file: AnyPath,
    out: AnyPath,
    vary: Mapping[str, Iterable[object]] | None,
    points: int | None,
    replications: int | None,
    threads: int | None,
) -> list[str]:
    varied = [
        part
        for path, values in (vary or {}).items()
        for part in ("--vary", f"{path}={','.join(map(str, values))}")
    ]
    return [
        *("sweep", os.fspath(file), "--out", os.fspath(out), "--json"),
        *varied,
        *_option("--points", points),
        *_option("--replications", replications),
        *_option("--threads", threads),
    ]


def _option(name: str, value: AnyPath | int | None) -> list[str]:
    return [] if value is None else [name, str(value)]
