"""Changes of real documents: what stands there, what is numbered anew, and what stays as it is."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from tests.answers import KEPT
from tests.case_folder import write_case
from tests.changes.example import as_recorded, case_with, drafted, lines, untouched
from tests.checks.example_case import load_example
from tests.each import each
from tests.filings.cases import EXAMPLE, FilingName
from tests.filings.made import whole_of, workspace
from tests.parted import OF_PARTED, TEMPLATE, write_parted

from probata.changes import NotMade
from probata.changes.atoms import fold, printed
from probata.checks import CheckInput, Drafted, list_checks, run_checks
from probata.checks.prose.texts import words_of_changes
from probata.checks.wording.words import verdict_word
from probata.document.blocks import Heading, Paragraph, Role
from probata.document.inlines import CrossRef, Note
from probata.document.origin import Origin
from probata.document.parts import documents_of
from probata.document.tree import Document
from probata.document.walk import inlines_in_order, own_inlines, plain_text, walk_blocks
from probata.pipeline import Session, draft, make, open_case, open_workspace, plan, whole_case
from probata.word.elements import P
from probata.word.piece import plain
from probata.word.pieces import pieces
from probata.writers.format import load_format

FILING = "uk-ghr"
SAID = (
    "The strike. In April 2022 workers of the Halvet waterworks stopped work over unpaid wages; a newspaper put them "
    "at about 400.⟦1⟧ From 3 May to 20 June the Interior Guard carried out Operation Still Water against, in its "
    "words, “the organisers of unrest at Halvet” (its statement of 21 May, updated on 21 June).⟦2⟧"
)
REGULATIONS = (
    "Global Human Rights Sanctions Regulations 2020, SI 2020/680 (GHR Regulations); Sanctions and Anti-Money "
    "Laundering Act 2018 (SAMLA)."
)
CHANGES = (
    {
        "filing": FILING,
        "of": "narrative/facts#text",
        "before": f"{SAID} Those taken in Halvet District were brought to Brann Street, a former depot in Ostamar.⟦3⟧",
        "after": f"{SAID}\n\nThe press wrote of it.⟦note: The Halvet Courier did.⟧",
        "reason": "This reader has the other paper of ours.",
    },
    {"filing": FILING, "before": "Risk, confidentiality, who submits", "after": "Who submits this"},
    {
        "filing": FILING,
        "of": "people/orskelin#aliases",
        "before": "variation [E30] 7",
        "after": "a variation [E30] 7",
    },
    {
        "filing": FILING,
        "note_of": "n228926e47da371209cfe",
        "before": REGULATIONS,
        "after": "Global Human Rights Sanctions Regulations 2020, SI 2020/680, as in force on this day.",
    },
    {"filing": FILING, "before": "no such words", "after": "others"},
    {"filing": FILING, "before": "Town of birth", "after": "Born at"},
)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return case_with(tmp_path_factory.mktemp("changes"), CHANGES)


@pytest.fixture(scope="module")
def made(session: Session) -> Drafted:
    return drafted(session, FILING)


def notes(document: Document) -> list[Note]:
    return [inline for inline in inlines_in_order(document.blocks) if isinstance(inline, Note)]


def texts(document: Document) -> list[str]:
    return [line.text for line in lines(document)]


def test_all_changes_with_one_place_are_made_and_the_others_are_told(made: Drafted) -> None:
    assert made.not_made == (NotMade("c4", 0), NotMade("c5", 2))


def test_nothing_but_what_was_changed_differs(made: Drafted) -> None:
    before, after = (
        [printed(own_inlines(block)) for block in walk_blocks(document.blocks)]
        for document in (untouched(FILING), made.document)
    )

    assert [line for line in after if line not in before] == [
        SAID.replace("⟦1⟧", "\ufffc").replace("⟦2⟧", "\ufffc"),
        "The press wrote of it.\ufffc",
        "Who submits this",
        "a variation [E30] 7",
    ]
    assert len(after) == len(before) + 1


def test_paragraphs_and_notes_are_numbered_anew(made: Drafted) -> None:
    for part, before in zip(documents_of(made.document), documents_of(untouched(FILING)), strict=True):
        numbered = [b.number for b in walk_blocks(part.blocks) if isinstance(b, Paragraph) and b.level == 0]
        numbers = [int(number) for number in numbered if number]
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        found = [note.number for note in notes(part)]
        assert found == list(range(1, len(found) + 1))
        assert len(found) == len(notes(before))  # one left out, one added


def test_a_new_note_says_its_words_and_a_note_that_was_changed_keeps_its_id(made: Drafted) -> None:
    said = {plain_text(own_inlines(note.blocks[0])): note for note in notes(made.document)}

    assert said["The Halvet Courier did."].origin == Origin("changes/c0", "after")
    changed = said["Global Human Rights Sanctions Regulations 2020, SI 2020/680, as in force on this day."]
    assert (changed.id, changed.number) == ("n228926e47da371209cfe", 1)


def test_references_lead_to_the_numbers_that_their_targets_have_now(made: Drafted) -> None:
    numbers = {b.id: b.number for b in walk_blocks(made.document.blocks) if isinstance(b, Paragraph | Heading) and b.id}
    references = [i for i in inlines_in_order(made.document.blocks) if isinstance(i, CrossRef) and i.target in numbers]

    assert len(references) > 10
    shown = {(one.text.partition(" of the ")[0], numbers[one.target]) for one in references if one.kind != "exhibit"}
    assert [one for one in shown if one[0] != one[1]] == []


def test_a_paragraph_still_says_from_which_record_it_comes(made: Drafted) -> None:
    origins = {line.text: line.origin for line in lines(made.document)}

    assert origins["a variation [E30] 7"] == Origin("people/orskelin", "aliases")
    assert origins["The press wrote of it.\ufffc"] == Origin("changes/c0", "after")


def test_the_words_of_the_team_are_nowhere_in_the_document(made: Drafted) -> None:
    document = repr(made.document)

    assert "Halvet Courier" in document
    for words in ("Ada Reyes", "other paper of ours", "no such words", "Born at"):
        assert words not in document


def test_the_order_in_which_changes_stand_in_the_file_does_not_matter(made: Drafted, tmp_path: Path) -> None:
    ids = [{**fields, "id": f"c{n}"} for n, fields in enumerate(CHANGES)]
    turned = drafted(case_with(tmp_path, ids[::-1]), FILING)

    assert turned.document == made.document
    assert set(turned.not_made) == set(made.not_made)


def listed(document: Document, role: Role) -> list[str]:
    return [plain_text(b.inlines) for b in document.blocks if isinstance(b, Paragraph) and b.role is role]


def test_what_is_cited_no_more_is_listed_no_more_and_an_entry_may_be_worded_otherwise(tmp_path: Path) -> None:
    changes = (
        {"before": "An Act says so.⟦1⟧", "after": "An Act says so."},
        {"before": "‘A Report on the Harbour’", "after": "A Report on the Harbour (2023)"},
    )
    fields = {"filing": "submission", "author": "Ada Reyes", "date": "2026-11-01"}
    template = TEMPLATE.replace("These words stand twice.", "An Act says so.[@samla]", 1)
    workspace = replace(open_workspace(write_parted(tmp_path, template)), store=KEPT)
    listings = []
    for kept in ((), changes):
        records = json.dumps([{"id": f"c{n}", **one, **fields} for n, one in enumerate(kept)], ensure_ascii=False)
        session = open_case(write_case(tmp_path, case=OF_PARTED, changes=records), "harbour", workspace)
        made, _ = draft(session, workspace, plan(session, workspace)[0], final=False)
        assert made is not None
        assert made.not_made == ()
        listings.append([listed(made.document, role) for role in (Role.AUTHORITY, Role.BIBLIOGRAPHY)])

    (before, works), (after, reworded) = listings
    assert [one.partition(":")[0] for one in before if one.partition(":")[0] not in "\n".join(after)] == [
        "Sanctions and Anti-Money Laundering Act 2018 (SAMLA)"
    ]
    assert (works, reworded) == (["‘A Report on the Harbour’"], ["A Report on the Harbour (2023)"])


def test_a_note_that_would_be_empty_or_hold_a_note_is_refused(tmp_path: Path) -> None:
    of_note = {"filing": FILING, "note_of": "text", "before": REGULATIONS}
    made = drafted(case_with(tmp_path, [of_note, {**of_note, "after": "SAMLA.⟦note: See there.⟧"}]), FILING)

    assert made.not_made == (
        NotMade("c0", 1, "it leaves a note without words"), NotMade("c1", 1, "it adds a note where none can stand"),
    )  # fmt: skip
    assert made.document == untouched(FILING)


def test_of_notes_that_say_the_same_the_one_that_is_named_is_changed(tmp_path: Path) -> None:
    said: dict[str, list[Note]] = {}
    for note in notes(untouched(FILING)):
        said.setdefault(printed(own_inlines(note.blocks[0])), []).append(note)
    text, alike = next((text, alike) for text, alike in said.items() if len(alike) > 1 and "\ufffc" not in text)
    fields = {"filing": FILING, "before": text, "after": "Other words."}
    made = drafted(case_with(tmp_path / "named", [{**fields, "note_of": alike[1].id}]), FILING)
    other = [note.id for note in notes(made.document) if plain_text(own_inlines(note.blocks[0])) == "Other words."]

    assert other == [alike[1].id]
    made = drafted(case_with(tmp_path / "unknown", [{**fields, "note_of": "unknown"}]), FILING)
    assert made.not_made == (NotMade("c0", len(alike)),)


some_filings = each("filing", ["uk-ghr", "uk-cpr-ws", "un-sp-fr"])


@some_filings
def test_every_line_is_a_paragraph_of_the_word_file_in_this_order(filing: str) -> None:
    data = load_format("docx").write(*whole_of(FilingName(EXAMPLE, filing), final=True)).data
    with ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    paragraphs = iter([fold(plain(pieces(paragraph))) for paragraph in root.iter(P)])
    shown = [printed(line.with_lead) for line in lines(untouched(filing))]

    assert len(shown) > 30
    assert [line for line in shown if line not in paragraphs] == []


@some_filings
def test_every_line_of_a_finished_document_is_found_where_its_changes_are_made(filing: str, tmp_path: Path) -> None:
    found = {printed(line.with_lead): line for line in lines(untouched(filing))}
    changes = [
        {"filing": filing, "before": as_recorded(text), "after": as_recorded(text)}
        | ({"of": f"{line.origin.record}#{line.origin.field}"} if line.origin else {})
        for text, line in found.items()
    ]
    made = drafted(case_with(tmp_path, changes), filing)

    assert [changes[int(one.change[1:])] for one in made.not_made if one.places == 0] == []
    assert made.document == untouched(filing)


SECRET = {
    "reason": "Because the minister dislikes the other paper",
    "author": "Quennell Ashgrove",
    "text": "Nobody dares to say this aloud",
    "words": "Words of a margin",
}
FORMATS = ("docx", "html")


@pytest.fixture(scope="module")
def made_internal(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return all text of the files of a filing with a change and a point, by format."""
    folder = tmp_path_factory.mktemp("internal")
    change = {"filing": "uk-ghr", "before": "Risk, confidentiality, who submits", "after": "Who hands this in"}
    session = case_with(folder, [change | {key: SECRET[key] for key in ("reason", "author")}])
    assert session.graph is not None
    point = {"id": "p", "about": "people/orskelin#name", "filing": "uk-ghr", "date": "2026-11-01"}
    point |= {key: SECRET[key] for key in ("text", "author", "words")}
    (session.graph.root / "points.yaml").write_text(json.dumps([point]), encoding="utf-8")
    session = open_case(session.graph.root, "example", workspace())
    (filing,) = plan(session, workspace(), ["uk-ghr"])
    files = list(make(session, workspace(), filing, FORMATS, final=True))
    return {format: "".join(_text(one.data) for one in files if one.format == format) for format in FORMATS}


