"""Lists of evidence, sources and law, and what leads to them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import jinja2
import pytest
from tests.case_folder import write_case
from tests.citation.cases import cite
from tests.each import each

from probata.citation import Authority, Library, Schedule, Style, load_style, load_words
from probata.compose.environment import TemplateEnvironment
from probata.compose.passes import link_exhibits
from probata.compose.passes.list_evidence import EvidenceOf, list_evidence
from probata.compose.passes.lists import (
    abbreviations_used,
    list_abbreviations,
    list_authorities,
    list_sources,
    sources_in_order,
)
from probata.compose.passes.numbering import neutral_anchors
from probata.diagnostics import Span
from probata.document.anchors import EVIDENCE_SCHEDULE, LIST_OF_ABBREVIATIONS, LIST_OF_SOURCES, TABLE_OF_AUTHORITIES
from probata.document.blocks import Block, Blocks, Cell, Heading, Paragraph, Role, Row, Table
from probata.document.inlines import Cite, CiteItem, CrossRef, Emph, Inline, Inlines, Note, Strong, Text
from probata.document.origin import Origin
from probata.document.tree import Document, Meta
from probata.document.walk import inlines_in_order, own_inlines, plain_text
from probata.graph.case_graph import CaseGraph
from probata.markup import InlineValue, LiteralValue, parse_markdown
from probata.messages import load_wording
from probata.pipeline import open_case, open_workspace

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


MIXED: dict[str, dict[str, Any]] = {
    "talk": {"type": "interview", "title": "Talk", "author": [{"family": "Rill", "given": "Ana"}],
             "interviewer": [{"family": "Bo", "given": "Jan"}], "issued": {"date-parts": [[2020]]}},
    "office": {"type": "report", "title": "Figures", "author": [{"literal": "Stat Office"}]},
    "edited": {"type": "book", "title": "Zones", "editor": [{"family": "Ames", "given": "Eva"}]},
    "alone": {"type": "interview", "author": [{"literal": "Witness A"}]},
    "hart": {"type": "book", "title": "Law", "author": [{"family": "Hart", "given": "Herbert Lionel Adolphus"}]},
    "letter": {"type": "personal_communication", "genre": "Letter", "author": [{"family": "Cole", "given": "Sarah"}],
               "recipient": [{"literal": "The Council"}], "issued": {"date-parts": [[2021, 5, 4]]}},
    "nameless": {"type": "webpage", "title": "Names Missing", "URL": "https://example.org/a"},
}  # fmt: skip


def beginnings(name: str) -> list[str]:
    """Return the first words of the entries of the list in a style."""
    return [" ".join(entry.split()[:3]) for entry in entries_of(MIXED, name)]


def entries_of(sources: dict[str, dict[str, Any]], name: str) -> list[str]:
    """Return the entries of the list of these sources in a style."""
    cited = Paragraph((Cite(tuple(CiteItem(key) for key in sources)),))
    asked = Paragraph((Text("-"),), Role.BIBLIOGRAPHY, LIST_OF_SOURCES)
    library = Library(sources=sources)
    blocks = list_sources((cited, asked), library)
    style = load_style(name)
    assert isinstance(style, Style)
    written = cite(Document(Meta("Test"), blocks), library, style, load_words("en")).document
    _, *entries = sources_in_order(written, blocks, library).blocks
    return [plain_text(own_inlines(one)) for one in entries]


@each(
    ("name", "expected"),
    [
        ("oscola-4", ["Ames E (ed),", "Bo J, Interview", "Cole S, Letter", "Hart HLA, Law", "Interview with Witness",
                      "‘Names Missing’ <https://example.org/a>", "Stat Office, ‘Figures’"]),
        ("bluebook-21", ["Herbert Lionel Adolphus", "Interview by Jan", "Interview with Witness", "Letter from Sarah",
                         "Names Missing, https://example.org/a", "Stat Office, Figures", "Zones (Eva Ames"]),
        ("un-plain", ["Ames, Eva, ed.", "Sarah Cole, Letter", "Hart, Herbert Lionel", "Interview with Witness",
                      "“Names Missing”. https://example.org/a.", "Ana Rill, “Talk”,", "Stat Office. Figures."]),
    ],
)  # fmt: skip
def test_each_entry_stands_where_the_name_or_word_with_which_it_begins_belongs(name: str, expected: list[str]) -> None:
    assert beginnings(name) == expected


NAMESAKES: dict[str, dict[str, Any]] = {
    "zoe": {"type": "book", "title": "Arms", "author": [{"family": "Smith", "given": "Zoe"}]},
    "adam": {"type": "book", "title": "Zones", "author": [{"family": "Smith", "given": "Adam"}]},
    "later": {"type": "book", "title": "Books", "author": [{"family": "Smith", "given": "Zoe"}]},
    "house": {"type": "report", "title": "Cells", "author": [{"literal": "Smithson House"}]},
}


@each("name", ["oscola-4", "un-plain"])
def test_works_of_namesakes_stand_by_their_given_names(name: str) -> None:
    listed = entries_of(NAMESAKES, name)
    titles = [next(word for word in ("Arms", "Books", "Cells", "Zones") if word in entry) for entry in listed]
    assert titles == ["Zones", "Arms", "Books", "Cells"]


NAMES_LISTED = [InlineValue((Emph((Text("Ana"),)),)), LiteralValue("Bo & Co"), "Inés"]


def _printed(names: list[Any], language: str = "en-GB") -> str:
    environment = TemplateEnvironment(jinja2.DictLoader({}), True, wording=load_wording(language))
    text = environment.from_string("{{ names | listed | or_gap('name') }}").render(names=names)
    (block,) = parse_markdown(text, environment.placeholders, Span("t")).blocks
    assert isinstance(block, Paragraph)
    return plain_text(block.inlines)


@each(
    ("names", "printed"),
    [
        (NAMES_LISTED[:1], "Ana"),
        (NAMES_LISTED[:2], "Ana and Bo & Co"),
        (NAMES_LISTED, "Ana, Bo & Co and Inés"),
        ([], "not recorded"),
    ],
)
def test_each_entry_stands_once_with_what_stands_between(names: list[Any], printed: str) -> None:
    assert _printed(names).lower() == printed.lower()


@each(
    ("language", "printed"),
    [("fr", "Ana, Bo & Co et Inés"), ("es", "Ana, Bo & Co e Inés"), ("en-US", "Ana, Bo & Co and Inés")],
)
def test_it_joins_in_the_language_of_the_document(language: str, printed: str) -> None:
    assert _printed(NAMES_LISTED, language) == printed


def words(text: str) -> Inlines:
    return (Text(text),)


LIBRARY_LAW = Library(
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
    shown = list_authorities(
        (cites("act", "liu", "iccpr", "bill", "paper", "liu"), asked), LIBRARY_LAW, GROUPS, ENGLISH
    )

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


def abbreviations(blocks: Blocks, graph: CaseGraph, library: Library = LIBRARY_LAW) -> Block:
    """Return the list that stands at the end of a document whose citations are written in OSCOLA."""
    asked = Paragraph(words("-"), id=LIST_OF_ABBREVIATIONS)
    composed = Document(Meta("Test"), list_abbreviations((*blocks, asked), library, graph))
    style = load_style("oscola-4")
    assert isinstance(style, Style)
    written = cite(composed, library, style, load_words("en")).document
    return abbreviations_used(written, ENGLISH).blocks[-1]


def listed_law(block: Block) -> list[list[str]]:
    assert isinstance(block, Table)
    return [[plain_text(own_inlines(cell.blocks[0])) for cell in row.cells] for row in block.rows]


def test_abbreviations_are_those_that_text_or_notes_have(graph: CaseGraph) -> None:
    text = Paragraph(words("The HG took them."))
    shown = abbreviations((cites("iccpr", "act"), text), graph)

    assert listed_law(shown) == [["HG", "Harbour Guard"], ["ICCPR", "A Covenant"]]


def test_an_abbreviation_within_another_word_is_no_use_of_it(graph: CaseGraph) -> None:
    shown = abbreviations((Paragraph(words("The HGV and the X-HG stood there.")),), graph)

    assert plain_text(own_inlines(shown)) == "No abbreviation is used."


LINK = CrossRef("exhibit-mt-1", "exhibit", "MT/1")


def mark(text: str = "MT/1") -> Text:
    return Text(text, Origin("exhibits/e1", "mark"))


def paragraph(*inlines: Inline) -> Paragraph:
    return Paragraph(inlines)


def listed_exhibits(*inlines: Inline) -> Table:
    cells = (Cell((paragraph(*inlines),)), Cell((paragraph(Text("a photograph of "), mark()),)))
    return Table((1, 3), (), (Row(cells),))


def links(*blocks: Block) -> list[CrossRef]:
    return [one for one in inlines_in_order(link_exhibits(blocks)) if isinstance(one, CrossRef)]


def test_a_mark_in_bold_type_in_a_sentence_and_one_in_a_note_lead_to_the_list() -> None:
    note = Note("n", (paragraph(Text("See "), mark()),))
    text = paragraph(Text("I refer to "), Strong((mark(),)), note)

    assert links(text, listed_exhibits(Strong((mark(),)))) == [LINK, LINK, LINK]


def test_the_list_keeps_its_own_mark_and_is_what_references_lead_to() -> None:
    (table,) = link_exhibits((listed_exhibits(Strong((mark(),))),))

    assert isinstance(table, Table)
    assert table.rows[0].cells[0] == Cell((Paragraph((Strong((mark(),)),), id="exhibit-mt-1"),))


IDS = {"north-wing", "wing", "summary"}


def heading(anchor: str) -> Heading:
    return Heading(1, (Text("A heading"),), anchor)


def refers(target: str) -> Paragraph:
    return Paragraph((Emph((CrossRef(target),)),))


def target_of(block: Block) -> str:
    assert isinstance(block, Paragraph)
    (emphasis,) = block.inlines
    assert isinstance(emphasis, Emph)
    (reference,) = emphasis.inlines
    assert isinstance(reference, CrossRef)
    return reference.target


def test_the_id_of_a_record_in_an_anchor_becomes_a_digest_and_references_follow() -> None:
    first, second = neutral_anchors((heading("allegation-north-wing"), refers("allegation-north-wing")), IDS)

    assert isinstance(first, Heading)
    assert re.fullmatch(r"allegation-[0-9a-f]{12}", first.id)
    assert target_of(second) == first.id


def test_a_reference_to_what_is_not_there_is_told_as_it_was_written() -> None:
    (block,) = neutral_anchors((refers("allegation-wing"),), IDS)

    assert target_of(block) == "allegation-wing"
