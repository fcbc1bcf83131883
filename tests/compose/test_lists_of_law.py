"""The table of authorities and the list of abbreviations, as a template asks for them."""

from __future__ import annotations

import pytest
from tests.case_folder import write_case
from tests.citation.cases import cite
from tests.each import each

from probata.citation import Authority, Library, Style, load_style, load_words
from probata.compose.passes.lists import abbreviations_used, list_abbreviations, list_authorities
from probata.document.anchors import LIST_OF_ABBREVIATIONS, TABLE_OF_AUTHORITIES
from probata.document.blocks import Block, Blocks, Paragraph, Role, Table
from probata.document.inlines import Cite, CiteItem, Inlines, Text
from probata.document.tree import Document, Meta
from probata.document.walk import inlines_in_order, own_inlines, plain_text
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


@each(
    ("language", "heading"),
    [
        ("en-GB", "CASES: INTERNATIONAL CRIMINAL COURT"),
        ("fr", "JURISPRUDENCE\xa0: COUR PÉNALE INTERNATIONALE"),
        ("es", "JURISPRUDENCIA: CORTE PENAL INTERNACIONAL"),
    ],
)
def test_a_court_has_one_heading_by_whichever_name_it_is_recorded(language: str, heading: str) -> None:
    recorded = {"katanga": "ICC", "bemba": "International Criminal Court"}
    cases = {
        key: Authority("tribunal_case", {"name": words(f"Prosecutor v {key}")}, group=court)
        for key, court in recorded.items()
    }
    asked = Paragraph(words("-"), id=TABLE_OF_AUTHORITIES)
    wording = load_wording(language)
    shown = list_authorities((cites("katanga", "bemba"), asked), Library(authorities=cases), GROUPS, wording)

    assert lines(shown) == [heading, "katanga", "bemba"]


def abbreviations(blocks: Blocks, graph: CaseGraph, library: Library = LIBRARY) -> Block:
    """Return the list that stands at the end of a document whose citations are written in OSCOLA."""
    asked = Paragraph(words("-"), id=LIST_OF_ABBREVIATIONS)
    composed = Document(Meta("Test"), list_abbreviations((*blocks, asked), library, graph))
    style = load_style("oscola-4")
    assert isinstance(style, Style)
    written = cite(composed, library, style, load_words("en")).document
    return abbreviations_used(written, ENGLISH).blocks[-1]


def listed(block: Block) -> list[list[str]]:
    assert isinstance(block, Table)
    return [[plain_text(own_inlines(cell.blocks[0])) for cell in row.cells] for row in block.rows]


def test_abbreviations_are_those_that_text_or_notes_have(graph: CaseGraph) -> None:
    text = Paragraph(words("The HG took them."))
    shown = abbreviations((cites("iccpr", "act"), text), graph)

    assert listed(shown) == [["HG", "Harbour Guard"], ["ICCPR", "A Covenant"]]


def test_an_abbreviation_within_another_word_is_no_use_of_it(graph: CaseGraph) -> None:
    shown = abbreviations((Paragraph(words("The HGV and the X-HG stood there.")),), graph)

    assert plain_text(own_inlines(shown)) == "No abbreviation is used."
