"""Where a text names somebody, to the eyes of its reader.

- A name counts as a whole word, whatever signs are set inside it; between two of its words some sign or blank stands.
  Letters of scripts without blanks, and `_ATTACHED` or more of a script without capitals, may run into others.
- One word in small letters may be any word: it counts with a capital, or from `_LONG` letters on. With both, blanks may
  be left out or put in.
- In an address, a handle or the name of a file all letters may be small, and from `_INSIDE` letters on a name counts
  inside a longer word. There the whole of it names somebody: half an address is none.
- Letters of one script that look like those of another are one. A form may say that it counts otherwise: see the signs
  that a form begins with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from html import unescape
from urllib.parse import unquote

from ahocorasick_rs import AhoCorasick

# Letters are folded by Unicode: compatibility forms (full width, ligatures, raised), then without marks (accents,
# vowel signs of Arabic and Hebrew, stress) and without signs that nobody sees, in one case. What does not decompose
# there has its base letter by its name (`ø` is an O WITH STROKE), or stands in `_ALIKE`. A letter that writers leave
# out or put in beside another is none: ä, ae and a are one, as are đ, dj and d.

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
    | dict(zip("авеіјкмнорсѕтухһԛԝԁӏ", "abeijkmhopcstyxhqwdl", strict=True))
    | dict(zip("αβεικνορτυχ", "abeikvoptyx", strict=True))
)  # fmt: skip
"""Letters that Unicode does not decompose, as they are written for each other; tatweel and fillers are none.

Of Cyrillic and Greek those that a reader takes for Latin ones.
"""
_SILENT = frozenset(("ae", "oe", "ue", "aa", "dj"))
"""Pairs of letters of which the second may be left out."""
_SECOND = frozenset(pair[1] for pair in _SILENT)
_NARROW = "\u2006\u2009\u200a\u202f\u205f"
"""Blanks that part no words."""
_HYPHENS = "-\u2010\u2011\u2012\u2013\u00ad"
_WRITTEN = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|(?:%[0-9A-Fa-f]{2})+")
"""Signs written by their numbers or names, in pages and in addresses."""
_JAMO = re.compile("[\u1160-\u11ff]")
"""Parts of a syllable of Hangul that follow its first."""
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


@lru_cache(maxsize=64)
def seen(text: str) -> Seen:
    """Return a text as its reader sees it; nothing of a text without a letter or digit."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    gaps: list[int] = []
    gap, last = BLANK, ""
    for start, end, character in _in_syllables(_characters(text)):
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


@lru_cache(maxsize=64)
def certain_letters(text: str) -> str:
    """Return the letters of a text but those that may be left out: what does not stand in them is nowhere in it."""
    if _WRITTEN.search(text) or (not text.isascii() and _JAMO.search(text)):
        text = "".join(character for _, _, character in _in_syllables(_characters(text)))
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


