"""Finds the `countyflow` command and runs it."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import shutil
import signal
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from countyflow.errors import ProgramMissing, program_error

#: Progress of running commands, one record a line, at level INFO.
log = logging.getLogger("countyflow")

#: What `ProgressLine` prints when nobody watches.
_PROGRESS = re.compile(r"\d+ of \d+ \S+, .*")

#: Seconds a stopped command has to save what it holds.
_TIME_TO_SAVE = 10.0


@dataclass(frozen=True)
class Answer:
    """What a command printed when it ended well."""

    stdout: bytes
    notes: str

    def note(self, word: str) -> str | None:
        """Return what follows `word: ` on the last line of the notes that begins so."""
        lines = [line for line in self.notes.splitlines() if line.startswith(f"{word}: ")]
        return lines[-1].removeprefix(f"{word}: ") if lines else None


def find() -> Path:
    """Return the command: `$COUNTYFLOW`, else in `PATH`, else built in a folder above.

    Raises `ProgramMissing` when it is in none of these places, or when `$COUNTYFLOW` is wrong.
    """
    named = os.environ.get("COUNTYFLOW")
    if named:
        if shutil.which(named) is None:
            raise ProgramMissing(f"E101: COUNTYFLOW is {named}, which cannot be run")
        return Path(named).absolute()
    in_path = shutil.which("countyflow")
    # The Python command of the same name is not the program.
    if in_path:
        return Path(in_path).absolute()
    here = Path.cwd()
    for folder in (here, *here.parents, *Path(__file__).resolve().parents):
        built = folder / ".build" / "release" / "countyflow"
        if os.access(built, os.X_OK):
            return built
    raise ProgramMissing(
        "E101: there is no `countyflow` in PATH, none in .build/release here or above, and "
        "COUNTYFLOW is not set; build it with `swift build -c release --product countyflow`"
    )


def leashed(command: Sequence[str]) -> list[str]:
    """Return a command that dies with the process that starts it, where the system can do that."""
    leash = shutil.which("setpriv")
    return [leash, "--pdeathsig", "KILL", "--", *command] if leash else list(command)


def call(arguments: Sequence[str], *, program: Path | None = None) -> Answer:
    """Run the command to its end.

    Its progress goes to the log `countyflow`. On `KeyboardInterrupt` the command gets one SIGINT
    and the time to save. Raises a `ProgramError` for every exit code but 0.
    """
    command = [str(program or find()), *arguments]
    notes: list[str] = []
    # A session of its own: Ctrl-C in a terminal must not reach the command twice.
    with subprocess.Popen(
        leashed(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as child:
        assert child.stdout is not None and child.stderr is not None  # noqa: S101  (asked for above)
        listener = threading.Thread(target=_listen, args=(child.stderr, notes), daemon=True)
        try:
            listener.start()
            stdout = child.stdout.read()
            exit_code = child.wait()
        except BaseException:
            _stop(child)
            raise
        listener.join()
    told = "\n".join(notes)
    if exit_code != 0:
        raise program_error(told, exit_code, command, stdout)
    return Answer(stdout, told)


def _listen(pipe: IO[bytes], notes: list[str]) -> None:
    """Keep what the command tells; pass its progress on."""
    for raw in pipe:
        line = raw.decode("utf-8", "replace").rstrip("\r\n")
        if _PROGRESS.fullmatch(line):
            log.info("%s", line)
        else:
            notes.append(line)


def _stop(child: subprocess.Popen[bytes]) -> None:
    """Ask a command to stop, and end it if it does not."""
    with contextlib.suppress(ProcessLookupError):
        child.send_signal(signal.SIGINT)
    try:
        child.wait(_TIME_TO_SAVE)
    except subprocess.TimeoutExpired:
        child.kill()
