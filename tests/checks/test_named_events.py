"""The recorded events that a text names."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.texts.named_events import NamedEvents

CASE = """
case: {title: Example}
events:
  - {id: water, kind: operation, title: Still Water, other_names: [Quiet]}
  - {id: water-two, kind: operation, title: Still Water Two}
  - {id: raid, kind: incident, title: Raid}
"""


@pytest.mark.parametrize(
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

    assert [event.id for event in NamedEvents(case.graph).in_text(text)] == events


@pytest.mark.parametrize(("name", "events"), [('"Still" water', ["water"]), ("Still Water by year", []), ("", [])])
def test_an_event_is_called_by_its_whole_name(name: str, events: list[str], tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, CASE)

    assert [event.id for event in NamedEvents(case.graph).called(name)] == events
