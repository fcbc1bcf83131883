"""The communication to the special procedures: what it needs, in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.readers.tree_text import read_tree
from tests.three_languages import ALLEGATIONS, CASE, FILES, LANGUAGES, letter, open_letters, text_of

from probata.diagnostics import Severity
from probata.document.blocks import Heading
from probata.document.tree import Document
from probata.document.walk import own_inlines, plain_text, walk_blocks
from probata.forum import Profile, load_forum, own_templates
from probata.pipeline import findings_for, plan, refusals

HEADINGS = {
    "en-GB": [
        "Summary",
        "Persons affected and their consent",
        "Facts alleged",
        "Alleged perpetrators",
        "Legal framework",
        "Steps taken",
        "Exculpatory information",
        "Request",
    ],
    "fr": [
        "Résumé",
        "Personnes touchées et leur consentement",
        "Faits allégués",
        "Auteurs présumés",
        "Cadre juridique",
        "Démarches accomplies",
        "Éléments contraires aux allégations",
        "Demande",
    ],
    "es": [
        "Resumen",
        "Personas afectadas y su consentimiento",
        "Hechos alegados",
        "Presuntos autores",
        "Marco jurídico",
        "Gestiones realizadas",
        "Elementos contrarios a las alegaciones",
        "Solicitud",
    ],
}


def profile() -> Profile:
    loaded = load_forum("un-sp", (own_templates(),))
    assert loaded.findings == ()
    assert loaded.forum is not None
    return loaded.forum.profile


def cells(document: Document) -> list[str]:
    return [item.text for item in read_tree(document) if item.kind == "cell"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sections_stand_in_their_order(tmp_path: Path, language: str) -> None:
    document, _ = letter(tmp_path, language)
    headings = [item for item in read_tree(document) if item.kind == "heading"]

    assert [item.text for item in headings if item.number and item.number in "ABCDEFGH"] == HEADINGS[language]


def test_every_mandate_holder_addressed_is_named(tmp_path: Path) -> None:
    two = CASE.replace("[{name: Working Group on", "[{name: Rapporteur on torture}, {name: Working Group on")
    document, _ = letter(tmp_path, "en-GB", {"case": two})
    rows = cells(document)

    assert [rows[n + 1] for n, cell in enumerate(rows) if cell.startswith("Mandate holder")] == [
        "Rapporteur on torture Working Group on Arbitrary Detention"
    ]
    assert "Mandate holders addressed" in rows
    assert "Mandate holder addressed" in cells(letter(tmp_path / "one", "en-GB")[0])


def test_each_use_of_a_consent_is_told_apart(tmp_path: Path) -> None:
    relative = FILES["consents"] + "  given_by: solvan\n  relation: brother\n  conditions: No photographs\n"
    document, _ = letter(tmp_path, "en-GB", {"consents": relative})
    rows = cells(document)
    start = rows.index("Appears")

    assert rows[start : start + 8] == [
        *("Appears", "by name"),
        *("Passing on to the State", "consented to"),
        *("Naming in public reports", "not consented to"),
        *("Consent given by", "Ardel Solvan (brother)"),
    ]
    given = "by name Consent given by: Ardel Solvan (brother) Consent given on: 1 September 2026, in writing"
    assert rows[-3:] == ["Iven Sarrow", given, "No photographs"]


def test_what_is_not_for_the_state_is_listed(tmp_path: Path) -> None:
    exhibits = """\
