"""Runs Pandoc: citations in and written out back, or references in one form in and in another out.

Pandoc is a program beside us, never a library: JSON over its input and output, no file, no network.
"""

from __future__ import annotations

import hashlib
import subprocess
import zlib
from collections.abc import Sequence
from pathlib import Path

from probata.citation.exchange import Answer, AnswerError, Request, read_answer, request_document
from probata.kept import Store

# Pandoc's answers by what it was asked: the same question to the same Pandoc is not asked again.

_FORM = "citations-1"
"""Beginning of every key; the digit is raised where entries take another form."""


def answer_key(program: Path, arguments: tuple[str, ...], body: bytes) -> str | None:
    """Return the key of a question: its bytes, how Pandoc is called, and which Pandoc; `None` where there is none.

    A Pandoc is known by path, size and time of change: to ask it for its version takes a tenth of a second. An answer
    is kept as Pandoc gave it, so that the key need not know how it is read.
    """
    try:
        state = program.stat()
    except OSError:
        return None
    digest = hashlib.sha256(repr((str(program), state.st_size, state.st_mtime_ns, arguments)).encode())
    digest.update(body)
    return f"{_FORM}-{digest.hexdigest()}"


def kept_answer(store: Store, key: str) -> bytes | None:
    """Return an answer that was kept; `None` where there is none."""
    data = store.read(key)
    return zlib.decompress(data) if data else None


def keep_answer(store: Store, key: str, answer: bytes) -> None:
    """Keep an answer."""
    store.write(key, zlib.compress(answer, 1))


TIMEOUT_SECONDS = 60.0
_MEMORY_MB = 500
_CLEARING = ("+RTS", "-A8m", "-O150m", "-RTS")
"""Pandoc takes memory in pieces that the processor holds near, and goes through all of it again from 150 MB on only.

A document of a thousand citations needs less than that. It takes six sevenths of the time, and no more memory, even of
documents of tens of thousands (options of GHC's runtime system).
"""
_MEMORY_LIMIT = ("+RTS", f"-M{_MEMORY_MB}m", "-RTS")
_OUT_OF_MEMORY = 251
"""Exit code of a Haskell program that reached its limit."""
_ARGUMENTS = ("-f", "json", "-t", "json", "--citeproc", "--sandbox")

CODES_OF_PROGRAM = frozenset({"CIT101", "CIT102", "CIT103", "CIT104", "CIT105", "CIT106"})
"""Codes of what goes wrong with Pandoc, for which citations are printed without their style."""


class PandocError(Exception):
    """Pandoc gave no answer that can be used; `str()` is one clause in lower case."""

    def __init__(self, code: str, name: str, message: str, advice: str, said: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.name = name
        self.advice = advice
        self.said = said
        """What Pandoc itself said, where it said something."""


def run(request: Request, program: Path | None, store: Store | None = None) -> Answer:
    """Have the citations of one request written, or take them from the answers kept. Raises `PandocError`."""
    body = request_document(request)
    key = answer_key(program, _ARGUMENTS, body) if store and program else None
    if store and key and (kept := _kept(store, key, request)):
        return kept
    output = call(program, _ARGUMENTS, body)
    try:
        answer = read_answer(output, request)
    except AnswerError as error:
        raise unusable(error) from error
    if store and key:
        keep_answer(store, key, output)
    return answer


def _kept(store: Store, key: str, request: Request) -> Answer | None:
    try:
        kept = kept_answer(store, key)
        return read_answer(kept, request) if kept else None
    except AnswerError:
        return None  # kept by a version that read it otherwise


def convert(program: Path | None, reads: str, writes: str, body: bytes) -> bytes:
    """Turn references from one form into another, such as `bibtex` into `csljson`. Raises `PandocError`.

    Neither a file nor the network is read, and no line is broken.
    """
    return call(program, ("-f", reads, "-t", writes, "--wrap=none", "--sandbox"), body)


def call(program: Path | None, arguments: Sequence[str], body: bytes) -> bytes:
    """Run Pandoc with bounded time and memory and return what it wrote. Raises `PandocError`."""
    if program is None:
        raise _absent()
    command = [str(program), *arguments, *_CLEARING, *_MEMORY_LIMIT]
    try:
        # S603: the command is a fixed list, and no shell reads it.
        done = subprocess.run(command, input=body, capture_output=True, timeout=TIMEOUT_SECONDS)  # noqa: S603  # no shell
    except subprocess.TimeoutExpired as error:
        raise PandocError(
            "CIT102",
            "citation-program-too-slow",
            f"Pandoc was stopped after {TIMEOUT_SECONDS:g} seconds",
            "build again; if it happens again, build a part of the document to find the citation that it fails on",
        ) from error
    except OSError as error:
        raise _absent() from error
    if done.returncode == _OUT_OF_MEMORY:
        raise _out_of_memory()
    if done.returncode < 0:
        raise _killed(-done.returncode)
    if done.returncode:
        raise _failed(done.returncode, done.stderr)
    return done.stdout


def _absent() -> PandocError:
    return PandocError(
        "CIT101",
        "citation-program-missing",
        "Pandoc, the program that writes citations, is not installed or cannot be started",
        "install Probata again, or run `pip install pypandoc-binary`",
    )


def _out_of_memory() -> PandocError:
    return PandocError(
        "CIT105",
        "citation-program-out-of-memory",
        f"Pandoc needed more memory than the {_MEMORY_MB} MB that it may have",
        "try another citation style; if that does not help, make two documents of this one",
    )


def _killed(signal: int) -> PandocError:
    return PandocError(
        "CIT106",
        "citation-program-stopped",
        f"Pandoc was stopped from outside (signal {signal})",
        "close other programs, since the memory of the computer may be full, then build again",
    )


def _failed(code: int, complaint: bytes) -> PandocError:
    said = complaint.decode(errors="replace")
    lines = said.strip().splitlines()
    reason = f": {lines[-1].strip().rstrip('.')}" if lines else ""
    advice = "try another citation style; if that works, the style is at fault"
    message = f"Pandoc stopped with code {code}{reason}"
    return PandocError("CIT103", "citation-program-failed", message, advice, said)


def unusable(error: AnswerError) -> PandocError:
    """Return the error for an answer that says something unexpected."""
    advice = "try another citation style, and report this one"
    return PandocError("CIT104", "citation-answer-unknown", f"Pandoc's answer cannot be used: {error}", advice)
