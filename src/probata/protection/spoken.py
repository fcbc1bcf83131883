"""Names by their sound: other ways of writing a name in Latin letters, which no record says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from probata.disclosure.name_search import seen
from probata.model.name import PARTICLES

_ROMANISED = """
а a б b в v г g ґ g д d е e ё e є e ж zh з z и i і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch
ш sh щ shch ы y э e ю yu я ya α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ ks ο o π p ρ r σ s ς s τ t υ i φ f
χ kh ψ ps ω o ا a أ a إ a آ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z غ gh ف f ق q ك k ک k
ل l م m ن n ه h ة h و w ؤ w ي y ى a ی y ئ y א a ב b ג g ד d ה h ו v ז z ח kh ט t י y כ k ך k ל l מ m ם m נ n ן n ס s
פ p ף p צ ts ץ ts ק k ר r ש sh ת t
"""
_LETTERS = dict(re.findall(r"(\S) (\w+)", _ROMANISED))
"""Letters of other scripts as one of the usual romanisations has them; the rest is levelled in `_SOUNDS`."""

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"dj(?=[aeiou])", "S"),
        (r"ou|oo|yu|iu|ju|u", "U"),
        (r"ia|ya|ja|a", "A"),
        (r"(?:ij|iy|yj|yi|ii|ey|ei|[iy])+", "I"),
        (r"shch|stsch|schtsch|szcz|tch|tsch|sch|cz|ch|sh|sz|zh|dzh|dj|ts|tz|c(?=[eI])|[szj]", "S"),
        (r"kh|gh|ck|ks|[kqgcx]", "K"),
        (r"th|dh|[td]", "T"),
        (r"ph|[fvw]", "F"),
    )
)
_VOWELS = re.compile(r"[AIUEOaeiouy]")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")
_FEWEST_OF_BOTH = 6
"""Consonants of a whole name from which two words of that sound are it."""
_FEWEST_OF_ONE = 7
"""Sounds of a family name, which is recorded in another script, from which it counts by itself."""


class Sound(NamedTuple):
    """How a word sounds."""

    whole: str
    consonants: str


@lru_cache(maxsize=50_000)
def sound_of(word: str) -> Sound:
    """Return the sounds of a word in any script that has letters for them, and its consonants alone."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", word) if not unicodedata.combining(one)).casefold()
    if any(one in _LETTERS for one in plain):
        letters = "".join(_LETTERS.get(one, "") for one in plain)
    else:
        letters = "".join(one for one in seen(plain).letters if one.isascii())
    for pattern, sound in _SOUNDS:
        letters = pattern.sub(sound, letters)
    whole = re.sub(r"(.)\1+", r"\1", letters)
    return Sound(whole, re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", letters)))


class SpokenNames:
    """Finds names that are written as they sound."""

    def __init__(self, names: dict[str, tuple[tuple[str, str], ...]]) -> None:
        """Take given and family names by the id of whose they are."""
        self._both: dict[tuple[str, str], str] = {}
        self._families: dict[str, str] = {}
        for person, parts in names.items():
            for given, family in parts:
                last = sound_of(_bare(family))
                for one in given.split():
                    first = sound_of(one)
                    is_long = len(first.consonants) + len(last.consonants) >= _FEWEST_OF_BOTH
                    if is_long and min(len(first.consonants), len(last.consonants)) > 1:
                        self._both[first.consonants, last.consonants] = person
                        self._both[last.consonants, first.consonants] = person
                is_native = any(one in _LETTERS for one in family.casefold())
                if is_native and len(last.whole) >= _FEWEST_OF_ONE:
                    self._families[last.whole] = person

    def found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Give where a text names somebody so, in words with capitals."""
        before: re.Match[str] | None = None
        edge = 0
        for word in _WORD.finditer(text) if self._both else ():
            told = word[0]
            if told.lower() in PARTICLES:
                edge = word.end()
                continue
            if told[0].isupper():
                sound = sound_of(told)
                if (person := self._families.get(sound.whole)) is not None:
                    yield word.start(), word.end(), person
                if before is not None and not text[edge : word.start()].strip(" ,-\n\u00a0"):
                    pair = (sound_of(before[0]).consonants, sound.consonants)
                    if (person := self._both.get(pair)) is not None:
                        yield before.start(), word.end(), person
                before, edge = word, word.end()
            else:
                before = None


def _bare(family: str) -> str:
    words = [word for word in re.split(r"[\s-]", family) if word.lower() not in PARTICLES]
    return "".join(words).removeprefix("ال")
