"""Numbers that stay on one line with the word before them, in all that this stage prints: `p. 8`, `n 35`, `¶ 4`.

A line that ends in "p." and one that begins with "8" read as two things. Which words these are stands under
`before_numbers` in `words.toml` and in the file of a style. Words of notes that their authors wrote are not touched. No
manual that was read has a rule for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.citation.legal_style import LegalStyle
from probata.citation.words import Words
from probata.document.foreign import told
from probata.document.inlines import CrossRef, Inline, Inlines, Link, NoteRef, Text
from probata.document.rebuild import map_children, same_or_new
from probata.document.walk import plain_text

NO_BREAK_SPACE = "\u00a0"

_NUMBER = r"(?:[^\W\d_]{0,2}[-.]?\d|(?:[ivxlcdm]+|[IVXLCDM]+|[A-Z])\b(?!['’])|\(\w{1,4}\))"
_LEADS = re.compile(_NUMBER)
_BEFORE_NUMBER = re.compile(f" (?={_NUMBER})")
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]+|[§¶]+)\.?$")


class HeldNumbers:
    """Holds the numbers of one document, in one style and language."""

    def __init__(self, style: LegalStyle, words: Words) -> None:
        """Gather the words behind which a number is held."""
        known = {*words.before_numbers, *style.before_numbers}
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
