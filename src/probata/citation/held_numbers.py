"""Numbers that stay on one line with the word before them, in all that this stage prints: `p. 8`, `n 35`, `¶ 4`.

A line that ends in "p." and one that begins with "8" read as two things. Which words these are is told by the tables:
the forms of places, those of works with a number in them, and under `before_numbers` what styles in CSL take from the
language. Words of notes that their authors wrote are not touched. No manual that was read has a rule for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from probata.citation.form_text import Form
from probata.citation.legal_style import LegalStyle, PinpointText
from probata.citation.place_parts import COUNTED
from probata.citation.words import Words
from probata.document.foreign import told
from probata.document.inlines import CrossRef, Inline, Inlines, Link, NoteRef, Text
from probata.document.walk import map_children, plain_text

NO_BREAK_SPACE = "\u00a0"

_NUMBERS = frozenset(
    {"code_section", "code_sections", "issue", "note", "number", "numbers", "page", "part", "registration", "volume"}
)
"""The fields of forms that are numbers."""
_WORD = re.compile(r"([^\W\d_]+|[§¶]+)\.? $")
_NUMBER = r"(?:[^\W\d_]{0,2}[-.]?\d|(?:[ivxlcdm]+|[IVXLCDM]+|[A-Z])\b(?!['’])|\(\w{1,4}\))"
_LEADS = re.compile(_NUMBER)


class HeldNumbers:
    """Holds the numbers of one document, in one style and language."""

    def __init__(self, style: LegalStyle, words: Words) -> None:
        """Gather the words behind which a number is held."""
        known = {*words.before_numbers, *_of_places(style, words), *_of_forms(style)}
        before = "|".join(_either_case(word) for word in sorted(known, key=lambda word: (-len(word), word)))
        self._inside = re.compile(rf"(?<!\w)((?:{before})\.?) (?={_NUMBER})")
        self._at_end = re.compile(rf"(?<!\w)((?:{before})\.?) $")

    def hold(self, inlines: Inlines) -> Inlines:
        """Return the inlines with a no-break space between such a word and its number; addresses stay as they are."""
        return tuple(self._held(inlines))

    def _held(self, inlines: Inlines) -> Iterator[Inline]:
        for place, inline in enumerate(inlines):
            if isinstance(inline, Text):
                text = self._inside.sub(rf"\1{NO_BREAK_SPACE}", inline.text)
                if self._is_number(inlines[place + 1 : place + 2]):
                    text = self._at_end.sub(rf"\1{NO_BREAK_SPACE}", text)
                yield inline if text == inline.text else replace(inline, text=told(inline.text, text))
            else:
                yield inline if isinstance(inline, Link) else map_children(inline, self.hold)

    @staticmethod
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
    counted = [term for name, term in style.terms.items() if name in COUNTED]
    yield from _last_words(f"{text} " for term in counted for text in ((term,) if isinstance(term, str) else term))


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


def _either_case(word: str) -> str:
    """Return a pattern of a word and of the same at the start of a note; `R v` is no rule 5."""
    same = re.escape(word)
    return same if len(word) == 1 or not word[0].islower() else f"[{word[0]}{word[0].upper()}]{re.escape(word[1:])}"
