"""BibTeX and BibLaTeX through Pandoc, which knows TeX's accents, months and cross-references.

Pandoc leaves out without a word what it does not know. So the file is looked at beside it, and what was left out is
told. Capitals of titles, which Pandoc changes, come back by `capitals.py`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

from probata.citation.pandoc import PandocError, convert
from probata.diagnostics import Span
from probata.importers.bibtex_entries import Entry, bibtex_entries, semicolons_as_and
from probata.importers.capitals import with_capitals
from probata.importers.dates import written
from probata.importers.foreign import CannotImportError, Foreign, refused
from probata.importers.names import IN_ORDER_OF_SPEECH
from probata.importers.tables import listed
from probata.importers.tex_signs import out_of_tex

_DATES = {"date": "issued", "year": "issued", "urldate": "accessed", "eventdate": "event-date"}
_ROLES = ("author", "editor", "translator")
_TILDE = r"\textasciitilde{}"
"""How Pandoc writes the sign for an approximate date, and does not read it."""
_UNDOTTED = re.compile("ı(?=[\u0300-\u036f])")
"""What Pandoc makes of TeX's `\\i` below an accent."""
_AT_LINE = re.compile(r"\(line (\d+), column (\d+)\)")


def read_bibtex(text: str, shown: str, program: Path | None, *, biblatex: bool) -> list[Foreign]:
    """Read all entries. Raises `CannotImportError` where Pandoc is missing, stops, or cannot read the file."""
    form = "biblatex" if biblatex else "bibtex"
    found = bibtex_entries(text)
    divided = text
    names = {said for entry in found for role in _ROLES if ";" in (said := entry.fields.get(role, ""))}
    for said in sorted(names, key=len, reverse=True):
        divided = divided.replace(said, semicolons_as_and(said))
    try:
        answer = convert(program, form, "csljson", divided.encode())
    except PandocError as error:
        raise _told(error, shown) from error
    try:
        items = json.loads(answer)
    except ValueError:
        items = None
    if not isinstance(items, list) or not items:
        raise refused("IMP141", "no-works", "the file holds no entry of BibTeX", Span(shown),
                      "export the library as BibTeX or BibLaTeX")  # fmt: skip
    entries: dict[str, list[Entry]] = defaultdict(list)
    for entry in found:
        entries[entry.key].append(entry)
    works = list(with_capitals(items, text, found, program, form))
    titles = {str(item.get("id")).lower(): str(item.get("title", "")) for item, _ in works}
    for item, _ in works:
        of_key = entries.get(str(item.get("id")), [])
        _name_book(item, titles.get(of_key[0].fields.get("crossref", "").strip().lower(), "") if of_key else "")
    return [_work(item, said, entries, shown) for item, said in works]


def _name_book(item: dict[str, Any], title: str) -> None:
    """Name the book of a chapter by the title of the entry that it refers to, where Pandoc does not.

    BibLaTeX takes it over for an `@incollection` from a `@collection` alone, and BibTeX from a `booktitle`; people
    refer to a `@book`, and a chapter without its book cannot be found.
    """
    if title and item.get("type") in {"chapter", "paper-conference", "entry-encyclopedia"}:
        item.setdefault("container-title", title)


def _work(item: dict[str, Any], said: list[str], entries: dict[str, list[Entry]], shown: str) -> Foreign:
    of_key = entries.get(str(item.get("id")), [])
    entry = of_key.pop(0) if of_key else Entry("", 1)
    unread = [name for name in entry.fields if name not in listed("bibtex")]
    for name, variable in _DATES.items():
        # Pandoc does not read a year such as `c. 1999`.
        if not _has_date(item.get(variable)) and (date := written(entry.fields.get(name, "").replace(_TILDE, "~"))):
            item[variable] = {"raw": date}
    remarks = said + [
        f"`{name}`: `{value[:80]}` is not understood as a date"
        for name, value in entry.fields.items()
        if value.strip() and name in _DATES and not _has_date(item.get(_DATES[name]))
    ]
    remarks += [
        f"`{name}`: that `{entry.fields[name]}` is not certain is not kept"
        for name in _DATES
        if entry.fields.get(name, "").rstrip().endswith(("?", "%")) and _has_date(item.get(_DATES[name]))
    ]
    made = {name: _composed(value) for name, value in item.items()}
    if isinstance(made.get("genre"), str):
        made["genre"] = out_of_tex(made["genre"])
    if not any(name.startswith("short") for name in entry.fields):
        made.pop("title-short", None)  # Pandoc takes what stands before a colon for one
    for role in _ROLES:
        if isinstance(made.get(role), list):
            written_names = entry.fields.get(role, "")
            made[role], more = _names(made[role], written_names)
            if semicolons_as_and(written_names) != written_names:
                remarks.append(f"`{role}`: `{written_names[:80]}` is read as {len(made[role])} names")
            remarks += [f"`{role}`: `and others` is not kept"] if more else []
    if re.match(r"https?://\S+$", str(made.get("publisher", ""))) and "URL" not in made:
        # BibTeX has no field of its own for an address: it stands in `howpublished`.
        made["URL"] = made.pop("publisher")
    return Foreign(made, Span(shown, entry.line), tuple(unread), True, tuple(remarks))


def _composed(value: Any) -> Any:
    """Return a value whose letters have their accents as other programs write them: `María` with an `í`."""
    if isinstance(value, dict):
        return {key: _composed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_composed(inner) for inner in value]
    return unicodedata.normalize("NFC", _UNDOTTED.sub("i", value)) if isinstance(value, str) else value


def _has_date(value: Any) -> bool:
    return isinstance(value, dict) and any(value.get(key) for key in ("date-parts", "literal", "raw"))


def _names(names: list[Any], said: str) -> tuple[list[Any], bool]:
    """Return names with their particles before the family name, as BibTeX prints them, and whether others follow.

    `said` is the field as written: a name of which no family name stands before a comma there was divided by Pandoc.
    """
    kept = [name for name in names if name != {"literal": "others"}]
    for name in kept:
        if isinstance(name, dict) and "dropping-particle" in name:
            name["non-dropping-particle"] = name.pop("dropping-particle")
        if isinstance(name, dict) and f"{name.get('family')}," not in said.replace("}", ""):
            name[IN_ORDER_OF_SPEECH] = True
    return kept, len(kept) < len(names)


def _told(error: PandocError, shown: str) -> CannotImportError:
    if error.name != "citation-program-failed":
        advice = {
            "citation-program-too-slow": "divide the file into several",
            "citation-program-out-of-memory": "divide the file into several",
            "citation-program-stopped": "close other programs, since the memory may be full, then try again",
        }.get(error.name, error.advice)
        return refused("IMP142", "bibtex-not-read", str(error), Span(shown), advice)
    place = _AT_LINE.search(error.said)
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    help = "look for a brace, a quotation mark or a comma that is missing"
    message = "the file cannot be read from here on: it is no BibTeX"
    return refused("IMP143", "broken-bibtex", message, Span(shown, line, column), help)