def _text(data: bytes) -> str:
    if not data.startswith(b"PK"):
        return data.decode()
    with ZipFile(BytesIO(data)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@each("format", FORMATS)
def test_the_new_words_go_out_and_nothing_else_of_the_record(made_internal: dict[str, str], format: str) -> None:
    assert "Who hands this in" in made_internal[format]
    for words in SECRET.values():
        assert words not in made_internal[format]
    assert "changes/c0" not in made_internal[format]
    assert "points/p" not in made_internal[format]


WORDS = (
    "Daveth Orskelin is a murderer (as all know. He was “recently removed. Nearly all of the 12 men and 5 women, "
    "18 persons in all, were beaten. Davet Orskelyn and Marek Rovendale did it.."
)


@pytest.fixture(scope="module")
def looked_through(tmp_path_factory: pytest.TempPathFactory) -> CheckInput:
    changes = [{"filing": "uk-ghr", "before": "Risk, confidentiality, who submits", "after": WORDS}]
    found = whole_case(case_with(tmp_path_factory.mktemp("words"), changes))
    assert found is not None
    return found


def test_checks_of_wording_find_what_a_change_says_and_have_looked_at_it(looked_through: CheckInput) -> None:
    named: set[str] = set()
    for page in list_checks():
        looked = {one.record for one in page.check.looked(looked_through)}
        found = {finding.record for finding in page.check.find(looked_through)} if looked else set()
        assert found <= looked, page.check.name
        named |= {page.check.name} if "changes/c0" in found else set()

    assert {"verdict-word", "unbalanced-bracket", "relative-time-word", "kept-in-one-document"} <= named


def test_a_sentence_that_stood_there_before_is_not_told_again(tmp_path: Path) -> None:
    case, faults = load_example(
        tmp_path,
        "case:\n  title: Example\n  summary: Mara Wolk is a murderer. It was cold.\n"
        "  persons_concerned: [wolk]\n  filings: [{id: submission, forum: uk-ghr}]\n"
        "people: [{id: wolk, name: Mara Wolk}]\nchanges:\n  - id: warm\n    filing: submission\n"
        "    before: Mara Wolk is a murderer. It was cold.\n"
        "    after: Mara Wolk is a murderer. It was warm.\n    author: Ada Reyes\n    date: 2024-06-01\n",
    )
    (result,) = run_checks(case, [verdict_word])
    (text,) = words_of_changes(case.graph)

    assert faults == []
    assert [one.record for one in result.findings] == ["case/case"]
    assert (text.value.strip(), len(text.value)) == ("It was warm.", len("Mara Wolk is a murderer. It was warm."))
