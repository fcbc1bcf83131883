"""What is charged happened on some day, and the day is recorded."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.chronology import charged_event_undated

CASE = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
roles: [{id: r, person: p, title: Governor, dates: 2015/2017}]
events: [{id: e, title: Transfer, EVENT}]
allegations: [{id: a, title: T, statement: S., events: [e], ALLEGATION}]
"""
CHARGED = "roles: [{role: r}]"


@each(
    ("event", "allegation", "count"),
    [
        ("kind: incident", CHARGED, 1),
        ("kind: act", CHARGED, 1),
        ("kind: operation", CHARGED, 1),
        ("kind: measure", CHARGED, 0),
        ("kind: reform", CHARGED, 0),
        ("kind: incident, dates: 2016", CHARGED, 0),
        ("kind: incident, dates: 2015/2017", CHARGED, 0),
        ("kind: incident, context_only: true", CHARGED, 0),
        ("kind: incident", f"{CHARGED}, pursued: false", 0),
        ("kind: incident", "roles: []", 0),
    ],
)
def test_an_event_that_is_charged_to_a_role_has_a_date(event: str, allegation: str, count: int, tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, CASE.replace("EVENT", event).replace("ALLEGATION", allegation))
    (result,) = run_checks(case, [charged_event_undated])

    assert [one.record for one in result.findings] == ["allegations/a"] * count


@each(
    ("part_of", "others", "weight"),
    [
        ("[op]", "{id: op, kind: operation, title: Sweep, dates: 2016-02/2016-03}", "info"),
        ("[wing]", "{id: wing, kind: incident, title: Wing, part_of: [op]}, "
         "{id: op, kind: operation, title: Sweep, dates: 2016-02/2016-03}", "info"),
        ("[bare, op]", "{id: bare, kind: operation, title: Raid}, "
         "{id: op, kind: operation, title: Sweep, dates: 2016-02/2016-03}", "info"),
        ("[op]", "{id: op, kind: operation, title: Sweep, dates: 2014/2016}", "warning"),
        ("[op]", "{id: op, kind: operation, title: Sweep, dates: 2016-02/..}", "warning"),
        ("[op]", "{id: op, kind: operation, title: Sweep, dates: ~2016-02}", "warning"),
        ("[op]", "{id: op, kind: operation, title: Sweep}", "warning"),
        ("[op]", "{id: op, kind: operation, title: Sweep, part_of: [e]}", "warning"),
        ("[]", "{id: op, kind: operation, title: Sweep, dates: 2016-02/2016-03}", "warning"),
    ],
)  # fmt: skip
def test_a_part_of_what_happened_within_the_tenure_is_a_note_that_names_it(
    part_of: str, others: str, weight: str, tmp_path: Path
) -> None:
    text = CASE.replace("EVENT}", f"kind: act, part_of: {part_of}}}, {others}").replace("ALLEGATION", CHARGED)
    case, _ = load_example(tmp_path, text)
    (found,) = run_checks(case, [charged_event_undated])[0].findings

    assert found.severity.value == weight
    assert ("part of event `op`" in in_ids(found.message)) is (weight == "info")


def test_the_same_event_in_two_allegations_is_told_once(tmp_path: Path) -> None:
    text = CASE.replace("EVENT", "kind: incident").replace("ALLEGATION", CHARGED)
    second = "  - {id: b, title: T, statement: S., events: [e], roles: [{role: r}]}"
    text = text.replace("allegations: [{id: a", "allegations:\n  - {id: a").replace("}]}]", "}]}") + second
    case, _ = load_example(tmp_path, text)
    (result,) = run_checks(case, [charged_event_undated])

    assert [(one.record, one.alike) for one in result.findings] == [("allegations/a", "e"), ("allegations/b", "e")]
