"""RIS, which databases and reference managers export: tags of two signs, one to a line, a work from `TY` to `ER`.

Pandoc reads it too, and loses the day and month of most dates, when a work was read, and every tag that it does not
know without a word; so it is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from probata.diagnostics import Span
from probata.importers.dates import written
from probata.importers.foreign import Foreign, refused, table
from probata.source.shipped import shipped

_TAG = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)")
_PARTS = re.compile(r"([\d/]*?)/*([^\d/].*)?")
_LONGEST_DATE = 100
_OUTER = ("abstract", "keyword")


def read_ris(text: str, shown: str) -> list[Foreign]:
    """Read all works; a line without a tag goes on with the one above.

    Tags without a meaning for us are named in `unread`. Raises `CannotImportError` where there is no work, a line
    stands outside of them, or the last is not ended, as in a file that was cut off.
    """
    works = [_work(lines, Span(shown, lines[0][0])) for lines in _works(text, shown)]
    if not works:
        raise refused("IMP121", "no-works", "the file holds no work: none begins with `TY  - `", Span(shown),
                      "export the library as RIS")  # fmt: skip
    return works


Lines = list[tuple[int, str, list[str]]]
"""Of each field the line on which it begins, its tag, and the parts of its value, one from each line."""


def _works(text: str, shown: str) -> Iterator[Lines]:
    """Give the fields of each work; one that the next begins before it is ended is taken, the last must be ended."""
    lines: Lines = []
    for number, line in enumerate(text.split("\n"), 1):
        match = _TAG.fullmatch(line.rstrip())
        if match and match[1] == "TY":
            if lines:
                yield lines
            lines = [(number, "TY", [match[2].strip()])]
        elif match and match[1] == "ER":
            if lines:
                yield lines
            lines = []
        elif match and lines:
            lines.append((number, match[1], [match[2].strip()]))
        elif line.strip() and lines:
            lines[-1][2].append(line.strip())
        elif line.strip():
            raise refused("IMP122", "broken-ris", "a line stands here that belongs to no work", Span(shown, number),
                          "begin each work with `TY  - ` and end it with `ER  - `")  # fmt: skip
    if lines:
        raise refused("IMP122", "broken-ris", "the work that begins here is not ended by `ER  - `",
                      Span(shown, lines[0][0]), "export the file again, it may have been cut off; where all is there, "
                      "write `ER  - ` as its last line")  # fmt: skip


def _work(lines: Lines, span: Span) -> Foreign:
    item: dict[str, Any] = {}
    unread: list[str] = []
    remarks: list[str] = []
    for _, tag, parts in lines:
        value = " ".join(parts).strip()
        name = shipped("importers", "ris.toml")["tags"].get(tag, "")
        if not value:
            continue
        if tag == "TY":
            item["type"] = shipped("importers", "ris.toml")["types"].get(value, value)
        elif not name:
            unread.append(tag)
        else:
            _put(item, name, tag, value, remarks)
    return Foreign(item, span, tuple(unread), remarks=tuple(remarks))


def _put(item: dict[str, Any], name: str, tag: str, value: str, remarks: list[str]) -> None:
    if name in table("names"):
        item.setdefault(name, []).append(_name(value))
    elif name in table("dates"):
        _put_date(item, name, value, remarks)
    elif tag == "EP" and name in item:
        item[name] += f"-{value}" if value not in item[name] else ""
    elif name == "note" and name in item:
        item[name] += f"\n{value}"
    elif name not in item:
        item[name] = value
    elif item[name] != value and name not in _OUTER:
        remarks.append(f"`{tag}  - {value[:80]}` is not kept: `{name}` is `{str(item[name])[:80]}` already")


def _put_date(item: dict[str, Any], name: str, value: str, remarks: list[str]) -> None:
    """Keep the most precise of several dates: `PY` is often the year of the day that `DA` gives."""
    bare = value.strip().strip("/")
    # The fourth part is for words: `2019/03//spring`.
    parts = _PARTS.fullmatch(bare[:_LONGEST_DATE])
    known, words = (parts[1], parts[2]) if parts and parts[1] else (bare, "")
    date = written(known)
    if date and words:
        remarks.append(f"`{name}`: `{words[:80]}` is left out of `{date}`")
    if name not in item or len(date) > len(str(item[name].get("raw", ""))):
        item[name] = {"raw": date or value}


def _name(value: str) -> Any:
    """Return a name: the parts of `Family, Given, Suffix`; else as it is."""
    parts = [part.strip() for part in value.split(",")]
    if len(parts) == 3 and all(parts) and ";" not in value:
        return {"family": parts[0], "given": parts[1], "suffix": parts[2]}
    return value
