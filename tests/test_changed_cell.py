"""A changed cell changes the text, the table, the chart and the list of calculations, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.filings.cases import CLAIMS, EXAMPLE
from tests.filings.made import workspace

from probata.document.blocks import Block, ListBlock, Paragraph, Picture, Table
from probata.document.tree import Document
from probata.document.walk import child_blocks, plain_text, walk_blocks
from probata.pipeline import draft, open_case, plan

FILING = "eu-ghrsr"
CELL = "2022-05,137,64,29,230"
"""May 2022 at Brann Street, Quay Road, North Yard and all centres."""
OTHER_CELL = "2022-05,140,64,29,230"


def composed(case: Path) -> Document:
    session = open_case(case, "case", workspace())
    (filing,) = plan(session, workspace(), [FILING])
    drafted, _ = draft(session, workspace(), filing, final=False)
    assert drafted is not None
    return drafted.document


def changed(before: Document, after: Document) -> list[tuple[Block, Block]]:
    """Return the outermost blocks that differ, each with what has taken its place."""
    assert before.meta == after.meta
    assert len(before.blocks) == len(after.blocks)
    return [pair for pair in zip(before.blocks, after.blocks, strict=True) if pair[0] != pair[1]]


def words(block: Block) -> list[str]:
    return [plain_text(inner.inlines) for inner in walk_blocks((block,)) if isinstance(inner, Paragraph)]


def differing(pair: tuple[Block, Block]) -> list[tuple[str, str]]:
    """Return the paragraphs inside two blocks that differ."""
    return [(old, new) for old, new in zip(*map(words, pair), strict=True) if old != new]


def test_a_changed_cell_changes_text_table_chart_and_calculations_and_nothing_else(tmp_path: Path) -> None:
    case = shutil.copytree(CLAIMS / EXAMPLE, tmp_path / EXAMPLE)
    before = composed(case)
    table = case / "data" / "admissions-2022.csv"
    text = table.read_text(encoding="utf-8")
    assert CELL in text
    table.write_text(text.replace(CELL, OTHER_CELL), encoding="utf-8")
    pairs = changed(before, composed(case))

    kinds = [type(old) for old, _ in pairs]
    assert sorted(kinds, key=lambda kind: kind.__name__) == [ListBlock, Paragraph, Picture, Table]
    by_kind = dict(zip(kinds, pairs, strict=True))
    ((old_text, new_text),) = differing(by_kind[Paragraph])
    assert "137 in May" in old_text
    assert new_text == old_text.replace("137 in May", "140 in May").replace("57.1%", "57.8%")
    assert differing(by_kind[Table]) == [("137", "140")]
    calculations = differing(by_kind[ListBlock])
    assert len(calculations) == 2
    assert calculations[0][1] == calculations[0][0].replace("233", "236").replace("137", "140")
    assert calculations[1][1] == calculations[1][0].replace("57.1%", "57.8%").replace("233", "236")
    old_chart, new_chart = by_kind[Picture]
    assert isinstance(old_chart, Picture)
    assert isinstance(new_chart, Picture)
    assert old_chart.alternative.replace("137", "140") == new_chart.alternative
    assert child_blocks(old_chart) == ()
