"""Words that stand in several runs, as Word writes them wherever somebody typed or changed a look."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.redline.test_looks_told import run, with_runs
from tests.redline.test_redline import marked
from tests.writers.docx_file import part

from probata.redline import make_redline
from probata.redline.changes import by_heading, changes_of, line_of
from probata.redline.read_shown import read_shown
from probata.redline.verify import View, read_stories

DOCUMENT = "word/document.xml"
SENTENCE = "The wet-cells of 2,019 were Хантай’s and were reopened."


def redline(old: str, new: str) -> bytes:
    return make_redline(with_runs(old), with_runs(new), "A").data


def told(old: str, new: str) -> list[str]:
    return [line_of(one) for group in by_heading(changes_of(read_shown(redline(old, new)))) for one in group.changes]


def divided(text: str, places: list[int]) -> str:
    ends = [0, *sorted(place for place in set(places) if 0 < place < len(text)), len(text)]
    return "".join(run(text[a:b]) + '<w:proofErr w:type="spellEnd"/>' for a, b in pairwise(ends))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 60)), st.lists(st.integers(0, 60)))
def test_runs_that_divide_words_are_no_change(before: list[int], after: list[int]) -> None:
    assert marked(redline(divided(SENTENCE, before), divided(SENTENCE, after))) == []


def test_of_a_divided_word_that_changed_the_whole_is_marked() -> None:
    old = run("It was re") + run("opened.")
    new = run("It was r") + run("ep") + run("laced.")
    assert marked(redline(old, new)) == [("del", "reopened"), ("ins", "replaced")]


def test_a_word_whose_half_is_a_link_is_one_of_another_kind() -> None:
    whole = run("See wet-cells.")
    half = run("See wet-") + f'<w:hyperlink w:anchor="there">{run("cells")}</w:hyperlink>' + run(".")
    data = redline(whole, half)
    assert read_stories(data, View.REJECTED) == read_stories(with_runs(whole), View.REJECTED)
    assert read_stories(data, View.ACCEPTED) == read_stories(with_runs(half), View.ACCEPTED)
    assert etree.tostring(part(data, DOCUMENT)).count(b"<w:hyperlink ") == 1
