"""What is said of a field that does not exist."""

from __future__ import annotations

from tests.each import each

from probata.diagnostics.message import Message
from probata.model.allegation import Allegation
from probata.model.case_file import CaseFile, Filing
from probata.model.event import Event
from probata.model.explain_fault import _lines, help_on_field
from probata.model.kinds import KINDS
from probata.model.person import Person
from probata.model.record import Record
from probata.model.source_record import Source

NAMES = frozenset(kind.key for kind in KINDS)
OF_CASE, OF_FILING = list(CaseFile.model_fields), list(Filing.model_fields)


@each(("wrong", "meant"), [("titel", "title"), ("markng", "marking"), ("translation", "translations")])
def test_a_slip_names_the_field_that_is_meant(wrong: str, meant: str) -> None:
    assert Message(help_on_field(wrong, OF_CASE, NAMES)) == f"did you mean `{meant}`?"


@each("kind", KINDS, ids=lambda kind: kind.key)
def test_no_kind_of_records_is_sent_to_the_translations(kind: object) -> None:
    fields = list(kind.record.model_fields)  # type: ignore[attr-defined]  # each entry of the table has its model

    for name in NAMES - set(fields):
        assert "did you mean `translations`" not in Message(help_on_field(name, fields, NAMES))


@each(
    ("record", "wrong", "meant"),
    [
        (Event, "affected", "persons"),
        (Event, "victims", "persons"),
        (Event, "when", "dates"),
        (Event, "location", "place"),
        (Event, "name", "title"),
        (Event, "type", "kind"),
        (Allegation, "persons", "affected"),
        (Allegation, "victims", "affected"),
        (Allegation, "description", "statement"),
        (Source, "link", "url"),
        (Source, "published", "issued"),
        (Person, "date-of-birth", "birth"),
        (Person, "Sex", "gender"),
    ],
)
def test_another_word_for_a_field_names_the_field(record: type[Record], wrong: str, meant: str) -> None:
    assert Message(help_on_field(wrong, list(record.model_fields), NAMES)) == f"did you mean `{meant}`?"


def test_every_line_of_words_has_a_field_of_some_record_and_no_word_twice() -> None:
    fields = {name for kind in KINDS for name in kind.record.model_fields} | set(CaseFile.model_fields) | set(OF_FILING)

    for words in _lines():
        assert words[0] in fields, words
        assert len(set(words)) == len(words), words
