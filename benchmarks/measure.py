"""Whole processes, timed from outside and in turn, so that a machine that slows down slows both sides."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

RUNS = 11


@dataclass(frozen=True, slots=True)
class Figures:
    """What one command took, a figure a run."""

    seconds: tuple[float, ...]
    megabytes: tuple[float, ...]
    """Largest resident size of a process: of the command, or of one that it called."""
    processor: tuple[float, ...]
    """Seconds of the processor, with those of the programs that it called: other work on the machine adds few."""

    @property
    def time(self) -> float:
        """Median seconds."""
        return median(self.seconds)

    @property
    def busy(self) -> float:
        """Median seconds of the processor."""
        return median(self.processor)

    @property
    def memory(self) -> float:
        """Median megabytes."""
        return median(self.megabytes)


def interleaved(
    commands: Mapping[str, Sequence[str]],
    runs: int = RUNS,
    before: Callable[[str], None] = lambda _: None,
    taking: Callable[[Sequence[str]], tuple[float, float, float]] | None = None,
) -> dict[str, Figures]:
    """Run the commands A B A B …, after one run each that is not counted; `before` runs before each, with its name.

    `taking` runs one and returns what it took: `once`, unless said.
    """
    found: dict[str, list[tuple[float, float, float]]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            before(name)
            took = (taking or once)(command)
            if number:
                found[name].append(took)
    return {name: Figures(*(tuple(column) for column in zip(*rows, strict=True))) for name, rows in found.items()}


def once(command: Sequence[str]) -> tuple[float, float, float]:
    """Run a command; return seconds, megabytes, seconds of the processor. Stops the benchmark where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(list(command), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)  # noqa: S603  # ours
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        said = process.stderr.read().decode() if process.stderr else ""
        sys.exit(f"{' '.join(command)} ended with {process.returncode}: {said}")
    return seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def told(command: Sequence[str]) -> tuple[float, float, float]:
    """Run a command that prints these figures of a part of what it does."""
    said = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout  # noqa: S603  # ours
    seconds, megabytes, processor = map(float, said.split())
    return seconds, megabytes, processor


def paired(left: Figures, right: Figures) -> float:
    """Return the median of the ratios left to right, run by run."""
    return median(a / b for a, b in zip(left.seconds, right.seconds, strict=True))
