"""Finding the command, running it, and passing its errors on."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import countyflow
from countyflow import program
from countyflow.__main__ import main


def script(folder: Path, text: str) -> Path:
    file = folder / "countyflow"
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return file


def test_the_variable_wins_over_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    named, other = script(tmp_path / "a", "exit 0"), script(tmp_path / "b", "exit 0")
    monkeypatch.setenv("PATH", str(other.parent), prepend=":")
    monkeypatch.delenv("COUNTYFLOW", raising=False)
    assert program.find() == other
    monkeypatch.setenv("COUNTYFLOW", str(named))
    assert program.find() == named


def test_a_variable_that_names_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTYFLOW", "/nowhere/countyflow")
    with pytest.raises(countyflow.ProgramMissing, match="/nowhere/countyflow"):
        program.find()


def test_a_sweep_is_not_driven_without_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COUNTYFLOW", "/nowhere/countyflow")
    assert main(["drive", str(tmp_path), "--workers", "1"]) == 4
    assert "E101: COUNTYFLOW is /nowhere/countyflow" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (1, countyflow.CheckFailed),
        (2, countyflow.UsageError),
        (3, countyflow.ScenarioError),
        (4, countyflow.FileError),
        (5, countyflow.StoreError),
        (6, countyflow.LimitExceeded),
        (7, countyflow.Unfinished),
        (70, countyflow.ProgramBug),
        (129, countyflow.Stopped),
        (143, countyflow.Stopped),
    ],
)
def test_each_exit_code_has_its_error(
    code: int, kind: type[countyflow.ProgramError], tmp_path: Path
) -> None:
    command = script(tmp_path, f"echo 'error: E999: what is wrong' >&2; exit {code}")
    with pytest.raises(kind) as caught:
        program.call(["run"], program=command)
    assert caught.value.exit_code == code
    assert caught.value.message == "error: E999: what is wrong"
    assert type(caught.value) is kind


def test_death_by_a_signal_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(countyflow.ProgramBug) as caught:
        program.call([], program=script(tmp_path, "kill -SEGV $$"))
    assert caught.value.exit_code == -signal.SIGSEGV


def test_progress_goes_to_the_log_and_not_into_the_message(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    line = "1 of 4 runs, 2.0 simulated years, 0.30 a second, about 5 s left"
    caplog.set_level("INFO", logger="countyflow")
    command = script(tmp_path, f"echo '{line}' >&2; echo 'error: E1: bad' >&2; exit 3")
    with pytest.raises(countyflow.ScenarioError) as caught:
        program.call([], program=command)
    assert caught.value.message == "error: E1: bad"
    assert line in caplog.text


def test_an_interrupt_reaches_the_command_once(tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    body = (
        f"trap 'echo int >> {tmp_path}/seen' INT; "
        "echo '1 of 4 runs, about 5 s left' >&2; sleep 1; sleep 1"
    )
    command = script(tmp_path, body)
    # A background job of a shell is born deaf to interrupts, and so is all that it starts. Progress
    # in the log says that the client listens, and so would notice.
    code = (
        "import logging, signal\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"logging.basicConfig(filename={str(heard)!r}, level='INFO')\n"
        "from countyflow.program import call\n"
        f"call([], program={str(command)!r})"
    )
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL) as client:
        wait_for(lambda: heard.exists() and heard.stat().st_size > 0)
        client.send_signal(signal.SIGINT)
        client.wait(20)
    assert (tmp_path / "seen").read_text() == "int\n"


def test_the_command_dies_with_the_client(tmp_path: Path) -> None:
    command = script(tmp_path, f"echo $$ > {tmp_path}/pid; exec sleep 600")
    code = f"from countyflow.program import call; call([], program={str(command)!r})"
    with subprocess.Popen([sys.executable, "-c", code]) as client:
        wait_for(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text().strip())
        pid = int((tmp_path / "pid").read_text())
        client.kill()
        client.wait()
    wait_for(lambda: not is_alive(pid))


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


def wait_for(condition: object, seconds: float = 90.0) -> None:
    assert callable(condition)
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
