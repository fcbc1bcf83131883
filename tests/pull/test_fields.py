"""Which texts of a record a printed field may come from."""

from __future__ import annotations

from tests.each import each
from tests.filings.cases import EXAMPLE
from tests.filings.made import session

from probata.document.origin import Origin
from probata.pull.fields import texts_of


@each("record", ["case", "case/case", "case/example"])
def test_the_case_is_one_record_however_a_document_calls_it(record: str) -> None:
    graph = session(EXAMPLE).graph
    assert graph is not None
    (found,) = texts_of(Origin(record, "prepared_by.name"), graph, "uk-ghr", "en-GB")
    assert (found.kind, found.record, found.loc) == ("case", "example", ("prepared_by", "name"))


@each(
    ("record", "field", "form"),
    [
        ("people/tolgarth", "gender", "text"),
        ("people/tolgarth", "addresses.0", "text"),
        ("people/orskelin", "birth.origin.value", "text"),
        ("people/orskelin", "birth.date.value", "date"),
    ],
)
def test_a_text_that_is_written_without_its_citations_is_one_as_with_them(record: str, field: str, form: str) -> None:
    graph = session(EXAMPLE).graph
    assert graph is not None
    (found,) = texts_of(Origin(record, field), graph, "uk-ghr", "en-GB")
    assert found.form == form
