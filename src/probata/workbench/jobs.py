"""Documents made in the background: the build of the command line, one at a time, with what it says."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Job:
    """One build."""

    number: int
    what: str
    command: Sequence[str]
    said: str = ""
    code: int | None = None
    """The exit code; `None` while it runs or waits."""
    is_cancelled: bool = False
    process: subprocess.Popen[str] | None = None

    @property
    def is_over(self) -> bool:
        """Whether it has ended, was cancelled, or could not begin."""
        return self.code is not None


@dataclass
class Jobs:
    """All builds of a run, the last one last."""

    all: list[Job] = field(default_factory=list)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, what: str, command: Sequence[str]) -> Job:
        """Begin a build and return at once."""
        job = Job(len(self.all), what, command)
        self.all.append(job)
        threading.Thread(target=self._run, args=(job,), daemon=True).start()
        return job

    def cancel(self, number: int) -> None:
        """Stop a build; each file stays whole."""
        job = self.all[number]
        job.is_cancelled = True
        if job.process and not job.is_over:
            job.process.terminate()

    def _run(self, job: Job) -> None:
        with self._turn:
            if job.is_cancelled:
                job.code = -1
                return
            job.process = subprocess.Popen(  # noqa: S603  # our own program, with a case and filing that are open
                list(job.command), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
            )
            job.said, _ = job.process.communicate()
            job.code = job.process.returncode
