"""What was taken leaves the paragraphs beside it as they were, or it is told which it did not."""

from __future__ import annotations

from tests.pull.pulling import edits, made, read

from probata.pull.change import Change
from probata.pull.find_changes import Made, find_changes
from probata.pull.still import harmed_beside, still_different
from probata.word.word_text import WordText

OLD, NEW = "Tova Semrin, a fitter at", "Tova Semrin, a pipe fitter at"
ABOVE, BELOW = "The night of 13 to 14 May 2022, by", "At the gate. On 16 May"


def word(*more: tuple[str, str]) -> WordText:
    """Return the document with the words of one paragraph changed, and others."""
    word = edits()
    for old, new in ((OLD, NEW), *more):
        word.replace(old, new)
    return read(word.save())


def harmed(edited: WordText, said: WordText) -> list[str]:
    """Take the changes of the paragraph, so that the records make a document that says that, and tell the harm."""
    before = made()
    after = Made(said, before.lines)
    taken = [one for one in find_changes(before.text, edited, before) if one.after.text.startswith(NEW)]
    assert len(taken) == 1
    return [_said(one) for one in harmed_beside(taken, edited, before, after, still_different(after, edited))]


def _said(change: Change) -> str:
    return (change.base.text or change.edited.text)[:30]


def test_a_paragraph_beside_one_that_was_taken_is_told_where_it_says_something_else() -> None:
    for beside, other in ((ABOVE, "THE night of 13 to 14 May 2022, by"), (BELOW, "AT the gate. On 16 May")):
        assert harmed(word(), word((beside, other))) == [word((beside, other)).lines[_place(other)].text[:30]]


def test_nothing_is_told_where_the_records_say_what_was_taken_and_nothing_else() -> None:
    assert harmed(word(), word()) == []


def _place(begin: str) -> int:
    lines = made().text.lines
    return next(n for n, line in enumerate(lines) if line.text[3:].startswith(begin[3:]))
