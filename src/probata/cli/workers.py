"""Writing files side by side, in processes of their own: WeasyPrint keeps one processor busy for seconds."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

from probata.cli.interrupts import unheard
from probata.pipeline import Made, Prepared, finish

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

MOST = 4
"""Processes at most: each holds its own layout engine."""

Job = tuple[Prepared, str, str]
"""A prepared filing, the format to write, and the part of it."""


def usual_workers() -> int:
    """Return how many processes to use where nobody says: one for each processor, up to `MOST`."""
    return min(os.cpu_count() or 1, MOST)


def write_all(jobs: Sequence[Job], workers: int) -> Generator[Made, None, None]:
    """Give the finished files in the order of the jobs.

    PDFs by WeasyPrint are made side by side where there are several; the others are written here meanwhile: to start a
    process takes longer than a PDF by Typst. A process that the system kills loses nothing: its file is written here.
    """
    slow = [job for job in jobs if job[1] == "pdf" and job[0].options.by_weasyprint]
    if workers < 2 or len(slow) < 2:
        yield from (finish(*job) for job in jobs)
        return
    with _pool(min(workers, len(slow))) as pool:
        with unheard():  # a terminal sends Ctrl-C to them too, and they would die of it with a traceback each
            futures = {id(job): pool.submit(finish, *job) for job in slow}
        for job in jobs:
            yield _result(futures[id(job)], job) if id(job) in futures else finish(*job)


def _result(future: Future[Made], job: Job) -> Made:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result()
    except BrokenProcessPool:
        return finish(*job)


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    # What the processes lay aside, texts of a document among it, goes with this folder even where they are stopped.
    with tempfile.TemporaryDirectory(prefix="probata-", ignore_cleanup_errors=True) as aside:
        # A fresh process and no copy of this one, which may hold locks of its progress bar.
        pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin, (aside,))
        try:
            yield pool
        except BaseException:
            # A running job is stopped by its process alone. After `shutdown` the pool waits for it to end by itself.
            for process in active_children():
                process.terminate()
            pool.shutdown(cancel_futures=True)
            raise
        pool.shutdown()


def _begin(aside: str) -> None:
    # For Windows, where it is not handed on that they are ignored.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tempfile.tempdir = aside
    Thread(target=_end_with_the_parent, args=(aside,), daemon=True).start()


def _end_with_the_parent(aside: str) -> None:
    """End where the parent is killed: nobody would take the file, and the process would wait for its next one."""
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        shutil.rmtree(aside, ignore_errors=True)
        os._exit(1)
