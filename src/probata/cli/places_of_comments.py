"""Where in a Word file a comment stands, as a reader finds it there."""

from __future__ import annotations

from collections.abc import Iterator

from probata.pull.differences import heading_above
from probata.pull.paragraph_numbers import paragraph_numbers
from probata.word.comments import Comment
from probata.word.word_text import WordText


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
