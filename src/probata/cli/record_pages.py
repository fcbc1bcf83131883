"""Every record kind with its fields in words, from the models: `docs/records/` and `probata explain record`.

After a change of `src/probata/model/` run `make pages`; a test compares the pages.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from probata.model.allegation import Evidence, EvidenceField
from probata.model.case_file import Author as CaseAuthor
from probata.model.case_file import CaseFile, MostWords
from probata.model.check_name import CheckName
from probata.model.citation import Citation, Citations, Cited, Pinpoint, PinpointField
from probata.model.cited_value import CitedDate, CitedText, DateField, TextField
from probata.model.dates import OneDate, When
from probata.model.exhibit import PageNumber, Region
from probata.model.held_copy import ByteCount, Sha256
from probata.model.kinds import KINDS, Kind
from probata.model.moment import Moment
from probata.model.multiple import Multiple
from probata.model.name import NameField, PersonName
from probata.model.narrative import Narrative
from probata.model.quantity import Count, CountField, Quantity
from probata.model.read import Fingerprint, Resting, RestingField
from probata.model.record import (
    OF_LEVELS,
    Id,
    IsPrivate,
    IsSafeguard,
    LanguageTag,
    Line,
    Markdown,
    OwnMarkdown,
    OwnProse,
    Part,
    Prose,
    Verbatim,
    words_of_fields,
)
from probata.model.responsibility import Responsibilities, Responsibility
from probata.model.role import Seat, SeatField
from probata.model.sent import Printed, PrintedField
from probata.model.source_record import Author as SourceAuthor
from probata.model.source_record import AuthorField
from probata.model.statement import StatementNumber
from probata.model.statement import Translation as StatementTranslation
from probata.model.tenure import Tenure, TenureField

SIMPLE: tuple[tuple[Any, str], ...] = (
    (Id, "id"),
    (CheckName, "name of a check"),
    (Markdown, "Markdown ↔"),
    (OwnMarkdown, "own Markdown ↔"),
    (Verbatim, "words ↔"),
    (OwnProse, "own text ↔"),
    (Prose, "text ↔"),
    (LanguageTag, "language tag"),
    (Line, "text"),
    (Fingerprint, "fingerprint"),
    (Sha256, "SHA-256"),
    (Moment, "moment"),
    (ByteCount, "whole number"),
    (OneDate, "one date"),
    (OneDate | None, "one date"),
    (When, "date"),
    (Quantity, "number"),
    (StatementNumber, "whole number from 1 to 999"),
    (MostWords, "whole number, 1 or more"),
    (PageNumber, "whole number, 1 or more"),
    (Region, "4 measures"),
    (Multiple, "fraction"),
    (Citations, "citations"),
    (Cited, "one citation"),
    (TextField, "text, cited"),
    (DateField, "date, cited"),
    (CountField, "number, cited"),
    (TenureField, "period, with ends"),
    (bool, "yes or no"),
    (int, "whole number"),
    (str, "text"),
)
"""Forms by their annotation; the first that equals it is taken."""

SHORT_FORMS: tuple[tuple[Any, str, type[Part]], ...] = (
    (NameField, "text, or", PersonName),
    (Responsibilities, "`command`, `oversight`, or, also as a list,", Responsibility),
    (SeatField, "id, or", Seat),
    (AuthorField, "text, or", SourceAuthor),
    (EvidenceField, "one citation, or", Evidence),
    (PinpointField, "one, or a list:", Pinpoint),
    (RestingField, "record and fingerprint, or", Resting),
    (PrintedField, "record, fingerprint and paragraphs, or", Printed),
)
"""Fields that may be written in a word, or in full as one of our parts."""

OWN_NAMES: dict[type[Part], str] = {
    CaseAuthor: "author of the documents",
    StatementTranslation: "translation of a statement",
}
"""Parts whose class has the name of another's."""

TRANSLATIONS = "translations"
"""The field that every part has; the page speaks of it once for all."""

COMMON: tuple[type[Part], ...] = (Citation, CitedText, CitedDate, Count, Tenure)
"""Parts that the table of forms leads to."""


PARTS = "parts.md"


