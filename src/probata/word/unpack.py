"""The files of a package out of their ZIP file, within limits: a stranger packed it."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Final

from probata.word.not_word import refuse_other_file, refuse_other_zip
from probata.word.refused import SAVE_AGAIN, WordFileError

LARGEST: Final = 100_000_000
"""Bytes of all parts together, unpacked; a long brief with pictures has a tenth."""

MOST_PARTS: Final = 5_000
"""A brief of a thousand pictures has a fifth."""

LARGEST_RATIO: Final = 200
"""How many times the packed size a file of more than `SMALL` bytes may have; text of Word's packs 10 to 50 times."""

SMALL: Final = 1_000_000
_DAMAGED: Final = f"is damaged: {SAVE_AGAIN}"


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the files by name; nothing is written anywhere.

    Raises `WordFileError` for what is no ZIP file, has a password, is damaged, names a file twice or outside the
    package, or is larger than the limits above.
    """
    refuse_other_file(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            refuse_other_zip([entry.filename for entry in entries])
            _refuse_names(entries)
            _refuse_sizes(entries)
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        # NotImplementedError: zipfile does not know the way in which it is packed.
        raise WordFileError(_DAMAGED) from error
    except RuntimeError as error:
        raise WordFileError(f"has a password: take it off and {SAVE_AGAIN}") from error


def _refuse_sizes(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise WordFileError(f"has {len(entries):,} parts, more than the {MOST_PARTS:,} that are read: {SAVE_AGAIN}")
    if sum(entry.file_size for entry in entries) > LARGEST:
        raise WordFileError("is larger than 100 MB unpacked: take its pictures out")
    for entry in entries:
        if entry.file_size > max(SMALL, LARGEST_RATIO * entry.compress_size):
            raise WordFileError(
                f"unpacks to more than {LARGEST_RATIO} times its size (`{entry.filename}`): {SAVE_AGAIN}"
            )


def _refuse_names(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename.lower() for entry in entries]  # two names that differ in capitals are one part
    if len(set(names)) < len(names):
        raise WordFileError(f"has two parts of one name: {SAVE_AGAIN}")
    for name in names:
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise WordFileError(f"names a part outside itself (`{name}`): {SAVE_AGAIN}")
