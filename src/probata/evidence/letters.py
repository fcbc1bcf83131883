"""Pages of text as letters that can be compared: what printers, fonts and readers of files change is folded away.

Folded are compatibility forms and ligatures (NFKC), capitals, blanks, line ends, hyphens, quotation marks, dashes and
all other punctuation, vowel and stress marks of Arabic, Hebrew and Russian, and figures of other scripts. Signs between
two figures stay, so that 1.5 is not 15, and so do signs of money and of parts in a hundred. A blank counts for nothing:
Chinese has none, and readers of files lose them or put them between letters that are set wide. A hyphen within a line
counts where the other side writes one word: who re-signed has not resigned.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

_OF_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_MARKS_IN_WORDS = "\u0300-\u036f\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Signs that belong to words and are no letters for Python."""
_HYPHEN = "(?:(?<=[^\\W\\d_])[-\u2010](?=[^\\W\\d_]))?"
"""Between two letters of a line; the word before it keeps it."""
WORD = re.compile(
    rf"[{_OF_HAN}]|\d+(?:[.,]\d+)+|(?:(?![{_OF_HAN}])(?:[^\W_]|[{_MARKS_IN_WORDS}]))+{_HYPHEN}|[%‰$€£¥₽₴₸₪₹₩¢]"
)
"""A word, a number, a sign of money, or one character of a script without blanks."""

_RAISED = dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"))
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # hyphens that may be, widths of nothing, directions
    "\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]"
)
_ALIKE = {"œ": "oe", "æ": "ae", "ё": "е", "ی": "ي", "ک": "ك", "\u0300": "", "\u0301": "", "-": "", "\u2010": ""}
"""Letters for which printers take others, marks of stress that no letter is composed with, and the hyphen of a word."""
_OTHER = re.compile("|".join(_ALIKE))
_OTHER_FIGURE = re.compile(r"[^\D0-9]")


def readable(text: str) -> str:
    """Return a text without what nobody reads in it: compatibility forms, raised figures, vowel signs, unseen signs."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text.translate(_RAISED)))


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """Return a word of a readable text as it is compared."""
    plain = _OTHER.sub(lambda found: _ALIKE[found[0]], word.casefold())
    return _OTHER_FIGURE.sub(lambda found: str(unicodedata.digit(found[0])), plain)


def bare_letters(text: str) -> str:
    """Return the letters and digits of a text without case, accents and what stands between them."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(one for one in plain if unicodedata.category(one)[0] in "LN")


# Ways in which a page may be read, one after the other.

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFT_TO_RIGHT = re.compile(r"[^\W\u0590-\u08ff\ufb1d-\ufefc](?:[\w.,/:-]*[^\W\u0590-\u08ff\ufb1d-\ufefc])?|\d+")

_NOTE = re.compile(
    r"\[\d{1,3}\]"  # in brackets
    r"|(?<=[^\W\d_A-Z]{2})\d{1,3}(?!\w)"  # run into a word
    r"|(?<=[^\W\d_][.,;:!?»”\"'’)\]])\d{1,3}(?=\s|$)"  # behind a sign
    r"|(?<=\d[.;:!?»”\"’)])\d{1,3}(?=\s+[^\W\da-z_])"  # behind a figure and a full stop, before a capital
    r"|(?<=[.!?»”\"’]\s)\d{1,3}(?=\s+[^\W\da-z_])"  # apart, between two sentences
)
_NUMBERED_LINE = re.compile(r"^\s*(\d{1,2})\b[.:]?", re.MULTILINE)
_FEWEST_LINES = 5


def as_it_stands(page: str) -> str:
    """Return a page as the reader of its format gives it."""
    return page


def without_marks_of_notes(page: str) -> str:
    """Return a page without what looks like the number of a footnote, or of a line in a transcript."""
    numbers = [int(found) for found in _NUMBERED_LINE.findall(page)]
    steps = sum(1 for one, other in pairwise(numbers) if other == one + 1)
    if steps >= _FEWEST_LINES - 1 and steps * 2 >= page.count("\n"):
        page = _NUMBERED_LINE.sub("", page)
    return _NOTE.sub("", page)


