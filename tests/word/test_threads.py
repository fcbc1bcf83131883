"""Comments are read with what they answer, and whether they are resolved."""

from __future__ import annotations

from tests.pull.pulling import edits
from tests.pull.word_edits import THREADS, WordEdits

from probata.word import open_word
from probata.word.comments import Comment, read_comments

SUMMARY = "a rubber hose"


def commented() -> WordEdits:
    word = edits().comment("former guard", "First?", "A", "2026-11-20")
    word.comment(SUMMARY, "Second?", "B", "2026-11-20")
    return word.answer(0, "To the first.", "C", "2026-11-21").answer(1, "To the second.", "D", "2026-11-22")


def read(edits: WordEdits) -> list[Comment]:
    return read_comments(open_word(edits.save()))


def test_answers_stand_behind_what_they_answer() -> None:
    found = read(commented())
    assert [one.text for one in found] == ["Second?", "To the second.", "First?", "To the first."]
    assert [one.answers for one in found] == ["", found[0].id, "", found[2].id]
    assert [one.author for one in found] == ["B", "D", "A", "C"]


def test_an_answer_without_a_place_of_its_own_has_that_of_the_comment() -> None:
    edits = commented()
    for mark in [one for one in edits.body.iter("{*}commentReference") if one.values() == ["3"]]:
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    for name in ("commentRangeStart", "commentRangeEnd"):
        for mark in [one for one in edits.body.iter(f"{{*}}{name}") if one.values() == ["3"]]:
            mark.getparent().remove(mark)  # type: ignore[union-attr]
    second, answer, *_ = read(edits)
    assert (answer.text, answer.words, answer.paragraph) == ("To the second.", SUMMARY, second.paragraph)


def test_comments_that_answer_each_other_are_not_lost() -> None:
    edits = commented()
    edits.answers_each_other(0, 2)
    assert sorted(one.text for one in read(edits)) == ["First?", "Second?", "To the first.", "To the second."]


def test_a_file_without_threads_has_single_comments() -> None:
    edits = commented()
    data = edits.save().replace(THREADS.encode(), THREADS.replace("Ext", "Old").encode())
    assert {(one.answers, one.is_resolved) for one in read_comments(open_word(data))} == {("", False)}


def test_a_day_that_is_none_is_left_out() -> None:
    word = edits().comment(SUMMARY, "Who?", "B", "0-00-00")
    word.answer(0, "I.", "C", "2026-11-21").comment("former guard", "And?", "B", "")
    assert [(one.text, one.date) for one in read(word)] == [("Who?", ""), ("I.", "2026-11-21"), ("And?", "")]
