"""BibTeX and BibLaTeX through Pandoc, which knows TeX's accents, months and cross-references.

Pandoc leaves out without a word what it does not know. So the file is looked at beside it, and what was left out is
told. Capitals of titles, which Pandoc changes, come back from the file.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from probata.citation.pandoc import PandocError, convert
from probata.diagnostics import Span
from probata.importers.dates import written
from probata.importers.foreign import CannotImportError, Foreign, LineNumbers, listed, refused
from probata.importers.names import IN_ORDER_OF_SPEECH
from probata.importers.to_csl import out_of_tex

_BEGINS = re.compile(r"@\s*([A-Za-z]+)\s*[{(]\s*")
_KEY = re.compile(r"([^\s,{}()=\"]+)\s*,?")
_FIELD = re.compile(r"[\s,]*([A-Za-z][\w:.+-]*)\s*=\s*")
_NO_ENTRIES = {"comment", "preamble", "string"}
_WORD = re.compile(r"[^,{}\"#]*")
_JOINED = re.compile(r"\s*#\s*")


@dataclass(slots=True)
class Entry:
    """One entry; its values are as written, without the outermost braces or quotation marks."""

    key: str
    line: int
    fields: dict[str, str] = field(default_factory=dict)
    behind_key: int = 0
    """Place in the text behind the key and its comma."""

    names: list[tuple[str, int]] = field(default_factory=list)
    """Names of its fields in small letters as often as they stand there, with their places in the text."""


def bibtex_entries(text: str) -> list[Entry]:
    """Return the entries in their order. What cannot be made out is left out: Pandoc has read the file before."""
    return list(_entries(text))


def semicolons_as_and(value: str) -> str:
    """Return names with "and" for each semicolon outside of braces, which BibTeX takes for a part of a name."""
    depth = 0

    def read(sign: re.Match[str]) -> str:
        nonlocal depth
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        return " and" if sign[0] == ";" and not depth else sign[0]

    return re.sub(r"\\.|[{}]|;(?=\s)", read, value, flags=re.DOTALL)


def _entries(text: str) -> Iterator[Entry]:
    place = 0
    words: dict[str, str] = {}
    lines = LineNumbers(text)
    while begins := _BEGINS.search(text, place):
        place = begins.end()
        kind = begins[1].lower()
        if kind == "string" and (found := _FIELD.match(text, place)):
            words[found[1].lower()], place = _value(text, found.end(), words)
        if kind in _NO_ENTRIES:
            continue
        key = _KEY.match(text, place)
        if key is None:
            continue
        entry = Entry(key[1], lines.of(begins.start()), behind_key=key.end())
        place = key.end()
        while found := _FIELD.match(text, place):
            value, place = _value(text, found.end(), words)
            entry.fields.setdefault(found[1].lower(), value)
            entry.names.append((found[1].lower(), found.start(1)))
        yield entry


def _value(text: str, place: int, words: dict[str, str]) -> tuple[str, int]:
    """Return a value, its parts joined by `#` put together, and the place behind it; `words` are those of `@string`."""
    parts: list[str] = []
    while True:
        sign = text[place : place + 1]
        if sign == "{":
            end = _behind_braces(text, place)
            parts.append(text[place + 1 : end - 1])
        elif sign == '"':
            end = _behind_quotes(text, place)
            parts.append(text[place + 1 : end - 1])
        else:
            found = _WORD.match(text, place)
            end = found.end() if found else place
            word = text[place:end].strip()
            parts.append(words.get(word.lower(), word))
        joined = _JOINED.match(text, end)
        if not joined:
            return "".join(parts), end
        place = joined.end()


def _behind_braces(text: str, place: int) -> int:
    """Return the place behind the brace that closes the one at `place`; the end of the text where none does."""
    depth = 0
    for sign in re.compile(r"\\.|[{}]", re.DOTALL).finditer(text, place):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if depth == 0 and sign[0] == "}":
            return sign.end()
    return len(text)


def _behind_quotes(text: str, place: int) -> int:
    depth = 0
    for sign in re.compile(r"\\.|[{}\"]", re.DOTALL).finditer(text, place + 1):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if sign[0] == '"' and depth == 0:
            return sign.end()
    return len(text)


# Pandoc takes a title for English where the file, or else the computer, names no other language, and writes all but
# its first word in small letters, as BibTeX's styles do: `Torture in Rome` becomes `Torture in rome`. Titles in
# another language it leaves alone. So the file is read a second time with another language in every entry, and what
# differs in capitals alone is taken from there.

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
        raise _worded(error, shown) from error
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


def _worded(error: PandocError, shown: str) -> CannotImportError:
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
