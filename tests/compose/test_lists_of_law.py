"""The table of authorities and the list of abbreviations, as a template asks for them."""

from __future__ import annotations

import pytest
from tests.case_folder import write_case

from probata.citation import Authority, Library
from probata.compose.passes.list_abbreviations import list_abbreviations
from probata.compose.passes.list_authorities import list_authorities
from probata.document.blocks import Block, Blocks, Paragraph, Role, Table
from probata.document.inlines import Cite, CiteItem, Inlines, Text
from probata.document.list_ids import LIST_OF_ABBREVIATIONS, TABLE_OF_AUTHORITIES
from probata.document.walk import inlines_in_order, plain_text
from probata.graph.case_graph import CaseGraph
from probata.messages import load_wording
from probata.pipeline import open_case, open_workspace


def words(text: str) -> Inlines:
    return (Text(text),)


LIBRARY = Library(
    authorities={
        "iccpr": Authority("treaty", {"name": words("A Covenant"), "abbreviation": words("ICCPR")}),
        "act": Authority("statute", {"name": words("Zeal Act 2001")}),
        "bill": Authority("statute", {"name": words("Able Act 2002"), "abbreviation": words("AA")}),
        "liu": Authority("echr_case", {"name": words("Liu v Poland")}, group="European Court"),
        "odd": Authority("other", {"name": words("Rules")}),
    },
    cited_in={"paper": (CiteItem("odd"),)},
)
ENGLISH = load_wording("en-GB")
GROUPS = ("cases", "treaties", "legislation")


@pytest.fixture
def graph(tmp_path_factory: pytest.TempPathFactory) -> CaseGraph:
    bodies = "- {id: guard, name: Harbour Guard, abbreviation: HG}\n"
    folder = write_case(tmp_path_factory.mktemp("case"), bodies=bodies)
    found = open_case(folder, "case", open_workspace()).graph
    assert found is not None
    return found


def cites(*keys: str) -> Block:
    return Paragraph((Text("As shown."), Cite(tuple(CiteItem(key) for key in keys))))


def lines(blocks: Blocks) -> list[str]:
    return [_line(block) for block in blocks if isinstance(block, Paragraph) and block.role is not Role.BODY]


def _line(block: Paragraph) -> str:
    keys = [item.key for one in inlines_in_order((block,)) if isinstance(one, Cite) for item in one.items]
    return keys[0] if keys else plain_text(block.inlines).upper()


def test_authorities_stand_in_the_groups_of_the_forum_and_the_cases_by_court() -> None:
    asked = Paragraph(words("-"), id=TABLE_OF_AUTHORITIES)
    shown = list_authorities((cites("act", "liu", "iccpr", "bill", "paper", "liu"), asked), LIBRARY, GROUPS, ENGLISH)

    assert lines(shown) == [
        "CASES: EUROPEAN COURT OF HUMAN RIGHTS", "liu", "TREATIES AND DECLARATIONS", "iccpr",
        "LEGISLATION", "act", "bill", "OTHER AUTHORITIES", "odd",
    ]  # fmt: skip


def test_where_no_authority_is_cited_the_table_says_so() -> None:
    (shown,) = list_authorities((Paragraph(words("-"), id=TABLE_OF_AUTHORITIES),), LIBRARY, GROUPS, ENGLISH)

    assert isinstance(shown, Paragraph)
    assert plain_text(shown.inlines) == "No legal authority is cited."


def test_abbreviations_are_those_of_what_is_cited_and_of_bodies_that_the_text_abbreviates(graph: CaseGraph) -> None:
    asked = Paragraph(words("-"), id=LIST_OF_ABBREVIATIONS)
    text = Paragraph(words("The HG took them."))
    *_, table = list_abbreviations((cites("iccpr", "act"), text, asked), LIBRARY, graph, ENGLISH)

    assert isinstance(table, Table)
    rows = [[plain_text(cell.blocks[0].inlines) for cell in row.cells if isinstance(cell.blocks[0], Paragraph)]
            for row in table.rows]  # fmt: skip
    assert rows == [["HG", "Harbour Guard"], ["ICCPR", "A Covenant"]]


def test_a_body_that_is_named_in_full_has_no_place_in_the_list(graph: CaseGraph) -> None:
    asked = Paragraph(words("-"), id=LIST_OF_ABBREVIATIONS)
    *_, shown = list_abbreviations((Paragraph(words("The Harbour Guard took them.")), asked), LIBRARY, graph, ENGLISH)

    assert isinstance(shown, Paragraph)
    assert plain_text(shown.inlines) == "No abbreviation is used."
