"""Fixtures: the built command, a small run, the stand-in command, and the table of faults."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

import countyflow
from countyflow import program

REPOSITORY = Path(__file__).resolve().parents[3]
TINY = REPOSITORY / "Scenarios" / "tiny"

#: Rows of the table that is printed at the end: fault, injected, lost, doubled, hash equal.
fault_rows: list[tuple[str, int, int, int, bool]] = []


@pytest.fixture(scope="session")
def built() -> Path:
    """Return the built command; there is nothing to test without one."""
    return program.find()


@pytest.fixture(scope="session")
def tiny_run(built: Path, tmp_path_factory: pytest.TempPathFactory) -> countyflow.Run:
    """Return a comparison of the tiny study, run once for all tests."""
    assert built.exists()
    out = tmp_path_factory.mktemp("tiny") / "run"
    return countyflow.compare(TINY / "tiny.yaml", replications=3, out=out)


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the stand-in command in the place of the built one; return the folder of its faults."""
    faults = tmp_path / "faults"
    faults.mkdir()
    (faults / "delay").write_text("0.05")
    command = tmp_path / "countyflow"
    script = Path(__file__).with_name("fake_countyflow.py")
    start = f'FAKE_FAULTS="{faults}" exec "{sys.executable}" -S "{script}"'
    command.write_text(f'#!/bin/sh\n{start} "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("COUNTYFLOW", str(command))
    return faults


@pytest.fixture
def scenarios(tmp_path: Path) -> Path:
    """Return a copy of the tiny scenarios that a test may change."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


def pytest_configure(config: pytest.Config) -> None:
    """Let every worker process find the package, also when it is not installed."""
    del config
    folder = str(Path(__file__).resolve().parents[1])
    known = os.environ.get("PYTHONPATH", "")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [folder, known]))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table of faults, and keep it where somebody asks for it."""
    if not fault_rows:
        return
    if place := os.environ.get("COUNTYFLOW_FAULT_TABLE"):
        Path(place).write_text(json.dumps(fault_rows))
    terminalreporter.write_line("")
    terminalreporter.write_line(
        f"{'fault':<46} {'injected':>8} {'lost':>5} {'doubled':>8} {'hash equal':>11}"
    )
    for name, injected, lost, doubled, equal in fault_rows:
        said = "yes" if equal else "NO"
        terminalreporter.write_line(f"{name:<46} {injected:>8} {lost:>5} {doubled:>8} {said:>11}")
