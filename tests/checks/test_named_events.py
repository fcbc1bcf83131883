"""The recorded events that a text names."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.prose.mentions import events_in, names_of_case
from probata.diagnostics import Severity

CASE = """
case: {title: Example}
events:
  - {id: water, kind: operation, title: Still Water, other_names: [Quiet]}
  - {id: water-two, kind: operation, title: Still Water Two}
  - {id: raid, kind: incident, title: Raid}
"""


@each(
    ("text", "events"),
    [
        ("Returns under Still Water by year", ["water"]),
        ("“still  water” and QUIET hours", ["water"]),
        ("Still Water Two, then Still Water", ["water-two", "water"]),
        ("Still Waters", []),
        ("a raid", []),
        ("Still", []),
        ("", []),
    ],
)
def test_an_event_is_named_by_whole_words_the_longest_name_first(text: str, events: list[str], tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, CASE)

    assert [event.id for event in events_in(case.graph, text)] == events


@each(("name", "events"), [('"Still" water', ["water"]), ("Still Water by year", []), ("", [])])
def test_an_event_is_called_by_its_whole_name(name: str, events: list[str], tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, CASE)

    assert [*names_of_case(case.graph).called(name, "events")] == events


SPELT = """
case: {title: Example, summary: "TEXT"}
events:
  - {id: water, kind: operation, title: Operation Still Water, dates: 2022}
  - {id: raid, kind: incident, title: Death of Tova Semrin, dates: 2022}
  - {id: custody, kind: measure, title: Preventive custody, dates: 2022}
"""


@each(
    ("text", "name"),
    [
        ("Operation Stil Water began.", "Operation Still Water"),
        ("Operation Still Water began, and Operation Quiet Water ended.", ""),
        ("The Deaht of Tova Semrin was told.", ""),
        ("Preventive custodi began.", ""),
    ],
)
def test_the_name_of_an_operation_is_spelled_as_its_record_has_it(text: str, name: str, tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, SPELT.replace("TEXT", text))
    made = [in_ids(one.message) for one in run_checks(case, [check_named("name-spelled-two-ways")])[0].findings]

    assert [f"the recorded name `{name}`" in message for message in made] == ([True] if name else [])


ACTS = """
case: {title: Example, summary: "TEXT"}
sources: [{id: gazette, title: Gazette with Directive 19, held: held}]
authorities: [{id: d, kind: statute, name: Directive on Custody, number: Directive 17, source: gazette}]
"""


@each(
    ("text", "weights"),
    [
        ("She drafted Directive 71.", [Severity.INFO]),
        ("She drafted Directive 71 [@gazette, p. 2].", [Severity.WARNING]),
        ("She drafted Directive 18 [@d].", [Severity.WARNING]),
        ("She drafted Directive 18.", []),
        ("She drafted Directive 19 [@d].", []),
        ("Directive 71 followed Directive 17 [@d].", []),
        ("She drafted Directive 2014/71 and Directive 71/2014.", []),
    ],
)
def test_the_number_of_an_act_that_no_record_has_is_found(text: str, weights: list[Severity], tmp_path: Path) -> None:
    case, faults = load_example(tmp_path, ACTS.replace("TEXT", text))
    assert faults == []

    assert [one.severity for one in run_checks(case, [check_named("name-spelled-two-ways")])[0].findings] == weights
