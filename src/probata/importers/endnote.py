"""The XML that EndNote exports.

Pandoc reads it too, and loses DOIs, editors, days of dates and when a work was read; so it is read here. Nothing that a
document type could bring in is read: no entities, no other files, no network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from probata.diagnostics import Span
from probata.importers.dates import written
from probata.importers.foreign import Foreign, refused, table
from probata.source.shipped import shipped

_INSIDE = {"style", "record"}
"""Elements that only tell how text looks, or hold the rest."""
_TECHNICAL = {
    "database", "source-app", "foreign-keys/key", "ref-type", "periodical/abbr-1",
}  # fmt: skip


def read_endnote(data: bytes, shown: str) -> list[Foreign]:
    """Read all works. Raises `CannotImportError` where it is no XML of EndNote, or declares a document type."""
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", data):
        raise refused("IMP133", "document-type", "the file declares a document type, which EndNote never does",
                      Span(shown), "export the library from EndNote again")  # fmt: skip
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise refused("IMP132", "broken-xml", "the file cannot be read from here on: it is no XML",
                      Span(shown, max(1, line), max(1, column)), "export it again; it may have been cut off"
                      ) from None  # fmt: skip
    records = list(root.iter("record"))
    if not records:
        raise refused("IMP131", "no-works", "the file is XML and holds no works of EndNote", Span(shown),
                      "export the library as XML")  # fmt: skip
    return [_work(record, shown) for record in records]


def _work(record: Any, shown: str) -> Foreign:
    item: dict[str, Any] = {}
    unread: list[str] = []
    remarks: list[str] = []
    days: dict[str, str] = {}
    for path, text in _texts(record, ""):
        name = shipped("importers", "endnote.toml")["elements"].get(path, "")
        if not name:
            unread += [] if path in _TECHNICAL else [path]
        elif name in table("names"):
            item.setdefault(name, []).append(text)
        elif name == "issued":
            days.setdefault(path, text)
        elif name in table("dates"):
            item[name] = {"raw": text}
        elif name in item and name != "keyword":
            if item[name] != text:
                remarks.append(f"`{path}` `{text[:80]}` is not kept: `{name}` is `{str(item[name])[:80]}` already")
        else:
            item[name] = text
    if days:
        item["issued"], left_out = _issued(days.get("dates/year", ""), days.get("dates/pub-dates/date", ""))
        remarks += left_out
    kind = record.find("ref-type")
    said = kind.get("name", "") if kind is not None else ""
    item["type"] = shipped("importers", "endnote.toml")["types"].get(said, said)
    return Foreign(item, Span(shown, record.sourceline or 1), tuple(unread), remarks=tuple(remarks))


def _issued(year: str, day: str) -> tuple[dict[str, str], list[str]]:
    """Return the date of a year and a day that stand apart, `2019` and `5 March`, and what is left out of it.

    What is no day, such as `Spring`, leaves the year as it is recorded: it stands in a field of its own.
    """
    whole = f"{day} {year}" if year and day and year not in day else day or year
    if written(whole) or not written(year):
        return {"raw": whole}, []
    return {"raw": year}, [f"`issued`: `{day[:80]}` is left out of `{year}`"]


def _texts(element: Any, above: str) -> Iterator[tuple[str, str]]:
    """Give each text of a work with the path of its element, without those that only tell how it looks."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _INSIDE:
            continue
        path = f"{above}/{child.tag}" if above else child.tag
        inner = [one for one in child if isinstance(one.tag, str) and one.tag not in _INSIDE]
        text = " ".join("".join(child.itertext()).split()) if not inner else ""
        if text:
            yield path, text
        yield from _texts(child, path)
