"""Numbers that stay on one line with the word before them, in all that this stage prints: `p. 8`, `n 35`, `¶ 4`.

A line that ends in "p." and one that begins with "8" read as two things. Which words these are is told by the tables:
the forms of places, those of works with a number in them, and under `before_numbers` what styles in CSL take from the
language. Words of notes that their authors wrote are not touched. No manual that was read has a rule for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from probata.citation.legal_style import Form, LegalStyle, PinpointText
from probata.citation.words import Words
from probata.document.foreign import told
from probata.document.inlines import CrossRef, Inline, Inlines, Link, NoteRef, Text
from probata.document.rebuild import map_children, same_or_new
from probata.document.walk import plain_text

NO_BREAK_SPACE = "\u00a0"

_NUMBERS = frozenset(
    {"code_section", "code_sections", "issue", "note", "number", "numbers", "page", "part", "registration", "volume"}
)
"""The fields of forms that are numbers."""
_WORD = re.compile(r"([^\W\d_]+|[§¶]+)\.? $")
_NUMBER = r"(?:[^\W\d_]{0,2}[-.]?\d|(?:[ivxlcdm]+|[IVXLCDM]+|[A-Z])\b(?!['’])|\(\w{1,4}\))"
_LEADS = re.compile(_NUMBER)
_BEFORE_NUMBER = re.compile(f" (?={_NUMBER})")
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]+|[§¶]+)\.?$")


class HeldNumbers:
    """Holds the numbers of one document, in one style and language."""

    def __init__(self, style: LegalStyle, words: Words) -> None:
        """Gather the words behind which a number is held."""
        known = {*words.before_numbers, *_of_places(style, words), *_of_forms(style)}
        capitals = {word[0].upper() + word[1:] for word in known if len(word) > 1}  # `R v` is no rule 5
        self._known = known | capitals | {sign * 2 for sign in known & {"§", "¶"}}
        self._longest = max(map(len, self._known)) + len(".")

    def hold(self, inlines: Inlines) -> Inlines:
        """Return the inlines with a no-break space between such a word and its number; addresses stay as they are."""
        return same_or_new(inlines, tuple(self._held(inlines)))

    def _held(self, inlines: Inlines) -> Iterator[Inline]:
        for place, inline in enumerate(inlines):
            if isinstance(inline, Text):
                text = self._in_text(inline.text, inlines[place + 1 : place + 2])
                yield inline if text is inline.text else Text(told(inline.text, text), inline.origin)
            else:
                yield inline if isinstance(inline, Link) else map_children(inline, self.hold)

    def _in_text(self, text: str, after: Inlines) -> str:
        """Look at the spaces before numbers, of which there are few, and not at every word."""
        held = [one.start() for one in _BEFORE_NUMBER.finditer(text) if self._is_behind_word(text, one.start())]
        if text.endswith(" ") and self._is_behind_word(text, len(text) - 1) and _is_number(after):
            held.append(len(text) - 1)
        for place in held:
            text = f"{text[:place]}{NO_BREAK_SPACE}{text[place + 1 :]}"
        return text

    def _is_behind_word(self, text: str, place: int) -> bool:
        """Tell whether one of the words ends at a place of a text, with its stop or without."""
        found = _WORD_BEFORE.search(text, max(0, place - self._longest), place)
        return found is not None and found[1] in self._known


def _is_number(after: Inlines) -> bool:
    return isinstance(after[0], NoteRef | CrossRef) or bool(_LEADS.match(plain_text(after))) if after else False


def _of_places(style: LegalStyle, words: Words) -> Iterator[str]:
    classes = (*style.pinpoints.values(), *style.further_pinpoints.values(), style.later_pinpoints)
    pairs: list[PinpointText] = [pair for forms in classes for pair in forms.values()]
    tables = (words.locators, words.pinpoints)
    pairs += [(form.one, form.several) for table in tables for form in table.values()]
    pairs += [(words.paragraphs.one, words.paragraphs.several)]
    pairs += [(f"{one} {{}}", f"{several} {{}}") for one, several in words.places.values()]
    yield from _last_words(text.partition("{}")[0] for pair in pairs for text in pair)
    yield from _last_words(words.exhibit.split("{}")[:1])
    yield from _last_words((f"{words.note} ", f"{words.part} "))


def _of_forms(style: LegalStyle) -> Iterator[str]:
    for kind in style.forms.values():
        yield from _last_words(_before_numbers((*kind.full, *kind.later)))


def _before_numbers(form: Form) -> Iterator[str]:
    """Give the words before each field of a form that is a number."""
    for segment in (segment for alternatives in form for segment in alternatives):
        for before, piece in pairwise(segment):
            if piece.is_field and piece.text in _NUMBERS and not before.is_field:
                yield before.text


def _last_words(texts: Iterable[str]) -> Iterator[str]:
    found = (_WORD.search(text) for text in texts)
    return (one[1] for one in found if one)
