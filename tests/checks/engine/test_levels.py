"""How much a finding weighs where a forum or the case says otherwise than the check."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import CheckInput, findings_of, run_checks
from probata.diagnostics import Diagnostic, Severity
from probata.forum.profile import LevelOfCheck

CASE = """
case:
  title: Example
  filings: [{id: first, forum: uk-ghr}, {id: second, forum: eu-ghrsr}]
LEVELS
allegations:
  - {id: a, title: Beatings, statement: Prisoners were beaten.}
"""
OF_CASE = "  levels: [{check: allegation-without-role, level: note, reason: The report is told as it stands.}]"


def _input(folder: Path, levels: str = "", **forums: str) -> CheckInput:
    case, _ = load_example(folder, CASE.replace("LEVELS", levels))
    changed = {
        name: profile.model_copy(update={"levels": {"allegation-without-role": _level(forums[name])}})
        for name, profile in case.profiles.items()
        if name in forums
    }
    return CheckInput(case.graph, case.catalogue, case.tables, {**case.profiles, **changed})


def _level(level: str) -> LevelOfCheck:
    return LevelOfCheck.model_validate({"level": level, "reason": f"Here it is {level}."})


def _found(case: CheckInput) -> Diagnostic:
    (found,) = findings_of(run_checks(case, [check_named("allegation-without-role")]))
    return found


@each(
    ("forums", "severity"),
    [
        ({}, Severity.ERROR),
        ({"uk-ghr": "note"}, Severity.ERROR),
        ({"uk-ghr": "note", "eu-ghrsr": "should_fix"}, Severity.WARNING),
        ({"uk-ghr": "note", "eu-ghrsr": "note"}, Severity.INFO),
    ],
)
def test_of_several_forums_the_heaviest_level_counts(
    tmp_path: Path, forums: dict[str, str], severity: Severity
) -> None:
    assert _found(_input(tmp_path, **forums)).severity is severity


def test_the_level_of_the_case_goes_before_those_of_forums_and_its_reason_is_told(tmp_path: Path) -> None:
    found = _found(_input(tmp_path, OF_CASE, **{"uk-ghr": "should_fix"}))

    assert found.severity is Severity.INFO
    assert in_ids(found.notes[-1]) == "weight set by the case: The report is told as it stands."


def test_a_level_for_a_check_that_does_not_exist_is_found_with_the_nearest_name(tmp_path: Path) -> None:
    case = _input(tmp_path, OF_CASE.replace("without-role", "without-rolle"))
    (found,) = findings_of(run_checks(case, [check_named("decision-without-check")]))

    assert "`allegation-without-rolle`" in in_ids(found.message)
    assert found.help == "did you mean `allegation-without-role`?"
    assert found.span is not None
    assert found.span.line == 5


DECISION = """
decisions:
  - {id: d, check: CHECK, record: RECORD, decision: It stands., reason: R., author: Ada Reyes, date: 2024-06-01}
