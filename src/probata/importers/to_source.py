"""A work of CSL-JSON as the fields of a source record, with all that could not be kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from probata.diagnostics.say import did_you_mean
from probata.importers.dates import when_of
from probata.importers.foreign import (
    ARCHIVE_URL,
    Foreign,
    NotTextError,
    is_address,
    link_in,
    listed,
    one_line,
    one_spelling,
    table,
    variables,
    without_markup,
)
from probata.importers.names import Names, names_of
from probata.model.record import LANGUAGE_TAG
from probata.model.source_record import SourceType, without_word_of_pages

# Lines of the form "name: value" in the note of a work: where Zotero keeps what its own form has no field for.
# Zotero's field Extra comes out as `note`. What it says of a variable of CSL counts where the work has none itself;
# its `type` counts before that of the work (Zotero, "Citing fields from Extra").

_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{1,40}) ?: ?(\S.*)")
_BRACED = re.compile(r"\{:([A-Za-z_-]+):\s*([^{}]*)\}")
"""The older form of such a line: `{:translated-title: …}`."""
_NAMES = ("citation-key", "citekey", "original-date")


def with_note_lines(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return a work with what its note says of it; `note` is what is left, empty where nothing is."""
    taken = {key: value for key, value in item.items() if key != "note"}
    note = item.get("note")
    if not isinstance(note, str):
        return {**taken, "note": note} if note else taken
    left: list[str] = []
    for line in _lines(note):
        match = _LINE.fullmatch(line)
        name = _variable(match[1]) if match else ""
        if match and name == "type":
            taken["type"] = match[2]
        elif match and name and not taken.get(name):
            taken[name] = _value(name, match[2])
        elif line.strip():
            left.append(line.strip())
    return taken | ({"note": "; ".join(left)} if left else {})


def _lines(note: str) -> Iterator[str]:
    """Give the lines of a note; what stands in braces in a line of words is a line of its own."""
    for line in map(str.strip, note.splitlines()):
        match = _LINE.fullmatch(line)
        yield from (
            [line] if match and _variable(match[1]) else map(str.strip, _BRACED.sub(r"\n\1: \2\n", line).splitlines())
        )


def _variable(name: str) -> str:
    spelt = one_spelling(name)
    if spelt in _NAMES:
        return spelt
    found = variables().get(spelt, "")
    # Its own number stands in no note, and "note: note:" would be a note in the note.
    return "" if found in {"id", "note"} or found in listed("to_note") else found


def _value(name: str, text: str) -> Any:
    if name in table("names"):
        # Zotero writes `Family || Given`.
        parts = [part.strip() for part in text.split("||")]
        return [{"family": parts[0], "given": parts[1]}] if len(parts) == 2 else [{"literal": text}]
    return {"raw": text} if name in table("dates") else text


# Numbers of books and of serials, for which RIS and EndNote have one field.

_BY_LENGTH = {8: "ISSN", 10: "ISBN", 13: "ISBN"}
"""How many signs a number has (ISO 3297, ISO 2108) → the variable of CSL."""
_NUMBER = re.compile(r"[0-9]+[0-9Xx]")
"""Digits, and a check digit that may be an X."""


def standard_number(name: str, value: str) -> str:
    """Return which of the two a number is by its length; other variables, and other lengths, as they are.

    Several numbers in one field, a number with words beside it, and words are none of them.
    """
    if name not in {"ISBN", "ISSN"}:
        return name
    signs = re.sub(r"[\s-]", "", value)
    return _BY_LENGTH.get(len(signs), name) if _NUMBER.fullmatch(signs) else name


_TYPES = frozenset(get_args(SourceType))
_OF_ONE_DATE = frozenset({"accessed"})
_LITERAL = {"URL", "DOI", "ISBN", "ISSN", "archive"}
"""Variables in which nothing is markup."""
_ADDRESSES = {"URL", "archive", "DOI"}
_A_SLIP = 0.75
"""How alike two words must be for one to be meant by the other."""
_DOI_ADDRESS = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


@dataclass(slots=True)
class Converted:
    """What one work gives."""

    fields: dict[str, Any] = field(default_factory=dict)
    """Fields of a source record, in their order, without `id`."""

    remarks: list[str] = field(default_factory=list)
    """What was changed or could not be understood, in one clause each."""

    of_type: str = ""
    """What is said of a type that is not as the file has it; empty where it is."""

    unheld: list[str] = field(default_factory=list)
    """Names of what our records have no field for, and what is left out."""

    persons: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    """Names that were taken for those of persons, or of bodies, and may be the other."""

    refused: str = ""
    """Why the work is no source of ours; empty where it may be one."""

    wanted: tuple[str, ...] = ()
    """Ids that the file gives it, the best first."""


def converted(foreign: Foreign) -> Converted:
    """Return what a work gives; nothing of it is dropped without a word. Never raises on what the file holds."""
    made = Converted(remarks=list(foreign.remarks), unheld=list(foreign.unread))
    item = with_note_lines({table("also").get(name, name): value for name, value in foreign.item.items()})
    made.wanted = tuple(str(item[key]) for key in ("id", "citation-key", "citekey") if item.get(key))
    kind = _type(item, made)
    try:
        _take_all(item, made)
    except NotTextError as error:
        made.refused = made.refused or str(error)
    made.fields = {"type": kind, **_in_order(made.fields)} if kind else _in_order(made.fields)
    return made