- {id: x1, mark: HW/1, description: the report, source: report}
- {id: x2, mark: HW/2, description: a list of names, source: report, disclosure: confidential}
- {id: x3, mark: HW/3, description: a letter, source: report, disclosure: anonymise}
"""
    document, _ = letter(tmp_path, "en-GB", {"exhibits": exhibits})
    text = text_of(document)

    assert "HW/2, a list of names: not to be shown" in text
    assert "HW/3, a letter: to be shown only without what identifies a person" in text
    assert "HW/1, the report:" not in text


def test_the_source_is_named_on_the_last_sheet_alone(tmp_path: Path) -> None:
    document, _ = letter(tmp_path, "en-GB")
    items = read_tree(document)
    sheet = next(n for n, item in enumerate(items) if item.text == "For the mandate holders alone")
    named = [n for n, item in enumerate(items) if "Harbour Watch" in item.text or "Ada Brun" in item.text]

    assert len(named) == 2
    assert min(named) > sheet
    assert document.meta.author == ""


NAMED_IN_A_NOTE = FILES["sources"].replace("Harbour, held", "Harbour, author: [Harbour Watch], held")


def test_a_source_that_a_note_names_is_not_filed_until_it_agrees_to_be_named(tmp_path: Path) -> None:
    agreed = CASE.replace("    forum: un-sp\n", "    forum: un-sp\n    source_may_be_named: true\n")
    promised, found = letter(tmp_path / "a", "en-GB", {"sources": NAMED_IN_A_NOTE}, final=True)
    named, allowed = letter(tmp_path / "b", "en-GB", {"sources": NAMED_IN_A_NOTE, "case": agreed}, final=True)
    (refused,) = (one for one in found if one.severity is Severity.ERROR)

    assert refused.name == "source-named"
    assert "keeps confidential, in note 1, " in refused.message
    assert refused.notes[0].endswith(", the list of sources")
    assert "confidential; named on the last sheet" in text_of(promised)
    assert [one.name for one in allowed if one.severity is Severity.ERROR] == []
    assert "The source has agreed to be named to the State." in text_of(named)
    assert "confidential; named on the last sheet" not in text_of(named)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_protects_those_who_speak_stands_on_the_last_sheet_and_its_sources_in_no_list(
    tmp_path: Path, language: str
) -> None:
    risk = "---\ntitle: Risk\nplace: confidentiality\n---\n\nA brother is in the north [@letter, p. 1].\n"
    sources = FILES["sources"] + "- {id: letter, title: A Letter of the Brother, held: held}\n"
    document, _ = letter(tmp_path, language, {"narrative/risk.md": risk, "sources": sources})
    (sheet,) = (n for n, block in enumerate(document.blocks) if isinstance(block, Heading) and block.id == "submitter")
    body, last = (list(walk_blocks(part)) for part in (document.blocks[:sheet], document.blocks[sheet:]))
    shown, kept = ("\n".join(plain_text(own_inlines(block)) for block in part) for part in (body, last))

    assert "A brother is in the north" in kept
    assert "A brother is in the north" not in shown
    assert "A Letter of the Brother" not in shown
    assert "A Report on the Harbour" in shown


def test_nobody_is_said_to_consent_of_whom_no_consent_is_recorded(tmp_path: Path) -> None:
    """Whoever is alleged to be responsible for something needs no consent to be named, affected or not."""
    affected = ALLEGATIONS.replace("affected: {persons: [sarrow]}", "affected: {persons: [solvan]}")
    text = text_of(letter(tmp_path, "en-GB", {"allegations": affected})[0])

    assert "Consent is recorded to the following" not in text
    assert "Each appears with a consent" not in text


@pytest.mark.parametrize(
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


def test_what_was_not_read_at_a_source_is_not_verified_and_never_stops_a_filing(tmp_path: Path) -> None:
    rules = yaml.safe_load((own_templates() / "un-sp" / "forum.yaml").read_text(encoding="utf-8"))["rules"]
    session, workspace = open_letters(tmp_path)
    found = findings_for(session, workspace, plan(session, workspace)[0])

    assert [rule["id"] for rule in rules if rule["source"] == "practice" and rule.get("verified")] == []
    assert [rule["id"] for rule in rules if rule.get("verified") and not rule.get("recheck_by")] == []
    assert [each.severity for each in found if each.name == "unverified-rule"] == [Severity.INFO]


def test_a_filing_in_a_language_that_the_forum_does_not_take_is_a_finding(tmp_path: Path) -> None:
    session, _ = open_letters(tmp_path, {"case": CASE.replace("language: es", "language: pt")})
    found = next(each for each in session.report if each.name == "language-not-taken")

    assert found.message == "`letter-es` is in `pt`; `un-sp` takes documents in `en`, `fr`, `es`"
    assert str(found.span) == "harbour/case.yaml:25:15"
    assert found.severity is Severity.ERROR, "the rule was read at its source"
    assert found.notes == ("rule `languages`: A communication is in English, French or Spanish.",)
