"""A text as its reader sees it: bare letters, each with its place, however they were typed.

Letters are folded by Unicode: compatibility forms (full width, ligatures, raised), then without marks (accents, vowel
signs of Arabic and Hebrew, stress) and without signs that nobody sees, in one case. What does not decompose there has
its base letter by its name (`ø` is an O WITH STROKE), or stands in `_ALIKE`. A letter that writers leave out or put in
beside another is none: ä, ae and a are one, as are đ, dj and d.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from urllib.parse import unquote

ADJACENT, SIGNS, BLANK = range(3)
"""What stands between a letter and the one before it."""
DIGIT, CASED, CASELESS, UNSPACED = range(4)
"""Kinds of letters: words end where one kind meets another."""

_UNSPACED = re.compile(
    "[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
    "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Kana
    "\u1100-\u11ff\uac00-\ud7a3"  # Hangul, whose particles follow without a blank
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f"  # Myanmar
    "\u1780-\u17ff]"  # Khmer
)
"""Scripts that are written without blanks between words: a name in them ends where no sign shows it."""
_ALIKE = str.maketrans(
    {"æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ȷ": "j", "ð": "d", "ə": "e", "ŋ": "n", "ĸ": "k"}
    | dict.fromkeys("ىیې", "ي") | {"ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ٱ": "ا"}
    | dict.fromkeys("\u0640\u115f\u1160")
)  # fmt: skip
"""Letters that Unicode does not decompose, as they are written for each other; tatweel and fillers are none."""
_SILENT = frozenset(("ae", "oe", "ue", "aa", "dj"))
"""Pairs of letters of which the second may be left out."""
_SECOND = frozenset(second for _, second in _SILENT)
_NARROW = "\u2006\u2009\u200a\u202f\u205f"
"""Blanks that part no words."""
_HYPHENS = "-\u2010\u2011\u2012\u2013\u00ad"
_WRITTEN = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|(?:%[0-9A-Fa-f]{2})+")
"""Signs written by their numbers or names, in pages and in addresses."""
_BASE = re.compile(r"(.*LETTER.*?) WITH .*")
_SMALL_CAPITAL = re.compile(r"LATIN LETTER SMALL CAPITAL ([A-Z])")


@dataclass(frozen=True, slots=True)
class Seen:
    """The letters and digits of a text, and what stands between them."""

    letters: str = ""
    starts: list[int] = field(default_factory=list)
    """Where in the text each begins."""

    ends: list[int] = field(default_factory=list)
    """Where in the text each ends, with its marks."""

    before: list[int] = field(default_factory=list)
    """What stands before each: `ADJACENT`, `SIGNS` or `BLANK`."""

    def kind(self, at: int) -> int:
        """Return which kind of letter stands at a place."""
        return _kind(self.letters[at])

    def parts(self, at: int) -> bool:
        """Tell whether a word may begin at a letter, or end before it."""
        if at in (0, len(self.letters)):
            return True
        if self.before[at] != ADJACENT:
            return True
        return self.kind(at - 1) != self.kind(at)


def seen(text: str) -> Seen:
    """Return a text as its reader sees it; nothing of a text without a letter or digit."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    gaps: list[int] = []
    gap, last = BLANK, ""
    for start, end, character in _characters(text):
        told = _bare(character)
        if told is None:
            gap = max(gap, SIGNS) if _is_sign(character, last) else BLANK
        elif not told and ends and gap == ADJACENT and unicodedata.category(character) != "Cf":
            ends[-1] = end
        for letter in told or "":
            if gap == ADJACENT and letters and letters[-1] + letter in _SILENT:
                ends[-1] = end
                continue
            letters.append(letter)
            starts.append(start)
            ends.append(end)
            gaps.append(gap)
            gap = ADJACENT
        last = last if character.isspace() else character
    return Seen("".join(letters), starts, ends, gaps)


def certain_letters(text: str) -> str:
    """Return the letters of a text but those that may be left out: what does not stand in them is nowhere in it."""
    if _WRITTEN.search(text):
        text = "".join(character for _, _, character in _characters(text))
    return text.translate(_CERTAIN)


class _Certain(dict[int, str]):
    """What each character comes to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = told = "".join(letter for letter in _bare(chr(code)) or "" if letter not in _SECOND)
        return told


_CERTAIN = _Certain()


def _characters(text: str) -> Iterator[tuple[int, int, str]]:
    """Give each character with its place; one that is written by its number has the place of the number."""
    at = 0
    for found in _WRITTEN.finditer(text) if "&" in text or "%" in text else ():
        yield from ((n, n + 1, text[n]) for n in range(at, found.start()))
        quoted = unquote(found[0])
        said = unescape(found[0]) if found[0][0] == "&" or "\ufffd" in quoted else quoted
        yield from ((found.start(), found.end(), character) for character in said)
        at = found.end()
    yield from ((n, n + 1, text[n]) for n in range(at, len(text)))


def _is_sign(character: str, last: str) -> bool:
    """Tell whether what is no letter leaves a word whole: any sign, and the end of a line behind a hyphen."""
    return not character.isspace() or character in _NARROW or bool(last and last in _HYPHENS)


@cache
def _bare(character: str) -> str | None:
    """Return the letters of a character, none of what nobody sees and of marks; `None` for signs and blanks."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if _is_vowel_sign(character):
        return character
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return ""
    if "\uac00" <= character <= "\ud7a3":  # a syllable, half of which is another
        return character
    parts = unicodedata.normalize("NFKD", character.casefold())
    told = "".join(_base(part) for part in parts if part.isalnum()).casefold().translate(_ALIKE)
    return told or ("" if character in "\u0640\u115f\u1160\u3164\uffa0" else None)


def _is_vowel_sign(character: str) -> bool:
    """Tell the vowels of Indic and kindred scripts, which are letters, from accents, points and tones.

    Their signs are in no combining class; of the other marks without one, nobody sees any.
    """
    is_mark = unicodedata.category(character) in ("Mc", "Mn") and not unicodedata.combining(character)
    return is_mark and not unicodedata.name(character, "").startswith(("VARIATION", "COMBINING GRAPHEME JOINER"))


def _base(letter: str) -> str:
    """Return the letter that another is made of, as its name says; nothing of a mark that is set as a letter."""
    name = unicodedata.name(letter, "")
    if name.startswith("MODIFIER LETTER"):
        return ""
    if small := _SMALL_CAPITAL.fullmatch(name):
        return small[1]
    made = _BASE.fullmatch(name)
    try:
        return unicodedata.lookup(made[1]) if made else letter
    except KeyError:
        return letter


@cache
def _kind(letter: str) -> int:
    if letter.isdigit():
        return DIGIT
    if _UNSPACED.match(letter):
        return UNSPACED
    return CASED if letter.upper() != letter.lower() else CASELESS
