"""Conduct against tenure: certain, possible, none, and what goes on beyond all roles."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.responsibility import conduct_outside_tenure
from probata.diagnostics import Diagnostic, Severity


def found_with(folder: Path, period: str, roles: list[str], more: str = "") -> list[tuple[Severity, str]]:
    records = "".join(f"  - {{id: r{n}, person: p, title: Governor, dates: {dates}, status: unknown}}\n"
                      for n, dates in enumerate(roles))  # fmt: skip
    named = ", ".join(f"{{role: r{n}, responsibility: command}}" for n in range(len(roles)))
    text = f"""
case: {{title: Example}}
people: [{{id: p, name: Mara Wolk}}]
roles:
{records}
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    {f"period: {period}" if period else ""}
    roles: [{named}]
{more}
"""
    return [(found.severity, in_ids(found.message)) for found in findings_of(folder, text)]


def findings_of(folder: Path, text: str) -> tuple[Diagnostic, ...]:
    case, faults = load_example(folder, text)
    assert faults == []
    (result,) = run_checks(case, [conduct_outside_tenure])
    return result.findings


@each("period", ["2015-09", "2016", "2016-01/2016-12", "2017-04-01"])
def test_conduct_surely_within_the_role_is_not_found(period: str, tmp_path: Path) -> None:
    assert found_with(tmp_path, period, ["2015-08/2017-04"]) == []


@each("period", ["2015-07", "2017-05-01", "2018/2019"])
def test_conduct_surely_outside_the_role_must_be_fixed(period: str, tmp_path: Path) -> None:
    ((weight, message),) = found_with(tmp_path, period, ["2015-08/2017-04"])

    assert weight is Severity.ERROR
    assert message == f"the allegation covers `{period}`, outside role `r0`, held `2015-08/2017-04`"


@each("period", ["2015-08-03", "2015", "2017-04-30", "~2017"])
def test_conduct_perhaps_within_the_role_should_be_fixed(period: str, tmp_path: Path) -> None:
    ((weight, message),) = found_with(tmp_path, period, ["2015-08/2017-04"])

    assert weight is Severity.WARNING
    assert "the dates leave open whether" in message


def test_a_period_that_begins_before_the_first_role_is_found_once(tmp_path: Path) -> None:
    ((weight, message),) = found_with(tmp_path, "2014/2018", ["2015-08/2017-04", "2017-04/.."])

    assert weight is Severity.WARNING
    assert message == "the allegation covers `2014/2018`; none of its roles covers January 2014 to July 2015"


def test_a_period_that_goes_on_after_the_last_role_is_found(tmp_path: Path) -> None:
    ((weight, message),) = found_with(tmp_path, "2016/2022-09", ["2015-08/2017-04"])

    assert weight is Severity.WARNING
    assert message == "the allegation covers `2016/2022-09`; none of its roles covers May 2017 to September 2022"


def test_a_role_that_is_current_was_surely_held_until_its_day(tmp_path: Path) -> None:
    text = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
roles: [{id: r, person: p, title: Governor, dates: 2015-08/.., status: current, as_of: 2024-06-01}]
allegations:
  - {id: a, title: T, statement: S., period: 2016, roles: [{role: r, responsibility: command}]}
  - {id: b, title: T, statement: S., period: 2025, roles: [{role: r, responsibility: command}]}
"""
    case, _ = load_example(tmp_path, text)
    found = run_checks(case, [conduct_outside_tenure])[0].findings

    assert [(one.record, one.severity) for one in found] == [("allegations/b", Severity.WARNING)]


@each(
    ("dates", "step"),
    [
        (
            "2015-08/.., status: current",
            "write in `as_of` of the role the day of the newest source that shows it, or rest the allegation on the "
            "role that was surely held at the time",
        ),
        (
            "2015-08/2017, status: ended",
            "give the dates of the role more closely, or rest the allegation on the role that was surely held at the "
            "time",
        ),
    ],
)
def test_what_would_make_it_sure_that_a_role_was_held_is_told(tmp_path: Path, dates: str, step: str) -> None:
    text = f"""
case: {{title: Example}}
people: [{{id: p, name: Mara Wolk}}]
roles: [{{id: r, person: p, title: Governor, dates: {dates}}}]
allegations:
  - {{id: a, title: T, statement: S., period: 2017-06, roles: [{{role: r, responsibility: command}}]}}
"""
    case, _ = load_example(tmp_path, text)
    (found,) = run_checks(case, [conduct_outside_tenure])[0].findings

    assert found.help == step


