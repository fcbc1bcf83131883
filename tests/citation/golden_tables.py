"""Reads the golden tables of citations; their columns are told in `golden/README.md`."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from probata.citation import Authority, Library
from probata.document.blocks import Block
from probata.document.inlines import Cite, CiteItem, Pinpoint, Text

from .cases import free_note, paragraph

FOLDER = Path(__file__).with_name("golden")
STYLES = ("bluebook-21", "oscola-4", "oscola-5", "un-plain")
RECORDINGS = frozenset({"hale", "raid"})
"""Sources that are heard or seen."""
UNTITLED = frozenset({"untitled_article"})
"""Sources whose title is a description of our own."""
_DATES = frozenset({"date", "adopted", "opened", "in_force"})
_ITEM = re.compile(
    r"(?:(?P<prefix>[^>]+) > )?(?P<unnamed>-)?(?P<key>\w+)"
    r"(?:@(?P<type>\w+)(?: (?P<value>.+?))?)?(?: \+ (?P<suffix>.+))?"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One sequence of notes, with the text of the last ones."""

    style: str
    id: str
    notes: str
    expected: str
    rule: str
    source: str
    confidence: str
    remark: str


@cache
def rows(style: str) -> tuple[Row, ...]:
    """Return the rows of one style."""
    with (FOLDER / f"{style}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Row(style, **row) for row in csv.DictReader(file, strict=True))


@cache
def golden_library() -> Library:
    """Return the authorities and sources that all tables cite."""
    authorities = tomllib.loads((FOLDER / "authorities.toml").read_text(encoding="utf-8"))
    sources = tomllib.loads((FOLDER / "sources.toml").read_text(encoding="utf-8"))
    return Library(
        sources={key: _source(table) for key, table in sources.items()},
        authorities={key: _authority(table) for key, table in authorities.items()},
        recordings=RECORDINGS,
        untitled=UNTITLED,
    )


def blocks_of(notes: str) -> tuple[Block, ...]:
    """Return a document with the notes of a row: `corr@page 4 | 2- | see > corr; smith`."""
    return tuple(
        paragraph("A", Cite(tuple(_item(one) for one in items)) if items else free_note("A plain note."))
        for items in _notes(notes)
    )


def works_by_note(notes: str) -> list[list[str]]:
    """Return for every note of a row the ids of what it cites."""
    return [[_item(one).key for one in items] for items in _notes(notes)]


def _notes(notes: str) -> Iterator[list[str]]:
    for text in notes.split(" | "):
        plain = re.fullmatch(r"(\d*)-", text)
        yield from [[]] * int(plain[1] or 1) if plain else [text.split("; ")]


def _item(text: str) -> CiteItem:
    found = _ITEM.fullmatch(text)
    assert found, f"`{text}` is no citation"
    assert golden_library().is_known(found["key"]), f"`{found['key']}` is in neither list of works"
    place = Pinpoint(found["type"], found["value"] or "") if found["type"] else None
    return CiteItem(
        found["key"],
        place,
        prefix=found["prefix"] or "",
        suffix=found["suffix"] or "",
        suppress_author=bool(found["unnamed"]),
    )


def _authority(table: Mapping[str, str]) -> Authority:
    texts = {key: (Text(value),) for key, value in table.items() if key not in {"form", *_DATES}}
    dates = {key: tuple(int(part) for part in table[key].split("-")) for key in _DATES if key in table}
    return Authority(table["form"], texts, dates)


def _source(table: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(table)
    for key in found.keys() & {"issued", "accessed"}:
        found[key] = {"date-parts": [[int(part) for part in table[key].split("-")]]}
    return {
        **found,
        **{role: [_name(name) for name in table[role]] for role in ("author", "recipient") if role in table},
    }


def _name(text: str) -> dict[str, str]:
    """Return a person written "Family, Given", or a name that does not divide."""
    family, comma, given = text.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": text}
