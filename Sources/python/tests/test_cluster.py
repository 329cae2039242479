"""The driver against faults: nothing lost, nothing doubled, the same content as a serial run."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

import countyflow
from countyflow import cluster, commands
from countyflow.cluster.native import (
    LOOK_EVERY,
    TIME_TO_COMPARE,
    NativeTask,
    TaskFailed,
    TaskHung,
    WorkerUnfit,
    carry_out,
)
from tests.faults import (
    descendants,
    drive_again,
    drive_without_a_scheduler,
    driving,
    judge,
    worker_pids,
)
from tests.test_program import is_alive, wait_for

STUDY = "fake.yaml"


@pytest.fixture
def serial(fake: Path, tmp_path: Path) -> str:
    """Return the content hash of the same sweep, run by one process."""
    delay(fake, 0)
    commands.sweep(STUDY, out=tmp_path / "serial")
    delay(fake, 0.05)
    return commands.merge(tmp_path / "serial").content_hash


@pytest.fixture
def planned(serial: str, tmp_path: Path) -> countyflow.Sweep:
    """Return a sweep that is planned and not begun."""
    assert serial
    return countyflow.plan(STUDY, out=tmp_path / "sweep")


@pytest.fixture(scope="module")
def living() -> Iterator[Client]:
    """Return a cluster that outlives the faults of tasks."""
    with cluster.local(2) as client:
        yield client


def delay(fake: Path, seconds: float) -> None:
    """Let each task take this long."""
    (fake / "delay").write_text(str(seconds))


def test_without_a_fault(planned: countyflow.Sweep, serial: str, living: Client) -> None:
    told: list[tuple[int, int]] = []
    report = cluster.drive(planned, living, progress=lambda *at: told.append(at))
    assert report.done_before == 0 and report.retries == 0
    again = cluster.drive(planned, living)
    assert again.done_before == again.tasks == report.tasks
    assert told[-1] == (report.tasks, report.tasks)
    judge("none", 0, planned, serial)


def test_workers_are_killed(planned: countyflow.Sweep, serial: str, fake: Path) -> None:
    killed = 0
    delay(fake, 0.2)
    luck = random.Random(1)  # noqa: S311
    with cluster.local(2) as client, driving(planned, client) as driver:
        while killed < 6 and driver.is_alive():
            time.sleep(0.5)
            if pids := worker_pids(client):
                os.kill(luck.choice(pids), signal.SIGKILL)
                killed += 1
    judge("worker killed (SIGKILL)", killed, planned, serial)


def test_native_commands_are_killed(
    planned: countyflow.Sweep, serial: str, fake: Path, living: Client
) -> None:
    for number in (3, 11, 12):
        (fake / f"crash-{number}").touch()
    for number in (5, 20):
        (fake / f"half-{number}").touch()
    report = cluster.drive(planned, living)
    assert report.retries == 5
    assert [file.name for file in fake.iterdir()] == ["delay"]
    judge("command killed, also with half a shard written", 5, planned, serial)


@pytest.mark.slow
def test_the_client_is_killed(
    planned: countyflow.Sweep, serial: str, fake: Path, living: Client
) -> None:
    delay(fake, 0.3)
    code = f"""
from countyflow import cluster
if __name__ == "__main__":
    with cluster.local(2) as client:
        cluster.drive({str(planned.folder)!r}, client)
