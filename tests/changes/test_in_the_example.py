"""Changes of real documents: what stands there, what is numbered anew, and what stays as it is."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.answers import KEPT
from tests.case_folder import write_case
from tests.changes.example import case_with, drafted, lines, untouched
from tests.parted import OF_PARTED, TEMPLATE, write_parted

from probata.changes import NotMade
from probata.changes.atoms import printed
from probata.checks import Drafted
from probata.document.blocks import Heading, Paragraph, Role
from probata.document.inlines import CrossRef, Note
from probata.document.origin import Origin
from probata.document.parts import documents_of
from probata.document.tree import Document
from probata.document.walk import inlines_in_order, own_inlines, plain_text, walk_blocks
from probata.pipeline import Session, draft, open_case, open_workspace, plan

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
