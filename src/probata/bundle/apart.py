"""Work of ours in a process of its own: all the memory that it takes is given back when that ends."""

from __future__ import annotations

import gc
import pickle
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from traceback import format_exc
from typing import TYPE_CHECKING, Any, Final, TypeVar

from probata.source.in_child import Child
from probata.writers.format import WriteOptions, Written, load_format

if TYPE_CHECKING:
    from probata.document.tree import Document

_SECONDS: Final = 3_600.0
"""What is ours may take what it needs; what takes an hour never ends."""

T = TypeVar("T")


def apart(work: Callable[..., T], *given: object) -> T:
    """Return what a function of ours returns, called in another process. No file holds what is given to it.

    Raises what the function raises, and `ChildError` where the process was ended before it was done.
    """
    with Child(memory=None, seconds=_SECONDS) as child:
        answer = _unpacked(child.call(f"{__name__}:do", given=_packed((work, given))))
    if isinstance(answer, Exception):
        raise answer
    done: T = answer
    return done


def do(given: str) -> str:
    """Call the function, in the other process."""
    gc.disable()  # as in the command: what is made lives until the end
    work, values = _unpacked(given)
    try:
        return _packed(work(*values))
    except Exception as error:  # raised there, with where it came from
        error.add_note(format_exc())
        return _packed(error)


def write_pdf_file(document: Document, options: WriteOptions, target: Path) -> Written:
    """Set a document as a PDF, and return what its writer does but for the bytes. Raises what that raises."""
    written = load_format("pdf").write(document, options)
    target.write_bytes(written.data)
    return replace(written, data=b"")


def _packed(value: object) -> str:
    return b64encode(pickle.dumps(value)).decode()


def _unpacked(value: str) -> Any:
    return pickle.loads(b64decode(value))  # noqa: S301  # of our own process