"""
    script = planned.folder.parent / "drive.py"
    script.write_text(code)
    for _ in range(2):
        before = commands.status(planned.folder).done
        client = subprocess.Popen([sys.executable, script], start_new_session=True)
        wait_for(lambda before=before: commands.status(planned.folder).done > before + 2)
        family = descendants(client.pid)
        assert len(family) >= 2
        client.kill()
        client.wait()
        wait_for(lambda family=family: not any(map(is_alive, family)))
    delay(fake, 0.05)
    drive_again(planned, living)
    judge("client killed; no process left behind", 2, planned, serial)


@pytest.mark.slow
def test_the_scheduler_is_killed(
    planned: countyflow.Sweep, serial: str, fake: Path, living: Client
) -> None:
    delay(fake, 0.3)
    drive_without_a_scheduler(planned)
    delay(fake, 0.05)
    drive_again(planned, living)
    judge("scheduler killed", 1, planned, serial)


def test_a_cluster_without_workers_is_left(planned: countyflow.Sweep) -> None:
    with (
        LocalCluster(n_workers=0, dashboard_address=None) as empty,
        Client(empty) as client,
        pytest.raises(cluster.ClusterLost, match="no worker for 1 s"),
    ):
        cluster.drive(planned, client, worker_wait=1)


def test_every_task_is_delivered_twice(planned: countyflow.Sweep, serial: str) -> None:
    program = os.environ["COUNTYFLOW"]
    tasks = [NativeTask(str(planned.folder), number // 2, 60, program) for number in range(48)]
    with ProcessPoolExecutor(4) as pool:
        list(pool.map(carry_out, tasks))
    judge("delivered twice at the same moment", 24, planned, serial)


def test_hung_commands_meet_the_deadline(
    planned: countyflow.Sweep, serial: str, fake: Path, living: Client
) -> None:
    (fake / "hang-2").touch()
    (fake / "hang-17").touch()
    report = cluster.drive(planned, living, deadline=2, twin_after=0)
    assert report.hung == 2
    judge("command hung, cut by the deadline", 2, planned, serial)


def test_stragglers_are_begun_a_second_time(
    planned: countyflow.Sweep, serial: str, fake: Path, living: Client
) -> None:
    (fake / "hang-23").touch()
    report = cluster.drive(planned, living, deadline=600)
    assert report.twins == 1 and report.hung == 0
    judge("straggler, twin elsewhere", 1, planned, serial)


def test_a_straggler_leaves_its_worker_once_it_is_overtaken(
    planned: countyflow.Sweep, fake: Path
) -> None:
    (fake / "hang-9").touch()
    task = NativeTask(str(planned.folder), 9, 600, os.environ["COUNTYFLOW"])
    others = set(descendants(os.getpid()))
    with ThreadPoolExecutor(1) as worker:
        straggler = worker.submit(carry_out, task)
        wait_for(lambda: not (fake / "hang-9").exists())
        hung = set(descendants(os.getpid())) - others
        carry_out(task)
        straggler.result(LOOK_EVERY + TIME_TO_COMPARE + 5)
    assert hung and not any(map(is_alive, hung))


def test_a_stopped_worker_holds_nothing_up(
    planned: countyflow.Sweep, serial: str, fake: Path
) -> None:
    delay(fake, 0.2)
    with cluster.local(2) as client:
        stopped = worker_pids(client)[0]
        with driving(planned, client):
            wait_for(lambda: commands.status(planned.folder).done > 2)
            os.kill(stopped, signal.SIGSTOP)
    judge("worker hung (SIGSTOP)", 1, planned, serial)


@pytest.mark.slow
def test_when_all_workers_are_stopped_they_are_started_again(
    planned: countyflow.Sweep, serial: str, fake: Path
) -> None:
    delay(fake, 0.2)
    with cluster.local(2, silence=5) as client, driving(planned, client):
        wait_for(lambda: commands.status(planned.folder).done > 2)
        for worker in worker_pids(client):
            os.kill(worker, signal.SIGSTOP)
    judge("all workers hung (SIGSTOP)", 2, planned, serial)


def test_damaged_shards_are_made_again(
    planned: countyflow.Sweep, serial: str, living: Client
) -> None:
    cluster.drive(planned, living)
    shards = sorted((planned.folder / "shards").glob("[0-9]*.json"))
    shards[0].write_bytes(shards[0].read_bytes()[:50])
    shards[1].write_bytes(shards[1].read_bytes().replace(b'"value":"0', b'"value":"1', 1))
    shards[2].unlink()
    shards[3].write_bytes(shards[4].read_bytes())
    report = cluster.drive(planned, living)
    assert report.tasks - report.done_before == 4
    judge("shard cut, changed, removed, of another task", 4, planned, serial)


def test_tasks_that_say_done_and_are_not(
    planned: countyflow.Sweep, serial: str, fake: Path, living: Client
) -> None:
    (fake / "lie-4").touch()
    cluster.drive(planned, living)
    judge("says done and leaves no shard", 1, planned, serial)


def test_a_task_that_never_works_is_named_and_all_others_are_done(
    planned: countyflow.Sweep, fake: Path, living: Client
) -> None:
    (fake / "always-7").touch()
    with pytest.raises(cluster.TasksFailed, match=r"E590: task 7 never works") as caught:
        cluster.drive(planned, living)
    assert list(caught.value.failures) == [7]
    assert "--task 7" in str(caught.value)
    assert commands.status(planned.folder).missing == "7"


def test_a_worker_of_another_model_is_refused_and_others_do_its_tasks(
    planned: countyflow.Sweep, serial: str, fake: Path
) -> None:
    with cluster.local(2) as client:
        stranger, pid = next(iter(client.run(os.getpid).items()))
        (fake / f"model-{pid}").touch()
        report = cluster.drive(planned, client)
    assert list(report.refused) == [stranger] and "E281" in report.refused[stranger]
    assert report.retries == 0 and not report.failures
    judge("worker of another model", 1, planned, serial)


def test_when_every_worker_is_of_another_model_all_are_named(
    planned: countyflow.Sweep, fake: Path, living: Client
) -> None:
    workers = living.run(os.getpid)
    for pid in workers.values():
        (fake / f"model-{pid}").touch()
    with pytest.raises(cluster.NoWorkerFits, match="E281") as caught:
        cluster.drive(planned, living)
    assert caught.value.exit_code == 5 and set(caught.value.refused) == set(workers)
    assert all(worker in str(caught.value) for worker in workers)
    assert commands.status(planned.folder).done == 0


def test_a_command_that_no_worker_finds_is_named(planned: countyflow.Sweep, living: Client) -> None:
    with pytest.raises(cluster.NoWorkerFits, match=r"E101: /nowhere/countyflow on") as caught:
        cluster.drive(planned, living, program="/nowhere/countyflow")
    assert caught.value.exit_code == 4


def test_a_worker_takes_its_command_with_it(planned: countyflow.Sweep, fake: Path) -> None:
    (fake / "hang-0").touch()
    code = f"""
from countyflow.cluster import NativeTask, carry_out
carry_out(NativeTask({str(planned.folder)!r}, 0, 600, {os.environ["COUNTYFLOW"]!r}))
"""
    worker = subprocess.Popen([sys.executable, "-c", code])
    wait_for(lambda: not (fake / "hang-0").exists())
    family = descendants(worker.pid)
    worker.kill()
    worker.wait()
    assert family
    wait_for(lambda: not any(map(is_alive, family)))


def test_errors_travel_between_processes() -> None:
    import pickle

    hung = TaskHung(3, -9, "no end after 2 s; killed", ["countyflow", "run"])
    copy = pickle.loads(pickle.dumps(hung))  # noqa: S301
    assert isinstance(copy, TaskFailed) and str(copy) == str(hung) and copy.number == 3
    unfit = WorkerUnfit(3, 5, "E281", ["countyflow", "run"])
    unfit.worker = "tcp://elsewhere:1"
    there = pickle.loads(pickle.dumps(unfit))  # noqa: S301
    assert isinstance(there, WorkerUnfit) and there.worker == unfit.worker
