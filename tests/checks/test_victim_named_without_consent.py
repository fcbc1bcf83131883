"""Nobody who suffered or saw what is alleged is named in a document without a consent to it."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.documents.disclosure import victim_named_without_consent
from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.diagnostics import Severity

CASE = """
case:
  title: Example
  as_of: 2024-06-01
  summary: Iven Quarrow was beaten.
  persons_concerned: [solvan]
  filings: [{id: brief, forum: uk-ghr}]
people:
  - {id: solvan, name: Rune Solvan, part_played: [person_concerned, victim]}
  - {id: quarrow, name: Iven Quarrow, PERSON}
consents: [CONSENTS]
REST
"""
VICTIM = "part_played: [victim]"
CONSENT = "{id: c, person: quarrow, forums: [uk-ghr], audiences: [decision_maker, accused]}"
EVENT = "events: [{id: e, kind: incident, title: Beating, dates: 2022, persons: [quarrow]}]"
STATEMENT = "statements: [{id: s, person: quarrow, kind: witness}]"


def result_of(folder: Path, person: str = VICTIM, consents: str = "", rest: str = "", text: str = "") -> CheckResult:
    case = CASE.replace("PERSON", person).replace("CONSENTS", consents).replace("REST", rest)
    case = case.replace("Iven Quarrow was beaten.", text or "Iven Quarrow was beaten.")
    loaded, faults = load_example(folder, case)
    assert [in_ids(fault.message) for fault in faults] == []
    return run_checks(loaded, [victim_named_without_consent])[0]


@each(
    ("person", "consents", "rest", "weights"),
    [
        (VICTIM, "", "", [Severity.INFO]),
        ("part_played: [witness]", "", "", [Severity.INFO]),
        ("part_played: [witness]", "", STATEMENT, [Severity.WARNING]),
        ("part_played: [mentioned]", "", EVENT, [Severity.INFO]),
        ("part_played: [mentioned]", "", "", []),
        ("part_played: [speaker]", "", STATEMENT, []),
        (VICTIM, CONSENT, "", []),
        (VICTIM, CONSENT.replace(", accused", ""), "", [Severity.WARNING]),
        (VICTIM, CONSENT.replace("uk-ghr", "us-glomag"), "", [Severity.WARNING]),
        (VICTIM, CONSENT.replace("}", ", status: withdrawn}"), "", [Severity.WARNING]),
        (VICTIM, CONSENT.replace("}", ", until: 2024-05-31}"), "", [Severity.WARNING]),
        (VICTIM + ", birth: {date: 2008-03-04}", "", "", [Severity.ERROR]),
        (VICTIM + ", birth: {date: 2008-03-04}", CONSENT, "", []),
        (VICTIM + ", birth: {date: 2006-06-01}", "", "", [Severity.INFO]),
        (VICTIM + ", birth: {date: 2006-06-02}", "", "", [Severity.ERROR]),
        (VICTIM + ", birth: {date: 2006}", "", "", [Severity.WARNING]),
    ],
)
def test_what_it_weighs_follows_from_age_consent_and_statement(
    person: str, consents: str, rest: str, weights: list[Severity], tmp_path: Path
) -> None:
    assert [one.severity for one in result_of(tmp_path, person, consents, rest).findings] == weights


def test_the_person_the_document_and_the_age_are_told(tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, VICTIM + ", birth: {date: 2008-03-04}").findings

    assert (found.record, in_ids(found.message)) == (
        "people/quarrow",
        "`brief` names the victim `quarrow`, and no consent that covers it is recorded; "
        "the person is under 18 on its day",
    )


@each("text", ["A boy was beaten.", "A boy was beaten [@r].", "The Quarrowsons fled."])
def test_a_document_without_the_name_passes(text: str, tmp_path: Path) -> None:
    source = "sources: [{id: r, title: The last days of Iven Quarrow}]"

    assert result_of(tmp_path, rest=source, text=text).outcome is Outcome.PASSED


def test_a_family_that_is_named_together_is_found(tmp_path: Path) -> None:
    assert result_of(tmp_path, text="The Quarrows fled.").outcome is Outcome.FAILED


@each(
    "text",
    [
        '"A boy was beaten.^[He is Iven Quarrow, of Mill Lane.]"',
        '"A boy was beaten.^[He is Iven Quarrow [@r].]"',
        '"A boy was beaten [see on Iven Quarrow @r, p. 2]."',
    ],
)
def test_a_name_in_a_note_of_our_own_is_found(text: str, tmp_path: Path) -> None:
    source = "sources: [{id: r, title: The last days}]"

    assert result_of(tmp_path, rest=source, text=text).outcome is Outcome.FAILED


def test_the_title_of_a_work_that_our_own_note_cites_is_not_ours(tmp_path: Path) -> None:
    source = "sources: [{id: r, title: The last days of Iven Quarrow}]"

    assert result_of(tmp_path, rest=source, text='"A boy was beaten.^[See [@r].]"').outcome is Outcome.PASSED


def test_what_a_cited_work_is_said_to_show_is_ours(tmp_path: Path) -> None:
    source = "sources: [{id: r, title: The last days, supports: the beating of Iven Quarrow}]"

    assert result_of(tmp_path, rest=source, text="A boy was beaten [@r].").outcome is Outcome.FAILED


def test_without_a_victim_or_witness_there_is_nothing_to_look_at(tmp_path: Path) -> None:
    assert result_of(tmp_path, "part_played: [mentioned]").outcome is Outcome.NOT_APPLICABLE


def test_whoever_needs_a_consent_by_their_record_is_left_out_and_not_found(tmp_path: Path) -> None:
    case = CASE.replace("PERSON", VICTIM + ", consent_required: true").replace("CONSENTS", "").replace("REST", "")
    loaded, _ = load_example(tmp_path, case)

    assert run_checks(loaded, [victim_named_without_consent])[0].outcome is Outcome.PASSED


def test_a_family_name_that_only_others_without_a_consent_have_too_names_them_all(tmp_path: Path) -> None:
    family = "{full: Iven Quarrow, family: Quarrow, given: Iven}"
    sister = "{id: mara, name: {full: Mara Quarrow, family: Quarrow, given: Mara}, part_played: [PART]}"
    people = VICTIM + "}\n  - " + sister.removesuffix("}")

    def named(folder: Path, part: str, text: str = "The Quarrow children were beaten.") -> list[str]:
        loaded, _ = load_example(
            folder,
            CASE.replace("name: Iven Quarrow", f"name: {family}")
            .replace("PERSON", people.replace("PART", part))
            .replace("Iven Quarrow was beaten.", text)
            .replace("CONSENTS", "")
            .replace("REST", ""),
        )
        return [one.record for one in run_checks(loaded, [victim_named_without_consent])[0].findings]

    assert named(tmp_path, "victim") == ["people/quarrow", "people/mara"]
    assert named(tmp_path, "mentioned") == []
    assert named(tmp_path, "victim", "Iven Quarrow was beaten.") == ["people/quarrow"]
