"""What a citation may say of an authority is what its record says, and no more exactly."""

from __future__ import annotations

from typing import Any

from probata.citation import load_words
from probata.citation.legal_writer import LegalWriter
from probata.citation.style_file import load_legal_style
from probata.compose.cited_authority import cited_authority
from probata.document.walk import plain_text
from probata.model.authority import Authority

WRITER = LegalWriter(load_legal_style("oscola-4"), load_words("en"))


def printed(**fields: Any) -> str:
    record = Authority.model_validate(
        {"id": "x", "kind": "un_report", "form": "un_document", "name": "Report"} | fields
    )
    return plain_text(WRITER.full(cited_authority(record)))


def test_a_date_is_printed_as_exactly_as_it_is_recorded() -> None:
    dates = ("2020-05-04", "2020-05", "2020", "~2020", "2019/2020")

    assert [printed(date=date, symbol="A/1") for date in dates] == [
        "‘Report’ (4 May 2020) UN Doc A/1",
        "‘Report’ (May 2020) UN Doc A/1",
        "‘Report’ (2020) UN Doc A/1",
        "‘Report’ (c 2020) UN Doc A/1",
        "‘Report’ (2019–2020) UN Doc A/1",
    ]


def test_a_whole_citation_that_is_recorded_is_printed_as_it_stands() -> None:
    assert printed(citation="*Report* of 2020, p. 1", symbol="A/1") == "Report of 2020, p. 1"
