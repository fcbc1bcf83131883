"""What a record says of its evidence reaches its notes, once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import html
from tests.case_folder import POSITIONS, ROLES, SOURCES, Built, build, write_case
from tests.citation.cases import citation, cite, cited, free_note, item, note_texts, paragraph, style
from tests.each import each
from tests.parted import OF_PARTED, PLAIN, PLAINEST, write_parted
from tests.pictures.records import graph_of
from tests.three_languages import BACKGROUND_EN, BACKGROUND_ES, BACKGROUND_FR, open_letters

from probata.citation import Library, load_words
from probata.compose.library import build_library, csl_item
from probata.compose.views.provision import cited_once
from probata.diagnostics import Severity
from probata.document.blocks import Quote
from probata.document.inlines import CiteItem, Note, Pinpoint
from probata.document.tree import Document, Meta
from probata.document.walk import plain_text
from probata.law import load_catalogue
from probata.messages import ENGLISH, load_wording
from probata.model.source_record import Source
from probata.pipeline import open_workspace, plan
from probata.pipeline.drafting import draft


def _source(**fields: Any) -> Source:
    return Source.model_validate({"id": "s", "title": "A Work", "issued": "2020", **fields})


def _item(**fields: Any) -> dict[str, Any]:
    return csl_item(_source(**fields), load_wording(ENGLISH))


def test_every_variable_stands_under_its_name_in_csl() -> None:
    item = _item(
        edition="2",
        translator=["A Translator"],
        isbn="978-3-16-148410-0",
        issn="2049-3630",
        collection_title="A Series",
        collection_number="7",
        event_title="A Conference",
        event_place="Ostamar",
        event_date="2019-05-04",
        section="Politics",
        genre="PhD thesis",
    )

    assert {key: item[key] for key in item if key not in ("id", "type", "title", "issued")} == {
        "edition": "2",
        "translator": [{"literal": "A Translator"}],
        "ISBN": "978-3-16-148410-0",
        "ISSN": "2049-3630",
        "collection-title": "A Series",
        "collection-number": "7",
        "event": "A Conference",
        "event-title": "A Conference",
        "event-place": "Ostamar",
        "event-date": {"date-parts": [[2019, 5, 4]]},
        "section": "Politics",
        "genre": "PhD thesis",
    }


def test_what_has_no_title_is_described_by_where_it_stands() -> None:
    page = {"type": "webpage", "title": None, "issued": None}
    assert _item(**page, container_title="example.org")["title"] == "[web page, example.org]"
    paper = {**page, "type": "article-newspaper"}
    assert _item(**paper, container_title="Ostamar Courier")["title"] == "[article in Ostamar Courier]"
    assert _item(**paper)["title"] == "[title not recorded]"
    assert _item(**page, url="https://example.org/a/b")["title"] == "[web page, example.org/a/b]"


def test_an_article_without_a_title_keeps_the_journal_in_whose_volume_it_is_found() -> None:
    article = {"type": "article-journal", "title": None, "container_title": "Ostamar Law Review", "volume": "7"}
    item = _item(**article)

    assert item["title"] == "[title not recorded]"
    assert item["title-short"] == "[article in Ostamar Law Review]"
    assert item["container-title"] == "Ostamar Law Review"


def test_later_notes_call_an_article_without_a_title_or_author_by_its_journal() -> None:
    article = _item(type="article-journal", title=None, container_title="Ostamar Law Review", volume="7", page="30")
    library = Library(sources={"s": article}, untitled=frozenset({"s"}))
    notes = note_texts(
        cited(paragraph("A", citation("s")), paragraph("B", free_note("Plain.")), paragraph("C", citation("s")),
              library=library)
    )  # fmt: skip

    assert notes[0] == "1 [title not recorded] (2020) 7 Ostamar Law Review 30."
    assert notes[2] == "3 [article in Ostamar Law Review] (n #1)."


@each("typed", ["pp 100-200", "pp. 100-200", "Pages 100-200", "100-200"])
def test_pages_typed_with_their_word_are_pages(typed: str) -> None:
    assert _item(type="chapter", page=typed)["page"] == "100-200"


def test_a_letter_in_french_is_from_a_person_and_not_from_an_address() -> None:
    french = load_wording("fr")
    sent = {"type": "personal_communication", "title": None, "issued": "2022-05-13", "genre": "Lettre"}
    item = csl_item(_source(**sent, author=[{"family": "Rill", "given": "Ana"}], recipient=["le Conseil"]), french)
    document = Document(Meta("Test", language="fr"), (paragraph("A", citation("s")),))
    library = Library(sources={"s": item})
    (note,) = note_texts(cite(document, library, style("oscola-4", language="fr"), load_words("fr")))
    assert note == "1 Lettre d’Ana Rill à le Conseil (13 mai 2022)."


def place(key: str, value: str = "", type: str = "article", prefix: str = "") -> CiteItem:
    return CiteItem(key, Pinpoint(type, value) if value else None, prefix)


def test_places_of_one_source_are_joined_where_it_stands_first_and_repeats_go() -> None:
    given = [place("iccpr", "6"), place("act", "2"), place("uncat", "12"), place("act", "1"), place("uncat", "1"),
             place("act", "1"), place("iccpr", "6")]  # fmt: skip

    assert cited_once(given) == (place("iccpr", "6"), place("act", "1, 2"), place("uncat", "1, 12"))


def test_places_of_another_kind_and_items_with_words_of_their_own_stay_apart() -> None:
    given = [place("report", "3", "page"), place("report", "2", "table"), place("report", "4", "page", "see"),
             place("report")]  # fmt: skip

    assert cited_once(given) == tuple(given)


def test_two_headings_stay_apart_since_each_has_marks_of_its_own() -> None:
    given = [place("report", "Methods", "heading"), place("report", "Findings, in brief", "heading")]

    assert cited_once(given) == tuple(given)


PROTECTED: dict[str, Any] = {
    "id": "one", "type": "interview", "author": ["Witness A"], "issued": "2026-05-20", "held": "on_file",
}  # fmt: skip
LETTER: dict[str, Any] = {
    "id": "one", "type": "personal_communication", "genre": "Letter", "author": ["Ana Rill"],
    "recipient": ["the Council"], "issued": "2022-05-13", "held": "held",
}  # fmt: skip
CHAT = {**LETTER, "genre": "Signal message", "author": ["Guard B"], "recipient": ["the group “Shift 4”"]}
REGISTER: dict[str, Any] = {
    "id": "one", "type": "manuscript", "title": "Register of Visitors", "issued": "2022", "held": "on_request",
}  # fmt: skip
REPORT: dict[str, Any] = {"id": "report", "type": "report", "title": "Thirty Days", "author": ["Custody Watch"],
                          "issued": "2023", "held": "held"}  # fmt: skip
ORDER: dict[str, Any] = {
    "id": "one", "type": "document", "title": "Order 6", "issued": "2021-03-02", "held": "cited_in",
    "cited_in": ["report, n 4"],
}  # fmt: skip


def notes(record: dict[str, Any], name: str) -> tuple[str, str]:
    """Give the first note of a source and a later one."""
    known = build_library(graph_of(sources=[REPORT, record]), load_catalogue(), load_wording("en-GB"))
    blocks = (paragraph("A", citation("one")), paragraph("B", free_note("x")),
              paragraph("C", citation(item("one", "page", "2"))))  # fmt: skip
    made = cite(Document(Meta("Test", language="en-GB"), blocks), known, style(name), load_words("en-GB"))
    first, _, later = note_texts(made)
    return first.removeprefix("1 "), later.removeprefix("3 ")


ON_FILE, ON_REQUEST = "(on file with the author)", "(available on request)"


@each(
    ("record", "name", "first", "later"),
    [
        (PROTECTED, "oscola-4", f"Interview with Witness A (20 May 2026) {ON_FILE}.",
         "Interview with Witness A (n #1) 2."),
        (PROTECTED, "oscola-5", f"Interview with Witness A (20 May 2026) {ON_FILE}.",
         "Interview with Witness A (n #1) 2."),
        (PROTECTED, "bluebook-21", f"Interview with Witness A (May 20, 2026) {ON_FILE}.",
         "Interview with Witness A, _supra_ note #1, at 2."),
        (PROTECTED, "un-plain", f"Interview with Witness A, 20 May 2026 {ON_FILE}.", "Interview with Witness A, p. 2."),
        (LETTER, "oscola-4", "Letter from Ana Rill to the Council (13 May 2022).",
         "Letter from Ana Rill to the Council (n #1) 2."),
        (LETTER, "bluebook-21", "Letter from Ana Rill to the Council (May 13, 2022).",
         "Letter from Ana Rill to the Council, _supra_ note #1, at 2."),
        (CHAT, "oscola-4", "Signal message from Guard B to the group “Shift 4” (13 May 2022).",
         "Signal message from Guard B to the group “Shift 4” (n #1) 2."),
        (CHAT, "oscola-5", "Signal message from Guard B to the group “Shift 4” (13 May 2022).",
         "Signal message from Guard B to the group “Shift 4” (n #1) 2."),
        (CHAT, "bluebook-21", "Signal message from Guard B to the group “Shift 4” (May 13, 2022).",
         "Signal message from Guard B to the group “Shift 4”, _supra_ note #1, at 2."),
        (REGISTER, "oscola-4", f"‘Register of Visitors’ (2022) {ON_REQUEST}.", "‘Register of Visitors’ (n #1) 2."),
        (REGISTER, "un-plain", f"“Register of Visitors”, unpublished manuscript, 2022 {ON_REQUEST}.",
         "“Register of Visitors”, p. 2."),
        (ORDER, "oscola-4", "‘Order 6’ (2 March 2021), cited in Custody Watch, ‘Thirty Days’ (2023) fn 4.",
         "‘Order 6’ (n #1) 2, cited in Custody Watch (n #1) fn 4."),
    ],
)  # fmt: skip
def test_evidence_is_told_by_what_it_is_and_how_it_is_held(
    record: dict[str, Any], name: str, first: str, later: str
) -> None:
    assert notes(record, name) == (first, later)


@each("name", ["oscola-4", "oscola-5", "bluebook-21", "un-plain"])
@each("record", [PROTECTED, LETTER, CHAT, REGISTER, ORDER])
def test_every_style_prints_it_and_says_how_it_is_held_once(record: dict[str, Any], name: str) -> None:
    first, later = notes(record, name)
    held = {"on_file": ON_FILE, "on_request": ON_REQUEST, "cited_in": "cited in Custody Watch"}.get(record["held"], "")
    assert first.count(held or "2022") == 1
    assert ON_FILE not in later
    assert ON_REQUEST not in later


TITLES = {"yearbook": "A Yearbook", "decree": "A Decree", "roster": "A Roster"}
CITED_SOURCES = SOURCES + "".join(f"- {{id: {key}, title: {title}, held: held}}\n" for key, title in TITLES.items())
ROLE = """\
- id: solvan-commander
  person: solvan
  seats: [{position: commander, citations: "roster, p. 9"}]
  title: Commander of the Harbour Guard
  rank: {value: Colonel, citations: "yearbook, p. 5"}
  dates: {stated: 2021-02/2023-09, citations: "decree, p. 2"}
  responsibility: command
