"""Required fields: gaps by forum, what the case stands in for, and rules that were not read."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.in_ids import in_ids

from probata.checks.engine.case import CheckInput
from probata.checks.engine.run import run_checks
from probata.diagnostics import Diagnostic, Severity
from probata.forum import Profile, RequiredField, Rule

TEXT = """
case:
  title: Example
  as_of: 2024-06-01
  persons_concerned: [p]
  filings:
    - {id: one, forum: first}
    - {id: two, forum: second}
people:
  - {id: p, name: {family: Wolk, given: Mara}}
  - {id: q, name: Somebody else}
allegations:
  - {id: a, title: Beatings, statement: Prisoners were beaten.}
  - {id: b, title: Beatings, statement: Prisoners were beaten., not_in: [one]}
  - {id: c, title: Beatings, statement: Prisoners were beaten., pursued: false}
"""


def profile(forum: str, *fields: RequiredField, verified: bool = False) -> Profile:
    read = {"source": "https://example.org/rule", "read_on": "2024-06-01", "verified": verified}
    rule = Rule.model_validate({"id": "r", "text": "The rule.", **read})
    return Profile(
        id=forum, title="Submission", document_kind="submission", rules=(rule,), required_fields=fields
    )  # fmt: skip


def required(of: str, path: str, *, optional: bool = False, house: bool = False) -> RequiredField:
    name = path.replace(".", "-")
    return RequiredField.model_validate(
        {"id": name, "of": of, "path": path, "label": path, "rule": "r", "optional": optional, "house": house}
    )


def found_with(folder: Path, *profiles: Profile, text: str = TEXT) -> tuple[Diagnostic, ...]:
    case, _ = load_example(folder, text)
    case = CheckInput(case.graph, case.catalogue, profiles={one.id: one for one in profiles})
    (result,) = run_checks(case, [check_named("required-field-missing")])
    return result.findings


def test_a_field_that_two_forums_require_is_found_once(tmp_path: Path) -> None:
    field = required("person", "birth.date")
    (found,) = found_with(tmp_path, profile("first", field), profile("second", field))

    assert in_ids(found.message).endswith("required by `first` and `second`")


def test_a_rule_that_was_read_at_its_source_makes_it_a_must_fix(tmp_path: Path) -> None:
    field = required("person", "birth.date")
    (unread,) = found_with(tmp_path, profile("first", field))
    (read,) = found_with(tmp_path, profile("first", field, verified=True))

    assert (unread.severity, unread.gap, unread.needed) == (Severity.WARNING, "birth.date", False)
    assert (read.severity, read.gap, read.needed) == (Severity.ERROR, "birth.date", True)


def test_a_field_that_we_hold_necessary_ourselves_must_be_filled_whatever_was_read(tmp_path: Path) -> None:
    (found,) = found_with(tmp_path, profile("first", required("filing", "addressee", house=True)))

    assert (found.severity, found.gap, found.needed) == (Severity.ERROR, "addressee", True)


DECISION = """
decisions:
  - id: d
    check: required-field-missing
    record: people/p
    decision: it is left out
    reason: no record of it was found
    author: Ada Reyes
    date: 2024-06-01
"""


def test_a_decision_settles_a_gap_that_should_be_filled_and_no_gap_that_must_be(tmp_path: Path) -> None:
    field = required("person", "birth.date")
    (unread,) = found_with(tmp_path, profile("first", field), text=TEXT + DECISION)
    (read,) = found_with(tmp_path, profile("first", field, verified=True), text=TEXT + DECISION)

    assert (unread.severity, unread.gap, unread.needed) == (Severity.INFO, "birth.date", False)
    assert (read.severity, read.gap, read.needed) == (Severity.ERROR, "birth.date", True)
    assert "decided: it is left out" in tuple(map(in_ids, read.notes))


def test_a_section_of_text_in_the_place_of_the_summary_is_one(tmp_path: Path) -> None:
    section = "narrative: [{id: s, place: summary, title: Summary, forums: [first], text: Prisoners were beaten.}]\n"
    first, second = (profile(forum, required("case", "summary")) for forum in ("first", "second"))

    assert len(found_with(tmp_path / "a", first)) == 1
    assert found_with(tmp_path / "b", first, text=TEXT + section) == ()
    assert len(found_with(tmp_path / "c", second, text=TEXT + section)) == 1


def test_only_the_allegations_of_the_filing_are_asked(tmp_path: Path) -> None:
    field = required("allegation", "conduct")

    assert [one.record for one in found_with(tmp_path, profile("first", field))] == ["allegations/a"]
    assert [one.record for one in found_with(tmp_path, profile("second", field))] == ["allegations/a", "allegations/b"]


def test_allegations_on_other_persons_are_not_asked(tmp_path: Path) -> None:
    text = TEXT.replace("{id: a, title", "{id: a, roles: [{role: r}], title")
    text += "roles: [{id: r, person: q, title: Governor, dates: 2015/2016}]\n"
    records = [
        one.record for one in found_with(tmp_path, profile("second", required("allegation", "conduct")), text=text)
    ]

    assert records == ["allegations/b"]
