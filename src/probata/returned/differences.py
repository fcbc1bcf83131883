"""A change as its reader sees it: where it is, what was said there, and what is said now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from probata.pull.change import Change
from probata.pull.find_changes import Difference, heading_above, in_cells, next_to_words, shown_words
from probata.pull.paragraph_numbers import paragraph_numbers
from probata.pull.stream import END_OF_LINE
from probata.returned.edited_file import Pulled
from probata.word.comments import Comment
from probata.word.piece import MARK
from probata.word.word_text import WordText

_NOTE_SIGN: Final = "*"
_OTHER: Final = 3
"""Where there are more changes than a third of the lines, it is most likely another document."""


def is_of_another(found: Pulled) -> bool:
    """Tell a file of which so much differs that it is most likely another document."""
    return len(found.offers) * _OTHER > len(found.now.lines)


def where_of(found: Difference) -> str:
    """Say where it is in the document: under which heading, and which number the paragraph shows in Word."""
    if found.where == "head":
        return "at the head or foot of the pages"
    under, paragraph = _under(found.under), f"paragraph {found.number}" if found.number else ""
    if found.came_under is not None:
        came = _under(found.came_under)
        under = f"moved, {under}" if came == under else f"moved, from {under} to {came}"
        paragraph = paragraph and f"now {paragraph}"
    return ", ".join(filter(None, (under, paragraph, "in a note" if found.where == "note" else "")))


def _under(heading: str) -> str:
    return f"under “{heading}”" if heading else "at the beginning"


def has_same_words(change: Change) -> bool:
    """Tell a change of which neither the words nor what is told beside them say what it is."""
    beside = next_to_words(change.base, change.edits) or change.layout
    return not beside and change.kind != "moved" and change.base.text.split() == change.after.text.split()


def next_to_the_words(change: Change) -> str:
    """Say what differs where words do not; the ends of paragraphs are shown as `¶`."""
    was, is_now = change.base.text.count(END_OF_LINE), change.after.text.count(END_OF_LINE)
    if was != is_now:
        return "a paragraph was divided at the ¶" if was < is_now else "paragraphs were joined at the ¶"
    return "they have another look" if change.base.text == change.after.text else "the space between them is another"


def difference(change: Change) -> Difference:
    """Return a change as what its lines said and say."""
    is_as_it_was = change.kind == "moved" and change.base.text == change.edited.text
    before = "" if change.kind == "added" or is_as_it_was else change.base.text
    if change.kind == "section":
        before = f"{before.partition(END_OF_LINE)[0]}, with all below it"
    added = change.edited.text.removeprefix(change.base.text) if change.kind == "added" else None
    after = change.after.text if added is None else added
    if len(set(change.cells)) > 1 and change.kind != "section":
        lines = (text.strip(END_OF_LINE).split(END_OF_LINE) if text else [] for text in (before, after))
        before, after = (in_cells([shown_words(line) for line in some], change.cells) for some in lines)
    else:
        before, after = map(shown_words, (before, after))
    where: Literal["text", "note", "head"] = "text"
    if change.kind in ("note", "head"):
        where = "note" if change.kind == "note" else "head"
    came = change.came_under if change.kind == "moved" else None
    return Difference(change.under, before, after, where, number=change.number, came_under=came)


def words_in(text: str) -> str:
    """Return the words of a stream as lines, with a sign for each mark of a note."""
    return text.replace(END_OF_LINE, "\n").replace(MARK, _NOTE_SIGN).strip("\n")


# Where in a Word file a comment stands, as a reader finds it there.


class PlacesOfComments:
    """Where the paragraphs of comments stand in the edited file."""

    def __init__(self, text: WordText) -> None:
        self._lines = text.lines
        self._numbers = paragraph_numbers(text)

    def of(self, comment: Comment) -> tuple[str, str]:
        """Return the heading above a comment and the number of its paragraph, each empty where there is none.

        Of paragraphs that say the same it is that of the same content control, else the first.
        """
        said = comment.paragraph.strip()
        alike = [n for n, line in enumerate(self._lines) if line.text.strip() == said]
        place = next((n for n in alike if self._lines[n].tag == comment.tag), next(iter(alike), -1))
        return heading_above(self._lines, place), self._numbers[place] if place >= 0 else ""

    def said(self, comment: Comment) -> Iterator[str]:
        """Say it for people."""
        under, number = self.of(comment)
        yield from [f"under “{under}”"] if under else []
        yield from [f"paragraph {number}"] if number else []
