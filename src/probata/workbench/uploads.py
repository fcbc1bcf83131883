"""Files that were dropped on a page: kept in memory alone, and the newest of them only; doors.py limits their size."""

from __future__ import annotations

import re
import secrets
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

_KEPT = 4
"""Uploads that are kept at a time."""
_LONGEST = 100
_LONGEST_SENT = 255
"""No system has a longer name of a file."""
_MOST_FIELDS = 20
_NOT_OF_A_NAME = re.compile(r"[^\w .()+-]+")


class CannotUploadError(Exception):
    """Nothing can be done with what was sent; says why in a sentence."""


@dataclass(frozen=True, slots=True)
class Upload:
    """One file, or several that belong together, with what the form said beside them."""

    files: Mapping[str, tuple[str, bytes]]
    """Name and content by the name of the field; the name is one that a file can have anywhere."""
    called: Mapping[str, str]
    """The names as they were sent, which are words and never the way to a file."""

    said: Mapping[str, str]
    results: dict[str, Any] = field(default_factory=dict)
    """What screens made of it."""


@dataclass
class Uploads:
    """What is kept of a run."""

    _held: OrderedDict[str, Upload] = field(default_factory=OrderedDict)

    def put(self, upload: Upload) -> str:
        """Keep an upload and return the name by which it is found again."""
        key = secrets.token_hex(8)
        self._held[key] = upload
        while len(self._held) > _KEPT:
            self._held.popitem(last=False)
        return key

    def get(self, key: str) -> Upload | None:
        """Return an upload; `None` where it is not kept any more."""
        return self._held.get(key)


async def uploaded_file(request: Request) -> Upload:
    """Read a form with one file; raises `CannotUploadError`."""
    upload = await uploaded(request)
    if "file" not in upload.files:
        raise CannotUploadError("Choose a file.")
    return upload


async def uploaded(request: Request) -> Upload:
    """Read a form with its files; raises `CannotUploadError`."""
    parser = MultiPartParser(request.headers, request.stream(), max_files=2, max_fields=_MOST_FIELDS)
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError):
        raise CannotUploadError("The file did not arrive whole. Try again.") from None
    try:
        sent = {name: one for name, one in form.items() if isinstance(one, UploadFile) and one.filename}
        files = {name: (_name(one.filename), await one.read()) for name, one in sent.items()}
        called = {name: (one.filename or "").rpartition("/")[2][-_LONGEST_SENT:] for name, one in sent.items()}
        return Upload(files, called, {name: one.strip() for name, one in form.items() if isinstance(one, str)})
    finally:
        await form.close()


def _name(given: str | None) -> str:
    """Return the name of a file without its folders and without signs that a name of a file should not have."""
    own = re.split(r"[/\\]", given or "")[-1]
    return _NOT_OF_A_NAME.sub("_", own).lstrip(".")[-_LONGEST:] or "file"
