"""One notebook for each kind of reader, executed as a user does it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import countyflow
from countyflow import notebook
from tests.test_cluster_program import finished, with_sweeps

__all__ = ["finished", "with_sweeps"]


def outputs(file: Path) -> str:
    """Return everything that a notebook shows, after looking for what none may have."""
    cells = json.loads(file.read_text())["cells"]
    shown = [one for cell in cells for one in cell.get("outputs", [])]
    assert not [one for one in shown if one["output_type"] == "error"]
    text = json.dumps([cell["source"] for cell in cells] + shown, ensure_ascii=False)
    addresses = set(re.findall(r"https?://[\w./-]+", text)) - {"http://www.w3.org/2000/svg"}
    assert not {one for one in addresses if not one.startswith("http://www.w3.org/")}
    assert "<script" not in text
    assert "合成数据" in text or "ynthetic data" in text
    return text


def test_the_planners(tiny_run: countyflow.Run, tmp_path: Path) -> None:
    file = notebook.leave(tiny_run.folder, out=tmp_path / "planner.ipynb", language="zh-Hans")
    text = outputs(file)
    assert "各项目标是否达到" in text and "组合方案" in text and text.count("<svg") >= 4
    verdict = tiny_run.comparison.verdicts[0]
    assert verdict.value is not None and f"{verdict.value.mean * 100:.1f} %" in text


def test_the_batchs(tiny_run: countyflow.Run, tmp_path: Path) -> None:
    text = outputs(notebook.leave(tiny_run.folder, kind="batch", out=tmp_path / "batch.ipynb"))
    assert "identities hold" in text and "readings.parquet" in text


def test_the_researchers(finished: countyflow.Sweep, tmp_path: Path) -> None:
    file = notebook.leave(finished.folder, out=tmp_path / "researcher.ipynb", language="zh-Hans")
    text = outputs(file)
    assert finished.manifest.measures[0] in text and "--task 0" in text
    assert all(f">{axis.zh}<" in text for axis in finished.manifest.axes)


def test_a_folder_of_another_kind_is_refused(tiny_run: countyflow.Run) -> None:
    with pytest.raises(countyflow.UnknownAnswer, match=r"sweep\.json"):
        notebook.leave(tiny_run.folder, kind="researcher")


def test_a_cell_that_raises_fails_the_notebook(tmp_path: Path) -> None:
    with pytest.raises(notebook.NotebookFailed, match="ValueError: no"):
        notebook.execute("# %%\nraise ValueError('no')\n", tmp_path / "bad.ipynb", {})