def _take_all(item: Mapping[str, Any], made: Converted) -> None:
    notes: list[str] = []
    for name, value in item.items():
        if value in (None, "", [], {}) or name in listed("technical"):
            continue
        if name in table("texts"):
            _take_text(name, value, made, notes)
        elif name == ARCHIVE_URL:
            text = _named(name, lambda value=value: one_line(value))
            made.fields["archive_url"] = link_in(text)[1] or text
        elif name in table("names"):
            found: Names = _named(name, lambda value=value: names_of(value))
            made.remarks += [f"`{name}`: {remark}" for remark in found.remarks]
            made.persons += found.persons
            made.bodies += found.bodies
            made.fields |= {table("names")[name]: found.names} if found.names else {}
        elif name in table("dates"):
            when, remark = _dated(table("dates")[name], value)
            made.remarks += [f"`{name}`: {remark}"] if remark else []
            made.fields |= {table("dates")[name]: when} if when else {}
        elif name in listed("to_note") and isinstance(value, str | int):
            notes.append(f"{name}: {_named(name, lambda value=value: one_line(value))}")
        else:
            made.unheld.append(name)
    if item.get("note"):
        notes.insert(0, _named("note", lambda: one_line(item["note"])))
    if note := "; ".join(filter(None, notes)):
        made.fields["note"] = note


def _dated(field: str, value: Any) -> tuple[str, str]:
    """Return a date and a remark; a period where the record takes one date is left out and told."""
    when, remark = when_of(value)
    if "/" in when and field in _OF_ONE_DATE:
        return "", f"the period `{when}` is left out: it is one date"
    return when, remark


def _named(name: str, take: Any) -> Any:
    try:
        return take()
    except NotTextError as error:
        raise NotTextError(f"`{name}`: {error}") from None


def _take_text(name: str, value: Any, made: Converted, notes: list[str]) -> None:
    text = _named(name, lambda: one_line(value))
    name = standard_number(name, text)
    if name not in _LITERAL:
        text = without_markup(text)
    words, behind = link_in(text)
    if behind and name in _ADDRESSES:
        text = behind
    elif behind and name == "title":
        text = words
        made.fields.setdefault("url", behind)
    if name == "DOI":
        text = _DOI_ADDRESS.sub("", text, count=1)
    if name == "page":
        text = without_word_of_pages(text)  # the style says what it calls a page
    if name == "URL" and text and "." not in text:
        made.remarks.append(f"`{name}`: `{text[:80]}` looks like no address; is a link behind the word?")
    if name == "language":
        text = _language(text, made)
    if name == "archive" and not is_address(text):
        # A house that keeps papers, and no address of a copy.
        notes.append(f"archive: {text}")
    elif text:
        made.fields[table("texts")[name]] = text


def _language(text: str, made: Converted) -> str:
    tag = table("languages").get(text.lower(), text.replace("_", "-"))
    if re.fullmatch(LANGUAGE_TAG, tag):
        return tag
    made.remarks.append(f"`language`: `{text}` is no tag of a language, such as `en` or `ru`"
                        + _meant(text, table("languages")))  # fmt: skip
    return ""


def _type(item: Mapping[str, Any], made: Converted) -> str:
    """Return our type of a work; where it says none, a web page if it has an address, else a document."""
    said = one_spelling(str(item.get("type") or "")).replace("motion-picture", "motion_picture")
    said = said.replace("personal-communication", "personal_communication")
    said = said.replace("legal-case", "legal_case").replace("musical-score", "musical_score")
    if reason := table("refused_types").get(said):
        made.refused = f"`{said}` is no source: {reason}"
        return ""
    if said in _TYPES:
        return said
    kind = table("types").get(said) or ("webpage" if item.get("URL") and not said else "document")
    made.of_type = f"the type `{said[:40]}` becomes `{kind}`" if said else f"it has no type: `{kind}` is taken"
    if said and said not in table("types"):
        made.of_type += _meant(said.replace("-", " "), _words_of_types())
    return kind


def _words_of_types() -> list[str]:
    """Return all words for a type, those of Zotero, `journalArticle`, apart."""
    zotero = (re.sub(r"[A-Z]", lambda capital: f" {capital[0].lower()}", name) for name in table("types_of_zotero"))
    return sorted({*_TYPES, *table("types_of_people"), *zotero})


def _meant(said: str, known: Collection[str]) -> str:
    meant = did_you_mean(said.lower(), known, likeness=_A_SLIP)
    return f"; {meant}" if meant else ""


def _in_order(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields in the order of the page on records, names of persons behind the titles."""
    order = ["title", "translated_title", *table("names").values()]
    order += [ours for ours in table("texts").values() if ours not in order and ours not in _LAST]
    order += ["issued", *_LAST, "note"]
    return {key: fields[key] for key in order if key in fields}


_LAST = ("url", "archive_url", "accessed", "doi", "isbn", "issn", "language", "event_date")
