"""Hands the tasks of one round to Dask: what fails is tried again, what hangs is overtaken."""

from __future__ import annotations

import itertools
import logging
import queue
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from distributed import Client, Future
from distributed.scheduler import KilledWorker

from countyflow.cluster.native import NativeTask, TaskFailed, TaskHung, WorkerUnfit, carry_out
from countyflow.cluster.report import ClusterLost, Limits, NoWorkerFits, Report

log = logging.getLogger("countyflow.cluster")


class Hands:
    """The tasks of one round, on their way."""

    def __init__(
        self, client: Client, folder: Path, program: str, limits: Limits, report: Report
    ) -> None:
        self.client, self.folder, self.program = client, folder, program
        self.limits, self.last_hands = limits, time.monotonic()
        self.report = report
        self.ended: queue.SimpleQueue[Future] = queue.SimpleQueue()
        self.number_of: dict[Future, int] = {}
        self.handed_out: dict[str, float] = {}
        self.seen_at_work: dict[str, tuple[str, float]] = {}
        self.tries: dict[int, int] = {}
        self.twinned: set[int] = set()
        self.took: list[float] = []
        self.round = f"{time.time_ns():x}"
        self.sent = itertools.count()

    def finish(
        self, numbers: Sequence[int], total: int, progress: Callable[[int, int], None] | None
    ) -> None:
        """Hand everything out and wait until each task is done or has failed for good."""
        open_tasks = dict.fromkeys(numbers)
        waiting = list(reversed(numbers))
        told = time.monotonic()
        while open_tasks:
            self._fill(waiting)
            future = self._next_ended(1.0)
            if future is not None:
                number = self.number_of.pop(future, None)
                if number is not None and number in open_tasks and self._settle(future, number):
                    del open_tasks[number]
                    self._drop(number)
                    if progress:
                        progress(total - len(open_tasks), total)
            if time.monotonic() - told > 1.0:
                told = time.monotonic()
                self._look_after(tail=not waiting)
        for future in list(self.number_of):
            future.cancel(force=True)

    def _fill(self, waiting: list[int]) -> None:
        """Keep a few tasks more than there are workers on their way."""
        hands = sum(self._fit().values()) if waiting else 0
        while waiting and len(self.number_of) < max(2, 2 * hands):
            self._submit(waiting.pop())

    def _fit(self) -> dict[str, int]:
        """Return the threads of the workers that were not refused."""
        workers = self.client.nthreads().items()
        return {worker: threads for worker, threads in workers if worker not in self.report.refused}

    def _submit(self, number: int, *, elsewhere_than: set[str] | None = None) -> None:
        self.tries[number] = self.tries.get(number, 0) + (elsewhere_than is None)
        others = None
        if elsewhere_than is not None or self.report.refused:
            others = [worker for worker in self._fit() if worker not in (elsewhere_than or ())]
        future = self.client.submit(
            carry_out,
            self._task(number),
            key=f"countyflow-{self.round}-{number}-{next(self.sent)}",
            pure=False,
            workers=others,
            # A wish: these may die, and a refused worker hands back at once what it gets.
            allow_other_workers=others is not None,
        )
        self.number_of[future] = number
        self.handed_out[future.key] = time.monotonic()
        future.add_done_callback(self.ended.put)

    def _task(self, number: int) -> NativeTask:
        return NativeTask(str(self.folder), number, self.limits.deadline, self.program)

    def _next_ended(self, seconds: float) -> Future | None:
        try:
            return self.ended.get(timeout=seconds)
        except queue.Empty:
            return None

    def _settle(self, future: Future, number: int) -> bool:
        """Return whether a task needs no more care; hand it out again if it does."""
        if future.status == "finished":
            # Where all tasks are short none is ever seen at work.
            handed_out = ("", self.handed_out[future.key])
            _, began = self.seen_at_work.get(future.key, handed_out)
            self.took.append(time.monotonic() - began)
            return True
        if future.status in ("cancelled", "lost"):
            self._require_scheduler()
            error: BaseException = TaskFailed(number, -1, "lost on its way", [])
        else:
            error = future.exception()
        failure = self._failure(error, number)
        if isinstance(failure, WorkerUnfit):
            self._refuse(failure)
            if number not in self.number_of.values():
                self.tries[number] -= 1
                self._submit(number)
            return False
        self.report.hung += isinstance(failure, TaskHung)
        log.warning("%s", failure)
        if number in self.number_of.values():
            return False  # its twin is still at work
        if failure.is_final or self.tries[number] >= self.limits.attempts:
            self.report.failures[number] = failure
            return True
        self.report.retries += 1
        self._submit(number)
        return False

    def _failure(self, error: BaseException, number: int) -> TaskFailed:
        if isinstance(error, TaskFailed):
            return error
        command = self._task(number).command
        if isinstance(error, KilledWorker):
            return TaskFailed(number, -9, "every worker that took it died", command)
        return TaskFailed(number, -1, f"{type(error).__name__}: {error}", command)

    def _refuse(self, failure: WorkerUnfit) -> None:
        """Give a worker no more tasks; leave when there is no other and never was one."""
        if failure.worker not in self.report.refused:
            log.warning("worker %s is refused: %s", failure.worker, failure.message)
            self.report.refused[failure.worker] = failure.message
        if self._fit():
            return
        if self.took:
            time.sleep(1.0)  # whoever did those is being started again
        else:
            for future in list(self.number_of):
                future.cancel(force=True)
            raise NoWorkerFits(self.folder, dict(self.report.refused), failure.exit_code)

    def _drop(self, number: int) -> None:
        """Forget the other copies of a task that is done."""
        for future in [one for one, its in self.number_of.items() if its == number]:
            del self.number_of[future]
            self.seen_at_work.pop(future.key, None)
            future.cancel(force=True)

    def _look_after(self, *, tail: bool) -> None:
        """Restart workers that answer no more; begin stragglers a second time at the end."""
        self._require_scheduler()
        now = time.monotonic()
        self._require_workers(now)
        keys = {future.key: number for future, number in self.number_of.items()}
        at_work: dict[str, str] = {}
        for worker, held in self.client.processing().items():
            for key in held:
                if key in keys:
                    at_work[key] = worker
                    if self.seen_at_work.get(key, ("", now))[0] != worker:
                        self.seen_at_work[key] = (worker, now)
        # A worker kills a command at its deadline; one that has not is deaf itself.
        deaf = {
            worker
            for key, worker in at_work.items()
            if now - self.seen_at_work[key][1] > 2 * self.limits.deadline + 15
        }
        if deaf:
            log.warning("workers that answer no more are started again: %s", sorted(deaf))
            self.report.restarted_workers += len(deaf)
            self.client.restart_workers(list(deaf), raise_for_error=False)
            return
        if not tail or not self.took or self.limits.twin_after <= 0:
            return
        late = max(1.0, self.limits.twin_after * statistics.median(self.took))
        workers = set(self._fit())
        for key, worker in at_work.items():
            number = keys[key]
            is_late = now - self.seen_at_work[key][1] > late
            if is_late and number not in self.twinned and workers - {worker}:
                self.twinned.add(number)
                self.report.twins += 1
                log.info("task %d is late; begun a second time", number)
                self._submit(number, elsewhere_than={worker})

    def _require_scheduler(self) -> None:
        if self.client.status != "running":
            raise ClusterLost("the Dask scheduler is gone", self.folder)

    def _require_workers(self, now: float) -> None:
        if self._fit():
            self.last_hands = now
        elif now - self.last_hands > self.limits.worker_wait:
            wait = f"there was no worker for {self.limits.worker_wait:g} s"
            raise ClusterLost(wait, self.folder)
