"""The folder of a run, read into tables.

The big libraries are imported where they are used: a worker of a cluster needs none of them.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from countyflow import answers
from countyflow.errors import UnknownAnswer
from countyflow.program import call

if TYPE_CHECKING:
    import pandas as pd
    import xarray as xr


class Run:
    """What `run` or `compare` left behind."""

    def __init__(self, folder: str | Path, comparison: answers.Comparison | None = None) -> None:
        self.folder = Path(folder)
        self._comparison = comparison

    def __repr__(self) -> str:
        return f"Run({str(self.folder)!r})"

    @property
    def report(self) -> Path:
        """The page that opens by double-click."""
        return self.folder / "report.html"

    @property
    def comparison(self) -> answers.Comparison:
        """The program's answers: estimates, differences and verdicts.

        For a folder that was opened later they are asked of the program, without a new run.
        """
        if self._comparison is None:
            answer = call(["report", str(self.folder), "--json"])
            self._comparison = answers.read(answers.Comparison, answer.stdout)
        return self._comparison

    @cached_property
    def readings(self) -> answers.Readings:
        """Every value of every policy and replication."""
        return answers.read(answers.Readings, self._bytes("readings.json"))

    @cached_property
    def manifest(self) -> dict[str, object]:
        """Versions, seeds and hashes, with the part that differs from day to day."""
        return msgspec.json.decode(self._bytes("manifest.json"), type=dict[str, object])

    def frame(self) -> pd.DataFrame:
        """Return all readings, one a row; `quarter` is missing in the row of a whole year."""
        import pandas as pd

        frame = pd.read_csv(
            self.folder / "readings.csv", encoding="utf-8-sig", dtype={"quarter": "Int8"}
        )
        for column in ("policy", "measure", "unit"):
            frame[column] = pd.Categorical(frame[column], frame[column].unique())
        return frame

    def verdicts(self) -> pd.DataFrame:
        """Return one row for each policy and target."""
        import pandas as pd

        return pd.read_csv(self.folder / "verdicts.csv", encoding="utf-8-sig")

    def differences(self) -> pd.DataFrame:
        """Return each policy minus the baseline with its 95 % interval, as the program says."""
        import pandas as pd

        answer = self.comparison
        return pd.DataFrame(
            {
                "policy": answer.policies[row.policy].id,
                "measure": row.measure,
                "year": row.year,
                "baseline": row.baseline.mean,
                "difference": row.difference.mean,
                "half_width": row.difference.half_width,
                "n": row.difference.n,
                "adjusted_p": row.adjusted_p,
                "correlation": row.correlation,
            }
            for row in answer.differences
        )

    def dataset(self) -> xr.Dataset:
        """Return the readings by policy, replication, measure and year or quarter."""
        import numpy as np
        import xarray as xr

        table = self.readings
        places = {
            "policy": [policy.id for policy in table.policies],
            "replication": range(table.study.replications),
            "measure": [measure.id for measure in table.measures],
        }
        quarters = [f"{quarter.year}Q{quarter.quarter}" for quarter in table.quarters]
        axes = tuple(places)
        values = {
            "annual": ((*axes, "year"), np.array(table.annual, dtype=float)),
            "quarterly": ((*axes, "quarter"), np.array(table.quarterly, dtype=float)),
            "events": (("policy", "replication"), np.array(table.events, dtype="uint64")),
        }
        units = [measure.unit for measure in table.measures]
        return xr.Dataset(
            values,
            coords={
                **places,
                "year": table.years,
                "quarter": quarters,
                "unit": ("measure", units),
            },
            attrs={"study": table.study.id, "seed": table.study.seed, "synthetic": "true"},
        )

    def write_parquet(self, folder: str | Path | None = None) -> list[Path]:
        """Write readings and verdicts as Parquet, the manifest in their metadata.

        They go beside the run unless another folder is named.
        """
        place = Path(folder) if folder is not None else self.folder
        place.mkdir(parents=True, exist_ok=True)
        note = {b"countyflow.manifest": self._bytes("manifest.json")}
        tables = {"readings": self.frame(), "verdicts": self.verdicts()}
        return [write_table(place / f"{name}.parquet", t, note) for name, t in tables.items()]

    def redraw(self) -> Path:
        """Draw the report again from the readings."""
        call(["report", str(self.folder)])
        return self.report

    def _bytes(self, name: str) -> bytes:
        file = self.folder / name
        if not file.is_file():
            raise UnknownAnswer(f"{self.folder} is not the folder of a run: no {name} in it")
        return file.read_bytes()


def open_run(folder: str | Path) -> Run:
    """Open the folder of an earlier run; raises `UnknownAnswer` when it is none."""
    run = Run(folder)
    run.readings  # noqa: B018  (the check)
    return run


def write_table(file: Path, frame: pd.DataFrame, note: dict[bytes, bytes]) -> Path:
    """Write a table as Parquet under a temporary name, then put it in its place."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pandas(frame, preserve_index=False)
    table = table.replace_schema_metadata({**(table.schema.metadata or {}), **note})
    temporary = file.with_name(f".{file.name}.tmp")
    pq.write_table(table, temporary, compression="zstd")
    return temporary.replace(file)
