"""200 small cases built in one batch on two processes, and on a Dask cluster of two workers of which one is killed.

Prints how many cases each batch tells of, how many files they left for others, and how many of these differ. Arguments:
a folder that is not there yet, and the number of cases.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

from benchmarks.many_records import write_case


def main() -> None:
    """Make the cases, run both batches, and compare."""
    cluster_of = import_module("distributed").LocalCluster  # an extra
    folder, number = Path(sys.argv[1]).absolute(), int(sys.argv[2])
    for one in range(number):
        write_case(folder / "cases" / f"case-{one:03}", allegations=1 + one % 5)
    rows = _batch(folder, "here", "--jobs", "2")
    with cluster_of(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        (killing := Thread(target=_kill_one, args=(cluster, folder / "there", number // 2))).start()
        others = _batch(folder, "there", "--scheduler", cluster.scheduler_address)
        killing.join()
    here, there = _files(folder / "here"), _files(folder / "there")
    differing = [name for name in here.keys() | there.keys() if here.get(name) != there.get(name)]
    for told, found in (("two processes", rows), ("cluster", others)):
        sys.stdout.write(f"{told}: {len(found)} lines on {len(set(found))} cases; {dict(Counter(found.values()))}\n")
    sys.stdout.write(f"{len(here)} and {len(there)} files; {len(differing)} differ\n")


def _batch(folder: Path, out: str, *how: str) -> dict[str, str]:
    """Build all cases; return what the summary tells of each, and stop where it tells of one twice."""
    build = f"--forum uk-ghr --format html --out {folder / out} --no-cache"
    command = [sys.executable, "-m", "probata", "batch", str(folder / "cases"), "--do", "build", "--with", build, *how]
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603  # ours
    rows = [line.split("\t")[:2] for line in said.splitlines() if line.count("\t") == 3][1:]
    if len({case for case, _ in rows}) < len(rows):
        sys.exit("a case is told twice")
    return dict(rows)


def _kill_one(cluster: Any, out: Path, begun: int) -> None:
    """Kill a worker, that is a process, once so many cases have a folder of their own."""
    while len([*out.glob("*")]) < begun:
        sleep(0.1)
    os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)


def _files(out: Path) -> dict[str, bytes]:
    files = (path for path in out.glob("*/outgoing/*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


if __name__ == "__main__":
    main()
