"""What Bellingcat's auto-archiver writes: the table of csv_db, `metadata.json`, and the sheet saved as CSV.

Read by version 1.2.9. Four outputs, of which each says less than all together. Hashes: those of the sheet are of the
"final media", which is often its own page on the post; those of media are of the files beside it, in the algorithm that
is named. Neither is taken for ours. Its time stamps are of `hashes.txt`, a list of the hashes of the media.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any, Final

from probata.diagnostics import Diagnostic
from probata.evidence.archives.archive import (
    Attachment,
    Item,
    Moment,
    ReadArchive,
    StatedHash,
    bare_name,
    clean,
    moment_of,
    moment_written,
    one_line,
)
from probata.evidence.archives.beside import Finds, files_beside, read_within
from probata.evidence.archives.decoding import decoded
from probata.evidence.archives.limits import Limits, refusal, skipped
from probata.evidence.archives.python_repr import NotAValueError, value_of

TABLE: Final = "auto-archiver (csv_db)"
RECORD: Final = "auto-archiver (metadata.json)"
SHEET: Final = "auto-archiver (sheet)"
_TOOL: Final = "auto-archiver"
_DEEPEST: Final = 6
"""Media in media: the post, its list of hashes, the time stamp, its certificates."""
_NO_HASH: Final = {"", "not-calculated", "none"}
_ELSEWHERE: Final = ("wayback", "ghostarchive")
_WEB: Final = re.compile(r"https?://\S+", re.IGNORECASE)

# The table of csv_db: three columns, two of them written as Python writes its values.


def is_table(head: str) -> bool:
    """Tell a table of csv_db by its first line."""
    return head.partition("\n")[0].strip().replace('"', "") == "status,metadata,media"


def read_table(path: Path, shown: str, limits: Limits) -> ReadArchive:
    """Read the table of csv_db; a row that is not read is a finding."""
    items: list[Item] = []
    faults: list[Diagnostic] = []
    files = files_beside(path, limits)
    for number, line, row in _rows(path, shown, limits, faults):
        place = f"row {number}"
        try:
            values, media = value_of(row.get("metadata", "")), value_of(row.get("media", "") or "[]")
        except NotAValueError as error:
            help = "archive the post again, or import the page that was made of it"
            faults.append(skipped("unreadable-row", f"{place} is not taken: {error}", shown, help, line))
            continue
        items.append(item_of(values, media, place, one_line(row.get("status")), files, limits))
    return ReadArchive(TABLE, tuple(items), tuple(faults), _TOOL)


def read_record(path: Path, shown: str, limits: Limits) -> ReadArchive:
    """Read one `metadata.json`, or a list of such records."""
    data = read_within(path, limits)
    if isinstance(data, Diagnostic):
        return ReadArchive(RECORD, (), (data,))
    try:
        found = json.loads(decoded(data, "utf-8")[0])
    except (ValueError, RecursionError):
        return ReadArchive(RECORD, (), (refusal("archive-damaged", "the file is no JSON that can be read", shown,
                                                "get it again from whoever made it"),))  # fmt: skip
    files = files_beside(path, limits)
    records = found if isinstance(found, list) else [found]
    items = [item_of(*_parts(one), f"record {number}", one_line(one.get("status")), files, limits)
             for number, one in enumerate(records[: limits.items], 1) if isinstance(one, Mapping)]  # fmt: skip
    return ReadArchive(RECORD, tuple(items), tool=_TOOL)


def is_record(found: object) -> bool:
    """Tell a record of the json_enricher by its parts."""
    one = found[0] if isinstance(found, list) and found else found
    return isinstance(one, Mapping) and "media" in one and ("metadata" in one or "url" in one)


def _parts(record: Mapping[str, Any]) -> tuple[Any, Any]:
    inner = record.get("metadata")
    return (inner if isinstance(inner, Mapping) else record), record.get("media")


# One post: its metadata and its media, whichever of the outputs they come from.


def item_of(values: Any, media: Any, place: str, status: str, files: Finds, limits: Limits) -> Item:
    """Return a post of plain values. Local paths in it are reduced to names."""
    said = values if isinstance(values, Mapping) else {}
    attached = list(_attachments(media, files, 0))[: limits.attachments]
    return Item(
        kind="post",
        place=place,
        address=one_line(said.get("url")),
        title=one_line(said.get("title"), 300),
        text=clean(said.get("content") or "")[: limits.text],
        published=_moment(said.get("timestamp")),
        captured=_moment(said.get("_processed_at")),
        archived=_archived(said),
        attachments=tuple(attached),
        notes=tuple(_notes(said, status, attached)),
    )


def _moment(value: Any) -> Moment | None:
    if isinstance(value, datetime):
        return moment_of(value)
    return moment_written(value) if value else None


def _notes(said: Mapping[str, Any], status: str, attached: Iterable[Attachment]) -> Iterator[str]:
    if status:
        yield f"auto-archiver says `{bare_of_paths(status)}`"
    if any(said.get(name) for name in _ELSEWHERE) and not _archived(said):
        yield "an archive was asked for a copy, and no copy is stated"
    if any(one.what == "timestamp" for one in attached):
        yield "a time stamp is of the list of hashes, not of the media themselves"
    elif said.get("timestamped") or said.get("opentimestamped"):
        yield "a time stamp is stated, and is not among its files"


def _archived(said: Mapping[str, Any]) -> str:
    """Return the address of a copy elsewhere; `wayback` may also be a job, or begin with "failed"."""
    found = (said.get(name) for name in _ELSEWHERE)
    return next((one_line(one) for one in found if isinstance(one, str) and _WEB.fullmatch(one)), "")


def _attachments(media: Any, files: Finds, depth: int) -> Iterator[Attachment]:
    """Give media, and the media inside their properties: lists of hashes, time stamps, certificates."""
    if depth > _DEEPEST or not isinstance(media, list):
        return
    for one in media:
        if not isinstance(one, Mapping):
            continue
        inner = one.get("properties")
        properties = inner if isinstance(inner, Mapping) else {}
        yield _attachment(one, properties, files)
        for name, value in properties.items():
            nested = value if isinstance(value, list) else [value]
            kind = {"timestamp_authority_files": "timestamp", "cert_chain": "certificate"}.get(str(name), "")
            for found in _attachments([part for part in nested if isinstance(part, Mapping)], files, depth + 1):
                yield _called(found, kind)


def _called(found: Attachment, kind: str) -> Attachment:
    if not kind or found.what:
        return found
    return replace(found, what=kind)


def _attachment(one: Mapping[str, Any], properties: Mapping[str, Any], files: Finds) -> Attachment:
    path = str(one.get("filename") or one.get("_key") or one.get("key") or "")
    stated = one_line(properties.get("hash"), 200)
    hashes = (StatedHash(stated, "the file, as auto-archiver says"),) if stated.lower() not in _NO_HASH else ()
    addresses = one.get("urls")
    first = next((u for u in (*(addresses if isinstance(addresses, list) else ()), properties.get("src"))
                  if isinstance(u, str) and _WEB.fullmatch(u)), "")  # fmt: skip
    what = "list of hashes" if properties.get("id") == "timestamped_hashes" else ""
    found = files(path) if path else None
    return Attachment(
        name=bare_name(path) if path else bare_name(first),
        media_type=one_line(one.get("_mimetype") or one.get("mimetype"), 100),
        read=found.read if found else None,
        what=what,
        address=one_line(first, 1_000),
        hashes=hashes,
        path=found.path if found else None,
    )


def bare_of_paths(text: str) -> str:
    """Return a text in which a local path is reduced to its last part."""
    return re.sub(r"(?<![\w:/])(?:[A-Za-z]:\\|/|~/)(?:[^\s/\\'\"]+[/\\])+", "", text)


# The sheet that it works through, saved as CSV. Its headings can be renamed; these are the usual ones.

_HEADINGS: Final = {"link", "archive status", "archive location", "archive date"}


def is_sheet(head: str) -> bool:
    """Tell the sheet by its headings: a link, and two more of the usual ones."""
    first = next(iter(csv.reader(StringIO(head))), [])
    found = {cell.strip().lower() for cell in first} & _HEADINGS
    return "archive status" in found and len(found) >= 2


def read_sheet(path: Path, shown: str, limits: Limits) -> ReadArchive:
    """Read the sheet; rows without a link are passed over, and those that failed are told."""
    items: list[Item] = []
    faults: list[Diagnostic] = []
    for number, line, row in _rows(path, shown, limits, faults):
        link, status = _first_address(row.get("link", "")), one_line(row.get("archive status"), 200)
        if not link and not status:
            continue
        if not link or re.search(r"fail|in progress|no archiver", status, re.IGNORECASE):
            why = f"`{bare_of_paths(status)}`" if link else "it has no link"
            faults.append(skipped("unread-item", f"row {number} is not taken: {why}", shown, line=line))
            continue
        items.append(_row_of_sheet(row, f"row {number}", link, status))
    return ReadArchive(SHEET, tuple(items), tuple(faults), _TOOL)


def _row_of_sheet(row: Mapping[str, str], place: str, link: str, status: str) -> Item:
    stated = one_line(row.get("hash"), 200)
    names = ("archive location", "screenshot", "wacz", "thumbnail")
    found = [(name, address) for name in names for address in _WEB.findall(row.get(name, "")[:50_000])]
    attached = [Attachment(bare_name(_tidy(address)), address=_tidy(address), what=name) for name, address in found]
    return Item(
        kind="post",
        place=place,
        address=link,
        title=one_line(row.get("upload title"), 300),
        text=clean(row.get("text content", "")),
        published=moment_written(row.get("upload timestamp")),
        captured=moment_written(row.get("archive date")),
        attachments=tuple(attached),
        hashes=(StatedHash(stated, "what auto-archiver calls the final media, often its own page on the post"),)
        if stated.lower() not in _NO_HASH
        else (),
        notes=(f"auto-archiver says `{bare_of_paths(status)}`", "the sheet names files and holds none"),
    )


def _tidy(address: str) -> str:
    return one_line(address.rstrip("\"')"))


def _first_address(cell: str) -> str:
    found = _WEB.search(cell[:10_000])
    return _tidy(found[0]) if found else ""


def _rows(
    path: Path, shown: str, limits: Limits, faults: list[Diagnostic]
) -> Iterator[tuple[int, int, Mapping[str, str]]]:
    """Give rows by their number, from 1, with their line and their cells by heading in small letters."""
    data = read_within(path, limits)
    if isinstance(data, Diagnostic):
        faults.append(data)
        return
    text, _ = decoded(data, "utf-8-sig")
    reader = csv.reader(StringIO(text))
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        for number, row in enumerate(reader, 1):
            if number > limits.items:
                faults.append(skipped("too-many-entries", f"only the first {limits.items:,} rows are read", shown))
                return
            yield number, reader.line_num, dict(zip(header, row, strict=False))
    except csv.Error as error:
        faults.append(skipped("archive-damaged", f"from line {reader.line_num} on it is no CSV ({error})", shown,
                              "save it again as CSV in UTF-8", line=reader.line_num))  # fmt: skip
