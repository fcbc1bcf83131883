"""The communication to the special procedures: what it needs, in three languages."""

from __future__ import annotations

from pathlib import Path

from tests.each import each
from tests.readers.tree_text import read_tree
from tests.three_languages import ALLEGATIONS, CASE, FILES, LANGUAGES, letter, open_letters, text_of

from probata.diagnostics import Severity
from probata.document.inlines import Note
from probata.document.parts import documents_of
from probata.document.tree import Document
from probata.document.walk import inlines_in_order, own_inlines, plain_text
from probata.forum import Profile, load_forum, own_templates
from probata.pipeline import findings_for, plan, refusals

CONSENT_OF_SARROW = FILES["consents"]


def profile() -> Profile:
    loaded = load_forum("un-sp", (own_templates(),))
    assert loaded.findings == ()
    assert loaded.forum is not None
    return loaded.forum.profile


def cells(document: Document) -> list[str]:
    return [item.text for item in read_tree(document) if item.kind == "cell"]


def test_every_mandate_addressed_is_named_with_what_is_put_to_it(tmp_path: Path) -> None:
    two = CASE.replace(
        "[{name: Working Group on", "[{name: Rapporteur on torture, matter: The beatings}, {name: Working Group on"
    )
    rows = cells(letter(tmp_path, "en-GB", {"case": two})[0])
    start = rows.index("Mandate")

    assert rows[start : start + 6] == [
        *("Mandate", "For"),
        *("Rapporteur on torture", "The beatings"),
        *("Working Group on Arbitrary Detention", "[what is put to this mandate: to complete]"),
    ]


def test_each_use_of_a_consent_is_told_apart(tmp_path: Path) -> None:
    relative = FILES["consents"] + "  given_by: solvan\n  relation: brother\n  conditions: No photographs\n"
    document, _ = letter(tmp_path, "en-GB", {"consents": relative})
    rows = cells(document)
    start = rows.index("Iven Sarrow")

    assert rows[start : start + 5] == ["Iven Sarrow", "–", "Yes, by name", "No", "No photographs"]
    given = "Ardel Solvan (brother); 1 September 2026, in writing"
    assert rows[-6:] == ["Iven Sarrow", given, "–", "by name", "no", "No photographs"]


def test_a_witness_who_is_no_victim_stands_in_the_protection_note_alone(tmp_path: Path) -> None:
    people = (
        FILES["people"] + "- {id: guard-x, name: {full: A guard}, part_played: [witness], consent_required: true}\n"
    )
    given = CONSENT_OF_SARROW.replace("sarrow", "guard-x") + "  identity: anonymous\n"
    document, _ = letter(tmp_path, "en-GB", {"people": people, "consents": FILES["consents"] + given})

    assert [doc.meta.part for doc in documents_of(document) if "A guard" in cells(doc)] == ["protection"]


def test_what_is_not_for_the_state_is_listed(tmp_path: Path) -> None:
    exhibits = """\
- {id: x1, mark: HW/1, description: the report, source: report}
- {id: x2, mark: HW/2, description: a list of names, source: report, disclosure: confidential}
- {id: x3, mark: HW/3, description: a letter, source: report, disclosure: anonymise}
"""
    document, _ = letter(tmp_path, "en-GB", {"exhibits": exhibits})
    text = text_of(document)

    assert "a list of names (not to be shown)" in text
    assert "a letter (to be shown only without what identifies a person)" in text
    assert "the report (" not in text


def test_the_source_is_named_on_its_sheet_alone(tmp_path: Path) -> None:
    document, _ = letter(tmp_path, "en-GB")
    named = [doc.meta.part for doc in documents_of(document) if "Harbour Watch" in text_of(doc)]

    assert [doc.meta.part for doc in documents_of(document)] == ["brief", "annexes", "source", "protection"]
    assert named == ["source"]
    assert document.meta.author == ""


NAMED_IN_A_NOTE = FILES["sources"].replace("Harbour, held", "Harbour, author: [Harbour Watch], held")


def test_a_source_that_the_schedule_names_is_not_filed_until_it_agrees_to_be_named(tmp_path: Path) -> None:
    agreed = CASE.replace("    forum: un-sp\n", "    forum: un-sp\n    source_may_be_named: true\n")
    _, found = letter(tmp_path / "a", "en-GB", {"sources": NAMED_IN_A_NOTE}, final=True)
    named, allowed = letter(tmp_path / "b", "en-GB", {"sources": NAMED_IN_A_NOTE, "case": agreed}, final=True)
    (refused,) = (one for one in found if one.severity is Severity.ERROR)

    assert refused.name == "source-named"
    assert [one.name for one in allowed if one.severity is Severity.ERROR] == []
    assert "The source has agreed to be named to the State." in text_of(named)


