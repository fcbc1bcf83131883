"""One role's responsibility: between records, within one record, and what counts as the same object."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.command import object_of
from probata.checks.records.responsibility import responsibility_told_differently


def found_with(folder: Path, role: str, *allegations: str) -> list[tuple[str, str]]:
    told = "".join(
        f"  - {{id: a{n}, title: T, statement: S., roles: [{{role: r, responsibility: [{grounds}]}}]}}\n"
        for n, grounds in enumerate(allegations)
    )
    text = f"""
case: {{title: Example}}
people: [{{id: p, name: Mara Wolk}}]
roles: [{{id: r, person: p, title: Governor, dates: 2015/2018, responsibility: [{role}]}}]
allegations:
{told or "  []"}
"""
    case, faults = load_example(folder, text)
    assert faults == []
    return [
        (found.record, in_ids(found.message))
        for found in run_checks(case, [responsibility_told_differently])[0].findings
    ]


def ground(label: str, over: str = "", more: str = "") -> str:
    return f"{{label: {label}{f', over: {over!r}' if over else ''}{f', {more}' if more else ''}}}"


@each("over", ["", "operations abroad"])
def test_one_record_that_gives_two_grades_over_the_same_is_found(over: str, tmp_path: Path) -> None:
    grounds = ", ".join(ground("command", over, f"grade: {grade}") for grade in ("ultimate", "direct"))

    assert found_with(tmp_path, grounds) == [
        (
            "roles/r",
            "the responsibility from role `r` is both `direct` and `ultimate` over the same in one record",
        )
    ]


@each(
    "second",
    [
        ground("command", "the guards", "grade: direct"),
        ground("command", "operations abroad", "grade: direct, alternative: true"),
        ground("oversight", "operations abroad", "grade: direct"),
        ground("command", "operations abroad", "grade: ultimate"),
    ],
    ids=["another object", "in the alternative", "another label", "the same grade"],
)
def test_grades_of_different_things_within_one_record_are_no_fault(second: str, tmp_path: Path) -> None:
    assert found_with(tmp_path, f"{ground('command', 'operations abroad', 'grade: ultimate')}, {second}") == []


def test_grades_of_two_times_are_no_fault(tmp_path: Path) -> None:
    first = ground("command", "operations", "grade: ultimate, period: 2015/2016")
    second = ground("command", "operations", "grade: direct, period: 2017-06/2018")

    assert found_with(tmp_path, f"{first}, {second}") == []
    assert len(found_with(tmp_path, f"{first}, {second.replace('2017-06', '2016')}")) == 1


def test_command_here_and_oversight_there_over_the_same_is_found_though_told_with_another_extent(
    tmp_path: Path,
) -> None:
    role = ground("command", "thousands of operations")

    assert found_with(tmp_path, role, ground("oversight", "all operations")) == [
        ("allegations/a0", "the responsibility from role `r` is `oversight` here and `command` elsewhere")
    ]


def test_command_and_oversight_at_two_times_are_no_fault(tmp_path: Path) -> None:
    role = ground("command", "operations", "period: 2015/2016")

    assert found_with(tmp_path, role, ground("oversight", "operations", "period: 2018")) == []


def test_two_allegations_are_compared_where_the_role_says_nothing_of_it(tmp_path: Path) -> None:
    found = found_with(tmp_path, ground("command", "guards"), ground("command", "cooks"), ground("oversight", "cooks"))

    assert [record for record, _ in found] == ["allegations/a1"]


def test_command_and_oversight_together_are_no_fault(tmp_path: Path) -> None:
    assert found_with(tmp_path, "command, oversight", "command", "oversight") == []


@each(
    ("one", "other"),
    [
        ("all operations", "thousands of operations"),
        ("the operations, as head of the office", "operations, in his capacity as Director"),
        ("Every guard", "guard"),
        (None, "all of the"),
    ],
)
def test_extent_and_post_make_no_other_object(one: str | None, other: str) -> None:
    assert object_of(one) == object_of(other)


@each(
    ("one", "other"),
    [
        ("guards on the second floor", "guards"),
        ("abuses, such as beatings", "abuses"),
        ("监察委员会", "公安部"),
        (None, "guards"),
    ],
)
def test_another_object_stays_another(one: str | None, other: str) -> None:
    assert object_of(one) != object_of(other)
