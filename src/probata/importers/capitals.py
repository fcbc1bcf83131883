"""Capitals of BibTeX's titles as the file has them.

Pandoc takes a title for English where the file, or else the computer, names no other language, and writes all but its
first word in small letters, as BibTeX's styles do: `Torture in Rome` becomes `Torture in rome`. Titles in another
language it leaves alone. So the file is read a second time with another language in every entry, and what differs in
capitals alone is taken from there.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from probata.citation.pandoc import PandocError, convert
from probata.importers.bibtex_entries import Entry

_LANGUAGE = " langid = {ngerman},"
"""Any language but English will do: nothing but titles is taken from what Pandoc makes of it."""
_OF_LANGUAGE = frozenset({"langid", "hyphenation"})
"""Fields in which Pandoc looks for the language of an entry."""
_TITLES = ("title", "event")


def with_capitals(
    works: Sequence[dict[str, Any]], text: str, entries: Iterable[Entry], program: Path | None, form: str
) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Give the works that Pandoc has read from a text, with its capitals, and remarks on titles that may lack theirs.

    Each of `works` is a work of CSL-JSON, `form` is `bibtex` or `biblatex`. Never raises: where Pandoc cannot read the
    file so, or finds other works in it, titles stay as they are, and it is told.
    """
    others = _read_otherwise(_in_another_language(text, entries), program, form)
    if [work.get("id") for work in others] != [work.get("id") for work in works]:
        others = [{}] * len(works)
    for work, other in zip(works, others, strict=True):
        made = {name: _capitals_of(value, other.get(name)) for name, value in work.items()}
        unsure = [name for name in work if name.endswith(_TITLES) and _folded(work[name]) != _folded(other.get(name))]
        yield made, [f"`{name}`: capitals may be others than in the file" for name in unsure]


def _in_another_language(text: str, entries: Iterable[Entry]) -> str:
    """Put a language into every entry, and its own out of Pandoc's sight."""
    added = {entry.behind_key: _LANGUAGE for entry in entries if text[entry.behind_key - 1] == ","}
    added |= {place: "x-" for entry in entries for name, place in entry.names if name in _OF_LANGUAGE}
    places = sorted(added)
    parts = (added[place] + text[place:end] for place, end in zip(places, [*places[1:], len(text)], strict=True))
    return text[: places[0]] + "".join(parts) if places else text


def _read_otherwise(text: str, program: Path | None, form: str) -> list[dict[str, Any]]:
    try:
        works = json.loads(convert(program, form, "csljson", text.encode()))
    except (PandocError, ValueError):
        return []
    return works if isinstance(works, list) else []


def _capitals_of(value: Any, other: Any) -> Any:
    return other if isinstance(value, str) and isinstance(other, str) and _folded(value) == _folded(other) else value


def _folded(value: Any) -> str:
    """Return a text without capitals and accents: of `İ` Pandoc makes an `i` with a dot more."""
    apart = unicodedata.normalize("NFKD", str(value)).casefold()
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
