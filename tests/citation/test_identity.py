"""Ids of notes follow the record and the content, so that a redline finds the same note again."""

from __future__ import annotations

import re
from dataclasses import replace

from probata.document.inlines import Cite, Note
from probata.document.origin import Origin

from .cases import citation, cited, free_note, item, notes, paragraph

BLOCKS = (
    paragraph("A", citation(item("hart", "page", "4"))),
    paragraph("B", free_note("Plain.")),
    paragraph("C", citation("dworkin")),
)


def test_a_note_keeps_its_id_when_another_is_added_before_it() -> None:
    before = [note.id for note in notes(cited(*BLOCKS))]
    after = [note.id for note in notes(cited(paragraph("New", free_note("New.")), *BLOCKS))]
    assert after[1:] == before


def test_ids_are_unique_names_of_at_most_32_characters() -> None:
    same = [paragraph("A", citation("hart")) for _ in range(5)]
    ids = [note.id for note in notes(cited(*same, *BLOCKS))]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,31}", one) for one in ids)


def test_the_same_words_from_two_records_are_two_notes() -> None:
    def note(record: str) -> Note:
        return replace(free_note("Plain."), origin=Origin(record))

    first = notes(cited(paragraph("A", note("events/e-1")), paragraph("B", note("events/e-2"))))
    swapped = notes(cited(paragraph("B", note("events/e-2")), paragraph("A", note("events/e-1"))))
    assert [one.id for one in swapped] == [one.id for one in reversed(first)]


def test_a_note_made_from_a_citation_keeps_its_origin() -> None:
    origin = Origin("allegations/a-1", "particulars")
    (note,) = notes(cited(paragraph("A", Cite((item("liu"),), origin))))
    assert note.origin == origin
