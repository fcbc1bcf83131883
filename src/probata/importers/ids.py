"""Ids of new sources: the one that the file gives where it can be ours, else one made of author, title and year."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import count
from typing import Any

from probata.edits.ids import words_of
from probata.model.record import ID_FORM

LONGEST = 80
_WORDS_OF_TITLE = 3
_SHORT = {"a", "an", "and", "das", "de", "der", "die", "el", "in", "la", "le", "les", "of", "on", "the", "to"}
_YEAR = re.compile(r"\d{4}")
_HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)", re.IGNORECASE)


def given_id(wanted: Sequence[str]) -> str:
    """Return the first id of the file that can be ours; empty where none can."""
    for name in wanted:
        # Keys of BibTeX have colons: `who:report`.
        spelt = name if name.startswith("http") else name.replace(":", "-")
        if len(spelt) <= LONGEST and re.fullmatch(ID_FORM, spelt):
            return spelt
    return ""


def wished_id(wanted: Sequence[str], fields: Mapping[str, Any]) -> str:
    """Return the id that a source gets where no other has it.

    The same source always gets the same: it depends on nothing but its own fields. An id of digits alone, which counts
    the records of a library, tells a reader nothing and meets that of another library; it is not taken. A title in
    another script than ours gives none of its words; the address stands in its place.
    """
    if given := given_id([name for name in wanted if not name.isdigit()]):
        return given
    year = _YEAR.search(str(fields.get("issued", "")))
    words = [*_author(fields)[:2], *_title(fields)]
    if not words:
        words = words_of(fields.get("number", "")) or _host(fields) or ["source"]
    return "-".join([*words, *([year[0]] if year else [])])[:LONGEST].rstrip("-.")


def unique_id(wished: str, taken: Collection[str]) -> str:
    """Return the id, or with a number behind it where another record has it."""
    if wished not in taken:
        return wished
    ends = (f"-{number}" for number in count(2))
    return next(name for end in ends if (name := wished[: LONGEST - len(end)] + end) not in taken)


def _author(fields: Mapping[str, Any]) -> list[str]:
    authors = fields.get("author") or fields.get("editor") or []
    first = authors[0] if authors else ""
    return words_of(first.get("family", "") if isinstance(first, dict) else first)


def _title(fields: Mapping[str, Any]) -> list[str]:
    for key in ("title", "translated_title", "container_title"):
        if found := [word for word in words_of(fields.get(key, "")) if word not in _SHORT]:
            return found[:_WORDS_OF_TITLE]
    return []


def _host(fields: Mapping[str, Any]) -> list[str]:
    found = _HOST.match(str(fields.get("url", "")))
    return words_of(found[1]) if found else []
