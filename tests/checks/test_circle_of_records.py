"""Circles among events, bodies and sources, whatever their time."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.chronology import circle_of_records


def result_of(folder: Path, records: str) -> CheckResult:
    case, faults = load_example(folder, f"case: {{title: Example}}\n{records}\n")
    assert faults == []
    return run_checks(case, [circle_of_records])[0]


def events(*parts: str) -> str:
    return "\n".join(
        ("events:", *(f"  - {{id: {part[0]}, kind: incident, title: E, part_of: [{part[1]}]}}" for part in parts))
    )


def bodies(**relations: str) -> str:
    lines = (f"  - {{id: {key}, name: {key}, relations: [{told}]}}" for key, told in relations.items())
    return "\n".join(("bodies:", *lines))


def sources(held: str, *pairs: str) -> str:
    lines = (
        f"  - {{id: {one}, title: T, held: {held}, cited_in: '{other}, p. 1'}}" for one, other in map(tuple, pairs)
    )
    return "\n".join(("sources:", *lines))


@each(
    ("records", "record", "told"),
    [
        (events("ab", "ba"), "events/b", "`b` is part of `a`"),
        (events("ab", "bc", "ca"), "events/c", "`c` is part of `a`"),
        (events("aa"), "events/a", "`a` is part of `a`, in a circle of itself"),
        (
            bodies(a="{kind: predecessor_of, body: b}", b="{kind: predecessor_of, body: a}"),
            "bodies/b",
            "`a` followed `b`",
        ),
        (
            bodies(
                a="{kind: predecessor_of, body: b}",
                b="{kind: predecessor_of, body: c}",
                c="{kind: predecessor_of, body: a}",
            ),
            "bodies/c",
            "`a` followed `c`",
        ),
        (sources("cited_in", "ab", "ba"), "sources/b", "`b` is known through `a`"),
        (sources("not_located", "ab", "ba"), "sources/b", "`b` is known through `a`"),
    ],
)
def test_a_circle_is_found_once_at_the_link_recorded_last(records: str, record: str, told: str, tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, records).findings

    assert found.record == record
    assert in_ids(found.message).startswith(told)


@each(
    "records",
    [
        "events:\n  - {id: a, kind: incident, title: E}\n" + events("ba", "cb").partition("\n")[2],
        bodies(a="{kind: predecessor_of, body: b}", b="{kind: successor_of, body: a}"),
    ],
)
def test_what_is_no_circle_passes(records: str, tmp_path: Path) -> None:
    assert result_of(tmp_path, records).outcome is Outcome.PASSED


@each(
    "records",
    [
        "bodies: [{id: a, name: A}]",
        bodies(a="{kind: cooperates_with, body: b}", b="{kind: cooperates_with, body: a}"),
        sources("held", "ab", "ba"),
    ],
)
def test_a_case_without_such_links_is_not_applicable(records: str, tmp_path: Path) -> None:
    assert result_of(tmp_path, records).outcome is Outcome.NOT_APPLICABLE
