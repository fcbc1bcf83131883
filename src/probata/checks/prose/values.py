"""What a sentence states that another may state otherwise: counted things, days, how many of a kind, how surely.

Whatever should say the same is compared in these values: a sentence with the place that it cites, two sentences that
cite one place, a text with its translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from probata.checks.prose.numbers import leads_to_a_month, stands_in_a_name
from probata.checks.prose.spelling import fold_word
from probata.checks.prose.words import Words, any_of, by_wording, whole_words, word_list
from probata.model.typed_dates import months_of

EXACT = ""
_RAISED = {
    "at_least": {EXACT, "more_than"}, "about": {EXACT, "at_least", "more_than"}, "more_than": set[str](),
    "at_most": {EXACT, "about", "at_least", "more_than"}, "less_than": {EXACT, "about", "at_least", "more_than"},
    EXACT: {"more_than"},
}  # fmt: skip
"""By the bound of a number, those under which another says more than it does."""
_FEWEST = 2
"""The smallest number in words that counts something: `one` and `a` stand anywhere."""
_SHARED, _SHARE = 3, 0.7
"""Words that two clauses share at least to say the same, and their part of the shorter one."""
_LEVELS = ((0.9, 3), (0.5, 2), (0, 0))
"""Levels of `extents` by the share that they need."""
_MOST_WORDS = 3
"""Words behind a number among which its things stand."""
_NEAR = 30
"""Characters behind a number in which its month stands."""
_YEARS = range(1900, 2100)
_STEM = 5
"""Letters by which two words are taken for one: `beaten`, `beatings`."""
_DIGITS = re.compile(r"\s+\d+")
_WORD = re.compile(r"[^\W\d_]{4,}")
_BEHIND = re.compile(r"[\s*]+([^\W\d_][\w’'-]*)")


class Counted(NamedTuple):
    """A number of things."""

    start: int
    end: int
    number: int
    noun: str
    """The things, without the ending; empty where they are not said in the plural behind it."""
    bound: str
    """`at_least` and the like; empty for none."""


class Extent(NamedTuple):
    """How many of a kind: `some of the detainees`."""

    start: int
    end: int
    level: int
    noun: str


@by_wording
def counted_in(text: str, language: str) -> tuple[Counted, ...]:
    """Return the numbers of a text that count something, in digits or words."""
    return tuple(_counted(text, language))


def _counted(text: str, language: str) -> Iterator[Counted]:
    last, of_them = "", _of_them(language)
    for match in _number(language).finditer(text):
        if _is_name_or_date(match, text):
            continue
        digits = re.sub(r"\D", "", match["digits"] or "")
        number = int(digits) if digits else _in_words(language)[re.sub(r"\s+", "-", match["words"].casefold())]
        pronoun = of_them.match(text, match.end()) if last else None
        found = (last, pronoun.end()) if pronoun else _things(text, match.end(), language)
        bounds = (name for name, words in _bounds(language).items() if words.fullmatch(match["bound"] or ""))
        noun, end = found or ("", match.end())
        yield Counted(match.start(), end, number, noun, next(bounds, EXACT))
        last = noun or last


@cache
def _of_them(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{word_list('strength', language)['of_them']})\b", re.IGNORECASE)


def _is_name_or_date(match: re.Match[str], text: str) -> bool:
    number = match["number"]
    is_year = number.isdecimal() and int(number) in _YEARS
    before, behind = text[: match.start("number")], text[match.end() : match.end() + _NEAR]
    return is_year or number.startswith("0") or stands_in_a_name(before) or leads_to_a_month(behind)


@cache
def _number(language: str) -> re.Pattern[str]:
    words = "|".join(sorted(_in_words(language), key=len, reverse=True)).replace("-", r"(?:-|\s+)")
    bounds = "|".join(word_list("strength", language)["bounds"].values()).replace(" ", r"\s+")
    return re.compile(
        rf"(?:\b(?P<bound>{bounds})\s+)?(?<![\w.,:/§$£€#–—-])"
        rf"(?P<number>(?P<digits>\d{{1,3}}(?:[,.\u00a0\u202f ]\d{{3}})+|\d{{1,9}})|(?P<words>{words}))"
        r"(?![\w%–—/’']|[-.,:]\w)",
        re.IGNORECASE,
    )


@cache
def _bounds(language: str) -> dict[str, re.Pattern[str]]:
    bounds = word_list("strength", language)["bounds"]
    return {name: re.compile(words.replace(" ", r"\s+"), re.IGNORECASE) for name, words in bounds.items()}


@cache
def _in_words(language: str) -> dict[str, int]:
    """Return the cardinal numbers of a language by their words: the first form of each line of the list."""
    found: dict[str, int] = {}
    for digits, pattern in word_list("number_words", language)["words"].items():
        first = str(pattern).split("|")[0].replace("[- ]", "-").replace(" ", "-")
        first = re.sub(r"\(\?:[^()]*\)\?|\(\?:|(?:\w|\[\w+\])\?$", "", first)
        if int(digits) >= _FEWEST and re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)*", first):
            found[first] = int(digits)
    return found


def _things(text: str, end: int, language: str) -> tuple[str, int] | None:
    """Return the noun in the plural that follows within three words, and where it ends."""
    words = word_list("strength", language)
    if number := _DIGITS.match(text, end):  # `all 27 detainees`
        end = number.end()
    for _ in range(_MOST_WORDS):
        match = _BEHIND.match(text, end)
        if match is None or _is(words["ends"], match[1]):
            return None
        end = match.end()
        if (match[1][-1] in "sx" and not _is(words["no_plurals"], match[1])) or _is(words["plurals"], match[1]):
            return noun_of(match[1]), end
    return None


@cache
def _one_of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _is(pattern: str, word: str) -> bool:
    return _one_of(pattern).fullmatch(word) is not None


def noun_of(word: str) -> str:
    """Return a noun without the ending of its number."""
    return re.sub(r"(?:e?s|x)$", "", fold_word(word))


def is_of_time(words: str) -> bool:
    """Tell whether a number counts days, hours or another measure."""
    return any_of("numbers", "measures").search(words) is not None


def is_raised(ours: str, theirs: str) -> bool:
    """Tell whether a number under one bound says more than under another."""
    return ours in _RAISED[theirs]


@by_wording
def extents_in(text: str, language: str) -> tuple[Extent, ...]:
    """Return of how many of a kind a text speaks."""
    found: list[Extent] = []
    for level, words in enumerate(_extents(language)):
        for match in words.finditer(text):
            if any(one.start < match.end() and match.start() < one.end for one in found):
                continue  # `almost all` is no `all`
            of = re.compile(r"\s+(?:of|de|des|du|d’|entre)\b", re.IGNORECASE).match(text, match.end())
            if things := _things(text, of.end() if of else match.end(), language):
                found.append(Extent(match.start(), things[1], level, things[0]))
    return (*found, *_parts(text, language))


def _parts(text: str, language: str) -> Iterator[Extent]:
    """Give the part that a number is of another: `of 27 detainees, 21 describe`."""
    counts = counted_in(text, language)
    lead = re.compile(rf"\b(?:{word_list('strength', language)['out_of']})\s+$", re.IGNORECASE)
    for whole in counts:
        is_led = whole.noun and lead.search(text, 0, whole.start)
        smaller = (one for one in counts if is_led and one.number < whole.number)
        # It stands right before, `21 of the 27`, or behind a comma.
        part = next((one for one in smaller if one.end < whole.start or text[: one.start].rstrip().endswith(",")), None)
        if part:
            share = part.number / whole.number
            level = next(level for least, level in _LEVELS if share >= least)
            yield Extent(min(whole.start, part.start), max(whole.end, part.end), level, whole.noun)


@cache
def _extents(language: str) -> tuple[Words, ...]:
    return tuple(whole_words(f"(?:{words})") for words in word_list("strength", language)["extents"])


def is_hedged(text: str, language: str) -> re.Match[str] | None:
    """Return the word by which a text says that it may be otherwise."""
    return any_of("strength", "hedged", language).search(text)


def is_sure(text: str, language: str) -> re.Match[str] | None:
    """Return the word by which a text says that it is beyond doubt."""
    return any_of("strength", "sure", language).search(text)


@by_wording
def matter_of(text: str, language: str) -> frozenset[str]:
    """Return the words that say what a text is about, by their beginnings."""
    return frozenset(_stem(match[0], language) for match in _WORD.finditer(text)) - {""}


@by_wording
def _stem(word: str, language: str) -> str:
    """Return the beginning of a word; nothing of one that tells nothing by itself."""
    is_small = _is(str(word_list("strength", language)["small"]), word) or word.casefold() in months_of(language)
    return "" if is_small else fold_word(word)[:_STEM]


def clauses_in(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Give the clauses of a text with where each begins."""
    start = 0
    for match in _clause_ends(language).finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:].rstrip()


@cache
def _clause_ends(language: str) -> re.Pattern[str]:
    joins = word_list("strength", language)["joins"]
    return re.compile(rf"[.;:!?,()](?=\s|$)|\s(?:{joins})(?=\s)", re.IGNORECASE)


def is_alike(one: str, other: str, language: str, share: float = _SHARE) -> bool:
    """Tell whether two clauses say nearly the same, by the words that they share: all, or three and a part."""
    matter, its = matter_of(one, language), matter_of(other, language)
    shared = len(matter & its)
    return (shared >= _SHARED and shared >= share * min(len(matter), len(its))) or (len(matter) > 1 and matter == its)
