"""Each row of the golden tables, through the stage that writes the citations of filings."""

from __future__ import annotations

from tests.each import each

from probata.citation.authority import cited_forms
from probata.document.inlines import Emph, Inline, Inlines, NoteRef, Text
from probata.document.walk import child_inlines, own_inlines

from .cases import cited, notes, with_plain_spaces
from .golden_tables import STYLES, Row, blocks_of, golden_library, rows, works_by_note

ALL = tuple(row for style in STYLES for row in rows(style))
CONFIDENCES = {"read", "secondary", "inferred"}


@each("row", ALL, ids=lambda row: f"{row.style}-{row.id}")
def test_a_sequence_of_notes_is_cited_as_its_row_says(row: Row) -> None:
    expected = [with_stop(text) for text in row.expected.split(" | ")]
    printed = printed_notes(row)[-len(expected) :]
    why = f"{row.rule}, {row.source} {row.remark}"
    assert printed == expected, f"\nexpected {expected}\nprinted  {printed}\nrule     {why}"


@each("style", STYLES)
def test_every_form_of_authority_has_a_row_in_every_style(style: str) -> None:
    authorities = golden_library().authorities
    keys = {key for row in rows(style) for keys in works_by_note(row.notes) for key in keys}
    assert {authorities[key].form for key in keys & authorities.keys()} == set(cited_forms())


@each("row", ALL, ids=lambda row: f"{row.style}-{row.id}")
def test_a_row_without_a_rule_says_that_it_is_inferred(row: Row) -> None:
    assert row.confidence in CONFIDENCES
    assert (row.confidence == "inferred") == (not row.rule) == (not row.source)


def printed_notes(row: Row) -> list[str]:
    """Give the texts of the notes, with italics between asterisks and the numbers of back-references."""
    result = cited(*blocks_of(row.notes), library=golden_library(), name=row.style)
    return [with_plain_spaces("".join(shown(own_inlines(block)) for block in note.blocks)) for note in notes(result)]


def shown(inlines: Inlines) -> str:
    return "".join(_shown(inline) for inline in inlines)


def _shown(inline: Inline) -> str:
    match inline:
        case Text(text=text):
            return text
        case NoteRef(number=number):
            return str(number)
        case Emph(inlines=inner):
            return f"*{shown(inner)}*"
        case _:
            return shown(child_inlines(inline))


def with_stop(text: str) -> str:
    return text if text.rstrip("’”*").endswith((".", "?", "!")) else f"{text}."
