"""What Bellingcat's auto-archiver writes: the table of csv_db, `metadata.json`, its page on a post, the sheet as CSV.

Read by version 1.2.9. Four outputs, of which each says less than all together. Hashes: those of the sheet are of the
"final media", which is often its own page on the post; those of media are of the files beside it, in the algorithm that
is named. Neither is taken for ours. Its time stamps are of `hashes.txt`, a list of the hashes of the media.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from io import StringIO
from typing import Any, Final

from lxml import etree

from probata.evidence.archives.archive import (
    Attachment,
    Item,
    Moment,
    StatedHash,
    bare_name,
    clean,
    moment_of,
    moment_written,
    one_line,
)
from probata.evidence.archives.decoding import decoded
from probata.evidence.archives.python_repr import NotAValueError, value_of
from probata.evidence.archives.reading import Finds, Reader, Reading

_TOOL: Final = "auto-archiver"
_DEEPEST: Final = 6
"""Media in media: the post, its list of hashes, the time stamp, its certificates."""
_NO_HASH: Final = {"", "not-calculated", "none"}
_ELSEWHERE: Final = ("wayback", "ghostarchive")
_WEB: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_PAGE: Final = 20_000_000
"""Bytes of a page that is looked at whole."""

# The table of csv_db: three columns, two of them written as Python writes its values.


def _is_table(reading: Reading) -> bool:
    return reading.start.partition("\n")[0].strip().replace('"', "") == "status,metadata,media"


def _of_table(reading: Reading) -> Iterator[Item]:
    """Give the rows; one that is not read is a finding."""
    for number, line, row in _rows(reading):
        place = f"row {number}"
        try:
            values, media = value_of(row.get("metadata", "")), value_of(row.get("media", "") or "[]")
        except NotAValueError as error:
            help = "archive the post again, or import the page that was made of it"
            reading.skip("unreadable-row", f"{place} is not taken: {error}", help, line)
            continue
        yield _post(values, media, place, one_line(row.get("status")), reading)


# One `metadata.json`, or a list of such records.


def _is_record(reading: Reading) -> bool:
    found = reading.json
    one = found[0] if isinstance(found, list) and found else found
    return isinstance(one, Mapping) and "media" in one and ("metadata" in one or "url" in one)


def _of_records(reading: Reading) -> Iterator[Item]:
    records = reading.json if isinstance(reading.json, list) else [reading.json]
    for number, one in enumerate(records[: reading.limits.items], 1):
        if isinstance(one, Mapping):
            inner = one.get("metadata")
            said = inner if isinstance(inner, Mapping) else one
            yield _post(said, one.get("media"), f"record {number}", one_line(one.get("status")), reading)


# The page on a post: rows of files with their properties, then a table of metadata. Each value that it offers to copy
# stands in a `span.copy`.

_MADE_WITH: Final = re.compile(r"bellingcat/auto-archiver</a>\s*v?([\w.+-]{1,20})")


def _is_page(reading: Reading) -> bool:
    if "<" not in reading.start[:500]:
        return False
    with reading.opens() as stream:
        data = stream.read(_PAGE + 1)
    return len(data) <= _PAGE and b"bellingcat/auto-archiver" in data and b"Archived media for" in data


def _of_page(reading: Reading) -> Iterator[Item]:
    text = decoded(reading.read(), "utf-8")[0]
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, recover=True)
    page: Any = etree.fromstring(text.encode("utf-8", "replace"), parser)
    media: list[dict[str, Any]] = []
    key = ""
    for one in page.xpath("//table[contains(@class, 'content')]//*[self::ul or self::b or self::span]"):
        if one.tag == "ul":
            media.append({"properties": {}})
            continue
        said = "".join(one.itertext()).strip()
        if one.tag == "b":
            key = said.rstrip(":")
        elif media and "copy" in one.get("class", "").split() and said != "None":
            if key in ("key", "type"):
                media[-1].setdefault({"key": "_key", "type": "_mimetype"}[key], said)
            elif key in ("hash", "src", "id"):
                media[-1]["properties"].setdefault(key, said)
    values: dict[str, str] = {}
    for row in page.xpath("//table[contains(@class, 'metadata')]//tr[count(td) = 2]"):
        name, value = ("".join(cell.itertext()).strip() for cell in row.findall("td"))
        values.setdefault(name, value)
    version = _MADE_WITH.search(text)
    reading.tool = f"{_TOOL} {version[1]}" if version else _TOOL
    yield _post(values, [one for one in media if one.get("_key") or one["properties"]], "post", "", reading)


# One post: its metadata and its media, whichever of the outputs they come from.


def _post(values: Any, media: Any, place: str, status: str, reading: Reading) -> Item:
    """Return a post of plain values. Local paths in it are reduced to names."""
    reading.tool = reading.tool or _TOOL
    said = values if isinstance(values, Mapping) else {}
    attached = list(_attachments(media, reading.finds, 0))[: reading.limits.attachments]
    return Item(
        kind="post",
        place=place,
        address=one_line(said.get("url")),
        title=one_line(said.get("title"), 300),
        text=clean(said.get("content") or "")[: reading.limits.text],
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
        yield f"auto-archiver says `{_bare_of_paths(status)}`"
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
                yield replace(found, what=found.what or kind)


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


def _bare_of_paths(text: str) -> str:
    """Return a text in which a local path is reduced to its last part."""
    return re.sub(r"(?<![\w:/])(?:[A-Za-z]:\\|/|~/)(?:[^\s/\\'\"]+[/\\])+", "", text)


# The sheet that it works through, saved as CSV. Its headings can be renamed; these are the usual ones.

_HEADINGS: Final = {"link", "archive status", "archive location", "archive date"}


def _is_sheet(reading: Reading) -> bool:
    """Tell the sheet by its headings: a link, and two more of the usual ones."""
    first = next(csv.reader(StringIO(reading.start[:5_000])), [])
    found = {cell.strip().lower() for cell in first} & _HEADINGS
    return "archive status" in found and len(found) >= 2


def _of_sheet(reading: Reading) -> Iterator[Item]:
    """Give the rows; those without a link are passed over, and those that failed are told."""
    reading.tool = _TOOL
    for number, line, row in _rows(reading):
        found, status = _WEB.search(row.get("link", "")[:10_000]), one_line(row.get("archive status"), 200)
        link = _tidy(found[0]) if found else ""
        if not link and not status:
            continue
        if not link or re.search(r"fail|in progress|no archiver", status, re.IGNORECASE):
            why = f"`{_bare_of_paths(status)}`" if link else "it has no link"
            reading.skip("unread-item", f"row {number} is not taken: {why}", line=line)
            continue
        yield _row_of_sheet(row, f"row {number}", link, status)


def _row_of_sheet(row: Mapping[str, str], place: str, link: str, status: str) -> Item:
    stated = one_line(row.get("hash"), 200)
    names = ("archive location", "screenshot", "wacz", "thumbnail")
    found = [(name, _tidy(address)) for name in names for address in _WEB.findall(row.get(name, "")[:50_000])]
    hashes = (StatedHash(stated, "what auto-archiver calls the final media, often its own page on the post"),)
    return Item(
        kind="post",
        place=place,
        address=link,
        title=one_line(row.get("upload title"), 300),
        text=clean(row.get("text content", "")),
        published=moment_written(row.get("upload timestamp")),
        captured=moment_written(row.get("archive date")),
        attachments=tuple(Attachment(bare_name(address), address=address, what=name) for name, address in found),
        hashes=hashes if stated.lower() not in _NO_HASH else (),
        notes=(f"auto-archiver says `{_bare_of_paths(status)}`", "the sheet names files and holds none"),
    )


def _tidy(address: str) -> str:
    return one_line(address.rstrip("\"')"))


def _rows(reading: Reading) -> Iterator[tuple[int, int, Mapping[str, str]]]:
    """Give rows by their number, from 1, with their line and their cells by heading in small letters."""
    rows = csv.reader(StringIO(reading.text()))
    try:
        header = [cell.strip().lower() for cell in next(rows, [])]
        for number, row in enumerate(reading.first(rows, lambda row: sum(map(len, row)), "rows"), 1):
            yield number, rows.line_num, dict(zip(header, row, strict=False))
    except csv.Error as error:
        what = f"from line {rows.line_num} on it is no CSV ({error})"
        reading.skip("archive-damaged", what, "save it again as CSV in UTF-8", rows.line_num)


TABLES: Final = (
    Reader("auto-archiver (csv_db)", _is_table, _of_table),
    Reader("auto-archiver (sheet)", _is_sheet, _of_sheet),
)
READERS: Final = (
    Reader("auto-archiver (metadata.json)", _is_record, _of_records),
    Reader("auto-archiver (page)", _is_page, _of_page),
)
