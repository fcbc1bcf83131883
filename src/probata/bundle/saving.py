"""Saving a PDF on a disk that may be full: qpdf ends the whole process where what it writes to refuses."""

from __future__ import annotations

from io import BufferedWriter, FileIO, UnsupportedOperation
from pathlib import Path
from typing import Any

from pikepdf import ObjectStreamMode, Pdf

_AT_ONCE = 1 << 20


def save(pdf: Pdf, target: Path, *, packed: bool = False, **more: Any) -> None:
    """Save a PDF, the same bytes for the same objects; `packed` puts its objects into streams.

    Raises `OSError` where the disk takes no more, as `pikepdf.Pdf.save` does for all else.
    """
    mode = ObjectStreamMode.generate if packed else ObjectStreamMode.preserve
    with BufferedWriter(file := _Patient(target, "wb"), _AT_ONCE) as out:
        pdf.save(out, deterministic_id=True, object_stream_mode=mode, **more)
    if file.refused:
        raise file.refused


class _Patient(FileIO):
    """A file that takes everything, and remembers why the disk did not."""

    refused: OSError | None = None

    def fileno(self) -> int:
        raise UnsupportedOperation  # else it would be written to without us

    def write(self, data: Any) -> int:
        try:
            return len(memoryview(data)) if self.refused else super().write(data)
        except OSError as error:
            self.refused = error
            return len(memoryview(data))