"""


@each(
    ("check", "record", "message", "help"),
    [
        ("STR104", "allegations/a", "no check is called `STR104`", "did you mean `allegation-without-role`?"),
        ("allegation-without-role", "allegations/b", "there is no record `allegations/b`", "such as `roles/governor`"),
        ("allegation-without-role", "case/uk-ghr", "there is no record `case/uk-ghr`", "`filings/` and the id"),
    ],
)
def test_a_decision_on_nothing_is_found(tmp_path: Path, check: str, record: str, message: str, help: str) -> None:
    decision = DECISION.replace("CHECK", check).replace("RECORD", record)
    case, _ = load_example(tmp_path, CASE.replace("LEVELS", "") + decision)
    (found,) = findings_of(run_checks(case, [check_named("decision-without-check")]))

    assert message in in_ids(found.message)
    assert help in found.help


def test_a_decision_on_a_check_that_is_no_longer_made_is_a_note(tmp_path: Path) -> None:
    decision = DECISION.replace("CHECK", "quantity-word").replace("RECORD", "allegations/a")
    case, _ = load_example(tmp_path, CASE.replace("LEVELS", "") + decision)
    (found,) = findings_of(run_checks(case, [check_named("decision-without-check")]))

    assert in_ids(found.message) == "`quantity-word` is a check that is no longer made"
    assert found.severity is Severity.INFO


@each("record", ["allegations/a", "filings/first", "case/case"])
def test_a_decision_on_a_record_a_filing_or_the_case_is_none(tmp_path: Path, record: str) -> None:
    decision = DECISION.replace("CHECK", "status-draft").replace("RECORD", record)
    case, _ = load_example(tmp_path, CASE.replace("LEVELS", "") + decision)

    assert findings_of(run_checks(case, [check_named("decision-without-check")])) == ()


FORM = """
case:
  title: Example
  status: STATUS
  persons_concerned: [wolk]
  filings: [{id: first, forum: uk-cpr-ws}, {id: second, forum: uk-ghr}]
people: [{id: wolk, name: Mara Wolk}]
allegations:
  - {id: a, title: Beatings, statement: Prisoners were beaten.}
"""
OF_FORM = [
    check_named(name)
    for name in ("filing-without-statement", "first-page-incomplete", "required-field-missing", "section-missing")
]


@each(("status", "is_filed"), [("illustration", False), ("draft", True), ("ready", True)])
def test_the_form_of_a_filing_is_a_note_where_nothing_is_ever_filed(
    status: str, is_filed: bool, tmp_path: Path
) -> None:
    case, _ = load_example(tmp_path, FORM.replace("STATUS", status))
    for module in OF_FORM:
        found = findings_of(run_checks(case, [module]))
        form = [one for one in found if one.record.partition("/")[0] in {"case", "filings"}]

        assert form, module
        assert any(one.severity is Severity.ERROR for one in form) is is_filed, module
        assert is_filed or {one.severity for one in form} == {Severity.INFO}, module


def test_what_is_missing_of_persons_and_allegations_weighs_the_same_in_an_illustration(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, FORM.replace("STATUS", "illustration"))
    found = findings_of(run_checks(case, [check_named("required-field-missing")]))

    assert {one.severity for one in found if one.record == "people/wolk"} == {Severity.WARNING}
    assert any(one.severity is Severity.ERROR for one in found if one.record == "allegations/a")


def test_a_document_needs_what_it_needs_in_an_illustration_too(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, FORM.replace("STATUS", "illustration"))
    found = findings_of(run_checks(case, [check_named("required-field-missing")]))
    needed = {one.gap for one in found if one.needed and one.record == "filings/second"}

    assert "addressee" in needed


RAISED = """
case:
  title: Example
  persons_concerned: [wolk]
  filings: [{id: first, forum: uk-ghr}]
  levels: [{check: required-field-missing, level: must_fix, reason: We file nothing without it.}]
people: [{id: wolk, name: {family: Wolk, given: Mara, native: {text: Мара Волк, lang: ru}}}]
decisions:
  - {id: d, check: required-field-missing, record: people/wolk, decision: It stays open, reason: It is not known.,
     author: Oda Quillfern, date: 2024-05-02}
"""


def test_a_gap_that_the_case_makes_a_must_is_not_decided_away(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, RAISED)
    found = findings_of(run_checks(case, [check_named("required-field-missing")]))

    (birth,) = (one for one in found if one.gap == "date of birth")
    forum = case.profiles["uk-ghr"]
    (field,) = (field for field in forum.required_fields if field.path == "birth.date")
    assert forum.weight_of(field) is Severity.WARNING, "the forum alone would let it be decided"
    assert (birth.severity, birth.needed) == (Severity.ERROR, True)
    assert any(note.startswith("decided:") for note in tuple(map(in_ids, birth.notes)))