def test_a_work_of_the_source_is_called_as_it_is_described(tmp_path: Path) -> None:
    described = NAMED_IN_A_NOTE.replace(
        "held: held", "url: 'https://harbour.example', described: Report of an NGO (2023), held: held"
    )
    document, found = letter(tmp_path, "en-GB", {"sources": described}, final=True)
    notes = " ".join(
        plain_text(own_inlines(block))
        for inline in inlines_in_order(document.blocks)
        if isinstance(inline, Note)
        for block in inline.blocks
    )

    assert [one.name for one in found if one.severity is Severity.ERROR] == []
    assert "Report of an NGO [doc.\N{NO-BREAK SPACE}1] 1" in notes
    assert "Report of an NGO (2023)" in cells(document)
    assert "Report on the Harbour" not in text_of(document) + notes


def test_the_note_on_protection_may_not_name_the_source_either(tmp_path: Path) -> None:
    note = "---\ntitle: Risk\nplace: protection\n---\n\nHarbour Watch knows where they are.\n"
    _, found = letter(tmp_path, "en-GB", {"narrative/risk.md": note})

    assert [one.name for one in found if one.severity is Severity.ERROR] == ["source-named"]


@each("language", LANGUAGES)
def test_what_protects_those_who_speak_stands_in_its_note_and_its_sources_in_no_list(
    tmp_path: Path, language: str
) -> None:
    risk = "---\ntitle: Risk\nplace: protection\n---\n\nA brother is in the north [@letter, p. 1].\n"
    sources = FILES["sources"] + "- {id: letter, title: A Letter of the Brother, held: held}\n"
    document, _ = letter(tmp_path, language, {"narrative/risk.md": risk, "sources": sources})
    told = {doc.meta.part: text_of(doc) for doc in documents_of(document)}

    assert [part for part, text in told.items() if "A brother is in the north" in text] == ["protection"]
    assert "A Letter of the Brother" not in told["annexes"]
    assert "A Report on the Harbour" in told["annexes"]


@each(
    ("name", "text", "missing"),
    [
        (
            "case",
            CASE.replace("    addressees: [{name: Working Group on Arbitrary Detention}]\n", ""),
            "mandate holders addressed",
        ),
        (
            "case",
            CASE.replace("    relief: [{measure: a letter of allegation}]\n", ""),
            "type of communication asked for",
        ),
        ("case", CASE.replace(", contact: office@harbour.example", ""), "how to reach the source"),
        ("allegations", ALLEGATIONS.replace("  period: 2022-05-01/2022-06-12\n", ""), "date"),
        ("allegations", ALLEGATIONS.replace("  affected: {persons: [sarrow]}\n", ""), "persons affected"),
    ],
)
def test_without_what_a_communication_must_have_it_is_not_final(
    tmp_path: Path, name: str, text: str, missing: str
) -> None:
    assert text != FILES[name]
    session, workspace = open_letters(tmp_path, {name: text})
    filing = plan(session, workspace, ["letter-en"])[0]

    assert [found.gap for found in refusals(session, workspace, filing)] == [missing]


def test_without_the_state_it_is_not_final_by_our_own_rule(tmp_path: Path) -> None:
    """That a communication concerns one State was not read anywhere: what refuses is that the first page names none."""
    session, workspace = open_letters(tmp_path, {"case": CASE.replace("state: Kelvandra\n", "")})
    filing = plan(session, workspace, ["letter-en"])[0]
    (state,) = refusals(session, workspace, filing)

    assert (state.severity, state.gap, state.needed) == (Severity.ERROR, "State concerned", True)
    assert profile().rule("one-state") is not None
    assert not profile().rule("one-state").verified  # type: ignore[union-attr]


def test_no_word_of_guilt_in_any_of_the_languages() -> None:
    threshold = profile().threshold

    assert threshold is not None
    assert {"guilty", "coupable", "culpable"} <= set(threshold.avoided)


def test_what_was_not_read_at_a_source_never_stops_a_filing(tmp_path: Path) -> None:
    session, workspace = open_letters(tmp_path)
    found = findings_for(session, workspace, plan(session, workspace)[0])

    assert [each.severity for each in found if each.name == "unverified-rule"] == [Severity.INFO]


def test_a_filing_in_a_language_that_the_forum_does_not_take_is_a_finding(tmp_path: Path) -> None:
    session, _ = open_letters(tmp_path, {"case": CASE.replace("language: es", "language: pt")})
    found = next(each for each in session.report if each.name == "language-not-accepted")

    assert found.message == "`letter-es` is in `pt`; `un-sp` takes documents in `en`, `fr`, `es`"
    assert str(found.span) == "harbour/case.yaml:25:15"
    assert found.severity is Severity.ERROR, "the rule was read at its source"
    assert found.notes == ("rule `languages`: A communication is in English, French or Spanish.",)
