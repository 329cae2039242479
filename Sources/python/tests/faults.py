"""Makes faults on a cluster and counts what they did: the table of faults is filled here."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from distributed import Client
from distributed.core import Status

import countyflow
from countyflow import cluster, commands
from tests.conftest import fault_rows
from tests.test_program import is_alive, wait_for


def judge(fault: str, injected: int, sweep: countyflow.Sweep, serial: str) -> None:
    """Count what is lost and doubled, keep the row for the table, and hold it against the rules."""
    status = commands.status(sweep.folder)
    files = [file.name[:6] for file in (sweep.folder / "shards").glob("[0-9]*.json")]
    lost, doubled = status.tasks - status.done, len(files) - len(set(files))
    equal = commands.merge(sweep.folder).content_hash == serial
    fault_rows.append((fault, injected, lost, doubled, equal))
    assert injected > 0 or fault == "none"
    assert (lost, doubled, equal) == (0, 0, True)


@contextmanager
def driving(
    sweep: countyflow.Sweep, client: Client, errors: list[BaseException] | None = None
) -> Iterator[threading.Thread]:
    """Drive a sweep in the background and wait for its end."""
    held = errors if errors is not None else []

    def work() -> None:
        try:
            cluster.drive(sweep, client, twin_after=3)
        except BaseException as error:
            held.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        yield thread
    finally:
        thread.join(240)
    assert not thread.is_alive()
    if errors is None and held:
        raise held[0]


def drive_without_a_scheduler(sweep: countyflow.Sweep) -> None:
    """Drive a sweep whose scheduler is killed on the way; the driver must say what to do."""
    errors: list[BaseException] = []
    with (
        scheduler_and_workers(2) as (scheduler, address),
        Client(address, timeout=60) as client,
        driving(sweep, client, errors) as driver,
    ):
        wait_for(lambda: commands.status(sweep.folder).done > 2)
        scheduler.kill()
        driver.join(120)
        assert not driver.is_alive()
    assert isinstance(errors[0], cluster.ClusterLost), errors
    assert "drive it again" in str(errors[0])


def drive_again(sweep: countyflow.Sweep, client: Client) -> None:
    """Drive a sweep that was begun; nothing that is done may be made again."""
    before = commands.status(sweep.folder).done
    assert cluster.drive(sweep, client).done_before == before > 0


def worker_pids(client: Client) -> list[int]:
    """Return the processes of the workers that are up.

    Not of those that are still starting: a nanny gives up when its worker dies before it is up.
    """
    begun = [one.process for one in client.cluster.workers.values() if one.process is not None]
    up = [process.pid for process in begun if process.status is Status.running]
    return [pid for pid in up if pid is not None and is_alive(pid)]


def descendants(pid: int) -> list[int]:
    """Return the processes below one, the resource tracker of Python not counted."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            if b"resource_tracker" not in Path(f"/proc/{child}/cmdline").read_bytes():
                found += [child, *descendants(child)]
    return found


def is_listening(port: int) -> bool:
    """Return whether somebody answers there."""
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def scheduler_and_workers(count: int) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Start a scheduler and workers as processes of their own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    options = ["--host", "127.0.0.1", "--port", str(port), "--no-dashboard", "--no-show"]
    cli = [sys.executable, "-m", "distributed.cli.dask_scheduler", *options]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1"]
    worker += ["--no-dashboard", "--death-timeout", "60", "--nworkers", "1", "--host", "127.0.0.1"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = subprocess.Popen(cli, **quiet)  # type: ignore[call-overload]
    wait_for(lambda: is_listening(port))
    workers = [subprocess.Popen(worker, **quiet) for _ in range(count)]  # type: ignore[call-overload]
    try:
        yield scheduler, address
    finally:
        for process in (scheduler, *workers):
            process.kill()
            process.wait()
