"""Strangers' files are parsed in another process, which may crash, run on or eat memory without harm to ours.

Parsers written in C and C++ (pdfium, qpdf, Pillow) are fast and break on files that were made to break them. One
process is begun and serves many files; it is ended where it takes too long or too much, and the next file
gets a new one.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, Final, Literal, Self

from probata.own_command import own_command

MEGABYTE: Final = 1_000_000
MEMORY: Final = 2_000 * MEGABYTE
"""Bytes of address space; a program with its libraries takes a fifth of it before it has read anything."""

SECONDS: Final = 60.0
LARGEST_WRITTEN: Final = 2_000 * MEGABYTE
"""Bytes of the largest file that it may write."""

SERVED: Final = 200
"""After so many calls another process is begun: what libraries do not give back goes with the old one."""


class ChildError(Exception):
    """The work was not done. `kind` says why; the message is for the log alone, never for a user."""

    def __init__(self, kind: Literal["time", "memory", "crash", "fault"], said: str = "") -> None:
        super().__init__(f"{kind}: {said}" if said else kind)
        self.kind: Literal["time", "memory", "crash", "fault"] = kind


class Child:
    """A process for the work of parsers, begun at the first call and ended with the `with` block.

    Memory is limited where the system can (Linux, other Unix); on Windows time alone is. With `None` neither memory nor
    files are, for work that reads nothing of a stranger.
    """

    def __init__(self, *, memory: int | None = MEMORY, seconds: float = SECONDS) -> None:
        self.memory = memory
        self.seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._calls = 0
        self._turn = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.end()

    def call(self, work: str, /, *, seconds: float | None = None, **given: object) -> Any:
        """Call the function `package.module:name` of ours with values of JSON and return its value of JSON.

        Paths are given whole, as text. Raises `ChildError` where it took longer than `seconds`, more memory than it
        may, crashed, or raised.
        """
        with self._turn:
            process = self._begun()
            late = threading.Event()
            timer = threading.Timer(seconds or self.seconds, _kill, (process, late))
            timer.start()
            answer: dict[str, Any] = {}
            try:
                answer = _asked(process, {"work": work, "given": given})
            finally:
                timer.cancel()
                if not answer:  # Ctrl-C too: the answer to this call must never be taken for that to the next
                    self.end()
            if not answer:
                raise ChildError("time" if late.is_set() else "crash", f"ended with {process.returncode}")
        if "value" in answer:
            return answer["value"]
        raise ChildError(answer["kind"], answer["said"])

    def end(self) -> None:
        """End the process, where there is one; a later call begins another."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        with contextlib.suppress(OSError):  # what was not yet written goes nowhere
            process.communicate()

    def _begun(self) -> subprocess.Popen[bytes]:
        self._calls += 1
        if self._calls % SERVED == 0 or (self._process is not None and self._process.poll() is not None):
            self.end()
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603  # our own program
                own_command(str(self.memory or 0), module=__name__),
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip
        return self._process


def _asked(process: subprocess.Popen[bytes], asked: object) -> dict[str, Any]:
    """Return the answer; an empty one where the process ended before it gave a whole one."""
    if process.stdin is None or process.stdout is None:
        return {}
    try:
        process.stdin.write(json.dumps(asked).encode() + b"\n")
        process.stdin.flush()
        line = process.stdout.readline()
    except OSError:
        return {}
    return dict(json.loads(line)) if line.endswith(b"\n") else {}


def _kill(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


# What runs in the other process.


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, LARGEST_WRITTEN),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(OSError, ValueError):  # macOS refuses some
            _, hard = resource.getrlimit(what)
            resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _serve() -> None:
    if memory := int(sys.argv[1]):
        _limit(memory)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        answers.write(json.dumps(_done(asked["work"], asked["given"])).encode() + b"\n")
        answers.flush()


def _done(work: str, given: dict[str, Any]) -> dict[str, Any]:
    module, _, name = work.partition(":")
    function: Callable[..., object] = getattr(importlib.import_module(module), name)
    try:
        return {"value": function(**given)}
    except MemoryError:
        return {"kind": "memory", "said": ""}
    except RecursionError:
        return {"kind": "fault", "said": "nested too deep"}
    except Exception as error:  # whatever a parser raises on a stranger's file
        return {"kind": "fault", "said": f"{type(error).__name__}: {error}"[:2000]}


if __name__ == "__main__":
    _serve()
