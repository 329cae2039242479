"""CountyFlow from Python: run studies and sweeps, read their results, draw them.

This package has no model and no statistics of its own. It starts the `countyflow` command, reads
what it leaves behind, and passes its errors on in its own words.
"""

from countyflow.commands import compare, describe, merge, plan, run, status, sweep, validate
from countyflow.errors import (
    CheckFailed,
    CountyFlowError,
    FileError,
    LimitExceeded,
    ProgramBug,
    ProgramError,
    ProgramMissing,
    ScenarioError,
    Stopped,
    StoreError,
    Unfinished,
    UnknownAnswer,
    UsageError,
)
from countyflow.runs import Run, open_run
from countyflow.sweeps import Sweep

__all__ = [
    "CheckFailed",
    "CountyFlowError",
    "FileError",
    "LimitExceeded",
    "ProgramBug",
    "ProgramError",
    "ProgramMissing",
    "Run",
    "ScenarioError",
    "Stopped",
    "StoreError",
    "Sweep",
    "Unfinished",
    "UnknownAnswer",
    "UsageError",
    "compare",
    "describe",
    "merge",
    "open_run",
    "plan",
    "run",
    "status",
    "sweep",
    "validate",
]