"""


def plainly(folder: Path, template: str, **files: str) -> Built:
    """Make the case with a template of the test's own."""
    case = write_case(folder, case=OF_PARTED, sources=CITED_SOURCES, **files)
    return build(case, workspace=open_workspace(write_parted(folder, template, PLAIN)))


def row_of_the_role(folder: Path, **files: str) -> list[tuple[str, list[str]]]:
    """Return each cell of the role's row in the table of posts: its own words, and the works in its notes."""
    built = plainly(folder, PLAINEST, **{"roles": ROLE, **files})
    page = html.document_fromstring(built.text)
    (row,) = (r for r in page.iter("tr") if len(r) == 4 and "Colonel" in _words(r))
    return [_cell(cell, page) for cell in row]


def _cell(cell: Any, page: html.HtmlElement) -> tuple[str, list[str]]:
    notes = [page.get_element_by_id(link.get("href").removeprefix("#")) for link in cell.iter("a")]
    for mark in cell.xpath(".//sup"):
        mark.drop_tree()
    return _words(cell), [_work(_words(note)) for note in notes]


def _words(element: Any) -> str:
    return "".join(element.itertext())


def _work(note: str) -> str:
    return next(title for title in (*TITLES.values(), "The Gazette", "") if title in note)


def test_the_rank_the_body_and_the_dates_of_a_post_have_their_own_notes(tmp_path: Path) -> None:
    assert row_of_the_role(tmp_path) == [
        ("Commander of the Harbour Guard (Colonel)", ["A Yearbook"]),
        ("Harbour Guard", ["A Roster"]),
        ("February 2021 to September 2023", ["A Decree"]),
        ("command", []),
    ]


