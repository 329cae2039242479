"""What goes wrong, as the program itself says it."""

from __future__ import annotations

from collections.abc import Sequence


class CountyFlowError(Exception):
    """Anything that this package raises on purpose; its own commands end with `exit_code`."""

    exit_code = 7


class ProgramMissing(CountyFlowError):
    """The `countyflow` command was not found; the message says where it was looked for (4)."""

    exit_code = 4


class ProgramError(CountyFlowError):
    """The command ended with an exit code other than 0.

    `message` is the program's own wording, `exit_code` its exit code (negative: killed by that
    signal), `command` what was run, `stdout` what it had printed by then.
    """

    def __init__(
        self, message: str, exit_code: int, command: Sequence[str], stdout: bytes = b""
    ) -> None:
        super().__init__(message, exit_code, tuple(command), stdout)
        self.message = message
        self.exit_code = exit_code
        self.command = tuple(command)
        self.stdout = stdout

    def __str__(self) -> str:
        return f"{self.message.rstrip()} [exit code {self.exit_code}]"


class CheckFailed(ProgramError):
    """An identity or a check does not hold (1); results have been written."""


class UsageError(ProgramError):
    """The command line is wrong (2)."""


class ScenarioError(ProgramError):
    """A county, policy, study or sweep file is wrong (3)."""


class FileError(ProgramError):
    """A file or the disk refuses (4)."""


class StoreError(ProgramError):
    """Not a results file, of another version, or not reproducible (5)."""


class LimitExceeded(ProgramError):
    """Over a limit (6)."""


class Unfinished(ProgramError):
    """Some tasks of a sweep failed or are missing (7); what is there can be read."""


class ProgramBug(ProgramError):
    """The program broke a promise of its own (70, or killed by a signal)."""


class Stopped(ProgramError):
    """Somebody stopped the program (129, 130, 143)."""


_BY_EXIT_CODE: dict[int, type[ProgramError]] = {
    1: CheckFailed,
    2: UsageError,
    3: ScenarioError,
    4: FileError,
    5: StoreError,
    6: LimitExceeded,
    7: Unfinished,
    129: Stopped,
    130: Stopped,
    143: Stopped,
}


def program_error(
    message: str, exit_code: int, command: Sequence[str], stdout: bytes = b""
) -> ProgramError:
    """Return the error that belongs to an exit code."""
    kind = _BY_EXIT_CODE.get(exit_code, ProgramBug)
    said = message.strip() or f"countyflow said nothing and ended with exit code {exit_code}"
    return kind(said, exit_code, command, stdout)


class UnknownAnswer(CountyFlowError):
    """The program answered in a form that this version of the client does not know."""
