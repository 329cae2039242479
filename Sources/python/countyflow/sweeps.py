"""The folder of a sweep: its manifest, its shards, and the tables that `merge` makes of them."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from countyflow.answers import Record, read
from countyflow.errors import UnknownAnswer
from countyflow.runs import write_table

if TYPE_CHECKING:
    import pandas as pd
    import xarray as xr


class Damage(Record, frozen=True):
    """A shard that cannot be believed, and why."""

    file: str
    reason: str


class Status(Record, frozen=True):
    """What is done of a sweep; `missing` as `--task` reads it, such as `3,7-9`.

    `strangers` are files of no task; `settled` is False when a further round is asked for, and None
    while tasks are missing.
    """

    schema: Literal["countyflow/sweep-status/1"]
    tasks: int
    done: int
    missing: str
    damaged: tuple[Damage, ...] = ()
    strangers: tuple[str, ...] = ()
    settled: bool | None = None

    @property
    def missing_tasks(self) -> list[int]:
        """The numbers of the missing tasks, in order."""
        return list(spelled_out(self.missing))


class Merged(Record, frozen=True):
    """What `merge` made of the shards; `broken` are tasks in which an identity does not hold.

    `settled` is False when a further round is asked for, and None while tasks are missing.
    """

    schema: Literal["countyflow/merge/1"]
    tasks: int
    shards: int
    content_hash: str
    complete: bool
    settled: bool | None = None
    broken: str = ""


class Value(Record, frozen=True):
    """One value of a point, in the unit of the model: shares from 0 to 1."""

    path: str
    value: float


class Reading(Record, frozen=True):
    """One measure over one period; `place` and `tier` are None for the whole county."""

    measure: str
    period: str
    value: float
    place: str | None = None
    tier: str | None = None
    numerator: int | None = None
    denominator: int | None = None


class Series(Record, frozen=True):
    """One measure at one place: a number for each period, `-` where nothing was measured."""

    measure: str
    value: str
    place: str | None = None
    tier: str | None = None
    numerator: str | None = None
    denominator: str | None = None

    def rows(
        self, periods: list[str]
    ) -> Iterator[tuple[str, float | None, int | None, int | None]]:
        """Iterate over period, value, numerator and denominator."""
        nothing = "- " * len(periods)
        columns = (
            periods,
            (None if word == "-" else float(word) for word in self.value.split()),
            (None if word == "-" else int(word) for word in (self.numerator or nothing).split()),
            (None if word == "-" else int(word) for word in (self.denominator or nothing).split()),
        )
        return zip(*columns, strict=True)


class Readings(Record, frozen=True):
    """The readings of a shard as its file holds them."""

    periods: list[str]
    series: list[Series]

    def __post_init__(self) -> None:
        """Refuse what holds other than numbers, or not one for each period."""
        for one in self.series:
            try:
                list(one.rows(self.periods))
            except ValueError as error:
                raise ValueError(f"{one.measure}: {error}") from error

    def __iter__(self) -> Iterator[Reading]:
        """Iterate over the readings, one a measure, place and period."""
        for one in self.series:
            for period, value, numerator, denominator in one.rows(self.periods):
                if value is None:
                    continue
                yield Reading(
                    measure=one.measure,
                    place=one.place,
                    tier=one.tier,
                    period=period,
                    numerator=numerator,
                    denominator=denominator,
                    value=value,
                )


class Shard(Record, frozen=True):
    """What one task left behind: one point, one policy, one replication."""

    schema: Literal["countyflow/shard/3"]
    key: str
    task: int
    point: int
    policy: int
    policy_name: str
    replication: int
    seed: int
    values: list[Value]
    events: int
    fingerprint: str
    readings: Readings


class Axis(Record, frozen=True):
    """What is varied along one axis of a sweep."""

    path: str
    kind: str
    zh: str
    en: str
    unit: str | None = None


class SweepManifest(Record, frozen=True):
    """What a sweep is made of, as far as a reader of its results must know."""

    schema: Literal["countyflow/sweep-manifest/1", "countyflow/sweep-manifest/2"]
    id: str
    zh: str
    en: str
    note: str
    measures: list[str]
    axes: list[Axis]


class Sweep:
    """The folder of a sweep, finished or not."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)

    def __repr__(self) -> str:
        return f"Sweep({str(self.folder)!r})"

    @cached_property
    def manifest(self) -> SweepManifest:
        """What the sweep is made of."""
        file = self.folder / "sweep.json"
        if not file.is_file():
            raise UnknownAnswer(f"{self.folder} is not the folder of a sweep: no sweep.json in it")
        return read(SweepManifest, file.read_bytes())

    @property
    def store(self) -> Path:
        """The SQLite file with all results, once they are merged."""
        return self.folder / "results.sqlite"

    def query(self, sql: str, parameters: tuple[str | float, ...] = ()) -> pd.DataFrame:
        """Read the merged results by SQL; the store is opened read-only."""
        import pandas as pd

        if not self.store.is_file():
            raise UnknownAnswer(f"{self.folder} is not merged yet; `countyflow merge` it")
        connection = sqlite3.connect(f"{self.store.resolve().as_uri()}?mode=ro", uri=True)
        with contextlib.closing(connection):
            return pd.read_sql_query(sql, connection, params=parameters)

    def shards(self) -> Iterator[Shard]:
        """Read the shards that are there and sound, also while the sweep goes on."""
        for file in sorted((self.folder / "shards").glob("[0-9]*.json")):
            shard = read_shard(file.read_bytes())
            if shard is not None:
                yield shard

    def frame(self, *measures: str) -> pd.DataFrame:
        """Return the readings of the whole county, one a row, a column for each varied value.

        Without measures, those that the sweep shows first. Periods are as the shards have them:
        `2024`, `2024Q1` or `2024-01`.
        """
        import pandas as pd

        wanted = set(measures or self.manifest.measures)
        rows = (
            {
                **{value.path: value.value for value in shard.values},
                "point": shard.point,
                "policy": shard.policy_name,
                "replication": shard.replication,
                "measure": reading.measure,
                "period": reading.period,
                "value": reading.value,
            }
            for shard in self.shards()
            for reading in shard.readings
            if reading.measure in wanted and reading.place is None and reading.tier is None
        )
        paths = [axis.path for axis in self.manifest.axes]
        columns = ["point", "policy", "replication", "measure", "period", "value"]
        return pd.DataFrame(rows, columns=[*paths, *columns])

    def dataset(self, *measures: str) -> xr.Dataset:
        """Return the same readings by point, policy, replication and period, a variable each."""
        frame = self.frame(*measures)
        axes = ["point", "policy", "replication", "period"]
        paths = [axis.path for axis in self.manifest.axes]
        wide = frame.pivot(index=axes, columns="measure", values="value")
        points = frame.drop_duplicates("point").set_index("point")[paths]
        data: xr.Dataset = wide.to_xarray()
        return data.assign_coords({path: ("point", points[path].loc[data.point]) for path in paths})

    def write_parquet(self, folder: str | Path | None = None, *measures: str) -> Path:
        """Write `frame` as Parquet, beside the sweep unless another folder is named."""
        place = Path(folder) if folder is not None else self.folder
        place.mkdir(parents=True, exist_ok=True)
        note = {b"countyflow.sweep": (self.folder / "sweep.json").read_bytes()}
        return write_table(place / "sweep.parquet", self.frame(*measures), note)


def read_shard(text: bytes) -> Shard | None:
    """Return a shard whose seal is unbroken, otherwise None."""
    opening, seal = b'{"body":"', hashlib.sha256()
    head = len(opening) + 64
    if not text.startswith(opening) or text[head : head + 2] != b'",' or text[-1:] != b"\n":
        return None
    seal.update(b"{" + text[head + 2 : -1])
    if seal.hexdigest().encode() != text[len(opening) : head]:
        return None
    try:
        return msgspec.json.decode(text, type=Shard)
    except msgspec.DecodeError:
        return None


def spelled_out(ranges: str) -> Iterator[int]:
    """Return the numbers of a list such as `3,7-9`."""
    for part in filter(None, ranges.split(",")):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)
