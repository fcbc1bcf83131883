"""Brackets and quotation marks without a partner."""

from __future__ import annotations

from tests.each import each

from probata.checks.wording.writing import unbalanced


@each(
    "text",
    [
        "Prisoners (all of them) were beaten [@register, p. 4].",
        "1) first\n2) second\n(a) third\nb) fourth",
        "He said “no (never)”.",
        "See https://example.org/a_(b and `code (`.",
        "It's the guards' word.",
    ],
)
def test_a_sound_paragraph_is_not_found(text: str) -> None:
    assert unbalanced(text) == ""
