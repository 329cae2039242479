"""What the program answers with `--json`, as typed records.

The names are those of the JSON documents in snake case. Unknown fields are left aside, so that a
newer program can be read as long as its `schema` is the same.
"""

from __future__ import annotations

from typing import Any, Literal, TypeVar

import msgspec

from countyflow.errors import UnknownAnswer


class Record(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A part of an answer."""


class Estimate(Record, frozen=True):
    """A mean over replications; `half_width` of its 95 % interval is None for a single run."""

    mean: float
    n: int
    half_width: float | None = None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Both ends of the 95 % interval."""
        if self.half_width is None:
            return None
        return (self.mean - self.half_width, self.mean + self.half_width)


class Study(Record, frozen=True):
    """What was simulated, in words and numbers."""

    id: str
    zh: str
    en: str
    note: str
    county_zh: str
    county_en: str
    residents: int
    start: str
    end: str
    warm_up_days: int
    replications: int
    seed: int


class Setting(Record, frozen=True):
    """One lever of a policy, dated."""

    path: str
    zh: str
    en: str
    plan: list[str]
    unit: str
    neutral: float
    level: float
    start: str
    ramp_days: int
    end: str | None = None


class Policy(Record, frozen=True):
    """A policy and the levers it pulls; the first of a study is the baseline."""

    id: str
    zh: str
    en: str
    plan: list[str]
    note: str
    settings: list[Setting]


class Measure(Record, frozen=True):
    """What is measured; `better` is `higher`, `lower` or `neutral`."""

    id: str
    zh: str
    en: str
    unit: str
    better: str
    means: str
    source: str
    version: int


class Quarter(Record, frozen=True):
    """A quarter of the run, and how many of its days were simulated."""

    year: int
    quarter: int
    days: int


class Target(Record, frozen=True):
    """What a plan promises for the end of a year."""

    id: str
    measure: str
    zh: str
    en: str
    plan: list[str]
    sense: Literal["atLeast", "atMost"]
    value: float
    year: int
    kind: str


class Verdict(Record, frozen=True):
    """Whether one policy, by its place, keeps one promise.

    `chance` is the program's own statement; the words "not computed" without a sweep.
    """

    policy: int
    target: Target
    days_measured: int
    outcome: str
    margin: str
    chance: Any = None
    value: Estimate | None = None
    last_quarter: Estimate | None = None
    gap: float | None = None


class Difference(Record, frozen=True):
    """One policy minus the baseline, paired by replication; `adjusted_p` is Holm's."""

    policy: int
    measure: str
    year: int
    baseline: Estimate
    difference: Estimate
    adjusted_p: float | None = None
    correlation: float | None = None


class Identities(Record, frozen=True):
    """How many identities were checked, and the names of those that do not hold."""

    checked: int
    broken: list[str]


class InputFile(Record, frozen=True):
    """A file that was read."""

    name: str
    sha256: str


class Manifest(Record, frozen=True):
    """What decides the numbers of a run."""

    schema: str
    study: str
    program: str
    model: str
    swift: str
    gsl: str
    libc: str
    cpu_feature_class: str
    seed: int
    replications: int
    policies: list[str]
    start: str
    end: str
    warm_up_days: int
    files: list[InputFile]


class Comparison(Record, frozen=True):
    """The answers of `run` and `compare`.

    `annual` holds an estimate by policy, measure and year; None where there was nothing to measure.
    """

    schema: Literal["countyflow/compare/1", "countyflow/run/1"]
    study: Study
    policies: list[Policy]
    measures: list[Measure]
    years: list[int]
    annual: list[list[list[Estimate | None]]]
    differences: list[Difference]
    verdicts: list[Verdict]
    identities: Identities
    fingerprints: list[list[str]]
    method: str
    manifest: Manifest


class Readings(Record, frozen=True):
    """What `readings.json` of a run holds, the map and the sources left aside.

    `annual` and `quarterly` hold values by policy, replication, measure and period.
    """

    schema: Literal["countyflow/readings/1"]
    study: Study
    policies: list[Policy]
    measures: list[Measure]
    years: list[int]
    quarters: list[Quarter]
    annual: list[list[list[list[float | None]]]]
    quarterly: list[list[list[list[float | None]]]]
    events: list[list[int]]
    fingerprints: list[list[str]]
    targets: list[Target]
    manifest: Manifest


class Problem(Record, frozen=True):
    """One problem of a file, with its place and what would be right."""

    path: str
    line: int
    column: int
    severity: str
    code: str
    message: str
    key: str | None = None
    expected: str | None = None
    help: str | None = None
    excerpt: str | None = None


class Validation(Record, frozen=True):
    """What `validate` found in some files."""

    schema: Literal["countyflow/validate/1"]
    exit_code: int
    errors: int
    warnings: int
    problems: list[Problem]


class Entry(Record, frozen=True):
    """A lever, a measure or an input as the model declares it."""

    id: str
    zh: str
    en: str
    unit: str
    low: float | None = None
    high: float | None = None
    neutral: float | None = None
    count: int | None = None
    plan: list[str] | None = None
    better: str | None = None
    means: str | None = None
    source: str | None = None
    version: int | None = None


class Catalogue(Record, frozen=True):
    """What `describe` lists."""

    schema: Literal["countyflow/describe/1"]
    kind: str
    entries: list[Entry]


AnyAnswer = TypeVar("AnyAnswer", bound=Record)


def read(kind: type[AnyAnswer], text: bytes) -> AnyAnswer:
    """Return an answer as its record; raises `UnknownAnswer` when it is of another form."""
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.DecodeError as error:
        raise UnknownAnswer(
            f"this is not a {kind.__name__.lower()} that this client knows: {error}; program and "
            "client should be of one version"
        ) from error