def in_order_of_eye(page: str) -> str:
    """Return a page whose lines with letters from right to left stand in it as the eye sees them, left to right."""

    def turned(line: str) -> str:
        if not _RIGHT_TO_LEFT.search(line):
            return line
        return _LEFT_TO_RIGHT.sub(lambda found: found[0][::-1], line[::-1])

    return "\n".join(map(turned, page.split("\n")))


Breaks = tuple[frozenset[int], frozenset[int]]
"""Behind how many letters words end among some, and those that end there with a hyphen."""


def breaks_of(surfaces: Sequence[str], words: Sequence[str]) -> Breaks:
    """Return where words end before the last of them."""
    ends = list(zip(accumulate(map(len, words[:-1])), surfaces, strict=False))
    return frozenset(end for end, _ in ends), frozenset(end for end, one in ends if one[-1:] in ("-", "\u2010"))


def are_joined_alike(one: Breaks, other: Breaks) -> bool:
    """Tell whether the same letters are the same words: neither side has a hyphen within a word of the other."""
    return one[1] <= other[0] and other[1] <= one[0]


Way = Callable[[str], str]
Lines = tuple[tuple[str, ...], ...]
"""The words of a page, line by line, as they are read."""


def words_of(page: str) -> Lines:
    """Return the words of a page as some way of reading it gives it."""
    return tuple(tuple(WORD.findall(line)) for line in readable(page).split("\n"))


class Letters:
    """The pages of one copy, read in one way: all their letters in a row, with the places of words, lines and pages."""

    __slots__ = ("_begins", "lines", "pages", "starts", "surfaces", "text", "words")

    def __init__(self, pages: Iterable[Lines]) -> None:
        """Take the pages; one without text has no words."""
        self.words: list[str] = []
        self.surfaces: list[str] = []
        """The words as they are read, with their capitals."""
        self.pages: list[int] = []
        """Where each page begins among the letters."""
        self.lines: list[list[int]] = []
        """Where each line begins, page by page."""
        at = 0
        for page in pages:
            self.pages.append(at)
            begin: list[int] = []
            for surfaces in page:
                begin.append(at)
                words = list(map(folded, surfaces))
                self.surfaces += surfaces
                self.words += words
                at += sum(map(len, words))
            self.lines.append(begin)
        self.text = "".join(self.words)
        self.starts = [0, *accumulate(map(len, self.words))]
        """Where each word begins among the letters, and at last where the text ends."""
        self._begins = frozenset(self.starts)

    def occurrences(self, part: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Give each place of some letters between two others, whether or not a word begins there."""
        at = self.text.find(part, start, end)
        while at >= 0:
            yield at
            at = self.text.find(part, at + 1, end)

    def begins(self, at: int) -> bool:
        """Tell whether a word begins at a letter, or the last has ended."""
        return at in self._begins

    def word_at(self, at: int) -> int:
        """Return the number of the word in which a letter stands."""
        return min(bisect_right(self.starts, at), len(self.words)) - 1

    def breaks(self, start: int, end: int) -> Breaks:
        """Return where words end among the letters from `start` to before `end`."""
        first, last = self.word_at(start), self.word_at(end - 1) + 1
        words = self.words[first:last]
        return breaks_of(self.surfaces[first:last], [words[0][start - self.starts[first] :], *words[1:]])

    def page_at(self, at: int) -> int:
        """Return the page on which a letter stands, from 1."""
        return bisect_right(self.pages, at)

    def pages_of(self, start: int, end: int) -> range:
        """Return the pages on which the letters from `start` to before `end` stand."""
        return range(self.page_at(start), self.page_at(max(start, end - 1)) + 1)


def is_right_to_left(page: str) -> bool:
    """Tell whether a page has letters that are written from right to left."""
    return bool(_RIGHT_TO_LEFT.search(page))
