"""The evidence schedule holds what the document cites, in the order of first citation."""

from __future__ import annotations

from dataclasses import replace

from probata.citation import Library, Schedule
from probata.compose.passes.list_evidence import EvidenceOf, list_evidence
from probata.document.anchors import EVIDENCE_SCHEDULE
from probata.document.blocks import Block, Blocks, Cell, Paragraph, Role, Row, Table
from probata.document.inlines import Cite, CiteItem, Text
from probata.document.walk import inlines_in_order, plain_text
from probata.messages import load_wording

NAMES = {key: key.upper() for key in ("act", "book", "copy", "diary", "essay")}
OF = EvidenceOf(NAMES, (), {"count-one": 1, "count-two": 2})
LIBRARY = Library(sources={key: {"type": "book", "title": key} for key in NAMES})


def row(key: str) -> Row:
    cite = Cite((CiteItem(key),))
    return Row(tuple(Cell((Paragraph((one,)),)) for one in (Text("–"), cite, Text("shows"), Text("–"), Text("Held"))))


TABLE = Table((1, 1, 1, 1, 1), (), tuple(map(row, NAMES)), id=EVIDENCE_SCHEDULE)


def citing(*keys: str) -> Paragraph:
    return Paragraph((Text("It is so."), Cite(tuple(map(CiteItem, keys)))), Role.NUMBERED)


def listed(*blocks: Block, library: Library = LIBRARY, seen: Blocks | None = None) -> tuple[Blocks, Schedule]:
    whole = (*blocks, TABLE)
    return list_evidence(whole, library, OF, load_wording("en"), whole if seen is None else seen)


def numbers(schedule: Schedule) -> dict[str, str]:
    return {key: one.number for key, one in schedule.items.items()}


def through(**cited_in: str) -> Library:
    return Library(LIBRARY.sources, {key: (CiteItem(other),) for key, other in cited_in.items()})


def test_numbers_follow_the_first_citation_and_what_nothing_cites_is_left_out() -> None:
    blocks, schedule = listed(citing("copy"), citing("act", "copy"))
    assert numbers(schedule) == {"copy": "E1", "act": "E2"}
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert [plain_text(tuple(inlines_in_order(one.cells[0].blocks))) for one in table.rows] == ["E1", "E2"]


def test_a_work_known_through_another_stands_below_it() -> None:
    _, schedule = listed(citing("act"), citing("copy"), citing("book"), library=through(copy="book"))
    assert numbers(schedule) == {"act": "E1", "book": "E2", "copy": "E2.1"}
    assert not schedule.rests_on


def test_a_case_rests_on_the_work_through_which_more_than_half_are_known_and_says_so_once() -> None:
    library = through(copy="book", diary="copy", essay="book")
    blocks, schedule = listed(citing("essay"), citing("diary"), citing("act"), library=library)
    assert schedule.rests_on == "book"
    assert numbers(schedule) == {"book": "E1", "copy": "E1.1", "diary": "E1.2", "essay": "E1.3", "act": "E2"}
    assert [len(block.rows) for block in blocks if isinstance(block, Table)] == [2, 3]
    assert plain_text(tuple(inlines_in_order(blocks[-2:-1]))).startswith("The works numbered E1.1 to E1.3")


def test_what_only_a_confidential_sheet_cites_is_not_listed() -> None:
    brief, sheet = citing("act"), citing("diary")
    _, schedule = listed(brief, sheet, citing("diary", "act"), seen=(brief, TABLE))
    assert numbers(schedule) == {"act": "E1"}


def test_statements_that_go_with_the_filing_come_first_cited_or_not() -> None:
    whole = (citing("copy"), TABLE)
    _, schedule = list_evidence(whole, LIBRARY, replace(OF, filed=("diary",)), load_wording("en"), whole)
    assert numbers(schedule) == {"diary": "E1", "copy": "E2"}
