"""Required fields: gaps by forum, what the case stands in for, and rules that were not read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.checks.example_case import load_example
from tests.in_ids import in_ids

from probata.checks import CheckInput
from probata.checks.engine.run import run_checks
from probata.checks.records.filings import filing_without_statement
from probata.checks.records.unfinished import required_field_missing
from probata.checks.support.required_fields import write_field
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
    case = replace(case, profiles={one.id: one for one in profiles})
    (result,) = run_checks(case, [required_field_missing])
    return result.findings


def test_a_missing_part_of_a_name_is_a_gap_of_the_person_concerned(tmp_path: Path) -> None:
    (found,) = found_with(tmp_path, profile("first", required("person", "name.native"), required("person", "name")))

    assert found.gap == "name.native"
    assert found.record == "people/p"
    assert in_ids(found.message) == "not recorded for Mara Wolk: name.native; required by `first`"
    assert found.help == "add `name: {native: …}` with its source"


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


def test_what_we_alone_hold_necessary_is_laid_to_us_and_to_no_forum(tmp_path: Path) -> None:
    field = required("filing", "addressee", house=True)
    (ours,) = found_with(tmp_path, profile("first", field))
    (theirs,) = found_with(tmp_path, profile("first", field, verified=True))

    assert (
        in_ids(ours.message)
        == "not recorded for filing `one`: addressee; needed by our own rule before filing in `first`"
    )
    assert tuple(map(in_ids, ours.notes)) == (
        "our own rule, and none of the forum that was read at its source: The rule.",
    )
    assert in_ids(theirs.message) == "not recorded for filing `one`: addressee; required by `first`"
    assert tuple(map(in_ids, theirs.notes)) == ("rule `r`: The rule.",)


def test_of_two_forums_each_is_told_apart_that_asks_and_for_which_we_ask(tmp_path: Path) -> None:
    field = required("person", "birth.date", house=True)
    (found,) = found_with(tmp_path, profile("first", field), profile("second", field, verified=True))

    assert in_ids(found.message).endswith("required by `second`; needed by our own rule before filing in `first`")
    assert len(found.notes) == 2


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


def test_an_optional_field_is_a_note_and_no_gap(tmp_path: Path) -> None:
    (found,) = found_with(tmp_path, profile("first", required("filing", "addressee", optional=True)))

    assert (found.severity, found.gap) == (Severity.INFO, "")
    assert found.record == "filings/one"
    assert found.span is not None
    assert found.span.line == 7


def test_the_case_stands_in_for_what_a_filing_leaves_out(tmp_path: Path) -> None:
    fields = [required("filing", path) for path in ("date", "persons", "title", "language")]

    assert found_with(tmp_path, profile("first", *fields)) == ()


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


def test_a_part_without_any_field_counts_as_missing(tmp_path: Path) -> None:
    (found,) = found_with(tmp_path, profile("first", required("case", "prepared_by")))

    assert in_ids(found.message) == "not recorded for the case: prepared_by; required by `first`"


def test_a_path_is_written_as_a_record_has_it() -> None:
    assert write_field("birth.date") == "`birth: {date: …}`"
    assert write_field("conduct") == "`conduct: …`"


def test_a_filing_for_an_unknown_forum_is_left_alone(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, TEXT)
    (result,) = run_checks(CheckInput(case.graph, case.catalogue), [filing_without_statement])

    assert result.findings == ()
