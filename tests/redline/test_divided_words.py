"""Words that stand in several runs, as Word writes them wherever somebody typed or changed a look."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.redline.test_looks_told import run, with_runs
from tests.redline.test_redline import marked
from tests.writers.docx_file import W, found, part

from probata.redline import make_redline
from probata.redline.changes import changes_of
from probata.redline.listed import by_heading, line_of
from probata.redline.read_shown import read_shown
from probata.redline.reading import View, read_stories

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


def test_a_look_of_half_a_word_is_marked_on_that_half() -> None:
    data = redline(run("It was re") + run("opened."), run("It was reop") + run("ened", "<w:b/>") + run("."))
    assert marked(data) == []
    assert found(part(data, DOCUMENT), "//w:r[w:rPr/w:rPrChange]/w:t/text()") == ["ened"]
    old, new = run("It was reopened."), run("It was reop") + run("ened", "<w:b/>") + run(".")
    assert told(old, new) == ["paragraph changed: “ened” is bold now"]


def test_a_bookmark_in_a_word_stays_where_it_is() -> None:
    mark = '<w:bookmarkStart w:id="77" w:name="mine"/>', '<w:bookmarkEnd w:id="77"/>'
    new = run("The wet-") + mark[0] + run("cells") + mark[1] + run(" were closed.")
    data = redline(run("The wet-cells were opened."), new)
    assert marked(data) == [("del", "opened"), ("ins", "closed")]
    start = part(data, DOCUMENT).find(f".//{W}bookmarkStart[@{W}name='mine']")
    assert start is not None
    before = start.xpath("string(preceding-sibling::w:r[1])", namespaces={"w": W[1:-1]})
    assert before == "The wet-"


def test_a_word_whose_half_is_a_link_is_one_of_another_kind() -> None:
    whole = run("See wet-cells.")
    half = run("See wet-") + f'<w:hyperlink w:anchor="there">{run("cells")}</w:hyperlink>' + run(".")
    data = redline(whole, half)
    assert read_stories(data, View.REJECTED) == read_stories(with_runs(whole), View.REJECTED)
    assert read_stories(data, View.ACCEPTED) == read_stories(with_runs(half), View.ACCEPTED)
    assert etree.tostring(part(data, DOCUMENT)).count(b"<w:hyperlink ") == 1
