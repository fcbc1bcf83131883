"""How often Pandoc is started for one document, and that what it answered once is not asked again."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.citation.cases import citation, cited, free_note, heading, note_texts, paragraph
from tests.citation.counted import BLOCKS, LIST, Counted, Meeting, Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program that counts is a shell script")


@pytest.fixture
def counted(tmp_path: Path) -> Counted:
    return Counted(tmp_path)


def test_a_document_with_a_list_of_sources_starts_pandoc_once(counted: Counted) -> None:
    result = counted.cited(*BLOCKS, *LIST)
    assert (counted.starts, result.diagnostics) == (1, ())


def test_a_document_that_cites_authorities_alone_starts_no_pandoc(counted: Counted) -> None:
    counted.cited(BLOCKS[1], LIST[2], paragraph("E", free_note("Plain.")))
    assert counted.starts == 0


def test_two_runs_and_never_more_go_on_at_once(tmp_path: Path) -> None:
    meeting = Meeting(tmp_path)
    sections = [block for number in range(5) for block in (heading(f"Part {number}"), *BLOCKS)]
    result = meeting.cited(*sections, restart=True)

    assert result.diagnostics == ()
    assert meeting.at_once[-1] == 0, "a run began and did not end"
    assert meeting.at_once.count(0) < 5, "each run waited for the one before"
    assert max(meeting.at_once) == 2
    assert len(meeting.at_once) == 10


def test_the_answers_of_runs_side_by_side_come_in_the_order_of_the_sections(tmp_path: Path) -> None:
    sections = [
        block
        for number, key in enumerate(("hart", "dworkin", "ccdi", "hart"))
        for block in (heading(f"Part {number}"), paragraph("A", citation(key)))
    ]
    side_by_side = Meeting(tmp_path).cited(*sections, restart=True)
    assert note_texts(side_by_side) == note_texts(cited(*sections, restart=True))
    assert [text.split(" ", 2)[1] for text in note_texts(side_by_side)] == ["Herbert", "Ronald", "Central", "Herbert"]


def test_a_document_built_again_starts_no_pandoc_and_is_the_same(counted: Counted) -> None:
    store, without = Store(), counted.cited(*BLOCKS, *LIST)
    first = counted.cited(*BLOCKS, *LIST, store=store)
    assert counted.starts == 2
    assert counted.cited(*BLOCKS, *LIST, store=store) == first == without
    assert counted.starts == 2


def test_a_change_of_a_citation_or_of_its_style_is_asked(counted: Counted) -> None:
    store = Store()
    counted.cited(*BLOCKS, store=store)
    counted.cited(paragraph("New", citation("ccdi")), *BLOCKS, store=store)
    counted.cited(*BLOCKS, store=store, name="chicago-notes-bibliography")
    assert counted.starts == 3


def test_another_pandoc_is_asked_again(counted: Counted) -> None:
    store = Store()
    counted.cited(*BLOCKS, store=store)
    counted.program.write_text(counted.program.read_text() + "# another\n")
    counted.cited(*BLOCKS, store=store)
    assert counted.starts == 2


def test_a_failure_is_not_kept(counted: Counted) -> None:
    store, whole = Store(), counted.program.read_text()
    counted.program.write_text("#!/bin/sh\ncat >/dev/null; echo nonsense\n")
    assert [found.code for found in counted.cited(*BLOCKS, store=store).diagnostics] == ["CIT104"]
    counted.program.write_text(whole)
    assert counted.cited(*BLOCKS, store=store).diagnostics == ()