def test_the_citations_of_the_whole_role_still_stand_behind_its_title(tmp_path: Path) -> None:
    title, *_ = row_of_the_role(tmp_path, roles=ROLE + "  citations: gazette, p. 3\n")

    assert title == ("Commander of the Harbour Guard (Colonel)", ["A Yearbook", "The Gazette"])


def test_the_citation_of_a_seat_without_a_body_stands_behind_the_title(tmp_path: Path) -> None:
    title, body, *_ = row_of_the_role(tmp_path, positions=POSITIONS.replace(", body: guard", ""))

    assert title == ("Commander of the Harbour Guard (Colonel)", ["A Yearbook", "A Roster"])
    assert body == ("[body: to complete]", [])


def test_the_dates_of_a_command_have_their_own_note(tmp_path: Path) -> None:
    bodies = "- {id: guard, name: Harbour Guard}\n- {id: ministry, name: Ministry of the Harbour}\n"
    dates = '{stated: 2010/2012, citations: "decree, p. 2"}'
    commands = f"- {{id: c, superior: ministry, subordinate: guard, kind: oversight, dates: {dates}}}\n"
    template = '{% import "_base/parts.md.j2" as parts with context %}\n{{ parts.commands_table("Commands") }}\n'
    built = plainly(tmp_path, template, bodies=bodies, commands=commands)
    page = html.document_fromstring(built.text)
    cells = [cell for cell in page.iter("td") if _words(cell).startswith("2010 to 2012")]

    assert [_cell(cell, page) for cell in cells] == [("2010 to 2012", ["A Decree"])]


