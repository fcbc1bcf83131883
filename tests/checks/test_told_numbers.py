"""Numbers and citations of a text are found in one go, whatever brackets are left open."""

from __future__ import annotations

from probata.checks.prose.translated import citations_told, numbers_told


def test_numbers_inside_a_citation_are_its_place_and_not_the_texts() -> None:
    text = "Then 12 men [see @report, p. 4] came, [of 3] and {{ figure('all') }}."

    assert dict(numbers_told(text)) == {"12": 1, "3": 1}
    assert citations_told(text) == {"report 4": "@report, p. 4", "figure('all')": "{{ figure('all') }}"}


def test_brackets_that_are_never_closed_hold_no_citation_however_much_follows() -> None:
    text = "Then 12 [ " + "@ " * 30_000 + "{{" + " " * 30_000

    assert (dict(numbers_told(text)), citations_told(text)) == ({"12": 1}, {})


def test_spaces_that_do_not_break_part_thousands_too() -> None:
    for space in "\u00a0\u2009\u202f ":
        assert dict(numbers_told(f"There were 23{space}456 letters.")) == {"23456": 1}
