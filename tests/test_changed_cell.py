"""A changed cell changes the text and the table, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.checks.example_case import load_example
from tests.filings.cases import CLAIMS, EXAMPLE
from tests.filings.made import workspace
from tests.readers.tree_text import read_tree

from probata.document.blocks import Block, Paragraph, Table
from probata.document.tree import Document
from probata.document.walk import plain_text, walk_blocks
from probata.pipeline import draft, open_case, plan

FILING = "eu-ghrsr"
CELL = "2022-05,137,64,29,230"
"""May 2022 at Brann Street, Quay Road, North Yard and all centres."""
OTHER_CELL = "2022-05,140,64,29,230"


def composed(case: Path, filing_id: str = FILING) -> Document:
    session = open_case(case, "case", workspace())
    (filing,) = plan(session, workspace(), [filing_id])
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


def test_a_changed_cell_changes_text_and_table_and_nothing_else(tmp_path: Path) -> None:
    case = shutil.copytree(CLAIMS / EXAMPLE, tmp_path / EXAMPLE)
    before = composed(case)
    table = case / "data" / "admissions-2022.csv"
    text = table.read_text(encoding="utf-8")
    assert CELL in text
    table.write_text(text.replace(CELL, OTHER_CELL), encoding="utf-8")
    pairs = changed(before, composed(case))

    kinds = [type(old) for old, _ in pairs]
    assert sorted(kinds, key=lambda kind: kind.__name__) == [Paragraph, Table]
    by_kind = dict(zip(kinds, pairs, strict=True))
    ((old_text, new_text),) = differing(by_kind[Paragraph])
    assert "137 in May" in old_text
    assert new_text == old_text.replace("137 in May", "140 in May").replace("57.1%", "57.8%")
    assert differing(by_kind[Table]) == [("137", "140")]


SMALL = """
case: {title: Example, summary: "Of N returns.", persons_concerned: [wolk], filings: [{id: submission, forum: uk-ghr}]}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: office, person: wolk, title: Head, dates: 2015/2018}]
sources: [{id: report, title: A report}]
bodies: [{id: b, name: The Office}]
allegations:
  - id: a
    title: Returns
    statement: "It is alleged that N persons were returned."
    roles: [{role: office, responsibility: command}]
    bodies: [b]
    limbs: [{forum: uk-ghr, limb: "6(3)(a)", text: "They answer for N returns."}]
    affected: {description: "N persons"}
    evidence: [{source: report, supports: "N returns in all"}]
datasets:
  - id: returns
    title: Returns
    file: returns.csv
    citations: report, p. 3
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: n, heading: Returns}]
    description: "It counts N returns."
figures: [{id: all, title: All returns, operation: sum, of: [{dataset: returns, column: n}]}]
"""


def printed(folder: Path, cell: str) -> str:
    text = SMALL.replace("N ", "{{ figure('all').number }} ")
    load_example(folder, text, {"returns.csv": f"year,n\n2015,1023\n2016,{cell}\n"})
    return "\n".join(item.text for item in read_tree(composed(folder / "case.yaml", "submission")))


def test_a_changed_cell_changes_every_text_of_the_authors_own(tmp_path: Path) -> None:
    before, after = printed(tmp_path, "1032"), printed(tmp_path, "1040")
    wanted = ("Of N returns.", "alleged that N persons", "They answer for N returns.", "N persons", "N returns in all",
              "It counts N returns.")  # fmt: skip

    assert [words for words in wanted if words.replace("N", "2,055") not in before] == []
    assert "2,055" not in after
    assert after.replace("2,063", "2,055").replace("1,040", "1,032") == before