@each("cited", ["roster", "yearbook", "decree"])
def test_a_source_that_is_not_there_is_found_in_each_of_these_fields(tmp_path: Path, cited: str) -> None:
    found = build(write_case(tmp_path, roles=ROLE.replace(cited, "lost"), sources=CITED_SOURCES)).found(
        "unknown-source"
    )
    (line,) = (n for n, text in enumerate(ROLE.splitlines(), 1) if cited in text)

    assert (found.message, found.span and found.span.line) == ("no source or authority has the id `lost`", line)


def told(folder: Path, *citations: str) -> str:
    """Return the sentence on three powers, with a star for each note."""
    grounds = "".join(
        f"\n    - {{label: command, over: the {over}, citations: {cited!r}}}"
        for over, cited in zip(("harbour", "docks", "boats"), citations, strict=True)
    )
    roles = ROLES.replace("  responsibility: command\n", f"  responsibility:{grounds}\n")
    workspace = open_workspace(write_parted(folder, PLAINEST, PLAIN))
    page = html.document_fromstring(build(write_case(folder, case=OF_PARTED, roles=roles), workspace=workspace).text)
    (row,) = (row for row in page.iter("tr") if len(row) == 2 and row[0].xpath("string()") == "Responsibility")
    for note in row[1].iter("a"):
        note.text = "*"
    return " ".join("".join(map(str, row[1].itertext())).partition("command of ")[2].split())


def test_one_note_stands_behind_grounds_that_rest_on_the_same(tmp_path: Path) -> None:
    words = told(tmp_path, "report, p. 7", "report, p. 7", "report, p. 7")

    assert words == "the harbour; command of the docks; and command of the boats.*"


QUOTATION = "- {id: until, speaker: {described: A guard}, text: Go on until they write., quoted_in: QUOTED}\n"
READ = "- {id: looked-for, what: WHAT, by: A Reader, on: 2026-09-10, result: RESULT}\n"
LATER = "- {id: found, what: until, by: B Reader, on: 2026-09-12}\n"
NOT_THERE = {
    "en-GB": "[source of the quotation: it does not hold these words]",
    "fr": "[source de la citation\u00a0: elle ne contient pas ces mots]",
    "es": "[fuente de la cita: no contiene estas palabras]",
}


WITHOUT = [f"A guard {gap}" for gap in NOT_THERE.values()]


def printed(folder: Path, reads: str, quoted: str = "'report, p. 41'") -> tuple[list[str], list[str]]:
    """Return what each letter prints below the quotation, and of which quotations the source must be fixed."""
    block = "\n\n{{ quotations[0].block }}\n"
    sections = {"background": BACKGROUND_EN, "background-fr": BACKGROUND_FR, "background-es": BACKGROUND_ES}
    files = {f"narrative/{name}.md": text + block for name, text in sections.items()}
    quotations = QUOTATION.replace("QUOTED", quoted)
    session, workspace = open_letters(folder, {**files, "quotations": quotations, "reads": reads})
    below = []
    for filing in plan(session, workspace):
        drafted, _ = draft(session, workspace, filing, final=False)
        assert drafted is not None
        (quote,) = (block for block in drafted.document.blocks if isinstance(block, Quote))
        notes = sum(isinstance(inline, Note) for inline in quote.attribution)
        below.append(plain_text(quote.attribution) + " (note)" * notes)
    errors = [one for one in session.report if one.severity is Severity.ERROR]
    return below, [one.record for one in errors if one.name == "quotation-without-source"]


@each(
    ("what", "result", "quoted"),
    [
        ("until", "not_found", "'report, p. 41'"),
        ("until", "differs", "'report, p. 41'"),
        ("report", "not_found", "'report, p. 41'"),
        ("report", "confirmed", "{source: report, against: true}"),
    ],
)
def test_a_quotation_has_no_note_to_a_source_that_does_not_hold_it(
    tmp_path: Path, what: str, result: str, quoted: str
) -> None:
    reads = READ.replace("WHAT", what).replace("RESULT", result)

    assert printed(tmp_path, reads, quoted) == (WITHOUT, ["quotations/until"])


@each(
    "reads",
    [
        READ.replace("WHAT", "report").replace("RESULT", "differs"),
        READ.replace("WHAT", "until").replace("RESULT", "not_found") + LATER,
        READ.replace("WHAT", "report").replace("RESULT", "not_found") + LATER,
    ],
)
def test_a_quotation_that_was_found_in_its_source_has_its_note(tmp_path: Path, reads: str) -> None:
    assert printed(tmp_path, reads) == (["A guard (note)"] * 3, [])