def test_a_role_that_is_only_possible_is_a_note_beside_one_that_is_certain(tmp_path: Path) -> None:
    ((weight, message),) = found_with(tmp_path, "2017-03", ["2016/2018", "2017/2018"])

    assert weight is Severity.INFO
    assert (
        message == "the dates leave open whether `2017-03`, which the allegation covers, falls within role `r1`, held "
        "`2017/2018`"
    )


def test_an_event_outside_every_role_must_be_fixed(tmp_path: Path) -> None:
    events = "    events: [riot]\nevents: [{id: riot, kind: incident, title: Riot, dates: 2019-02}]"
    ((weight, message),) = found_with(tmp_path, "", ["2015-08/2017-04", "2017/2018"], events)

    assert weight is Severity.ERROR
    assert message == "event `riot` is dated `2019-02`, outside every role on which the allegation rests"


def test_an_event_that_is_context_only_is_not_found(tmp_path: Path) -> None:
    events = "    events: [riot]\nevents: [{id: riot, kind: incident, title: Riot, dates: 2019-02, context_only: true}]"
    assert found_with(tmp_path, "", ["2015-08/2017-04"], events) == []


def test_an_allegation_that_is_not_pursued_is_not_found(tmp_path: Path) -> None:
    assert found_with(tmp_path, "2019", ["2015-08/2017-04"], "    pursued: false") == []


def with_grounds(folder: Path, allegation: str, as_of: str = "2025-08") -> list[tuple[Severity, str]]:
    text = f"""
case: {{title: Example, as_of: "{as_of}"}}
people: [{{id: p, name: Mara Wolk}}]
roles:
  - {{id: early, person: p, title: Governor, dates: 2015-08/2017-04}}
  - {{id: late, person: p, title: Head, dates: 2017-04/2018-05}}
  - {{id: now, person: p, title: Member, dates: 2022/.., status: current, as_of: "2023"}}
allegations:
  - {{id: a, title: T, statement: S., {allegation}}}
"""
    case, faults = load_example(folder, text)
    assert faults == []
    return [(found.severity, in_ids(found.message)) for found in run_checks(case, [conduct_outside_tenure])[0].findings]


def test_months_of_whole_years_that_no_role_covers_are_named_on_both_sides(tmp_path: Path) -> None:
    found = with_grounds(tmp_path, "period: 2017/2018, roles: [{role: late, responsibility: command}]")

    assert found == [
        (
            Severity.WARNING,
            "the allegation covers `2017/2018`; none of its roles covers January to March 2017 and June to December "
            "2018",
        )
    ]


@each("dates", ["2017-04/2018-05", "2017-04-10/2018-05-20", "2017/2018"])
def test_a_month_of_which_a_role_covers_a_part_is_covered(dates: str, tmp_path: Path) -> None:
    assert found_with(tmp_path, "2017-04/2018-05", [dates]) == []


def test_a_period_told_by_the_day_is_compared_by_the_day(tmp_path: Path) -> None:
    ((weight, message),) = found_with(tmp_path, "2017-04-01/2017-04-30", ["2017-04-10/2017-04-30"])

    assert weight is Severity.WARNING
    assert message == "the allegation covers `2017-04-01/2017-04-30`; none of its roles covers 1 to 9 April 2017"


@each("period", ["~2014/2018", "../2018"])
def test_what_is_only_about_or_has_no_beginning_leaves_nothing_for_sure(period: str, tmp_path: Path) -> None:
    assert [message for _, message in found_with(tmp_path, period, ["2015-08/2018"]) if "none of its" in message] == []


@each("role", ["late", "now"])
def test_a_role_that_lies_within_an_open_period_is_not_perhaps_outside_it(role: str, tmp_path: Path) -> None:
    named = f"{{role: {role}, responsibility: {{label: command, period: 2022/2023}}}}" if role == "now" else (
        f"{{role: {role}, responsibility: {{label: command, period: 2017-04/2018-05}}}}, "
        "{role: now, responsibility: oversight}"
    )  # fmt: skip
    assert [message for _, message in with_grounds(tmp_path, f"period: 2016-01/.., roles: [{named}]")
            if "perhaps" in message] == []  # fmt: skip


