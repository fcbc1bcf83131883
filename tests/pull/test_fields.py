"""Which texts of a record a printed field may come from."""

from __future__ import annotations

import pytest
from tests.filings.cases import EXAMPLE
from tests.filings.made import session

from probata.document.origin import Origin
from probata.pull.fields import texts_of


@pytest.mark.parametrize("record", ["case", "case/case", "case/example"])
def test_the_case_is_one_record_however_a_document_calls_it(record: str) -> None:
    graph = session(EXAMPLE).graph
    assert graph is not None
    (found,) = texts_of(Origin(record, "prepared_by.name"), graph, "uk-ghr", "en-GB")
    assert (found.kind, found.record, found.loc) == ("case", "example", ("prepared_by", "name"))
