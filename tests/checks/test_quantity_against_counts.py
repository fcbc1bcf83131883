"""Dozens, hundreds and thousands against the recorded count of what they are told of."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.drafting import quantity_word
from probata.checks.runner import run_checks

FIX = "should fix"
CASE = """
case: {title: Example, language: LANG}
sources: [{id: courier, title: Courier}, {id: report, title: A report}]
events:
  - id: strike
    kind: incident
    title: Strike at the Halvet waterworks
    description: Workers stopped work over unpaid wages.
    count: {value: COUNT, unit: strikers, citations: ["courier, p. 3"]}
    translations: {fr: {title: Grève au service des eaux de Halvet}}
allegations:
  - id: beatings
    title: Beatings at Brann Street
    statement: Detainees were beaten.
    affected: {count: {value: 21, unit: former detainees, citations: ["report, p. 19"]}}
narrative:
  - {id: n, title: N, text: "SAID"}
"""


def found(folder: Path, said: str, count: str = "~400", language: str = "en") -> list[tuple[str, str, str]]:
    written = CASE.replace("SAID", said).replace("COUNT", count).replace("LANG", language)
    case, faults = load_example(folder, written)
    assert [fault.message for fault in faults] == []
    findings = run_checks(case, [quantity_word.CHECK])[0].findings
    told = [(one.severity.label, *one.message.split("`")) for one in findings]
    return [(weight, words[1], words[3]) for weight, *words in told if len(words) > len("abc")]


@pytest.mark.parametrize(
    ("said", "weight", "record"),
    [
        ("The workers at Halvet, thousands of them, left the waterworks [@courier, p. 3].", FIX, "events/strike"),
        ("At Halvet thousands of workers stopped work. It was told [@courier, pp. 2-4].", FIX, "events/strike"),
        ("The Strike at the Halvet waterworks drew thousands of people.", FIX, "events/strike"),
        ("Thousands of strikers left the waterworks of Halvet [@report, p. 4].", "note", "events/strike"),
        ("Hundreds of former detainees tell of it [@report, p. 19].", FIX, "allegations/beatings"),
    ],
)
def test_a_word_above_the_recorded_count_is_found_though_it_is_cited(
    tmp_path: Path, said: str, weight: str, record: str
) -> None:
    assert [(one, at) for one, _, at in found(tmp_path, said)] == [(weight, record)]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("Dozens of former detainees tell of it [@report, p. 19].", "~400"),
        ("Hundreds of workers left the waterworks of Halvet [@courier, p. 3].", "~400"),
        ("Thousands of workers left the waterworks of Halvet [@courier, p. 3].", "400+"),
        ("Thousands of workers left the waterworks of Halvet [@courier, p. 3].", "1800"),
        ("The town of Halvet gives water to thousands of households [@courier, p. 3].", "~400"),
        ("The Courier says that thousands of workers left the waterworks [@courier, p. 3].", "~400"),
        ("The State held thousands of people [@report, p. 4].", "~400"),
        ("Thousands of them wrote letters [@courier, p. 3].", "~400"),
        ("Thousands of workers live in Ostamar [@courier, p. 4].", "~400"),
    ],
)
def test_a_word_that_the_count_may_bear_or_that_counts_something_else_is_left_alone(
    tmp_path: Path, said: str, count: str
) -> None:
    assert found(tmp_path, said, count) == []


def test_a_word_in_french_is_compared_too(tmp_path: Path) -> None:
    said = "La Grève au service des eaux de Halvet réunit des milliers de personnes."

    assert [one[2] for one in found(tmp_path, said, language="fr")] == ["events/strike"]
