"""`python -m countyflow`: drive a planned sweep, or leave a notebook of a run."""

from __future__ import annotations

import argparse
import logging
import sys
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from countyflow.errors import CountyFlowError, ProgramError
from countyflow.program import find

if TYPE_CHECKING:
    from distributed import Client


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line says and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m countyflow", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    drive = commands.add_parser("drive", help="do the missing tasks of a planned sweep and merge")
    drive.add_argument("folder", help="the folder that `countyflow sweep --emit plan` wrote")
    drive.add_argument("--workers", type=int, help="processes on this machine; one a processor")
    drive.add_argument("--scheduler", help="address of a Dask scheduler, instead of this machine")
    drive.add_argument("--deadline", type=float, default=3600.0, help="seconds for a task")
    notebook = commands.add_parser("notebook", help="leave an executed notebook of a run or sweep")
    notebook.add_argument("run", help="the folder of a run or of a sweep")
    notebook.add_argument("--for", dest="kind", choices=["planner", "researcher", "batch"])
    notebook.add_argument("--out", help="where it goes; beside the run in notebooks-out")
    notebook.add_argument("--lang", choices=["zh-Hans", "en"], default="en")
    asked = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    for noisy in ("distributed", "papermill", "blib2to3", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.ERROR)
    try:
        print(_drive(asked) if asked.command == "drive" else _notebook(asked))
    except ProgramError as error:
        print(error.message, file=sys.stderr)
        return error.exit_code if error.exit_code > 0 else 70
    except CountyFlowError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code
    return 0


def _drive(asked: argparse.Namespace) -> str:
    from distributed import Client

    from countyflow import cluster

    find()  # or say that there is none, before workers are started

    def told(done: int, tasks: int) -> None:
        if done == tasks or done % max(1, tasks // 20) == 0:
            print(f"{done} of {tasks} tasks", file=sys.stderr)

    workers: AbstractContextManager[Client] = (
        Client(asked.scheduler) if asked.scheduler else cluster.local(asked.workers)
    )
    with workers as client:
        report = cluster.drive(asked.folder, client, deadline=asked.deadline, progress=told)
    hash_ = report.merged.content_hash if report.merged else ""
    again = f", {report.retries} tried again" if report.retries else ""
    again += f", {len(report.refused)} workers refused" if report.refused else ""
    return (
        f"{report.tasks} tasks, {report.done_before} of them done before{again}, "
        f"{report.seconds:.1f} s; content {hash_}"
    )


def _notebook(asked: argparse.Namespace) -> str:
    from countyflow.notebook import leave

    return str(leave(asked.run, kind=asked.kind, out=asked.out, language=asked.lang))


if __name__ == "__main__":
    sys.exit(main())