@dataclass(slots=True)
class Reference:
    """Collects the parts that the tables lead to, in the order in which they are met."""

    page_of_parts: str = ""
    """The page on which parts are told of, for links; empty for the page itself."""
    parts: dict[str, type[Part]] = field(default_factory=dict)

    def form(self, annotation: Any) -> str:
        """Say in words what a field of this annotation may hold."""
        annotation = unmarked(annotation)
        for known, words in SIMPLE:
            if annotation == known:
                return words
        for known, words, part in SHORT_FORMS:
            if annotation == known:
                return f"{words} {self.link(part)}"
        return self._by_origin(annotation)

    def _by_origin(self, annotation: Any) -> str:
        arguments = get_args(annotation)
        origin = get_origin(annotation)
        if origin is Literal:
            return "one of " + ", ".join(f"`{choice}`" for choice in arguments)
        if origin is tuple:
            return _several(self.form(arguments[0]))
        if origin in {Union, types.UnionType}:
            return self.form(next(argument for argument in arguments if argument is not type(None)))
        if isinstance(annotation, type) and issubclass(annotation, Part):
            return self.link(annotation)
        raise TypeError(f"no words for the form {annotation}: add them to `SIMPLE` or `SHORT_FORMS`")

    def link(self, part: type[Part]) -> str:
        """Note a part for the end of the page and link to it."""
        name = spoken(part)
        if self.parts.setdefault(name, part) is not part:
            raise TypeError(f"two parts are called {name}: name one of them in `OWN_NAMES`")
        return f"[{name}]({self.page_of_parts}#{name.replace(' ', '-')})"

    def rows(self, record: type[Part]) -> Iterator[str]:
        """Give the table of one record or part."""
        hints = get_type_hints(record, include_extras=True)
        words = words_of_fields(record)
        yield "| Field | What it is | Form | Needed |"
        yield "|---|---|---|---|"
        common = [name for name in OF_LEVELS if name in record.model_fields]  # few records have them
        for name in (*(one for one in record.model_fields if one not in (TRANSLATIONS, *common)), *common):
            info = record.model_fields[name]
            needed = "**yes**" if info.is_required() else ""
            text = " ".join(words.get(name, "").split()).replace("|", "\\|")
            yield f"| `{name}` | {text} | {self.form(hints[name])}{_default(info.default)} | {needed} |"


def unmarked(annotation: Any) -> Any:
    """Return an annotation without the marks that say nothing of its form."""
    if get_origin(annotation) is not Annotated:
        return annotation
    inner, *marks = get_args(annotation)
    kept = tuple(mark for mark in marks if not isinstance(mark, IsSafeguard | IsPrivate))
    return Annotated[(inner, *kept)] if kept else inner


def _several(form: str) -> str:
    return f"any of {form.removeprefix('one of ')}" if form.startswith("one of ") else f"{form} (list)"


def _default(value: Any) -> str:
    """Tell what stands where a field of fixed words is left out."""
    if isinstance(value, str) and value:
        return f"; left out: `{value}`"
    return "; left out: yes" if value is True else ""


def spoken(part: type[Part]) -> str:
    """Return the name of a part in words: `OtherAccount` is "other account"."""
    if part in OWN_NAMES:
        return OWN_NAMES[part]
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in part.__name__).strip()


def summary(part: type[Part]) -> str:
    """Return what a record is, from its docstring."""
    return inspect.cleandoc(part.__doc__ or "")


def _file_of(kind: Kind) -> str:
    return "narrative/*.md" if kind.record is Narrative else f"{kind.key}.yaml"


@dataclass(frozen=True, slots=True)
class _Worded:
    """A kind of record that has a page."""

    page: str
    file: str
    record: type[Part]
    singular: str


TOLD = (
    _Worded("case.md", "case.yaml", CaseFile, "case"),
    *(_Worded(f"{kind.key}.md", _file_of(kind), kind.record, kind.singular) for kind in KINDS),
)


def record_pages() -> dict[str, str]:
    """Return all pages by their path below `docs/`: an index, one for each kind, and one for the parts of records."""
    reference = Reference(PARTS)
    made = {f"records/{kind.page}": _page(kind, reference) for kind in TOLD}
    rows = (f"| [`{kind.file}`](records/{kind.page}) | {kind.singular} |" for kind in TOLD)
    head = files("probata.cli").joinpath("records.md").read_text(encoding="utf-8")
    index = (head, "## The files\n", "| File | One of them is |", "|---|---|", *rows)
    parts = "# Parts of records\n\nParts stand inside records and have no file of their own."
    for part in COMMON:
        reference.link(part)
    return {"records.md": _joined(index), **made, f"records/{PARTS}": _joined((parts, *_parts(reference.parts)))}


def explained(name: str) -> str | None:
    """Return the page of one kind with its parts behind it; it is named by its file or by what one of it is called."""
    for kind in TOLD:
        if name.lower() in {kind.file, kind.file.removesuffix(".yaml"), kind.singular}:
            reference = Reference()
            return _joined((_page(kind, reference).rstrip(), *_parts(reference.parts)))
    return None


def _page(kind: _Worded, reference: Reference) -> str:
    return _joined(_section(f"# `{kind.file}`", kind.record, reference))


def _parts(parts: dict[str, type[Part]]) -> Iterator[str]:
    reference = Reference(parts=parts)
    written: set[str] = set()
    while left := [name for name in parts if name not in written]:
        written.add(left[0])
        yield from ("", *_section(f"## {left[0].capitalize()}", parts[left[0]], reference))


def _section(heading: str, record: type[Part], reference: Reference) -> Iterator[str]:
    yield f"{heading}\n"
    yield f"{summary(record)}\n"
    yield from reference.rows(record)


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"
