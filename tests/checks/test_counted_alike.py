"""Which numbers of a case count the same."""

from __future__ import annotations

from fractions import Fraction

import pytest

from probata.checks.texts.counted_alike import counted_alike
from probata.checks.texts.counted_things import CountedThing
from probata.checks.texts.markdown_texts import MarkdownText
from probata.checks.texts.sentences import sentences_in

NONE: frozenset[str] = frozenset()


def told(times: int) -> list[CountedThing]:
    """Return a number of one allegation, told that many times of the same thing."""
    text = MarkdownText("allegations", "a", ("particulars",), "They held 12 prisoners. " * times, "en")
    words = frozenset({"held", "prisone"})
    return [
        CountedThing(one, 10, "12", Fraction(12), "", ("prisone",), words, NONE, NONE, "", (),
                     frozenset({"allegations/a"}), None)
        for one in sentences_in(text, language="en")
    ]  # fmt: skip


@pytest.mark.parametrize(("times", "pairs"), [(1, 0), (2, 1), (300, 300 * 299 // 2), (301, 0)])
def test_what_more_numbers_tell_than_prose_has_is_not_compared_each_with_all(times: int, pairs: int) -> None:
    assert len(list(counted_alike(told(times)))) == pairs
