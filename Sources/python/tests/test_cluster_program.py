"""The driver and the real command: faults on real runs, and the folder of a real sweep."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pandas as pd
import pyarrow.parquet as pq
import pytest

import countyflow
from countyflow import charts, cluster, commands, sweep_charts
from countyflow.cluster.native import NativeTask, carry_out
from tests.conftest import TINY
from tests.faults import (
    descendants,
    drive_again,
    drive_without_a_scheduler,
    driving,
    judge,
    worker_pids,
)
from tests.test_program import is_alive, wait_for

STUDY = TINY / "sweep.yaml"


@pytest.fixture(scope="session")
def with_sweeps(built: Path) -> Path:
    """Return the built command if it can sweep."""
    printed = subprocess.run([built, "--help"], capture_output=True, text=True, check=True).stdout
    if "  sweep " not in printed or not STUDY.exists():
        pytest.skip("this build has no `sweep`")
    return built


@pytest.fixture(scope="session")
def finished(with_sweeps: Path, tmp_path_factory: pytest.TempPathFactory) -> countyflow.Sweep:
    """Return the tiny sweep, run by one process without a cache."""
    folder = tmp_path_factory.mktemp("sweep")
    os.environ["COUNTYFLOW_CACHE"] = str(folder / "cache")
    assert with_sweeps.exists()
    return countyflow.sweep(STUDY, out=folder / "serial", replications=1)


@pytest.fixture
def serial(finished: countyflow.Sweep) -> str:
    """Return the content hash of the serial run."""
    return commands.merge(finished.folder).content_hash


@pytest.fixture
def planned(
    serial: str, with_sweeps: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> countyflow.Sweep:
    """Return the tiny sweep, planned and not begun, with a cache that is empty."""
    assert serial
    command = tmp_path / "countyflow"
    cache = tmp_path / "cache"
    command.write_text(f'#!/bin/sh\nCOUNTYFLOW_CACHE="{cache}" exec "{with_sweeps}" "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("COUNTYFLOW", str(command))
    return countyflow.plan(STUDY, out=tmp_path / "sweep", replications=1)


@pytest.mark.slow
def test_workers_and_commands_are_killed(planned: countyflow.Sweep, serial: str) -> None:
    killed = 0
    luck = random.Random(2)  # noqa: S311
    with cluster.local(2) as client, driving(planned, client) as driver:
        while killed < 6 and driver.is_alive():
            time.sleep(0.7)
            workers = worker_pids(client)
            children = [pid for worker in workers for pid in descendants(worker)]
            if pids := luck.choice([workers, children]) or workers:
                os.kill(luck.choice(pids), signal.SIGKILL)
                killed += 1
    judge("countyflow: workers and commands killed", killed, planned, serial)


@pytest.mark.slow
def test_the_client_is_killed(planned: countyflow.Sweep, serial: str) -> None:
    command = [sys.executable, "-m", "countyflow", "drive", str(planned.folder), "--workers", "2"]
    quiet = subprocess.DEVNULL
    client = subprocess.Popen(command, start_new_session=True, stderr=quiet)
    wait_for(lambda: commands.status(planned.folder).done > 2, 90)
    family = descendants(client.pid)
    client.kill()
    client.wait()
    wait_for(lambda: not any(map(is_alive, family)))
    before = commands.status(planned.folder).done
    again = subprocess.run(command, capture_output=True, text=True, check=True)
    assert f"{before} of them done before" in again.stdout
    judge("countyflow: client killed", 1, planned, serial)


@pytest.mark.slow
def test_the_scheduler_is_killed(planned: countyflow.Sweep, serial: str) -> None:
    drive_without_a_scheduler(planned)
    with cluster.local(2) as client:
        drive_again(planned, client)
    judge("countyflow: scheduler killed", 1, planned, serial)


@pytest.mark.slow
def test_a_worker_is_stopped(planned: countyflow.Sweep, serial: str) -> None:
    with cluster.local(2) as client, driving(planned, client):
        wait_for(lambda: commands.status(planned.folder).done > 2)
        os.kill(worker_pids(client)[0], signal.SIGSTOP)
    judge("countyflow: worker hung (SIGSTOP)", 1, planned, serial)


@pytest.mark.slow
def test_every_task_is_delivered_twice(planned: countyflow.Sweep, serial: str) -> None:
    tasks = commands.status(planned.folder).missing_tasks
    program = os.environ["COUNTYFLOW"]
    twice = [NativeTask(str(planned.folder), n, 300, program) for n in tasks for _ in "ab"]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(carry_out, twice))
    judge("countyflow: delivered twice at the same moment", len(tasks), planned, serial)


def test_a_sweep_reads_as_tables(finished: countyflow.Sweep, tmp_path: Path) -> None:
    shards = list(finished.shards())
    assert len(shards) == commands.status(finished.folder).tasks
    measure, last = finished.manifest.measures[0], shards[-1]
    frame = finished.frame()
    rows = frame[
        (frame["point"] == last.point)
        & (frame["policy"] == last.policy_name)
        & (frame["replication"] == last.replication)
        & (frame["measure"] == measure)
    ]
    known = {
        reading.period: reading.value
        for reading in last.readings
        if reading.measure == measure and reading.place is None and reading.tier is None
    }
    assert dict(zip(rows["period"], rows["value"], strict=True)) == known
    for varied in last.values:
        assert (rows[varied.path] == varied.value).all()
    place = {"point": last.point, "policy": last.policy_name, "replication": last.replication}
    for period, value in known.items():
        assert float(finished.dataset()[measure].sel({**place, "period": period})) == value
    file = finished.write_parquet(tmp_path)
    pd.testing.assert_frame_equal(pd.read_parquet(file), frame)
    note = pq.read_schema(file).metadata[b"countyflow.sweep"]
    assert msgspec.json.decode(note)["id"] == finished.manifest.id
    axes = finished.manifest.axes
    line = sweep_charts.response(frame, axes[0], measure, period="2024", language="zh-Hans")
    tiles = sweep_charts.surface(
        frame, axes[0], axes[1], measure, period="2024", policy=last.policy_name
    )
    text = charts.save(line, tmp_path / "response.svg").read_text()
    assert "合成数据" in text and axes[0].zh in text
    assert axes[1].en in charts.save(tiles, tmp_path / "surface.svg").read_text()


def test_a_sweep_that_is_not_merged_says_so(planned: countyflow.Sweep) -> None:
    with pytest.raises(countyflow.Unfinished) as caught:
        countyflow.merge(planned.folder)
    assert caught.value.exit_code == 7 and "missing" in caught.value.message
    with pytest.raises(countyflow.UnknownAnswer, match="not merged"):
        planned.query("SELECT 1")
