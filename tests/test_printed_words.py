"""What no filing may print: ids of records, doubled stops, a draft's words in a final file."""

import re

import yaml
from tests.filings.cases import CLAIMS
from tests.filings.every import every_filing
from tests.filings.made import MadeFiling


@every_filing
def test_no_cell_is_the_id_of_a_source(filing: MadeFiling) -> None:
    records = yaml.load((CLAIMS / filing.name.case / "sources.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  # reads strings only
    ids = {record["id"] for record in records}

    assert len(ids) > 20
    assert [item.text for item in filing.shown if item.text in ids] == []


@every_filing
def test_no_sentence_ends_with_two_stops(filing: MadeFiling) -> None:
    assert [item.text for item in filing.shown if re.search(r"\w\.\.(?!\.)", item.text)] == []


@every_filing
def test_no_value_is_printed_as_the_program_holds_it(filing: MadeFiling) -> None:
    assert [
        item.text for item in filing.shown if re.search(r"(?:Inline|Literal|Markdown|Block)Value\(", item.text)
    ] == []