def _in_syllables(characters: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Give characters with the parts of each syllable of Hangul as one, as they are with those that are one already."""
    held: tuple[int, int, str] | None = None
    for start, end, character in characters:
        if held and _JAMO.match(character):
            whole = unicodedata.normalize("NFC", held[2] + character)
            if len(whole) == 1:
                held = (held[0], end, whole)
                continue
        if held:
            yield held
        held = (start, end, character)
    if held:
        yield held


def _is_sign(character: str, last: str) -> bool:
    """Tell whether what is no letter leaves a word whole: any sign, and the end of a line behind a hyphen."""
    return not character.isspace() or character in _NARROW or bool(last and last in _HYPHENS)


@cache
def _bare(character: str) -> str | None:
    """Return the letters of a character, none of what nobody sees and of marks; `None` for signs and blanks."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if _is_vowel_sign(character):  # one in two parts is its parts, which others write one by one
        return "".join(filter(_is_vowel_sign, unicodedata.normalize("NFD", character)))
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return ""
    if "\uac00" <= character <= "\ud7a3":  # a syllable, half of which is another
        return character
    plain = "".join(one for one in unicodedata.normalize("NFD", character) if not unicodedata.combining(one))
    parts = unicodedata.normalize("NFKD", plain.casefold())
    told = "".join(_base(part) for part in parts if part.isalnum() or _is_vowel_sign(part)).casefold().translate(_ALIKE)
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


IN_ADDRESSES, STEM, NUMBER, INITIALS = "@", "\ue101", "\ue102", "\ue103"
"""What a form begins with that names somebody in addresses and handles alone; that has one of `_ENDINGS` behind it;
that may be grouped in any way and, where a digit is the first, begun in any; of which each word has a capital, single
letters no others beside."""
_LONG = 8
_INSIDE = 7
_ATTACHED = 4
_KEY = 3
"""Letters by which names are looked up."""
_RUN = re.compile(r"[^\s<>\"'”’“‘()\[\]{},;、，。]*[^\s<>\"'”’“‘()\[\]{},;、，。.:!?*]")
_ADDRESS = re.compile(r"[^\W_][@_\\]+[^\W_]|[@#][^\W_]|://|www\.|\.[a-z][a-z0-9]{1,4}(?![\w.])")
"""What is in a run of characters that is no word: an address, a handle, the name of a file."""
_ASIDE = re.compile(r"<[^<>]*>|\{[^{}]*\}|(?<=\])\([^()\s]*\)")
"""What may stand inside a word and say nothing to its reader: a tag, a comment, attributes, where a link leads."""


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A stretch of a text that names somebody."""

    start: int
    end: int
    person: str


@dataclass(frozen=True, slots=True)
class _Form:
    person: str
    seen: Seen
    in_any_case: bool
    how: str
    """How it counts, of the signs that a form begins with; empty for most."""


class NameSearch:
    """Finds the names of persons in texts; a text is gone through once, however many names there are."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """Take the forms of names by the id of whom they name; `names_of` in `name_forms` gives those of persons."""
        self._forms: dict[str, list[_Form]] = {}
        for person, written in names.items():
            for form in (_form(person, one) for one in written):
                if form.seen.letters:
                    self._forms.setdefault(form.seen.letters[:_KEY], []).append(form)
        letters = {certain_letters(form.seen.letters) for forms in self._forms.values() for form in forms}
        self._any = AhoCorasick(sorted(letters)) if letters and all(letters) else None

    def __bool__(self) -> bool:
        """Whether there is anybody to be found."""
        return bool(self._forms)

    def found(self, text: str, *, is_address: bool = False) -> tuple[Named, ...]:
        """Return where a text names somebody, in order; a name that stands within a longer one is left out.

        The text is as it is printed. Tags, attributes and other signs of Markdown in it are seen through, too.
        `is_address` tells of an id or the like that all of it is one.
        """
        if not self._forms:
            return ()
        found = set(self._in(text, is_address))
        if _ASIDE.search(text):
            found.update(self._in(_ASIDE.sub(lambda aside: "\u00ad" * len(aside[0]), text), is_address))
        return tuple(sorted(one for one in found if not any(_is_within(one, other) for other in found)))

    def persons_in(self, text: str, *, is_address: bool = False) -> list[str]:
        """Return whom a text names, each once."""
        return list(dict.fromkeys(one.person for one in self.found(text, is_address=is_address)))

    def without(self, text: str, mark: str) -> str:
        """Return a text with a mark where it names somebody; the same text where it does not."""
        at, parts = 0, list[str]()
        for start, end in stretches(self.found(text)):
            parts += [text[at:start], mark]
            at = end
        return "".join((*parts, text[at:])) if parts else text

    def _in(self, text: str, is_address: bool) -> Iterator[Named]:
        if self._any and not self._any.find_matches_as_indexes(certain_letters(text)):
            return
        read = seen(text)
        addresses: Sequence[tuple[int, int]] | None = [(0, len(text))] if is_address else None
        for at in range(len(read.letters)):
            for form in self._beginning(read.letters, at):
                addresses = _addresses_in(text) if addresses is None else addresses
                last = at + len(form.seen.letters) + (_ending(read, at, form) if form.how == STEM else 0) - 1
                start, end = read.starts[at], read.ends[last]
                around = next(((a, b) for a, b in addresses if a <= start and end <= b), None)
                if _names(read, at, form, text, text[start:end], is_address=around is not None):
                    yield Named(*(around or (start, end)), form.person)

    def _beginning(self, letters: str, at: int) -> Iterator[_Form]:
        for end in range(at + 1, min(at + _KEY, len(letters)) + 1):
            for form in self._forms.get(letters[at:end], ()):
                if letters.startswith(form.seen.letters, at):
                    yield form


def stretches(found: Iterable[Named]) -> list[tuple[int, int]]:
    """Return the stretches of a text that name somebody; those that overlap are one."""
    made: list[tuple[int, int]] = []
    for one in sorted(found):
        if made and one.start < made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], one.end))
        else:
            made.append((one.start, one.end))
    return made


def _form(person: str, written: str) -> _Form:
    how = written[:1] if written[:1] in (IN_ADDRESSES, STEM, NUMBER, INITIALS) else ""
    read = seen(written)
    is_words = BLANK in read.before[1:]
    has_digit = any(map(str.isdigit, read.letters))
    is_sure = is_words or has_digit or len(read.letters) >= _LONG or written == written.lower()
    return _Form(person, read, is_sure, how)


def _addresses_in(text: str) -> list[tuple[int, int]]:
    return [run.span() for run in _RUN.finditer(text) if _ADDRESS.search(run[0])]


def _is_within(one: Named, other: Named) -> bool:
    return other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start


def _names(read: Seen, at: int, form: _Form, text: str, written: str, *, is_address: bool) -> bool:
    """Tell whether a name whose letters stand at a place of a text is one there."""
    end = at + len(form.seen.letters)
    written = unicodedata.normalize("NFKC", written)  # letters that are set as signs have a case there alone
    if not is_address and (form.how == IN_ADDRESSES or not (form.in_any_case or written != written.lower())):
        return False
    if form.how == NUMBER:
        return read.parts(end) and (read.kind(at) == DIGIT or read.parts(at))
    if form.how == STEM:
        return read.parts(at) and _ending(read, at, form) > 0
    if form.how == INITIALS and not is_address and not _are_capitals(read, at, form.seen, text):
        return False
    if _cuts_character(read, at) or _cuts_character(read, end):
        return False
    is_long = end - at >= _LONG and (written != written.lower() or read.kind(at) == CASELESS)
    if not all(_may_stand(read, at, form.seen, step, is_long=is_long) for step in range(1, end - at)):
        return False
    if is_address and end - at >= _INSIDE:
        return True
    return (read.parts(at) or _runs_on(read, at, end - at)) and (read.parts(end) or _runs_on(read, end - 1, end - at))


def _ending(read: Seen, at: int, form: _Form) -> int:
    """Return how many letters behind a stem are one of the endings that change a name with its place in a sentence."""
    begun = at + len(form.seen.letters)
    end = begun
    while not read.parts(end) and end - begun <= _LONGEST_ENDING:
        end += 1
    return end - begun if read.parts(end) and read.letters[begun:end] in _ENDINGS else 0


def _are_capitals(read: Seen, at: int, name: Seen, text: str) -> bool:
    """Tell whether each word of a form begins with a capital in a text, and initials are not some of several."""
    starts = [step for step in range(len(name.letters)) if step == 0 or name.before[step] != ADJACENT]
    if any(text[read.starts[at + step]].islower() for step in starts):
        return False
    if len(starts) < len(name.letters):
        return True
    end = at + len(name.letters)
    goes_on = end < len(read.letters) and read.before[end] == SIGNS and not text[read.starts[end]].islower()
    return read.before[at] != SIGNS and not (goes_on and read.parts(end + 1))


def _cuts_character(read: Seen, at: int) -> bool:
    """Tell whether a place is within one character of several letters, such as a ligature."""
    if not 0 < at < len(read.letters):
        return False
    return read.starts[at] == read.starts[at - 1] and read.ends[at - 1] == read.starts[at] + 1


def _may_stand(read: Seen, at: int, name: Seen, step: int, *, is_long: bool) -> bool:
    """Tell whether what stands between two letters of a text may stand so between those of a name.

    A long one may be written in one word or in two: `Abdelrahman`, `Abdel Rahman`.
    """
    here, there = read.before[at + step], name.before[step]
    kinds = {name.kind(step - 1), name.kind(step)}
    if kinds == {UNSPACED} or there == SIGNS:
        return True
    if there == BLANK:
        return here != ADJACENT or is_long
    is_possessive = step == len(name.letters) - 1 and name.letters[step] == "s"
    is_joined = here == SIGNS or (here == BLANK and is_long)
    return here == ADJACENT or (is_joined and kinds != {DIGIT} and not is_possessive)


def _runs_on(read: Seen, at: int, letters: int) -> bool:
    """Tell whether letters that stand beside this one may belong to another word, with no sign of it."""
    return letters >= {UNSPACED: 2, CASELESS: _ATTACHED}.get(read.kind(at), letters + 1)


_ENDINGS = frozenset(
    seen(one[0]).letters
    for one in re.finditer(
        r"\w+",
        "a e i o u y am em im om um ou ov ova ove ovi ovy ovou ovej ego emu ej iej im iego iemu iem ich ie ia "
        "iu owi owa ami ach as is us os ui n in un nin nun on ssa sta lla lta lle issa ista illa ilta ille "
        "nak nek val vel ban ben da de ta te dan den tan ten а у ю я е ы и о ом ем ой ей ою ею ого его ому "
        "ему ым им ая яя ую юю ых их ыми ими ів ові ам ами ах єві ов ",
    )
)
"""Endings that change a name with its place in a sentence: Slavic, Baltic, Finnic, Hungarian and Turkish ones, folded.
"""
_LONGEST_ENDING = max(map(len, _ENDINGS))
