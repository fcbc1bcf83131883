"""Saving a PDF on a disk that may be full: qpdf ends the whole process where what it writes to refuses."""

from __future__ import annotations

import os
from io import RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from pikepdf import ObjectStreamMode, Pdf

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


def save(pdf: Pdf, target: Path, *, packed: bool = False, **more: Any) -> None:
    """Save a PDF, the same bytes for the same objects; `packed` puts its objects into streams.

    Raises `OSError` where the disk takes no more, as `pikepdf.Pdf.save` does for all else.
    """
    mode = ObjectStreamMode.generate if packed else ObjectStreamMode.preserve
    with _Patient(target) as out:
        pdf.save(cast("BinaryIO", out), deterministic_id=True, object_stream_mode=mode, **more)
        if out.refused:
            raise out.refused


class _Patient(RawIOBase):
    """A file that takes everything, and remembers why the disk did not."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._file = path.open("wb")
        self.refused: OSError | None = None

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._file.tell()

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def write(self, data: ReadableBuffer) -> int:
        try:
            if not self.refused:
                self._file.write(data)
        except OSError as error:
            self.refused = error
        return memoryview(data).nbytes

    def flush(self) -> None:
        try:
            if not self._file.closed and not self.refused:
                self._file.flush()
        except OSError as error:
            self.refused = error

    def close(self) -> None:
        self.flush()
        try:
            self._file.close()
        except OSError as error:
            self.refused = self.refused or error
        super().close()