def test_an_open_period_ends_on_the_day_of_the_case(tmp_path: Path) -> None:
    ((weight, message),) = with_grounds(tmp_path, "period: 2017-04/.., roles: [{role: late, responsibility: command}]")

    assert weight is Severity.WARNING
    assert message == "the allegation covers `2017-04/..`; none of its roles covers June 2018 to August 2025"


def test_a_role_that_ended_is_found_in_an_allegation_that_goes_on(tmp_path: Path) -> None:
    roles = "[{role: late, responsibility: oversight}, {role: now, responsibility: oversight}]"
    ((weight, message),) = with_grounds(tmp_path, f"period: 2017-04/.., roles: {roles}")

    assert weight is Severity.WARNING
    assert message == (
        "the period `2017-04/..` goes on, and role `late`, held `2017-04/2018-05`, "
        "does not cover June 2018 to August 2025"
    )


def test_a_ground_with_a_period_of_its_own_is_compared_with_the_role_that_bears_it(tmp_path: Path) -> None:
    ground = "{label: command, period: 2015-08/2022-09}"
    roles = f"[{{role: early, responsibility: {ground}}}, {{role: now, responsibility: oversight}}]"
    ((weight, message),) = with_grounds(tmp_path, f"period: 2015-08/2023, roles: {roles}")

    assert weight is Severity.WARNING
    assert (
        message
        == "command is alleged for `2015-08/2022-09`; none of the roles relied on covers May 2017 to September 2022"
    )


def test_a_ground_from_a_time_at_which_its_role_was_not_held_must_be_fixed(tmp_path: Path) -> None:
    roles = "[{role: early, responsibility: {label: command, period: 2018}}, {role: late, responsibility: oversight}]"
    ((weight, message),) = with_grounds(tmp_path, f"period: 2015-08/2018-05, roles: {roles}")

    assert weight is Severity.ERROR
    assert message == ("command is alleged for `2018` from role `early`, which was held `2015-08/2017-04`")


def test_one_ground_that_two_posts_bear_one_after_the_other_is_covered(tmp_path: Path) -> None:
    ground = "responsibility: {label: command, period: 2015-08/2018-05}"
    roles = f"[{{role: early, {ground}}}, {{role: late, {ground}}}]"

    assert with_grounds(tmp_path, f"period: 2015-08/2018-05, roles: {roles}") == []


def test_the_same_days_of_the_same_period_are_found_once(tmp_path: Path) -> None:
    roles = "[{role: late, responsibility: {label: command, period: 2017/2018}}]"

    assert len(with_grounds(tmp_path, f"period: 2017/2018, roles: {roles}")) == 1


def test_the_first_and_last_days_of_the_calendar_do_no_harm(tmp_path: Path) -> None:
    assert found_with(tmp_path, "1000/9999-12", ["1000-01-02/9999-12-30"]) == []
    assert found_with(tmp_path, "2015/..", ["2016/9999"]) != []


def test_the_place_of_the_role_that_may_have_to_be_mended_is_named(tmp_path: Path) -> None:
    text = """case: {title: Example}
people: [{id: p, name: Mara Wolk}]
roles:
  - id: governor
    person: p
    title: Governor
    dates: 2015-08/2017-04
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    period: 2018
    roles: [{role: governor, responsibility: command}]
"""
    (found,) = findings_of(tmp_path, text)

    (note,) = tuple(map(in_ids, found.notes))
    path, line, _ = note.removeprefix("the dates of the role are at ").rsplit(":", 2)
    assert text.splitlines()[int(line) - 1].strip() == "dates: 2015-08/2017-04"
    assert found.span
    assert path == found.span.path


@each(
    ("period", "roles", "cured"),
    [
        ("2018/2019", ["2015-08/2017-04"], ("2016/2017-01", ["2015-08/2017-04"])),
        ("2018/2019", ["2015-08/2017-04"], ("2018/2019", ["2015-08/2019-12"])),
        ("2017-01/2017-12", ["2015-08/2017-04"], ("2017-01/2017-04", ["2015-08/2017-04"])),
        ("2017-01/2017-12", ["2015-08/2017-04"], ("2017-01/2017-12", ["2015-08/2017-04", "2017-05/2018"])),
    ],
    ids=["the period corrected", "the role corrected", "the period narrowed", "the role of the rest named"],
)
def test_what_the_next_step_names_takes_the_finding_away(
    period: str, roles: list[str], cured: tuple[str, list[str]], tmp_path: Path
) -> None:
    assert len(found_with(tmp_path / "before", period, roles)) == 1
    assert found_with(tmp_path / "after", *cured) == []
