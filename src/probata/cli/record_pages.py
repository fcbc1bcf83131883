"""Every record kind with its fields in words, from the models: `docs/records/` and `probata explain record`.

After a change of `src/probata/model/` run `make pages`; a test compares the pages.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from probata.model.allegation import Evidence, EvidenceField
from probata.model.case_file import Author as CaseAuthor
from probata.model.case_file import CaseFile, MostWords
from probata.model.check_name import CheckName
from probata.model.citation import Citation, Citations, Cited, Pinpoint, PinpointField
from probata.model.cited_value import CitedDate, CitedText, DateField, TextField
from probata.model.dates import OneDate, When
from probata.model.kinds import KINDS, Kind
from probata.model.multiple import Multiple
from probata.model.name import NameField, PersonName
from probata.model.narrative import Narrative
from probata.model.quantity import Count, CountField, Quantity
from probata.model.read import Fingerprint, Resting, RestingField
from probata.model.record import (
    Id,
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
from probata.model.source_record import Author as SourceAuthor
from probata.model.source_record import AuthorField
from probata.model.statement import StatementNumber
from probata.model.statement import Translation as StatementTranslation
from probata.model.tenure import Tenure, TenureField

HEAD = """\
# Records: every kind and its fields

> This page and those of the records are written by `make pages` from the program. Do not edit them by hand.

A case is a folder. Each file in it holds one kind of record as a list, except `case.yaml`, which is one record, and
`narrative/`, which holds one Markdown file for each section. Only `case.yaml` is needed. Where records of a
kind are many, a folder of files may stand in place of the file: `sources/a.yaml`, `sources/b.yaml`, read in the order
of their names. No file may be larger than 4 MB. A small case may be one file whose
top-level keys are the names of these files (`case:`, `people:`, `roles:` …).

What you do not know, leave out. A field marked **yes** under *Needed* is needed for the record to be read at all. What
a forum needs before a document is final is another matter; see the pages on [uk-ghr](forums/uk-ghr.md) and
[support-statement](forums/support-statement.md).

How to write a case, step by step: [first steps](first-steps.md).

## What a field may hold

| Written here as | What you write |
|---|---|
| text | One line of plain text. It is printed as it stands, in every language. |
| text ↔ | One line of plain text in the language of the case; see [other languages](#other-languages). |
| own text ↔ | The same in your own words: `{{ figure('id') }}` and other names in double braces are filled in. |
| Markdown ↔ | Text with `*emphasis*`, links, citations `[@source, p. 4]` and notes `^[…]`; likewise. |
| own Markdown ↔ | The same in your own words: `{{ figure('id') }}` and other names in double braces are filled in. |
| words ↔ | Somebody's words, letter by letter: `**…**` is bold, `[@source, p. 4]` a note, and nothing else is read. |
| id | A short name: letters, digits, hyphens, dots and underscores. It must be exactly the id of a record. |
| date | `2015`, `2015-08`, `2015-08-21`, a period `2015-08/2017-04`, an open one `2022-05/..`, or about: `~2014`. |
| one date | A date that is no period: `2015`, `2015-08`, `2015-08-21` or `~2014`. |
| number | `266`, at least `70+`, about `~16`, a range `16-76`, not applicable `-`. |
| fraction | A fraction or multiple: `5/12`, `64%`, `2.5`. |
| yes or no | `true` or `false`. |
| language tag | A short tag: `en-GB`, `fr`, `es-MX`. |
| one of … | One of the words given, exactly as written. |
| citations | One, or a list with hyphens. Short: `gazette, p. 2`. Long: see [citation](records/parts.md#citation). |
| text, cited | Text, or `{value: …, citations: […]}`; see [cited text](records/parts.md#cited-text). |
| date, cited | A date, or `{value: …, citations: […]}`; see [cited date](records/parts.md#cited-date). |
| number, cited | A number, or `{value: …, unit: …, citations: […]}`; see [count](records/parts.md#count). |
| period, with ends | A date, or `{stated: …, certain: …}`; see [tenure](records/parts.md#tenure). |
| any of … | A list of words from those given: `[ordered, took_part]`. |
| … (list) | Several, each on its own line after a hyphen. |

## What sources give in two ways, and what has no field

| You have | Write |
|---|---|
| other dates of a post or a relation | `other_accounts` under its `dates` |
| two counts of one event: 6 dead, or 7 | the second under `other_accounts` of its `count`, with its source |
| two versions of one quotation | a quotation for each; the second says `version_of` |
| a work of which only a part was read | `read_in_part` of the source |
| days on which an act was signed, published, in force | an event of kind `reform` for each, by its title |
| a leader in fact who holds no post | a role without `seats`; its `responsibility` has `relation: de_facto` |
| a family tie that bears on the case | `family` of the person |

## Other languages

What is marked ↔ is written in the language of the case, which `language` in `case.yaml` names. A document in another
language prints the translation that stands beside it, under `translations`, by language and field:

```yaml
- id: complaint
  what: Criminal complaint of the family
  to: Office of the Procurator
  answer: Not registered
  translations:
    fr: {what: Plainte pénale de la famille, to: Parquet, answer: Non enregistrée}
    es: {what: Querella de la familia, to: Fiscalía, answer: No registrada}
```

`translations` stands in the same record, or part of a record, as the text: that of what an item of evidence supports,
within that item. A text that has none is printed as it is, marked as in its own language,
and found as *should fix*. Names of persons, numbers, marks and addresses are not translated.

A narrative section has its translations as sections of their own: Markdown files with the same `place` and `order` and
another `language`.

What another country writes otherwise, such as American dates and spelling, stands there under its tag, `en-US`. Only a
document with that very tag prints it, and what has no such text is printed as it is.
"""

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
    (OneDate, "one date"),
    (OneDate | None, "one date"),
    (When, "date"),
    (Quantity, "number"),
    (StatementNumber, "whole number from 1 to 999"),
    (MostWords, "whole number, 1 or more"),
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
        for name, info in record.model_fields.items():
            if name == TRANSLATIONS:
                continue
            needed = "**yes**" if info.is_required() else ""
            text = " ".join(words.get(name, "").split()).replace("|", "\\|")
            yield f"| `{name}` | {text} | {self.form(hints[name])}{_default(info.default)} | {needed} |"


def unmarked(annotation: Any) -> Any:
    """Return an annotation without the marks that say nothing of its form."""
    if get_origin(annotation) is not Annotated:
        return annotation
    inner, *marks = get_args(annotation)
    kept = tuple(mark for mark in marks if not isinstance(mark, IsSafeguard))
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
    index = (HEAD, "## The files\n", "| File | One of them is |", "|---|---|", *rows)
    head = "# Parts of records\n\nParts stand inside records and have no file of their own."
    for part in COMMON:
        reference.link(part)
    return {"records.md": _joined(index), **made, f"records/{PARTS}": _joined((head, *_parts(reference.parts)))}


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
