"""Our sources as CSL-JSON, so that a reference manager reads them and we know them again when they come back.

Only what describes a work goes out. Ours alone stay: remarks, what a source shows, whether we hold it, who must not see
it, and which sources count once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from probata.citation.pandoc import convert
from probata.importers.foreign import ARCHIVE_URL, is_address, table
from probata.model.dates import Point, When, parse_when
from probata.model.source_record import Author, Source

_NOT_OF_CSL = {"press-release": "document"}
"""Our types that CSL 1.0.2 does not have; the note names them, as Zotero reads it."""
_IN_NOTE = {"translated_title": "translated-title"}
"""Fields without a variable of CSL, by the name under which the note has them."""


def csl_json(sources: Iterable[Source]) -> str:
    """Return the sources as the text of a CSL-JSON file, in their order, one variable to a line."""
    return json.dumps([csl_work(source) for source in sources], ensure_ascii=False, indent=2) + "\n"


def csl_work(source: Source) -> dict[str, Any]:
    """Return one source as a work of CSL-JSON (1.0.2).

    The address of an archived copy is `archive`. A translated title stands in `note`, as a line "name: value", which
    Zotero keeps in its field Extra. A period with an open end and a date of which only one end is approximate have no
    form there: they stand as we write them, under `literal`.
    """
    work: dict[str, Any] = {"id": source.id, "type": _NOT_OF_CSL.get(source.type, source.type)}
    for variable, name in table("texts").items():
        if name not in _IN_NOTE and (text := _line(getattr(source, name))):
            work[variable] = text
    for variable, name in table("names").items():
        if names := [_name(author) for author in getattr(source, name)]:
            work[variable] = names
    for variable, name in table("dates").items():
        if when := getattr(source, name):
            work[variable] = _date(when)
    notes = [f"{line}: {text}" for name, line in _IN_NOTE.items() if (text := _line(getattr(source, name)))]
    if not is_address(work.get("archive", "https://")):
        notes.append(f"{ARCHIVE_URL}: {work.pop('archive')}")
    if source.type in _NOT_OF_CSL:
        notes.append(f"type: {source.type}")
    return work | ({"note": "\n".join(notes)} if notes else {})


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _name(author: Author) -> dict[str, str]:
    parts = {"family": _line(author.family), "given": _line(author.given)}
    literal = _line(author.literal)
    return {"literal": literal} if literal else {key: part for key, part in parts.items() if part}


def _date(when: When) -> dict[str, Any]:
    points = [when.start, when.end] if when.is_period else [when.start]
    known = [point for point in points if point]
    if len(known) < len(points) or len({point.approximate for point in known}) > 1:
        return {"literal": parse_when(when.text).text}
    return {"date-parts": [_parts(point) for point in known], **({"circa": True} if known[0].approximate else {})}


def _parts(point: Point) -> list[int]:
    return [point.year, *([point.month] if point.month else []), *([point.day] if point.day else [])]


# Signs that TeX reads as commands, in the one field of BibTeX that Pandoc neither reads nor writes as TeX: `type`.

_SIGNS = re.compile(r"[&%$#_{}]")
_WRITTEN = re.compile(r"\\([&%$#_{}])")


def in_tex(text: str) -> str:
    r"""Return a text for TeX, `Letter \& map`. Backslashes, tildes and carets, which no sort of a work has, go out."""
    return _SIGNS.sub(r"\\\g<0>", re.sub(r"[\\~^]", " ", text))


def out_of_tex(text: str) -> str:
    r"""Return what a text in TeX says: `Letter & map`; a command that is not known stays as it is written."""
    return _WRITTEN.sub(r"\1", text)


# Our sources as BibTeX, through Pandoc, with the capitals of their titles as they are recorded.

_BEHIND = "\ue000"
"""Between the name of a journal and its abbreviation, while both go through Pandoc as one field; no record has it."""
_BEGINS = re.compile(r"^@\w+\{(.*),$", re.MULTILINE)
_WITH_SORT = frozenset({"report", "thesis"})
"""Kinds that BibTeX gives a field `type`; without one every thesis would come back as that of a doctor."""
_NAMED = re.compile(rf"^( *)(\w+)( *= {{)(.*){_BEHIND}", re.MULTILINE)


def bibtex_text(sources: Iterable[Source], program: Path | None, form: str) -> str:
    """Return the sources as the text of a file; `form` is `bibtex` or `biblatex`. Raises `PandocError`.

    Pandoc gives every word of an English title a capital, and BibTeX's styles take them away again; what stands in
    CSL's mark `nocase` gets braces, which both leave alone. It has no `shortjournal`, which comes out of the same field
    as the name of the journal. Nor has it the sort of a report or thesis.
    """
    works = [csl_work(source) for source in sources]
    for work in works:
        if title := work.get("title"):
            work["title"] = f'<span class="nocase">{title}</span>'
        if short := work.pop("container-title-short", ""):
            work["container-title"] = f"{work.get('container-title', short)}{_BEHIND}{short}"
    text = convert(program, "csljson", form, json.dumps(works, ensure_ascii=False).encode()).decode()
    return _with_sorts(_NAMED.sub(r"\1\2\3\4},\n\1shortjournal\3", text), works)


def _with_sorts(text: str, works: Iterable[Mapping[str, Any]]) -> str:
    sorts = {str(work["id"]): str(work["genre"]) for work in works if work.get("genre") and work["type"] in _WITH_SORT}

    def begun(entry: re.Match[str]) -> str:
        sort = sorts.get(entry[1])
        return f"{entry[0]}\n  type = {{{in_tex(sort)}}}," if sort else entry[0]

    return _BEGINS.sub(begun, text)
