"""The commands against the built program: typed answers and the program's own errors."""

from __future__ import annotations

import subprocess
from pathlib import Path

import msgspec
import pytest

import countyflow
from countyflow import answers
from tests.conftest import TINY


def test_compare_returns_what_the_command_prints(tiny_run: countyflow.Run, built: Path) -> None:
    answer = tiny_run.comparison
    assert answer.policies[0].id == "baseline"
    assert answer.study.replications == 3
    assert answer.identities.broken == [] and answer.identities.checked > 0
    printed = subprocess.run(
        [built, "report", tiny_run.folder, "--json"], capture_output=True, check=True
    ).stdout
    assert msgspec.json.decode(printed, type=answers.Comparison) == answer


def test_an_opened_run_has_the_same_answers(tiny_run: countyflow.Run) -> None:
    assert countyflow.open_run(tiny_run.folder).comparison == tiny_run.comparison


def test_run_does_one_policy(built: Path, tmp_path: Path) -> None:
    assert built.exists()
    run = countyflow.run(
        TINY / "tiny.yaml", policy="postings", replications=1, seed=7, out=tmp_path / "run"
    )
    assert [policy.id for policy in run.comparison.policies] == ["postings"]
    assert run.comparison.study.seed == 7
    estimate = next(one for row in run.comparison.annual[0] for one in row if one is not None)
    assert estimate.half_width is None and estimate.interval is None
    assert run.report.is_file()


def test_a_wrong_file_raises_with_line_and_column(scenarios: Path, built: Path) -> None:
    assert built.exists()
    study = scenarios / "tiny.yaml"
    study.write_text(study.read_text().replace("replications: 4", "replications: -1"))
    with pytest.raises(countyflow.ScenarioError) as caught:
        countyflow.compare(study, out=scenarios / "out")
    assert caught.value.exit_code == 3
    assert "tiny.yaml:" in caught.value.message and "replications" in caught.value.message
    assert not (scenarios / "out").exists()


def test_validate_returns_problems(scenarios: Path, built: Path) -> None:
    assert built.exists()
    study = scenarios / "tiny.yaml"
    assert countyflow.validate(study).errors == 0
    study.write_text(study.read_text().replace("seed: 20240101", "sed: 20240101"))
    found = countyflow.validate(study)
    assert found.exit_code == 3 and found.errors >= 1
    assert any("seed" in problem.message + (problem.help or "") for problem in found.problems)


def test_a_missing_file_is_told(built: Path) -> None:
    assert built.exists()
    with pytest.raises(countyflow.ProgramError, match="no-such-study") as caught:
        countyflow.compare("no-such-study.yaml")
    assert caught.value.exit_code != 0


@pytest.mark.parametrize("subject", ["levers", "kpis", "inputs"])
def test_describe_lists_what_there_is(subject: str, built: Path) -> None:
    assert built.exists()
    catalogue = countyflow.describe(subject)  # type: ignore[arg-type]
    assert len(catalogue.entries) > 20
    assert all(entry.zh and entry.en for entry in catalogue.entries)


def test_an_unknown_form_is_refused() -> None:
    other = b'{"schema":"countyflow/describe/9","kind":"x","entries":[]}'
    with pytest.raises(countyflow.UnknownAnswer, match="schema"):
        answers.read(answers.Catalogue, other)
