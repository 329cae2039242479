"""Leaves an executed notebook of a run or a sweep: one kind of notebook for each kind of reader."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Literal, TypeAlias

from countyflow.charts import Language
from countyflow.errors import CountyFlowError, UnknownAnswer

Kind: TypeAlias = Literal["planner", "researcher", "batch"]

#: What each kind reads.
READS: dict[Kind, str] = {
    "planner": "readings.json",
    "researcher": "sweep.json",
    "batch": "readings.json",
}


class NotebookFailed(CountyFlowError):
    """A cell of the notebook raised; what ran until then stands in the file."""


def leave(
    run: str | Path,
    *,
    kind: Kind | None = None,
    out: str | Path | None = None,
    language: Language = "en",
) -> Path:
    """Execute a notebook about a run or a sweep and return where it is.

    Without a kind a run gets the planner's and a sweep the researcher's. It is written beside the
    folder it is about, in `notebooks-out` as a rule. Raises `UnknownAnswer` when the folder is not
    what the kind reads, and `NotebookFailed` when a cell raises.
    """
    folder = Path(run).absolute()
    chosen = kind or ("researcher" if (folder / READS["researcher"]).exists() else "planner")
    if not (folder / READS[chosen]).is_file():
        raise UnknownAnswer(f"{run}: no {READS[chosen]} in it, which the {chosen}'s notebook reads")
    place = Path(out) if out is not None else folder.with_name(f"{folder.name}-{chosen}.ipynb")
    place.parent.mkdir(parents=True, exist_ok=True)
    return execute(source(chosen), place, {"run": str(folder), "language": language})


def source(kind: Kind) -> str:
    """Return the source of a kind of notebook, a Python script with cell marks of Jupytext."""
    return resources.files("countyflow").joinpath(f"notebooks/{kind}.py").read_text("utf-8")


def execute(text: str, place: Path, parameters: dict[str, str]) -> Path:
    """Execute the source of a notebook with other parameters and write it."""
    try:
        import jupytext
        import papermill
        from papermill.exceptions import PapermillExecutionError
    except ImportError as error:
        raise CountyFlowError(
            f"notebooks need {error.name}: pip install './Sources/python[notebook]'"
        ) from error
    notebook = jupytext.reads(text, fmt="py:percent")
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook.metadata["kernelspec"] = kernel
    notebook.metadata["language_info"] = {"name": "python"}
    try:
        papermill.execute_notebook(
            notebook,
            str(place),
            parameters=parameters,
            kernel_name="python3",
            progress_bar=False,
            report_mode=True,
        )
    except PapermillExecutionError as error:
        raise NotebookFailed(f"{place}: {error.ename}: {error.evalue}") from error
    return place
