"""The to-do list of a draft names every gap, by section; the document says only how many there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.case_folder import ALLEGATIONS, write_case
from tests.filings.made import workspace

from probata.checks import Drafted
from probata.document.blocks import Heading, Paragraph
from probata.document.walk import plain_text
from probata.pipeline import open_case, plan, prepare


def drafted(folder: Path, **files: str) -> Drafted:
    session = open_case(write_case(folder, **files), "harbour", workspace())
    (filing, *_) = plan(session, workspace())
    found = prepare(session, workspace(), filing, final=False).drafted
    assert found is not None
    return found


def test_the_first_page_says_how_many_gaps_are_printed_and_names_none(tmp_path: Path) -> None:
    draft = drafted(tmp_path)
    blocks = draft.document.blocks
    first_heading = next(n for n, block in enumerate(blocks) if isinstance(block, Heading))
    lines = [plain_text(block.inlines) for block in blocks[:first_heading] if isinstance(block, Paragraph)]

    printed = sum(one.section != "Not in the text" for one in draft.to_do)
    assert [line for line in lines if "gap" in line] == [f"Draft with {printed} gaps"]


def test_a_gap_stands_once_in_the_first_section_that_shows_it_with_record_field_and_place(tmp_path: Path) -> None:
    draft = drafted(tmp_path)

    told = [(one.section, one.line) for one in draft.to_do if "date of birth" in one.line]
    assert told == [("C.1 Ardel Solvan", "- date of birth: people/solvan, birth.date, harbour/people.yaml:1:3")]


@pytest.fixture(scope="module")
def unargued(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    argued = "{forum: uk-ghr, limb: 4(2)(b), text: They were beaten.}"
    assert ALLEGATIONS.count(f"{argued}, ") == 1
    return drafted(tmp_path_factory.mktemp("unargued"), allegations=ALLEGATIONS.replace(f"{argued}, ", ""))


def test_an_argument_that_no_section_shows_stands_first_and_stops_a_filing(unargued: Drafted) -> None:
    first, *others = unargued.to_do
    assert first.section == "Not in the text"
    assert first.line.startswith("* the argument on a right under regulation 4(2): allegations/beatings, harbour/")
    assert not any(one.needed for one in others if one.section == first.section)
