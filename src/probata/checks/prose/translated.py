"""The findings on translations: another number, month or citation than the original, or a denial that it has not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, itself
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.prose.mentions import mentions_in
from probata.checks.prose.sentences import at_words, sentences_in
from probata.checks.prose.texts import MarkdownText, Translated, has_as_many_paragraphs, translated_texts
from probata.checks.prose.times import months_in
from probata.checks.prose.values import counted_in
from probata.checks.prose.words import Words, any_of, by_wording, whole_words, word_list
from probata.checks.support.printed_figures import figures_in, number_of, with_numbers
from probata.diagnostics import Severity, say
from probata.model.language import primary
from probata.model.typed_dates import months_of

_READ = frozenset({"en", "fr", "es"})
_IN_WORDS = 31
"""The largest number that a text may well write in words; so may it the powers of ten."""
_LONG = 3
"""Digits of a number that is larger in any case."""


@check("DRA133", Severity.WARNING, "records with translations", looks_at=itself)
def translation_mismatch(case: CheckInput) -> Iterator[Finding | Looked]:
    is_known = primary(case.graph.case.language) in _READ
    for found in translated_texts(case.graph):
        is_read = is_known and primary(found.language) in _READ
        yield Looked(f"{found.kind}/{found.record_id}", "" if is_read else "its language is not read for numbers")
        if not is_read:
            continue
        languages = primary(case.graph.case.language), primary(found.language)
        pieces = tuple(_with_typed_figures(case, *piece) for piece in _pieces(found))
        apart = [numbers_apart(*piece, *languages) for piece in pieces]
        months = (_instead(*map(_months, piece, languages)) for piece in pieces)
        words = (_in_words(*piece, *languages) for piece in pieces)
        names = (_instead(*(_named(case, text) for text in piece)) for piece in pieces)
        cited = (_not_in_both(*map(stated_citations, piece)) for piece in pieces)
        told = [*map(_numbers, apart), *months, *words, *names, *cited]
        sure = [(at % len(pieces), one) for at, one in enumerate(told) if one.come or one.gone or one.often]
        alone = [(at, one) for at, one in enumerate(map(_alone, apart)) if one.come or one.gone]
        if differing := sure or alone:
            finding = _finding(case, found, _as_stated([one for _, one in differing]), is_sure=bool(sure))
            at, first = min(differing, key=lambda one: one[0])
            yield _at_paragraph(finding, case, found, pieces[at][1], (*first.come, *first.often))
        else:
            yield from _denied(case, found, pieces, languages)


class _Apart(NamedTuple):
    """What two texts have alone, each as it is written."""

    come: tuple[str, ...] = ()
    """In the translation."""
    gone: tuple[str, ...] = ()
    """In the original."""
    often: tuple[str, ...] = ()
    """Numbers that both have, one of them more often."""


def _pieces(found: Translated) -> Iterator[tuple[str, str]]:
    """Give what is to be compared: the paragraphs, where both texts have as many."""
    if has_as_many_paragraphs(found):
        original, text = (value.strip().split("\n\n") for value in (found.original, found.text))
        yield from zip(original, text, strict=True)
    else:
        yield found.original, found.text


def _with_typed_figures(case: CheckInput, original: str, text: str) -> tuple[str, str]:
    """Return both texts, with the number of each figure that one of them prints and the other has typed."""
    printed = [{one.figure.id: one for one in figures_in(part, case.figures)} for part in (original, text)]
    typed = [stated_numbers(part).keys() for part in (original, text)]
    filled = (
        {key: found for key, found in printed[one].items()
         if key not in printed[other] and stated_numbers(number_of(found)).keys() <= typed[other]}
        for one, other in ((0, 1), (1, 0))
    )  # fmt: skip
    return with_numbers(original, next(filled)), with_numbers(text, next(filled))


def _numbers(apart: NumbersApart) -> _Apart:
    """Return the numbers that stand in the stead of others; nothing where none surely do."""
    if not (apart.gone and apart.come and apart.new) or apart.is_loose:
        return _Apart()
    come, gone = (tuple(number for number in side if number in apart.new) for side in (apart.come, apart.gone))
    # Where one of both has nothing alone, it has a number once more that the other has, too.
    often = () if come and gone else tuple(number for number in (apart.gone if come else apart.come))
    return _Apart(come, gone, often)


def _instead(one: Mapping[Any, str], other: Mapping[Any, str]) -> _Apart:
    """Return what stands in the stead of something else: each text has some that the other has not."""
    apart = _not_in_both(one, other)
    return apart if apart.come and apart.gone else _Apart()


def _not_in_both(one: Mapping[Any, str], other: Mapping[Any, str]) -> _Apart:
    return _Apart(
        tuple(other[key] for key in other if key not in one), tuple(one[key] for key in one if key not in other)
    )


def _months(text: str, language: str) -> dict[int, str]:
    return {month: months_of(language)[month - 1] for month in sorted(months_in(text, language))}


def _in_words(original: str, text: str, language: str, other_language: str) -> _Apart:
    """Return the numbers, some of them in words, that stand in the stead of others of which a text has none."""
    texts = (_LEFT_OUT.sub(" ", original), _LEFT_OUT.sub(" ", text))
    both = [counted_in(part, tag) for part, tag in zip(texts, (language, other_language), strict=True)]
    one, other = (Counter(count.number for count in counts) for counts in both)
    gone, come = (one - other).keys(), (other - one).keys()
    new = [number for number in gone if not _has(number, text, other_language)]
    new += [number for number in come if not _has(number, original, language)]
    written = (part[count.start : count.end] for part, counts in zip(texts, both, strict=True)
               for count in counts if count.number in gone | come)  # fmt: skip
    if not (gone and come and new) or all(any(map(str.isdigit, words)) for words in written):
        return _Apart()
    return _Apart(tuple(map(str, sorted(come))), tuple(map(str, sorted(gone))))


def _has(number: int, text: str, language: str) -> bool:
    return str(number) in stated_numbers(text) or is_in_words(str(number), text, language)


def _named(case: CheckInput, text: str) -> dict[str, str]:
    kinds = {"people", "bodies"}
    found = (one for one in mentions_in(case.graph, text) if one.kind in kinds and one.only)
    named = {one.only: " ".join(text[one.start : one.end].split()) for one in found}
    return {key: named[key] for key in sorted(named)}


def _denied(
    case: CheckInput, found: Translated, pieces: Sequence[tuple[str, str]], languages: tuple[str, str]
) -> Iterator[Finding]:
    """Note, once a text, a sentence that is denied in one language and has no word of denial in the other."""
    for original, text in pieces:
        both = zip((original, text), languages, strict=True)
        sentences = [_own_sentences(piece, language) for piece, language in both]
        if len(sentences[0]) != len(sentences[1]):
            continue
        for pair in zip(*sentences, strict=True):
            denied = [_denial(own, language) for own, language in zip(pair, languages, strict=True)]
            open_ = [_has_no_denial(own, language) for own, language in zip(pair, languages, strict=True)]
            if (denied[0] and open_[1]) or (denied[1] and open_[0]):
                words = " ".join(pair[1].split()[:_SHOWN])
                finding = case.finding(
                    found.kind, found.record_id,
                    f"{'the original' if denied[0] else f'the translation into {say.words(found.language)}'} denies "
                    f"with {say.words(denied[0] or denied[1])} what the other does not, where it says "
                    f"{say.quote(words)}",
                    "read both next to each other: one of them may say the opposite",
                    at=found.loc, severity=Severity.INFO, outcome=Outcome.CANNOT_TELL,
                )  # fmt: skip
                yield _at_paragraph(finding, case, found, text, (words,))
                return


_SHOWN = 6
"""Words by which a sentence is shown."""


def _own_sentences(text: str, language: str) -> list[str]:
    return [one.own for one in sentences_in(MarkdownText("case", "", (), text), language=language)]


def _denial(own: str, language: str) -> str:
    match = any_of("denials", "negations", language).search(own)
    return match[0] if match else ""


def _has_no_denial(own: str, language: str) -> bool:
    """Tell whether no word of a sentence denies or may do so, such as "failed", "unknown" or "only"."""
    lists = ("denials", "undone", "implied")
    return bool(own.split()) and not any(any_of("denials", key, language).search(own) for key in lists)


def _alone(apart: NumbersApart) -> _Apart:
    """Return the numbers that one has and the other has not at all, and would hardly write in words."""
    come, gone = (
        tuple(number for number in side if number in apart.new and (apart.is_loose or not _may_be_words(number)))
        for side in (apart.come, apart.gone)
    )
    return _Apart(come, gone)


def _as_stated(found: Sequence[_Apart]) -> str:
    """Say what stands where, of all pieces together."""
    come = dict.fromkeys(value for one in found for value in one.come)
    gone = dict.fromkeys(value for one in found for value in one.gone)
    sides = (
        ("in the translation alone", [value for value in come if value not in gone]),
        ("in the original alone", [value for value in gone if value not in come]),
        ("in another paragraph", [value for value in come if value in gone]),
        ("not as often in both", [value for one in found for value in one.often]),
    )
    return ", ".join(f"{where} {say.listed(dict.fromkeys(values))}" for where, values in sides if values)


def _may_be_words(number: str) -> bool:
    digits = number.lstrip("0")
    return (len(digits) < _LONG and int(digits or "0") <= _IN_WORDS) or digits.rstrip("0") == "1"


def _finding(case: CheckInput, found: Translated, told: str, *, is_sure: bool) -> Finding:
    what = f"section {say.section(found.of)}" if found.of else say.words(found.loc[-1])
    verb = "differ" if is_sure else "may differ"
    return case.finding(
        found.kind, found.record_id,
        f"the original of {what} and its translation into {say.words(found.language)} {verb}: {told}",
        "read both beside each other, and correct the one that is wrong",
        at=found.loc, severity=None if is_sure else Severity.INFO,
        outcome=Outcome.FAILED if is_sure else Outcome.CANNOT_TELL,
        # One change of the original makes it differ from all of its translations: that is told once.
        alike=f"{found.of or (found.kind, found.record_id, found.loc[:-2])} {what} {told}",
    )  # fmt: skip


def _at_paragraph(
    finding: Finding, case: CheckInput, found: Translated, paragraph: str, values: Sequence[str]
) -> Finding:
    """Return a finding at the first value that the translation has in the first paragraph that differs, or at that."""
    text = MarkdownText(found.kind, found.record_id, found.loc, found.text)
    start = found.text.find(paragraph)
    words = (re.search(rf"(?<![\w]){re.escape(value)}(?!\w)", paragraph) for value in values)
    match = next(filter(None, words), None) or re.match(r"\S+(?:\s+\S+){0,3}", paragraph)
    return at_words(finding, case.graph, text, start + match.start(), start + match.end()) if match else finding


_CITED = re.compile(r"(?<![\w@])@([\w.:/-]*\w)([^;\[\]@]*)")
_CITATION = re.compile(r"\[[^\[\]@]*+@[^\[\]]*+\]")
_FILLED = re.compile(r"\{\{([^{}]*+)\}\}")
_LEFT_OUT = re.compile(
    r"\[[^\[\]@]*+@[^\[\]]*+\]|(?<![\w@])@[\w.:/-]*\w|\{\{[^{}\n]*\}\}|`[^`\n]*`|https?://\S+|\]\{[^{}]*\}|^\{[^{}\n]*\}$"
    # Hours: one language counts to 12 and another to 24.
    r"|\d{1,2}[:h][  ]?\d{2}|\d{1,2}[  -]?(?:h|hours?|heures?|horas?)\b(?:[  ]?\d{2}\b)?"
    r"|\d{1,2}(?:[.:]\d{2})?[  ]?(?:[ap]\.?m\b\.?|o[’']clock|in the (?:morning|afternoon|evening)|at night)"
    r"|\blas?[  ]\d{1,2}(?:[.:]\d{2})?\b",
    re.MULTILINE | re.IGNORECASE,
)
NUMBER = re.compile(r"(?<![^\W\d_])\d+(?:[.,’'\u00a0\u2009\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?")
"""A number in digits, with its thousands and decimals."""


def stated_numbers(text: str) -> Counter[str]:
    """Count the numbers of a text outside citations, by their digits: `4,000`, `4.000` and `4 000` are one.

    Hours of the day are left out.
    """
    return Counter(_digits_of(text))


@by_wording
def _digits_of(text: str) -> tuple[str, ...]:
    """Return the digits of each number; a text in several languages is compared with each of them."""
    said = _LEFT_OUT.sub(" ", text)
    return tuple(re.sub(r"\D", "", found[0]) for found in NUMBER.finditer(said))


def stated_citations(text: str) -> dict[str, str]:
    """Return what a text cites and fills in: source and numbers of the place, each with how it is written."""
    told: dict[str, str] = {}
    for citation in _CITATION.finditer(text):
        for found in _CITED.finditer(citation[0]):
            told.setdefault(f"{found[1]} {' '.join(re.findall(r'[0-9]+', found[2]))}", f"@{found[1]}{found[2]}".strip())
    for filled in _FILLED.finditer(text):
        told.setdefault("".join(filled[1].split()).replace('"', "'"), filled[0])
    return told


_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_LAST_ROMAN = 39
_FIRST_ROMAN = 2
"""`I` is a word of English."""


def is_in_words(number: str, text: str, language: str) -> bool:
    """Tell whether a text has a number, given by its digits, in words or as a Roman numeral: “douze”, “XXe siècle”."""
    digits = number.lstrip("0") or "0"
    pattern = _number_patterns(language).get(digits)
    return bool(pattern and pattern.search(text)) or bool(re.search(_roman(digits), text))


def loose_numbers(text: str, language: str) -> frozenset[str]:
    """Return the digits that the same number may not have in another language: `1.5 million`, `the 1980s`."""
    return frozenset(re.sub(r"\D", "", found[0]) for found in _loose(language).finditer(text))


@cache
def _number_patterns(language: str) -> dict[str, Words]:
    patterns = word_list("number_words", language)["words"]
    return {str(digits): whole_words(pattern) for digits, pattern in patterns.items()}


@cache
def _roman(digits: str) -> str:
    """Return a pattern for a number as a Roman numeral; one that never matches for a number that is too large."""
    value = int(digits) if len(digits) <= len(str(_LAST_ROMAN)) else 0
    if not _FIRST_ROMAN <= value <= _LAST_ROMAN:
        return r"(?!)"
    return rf"\b{'X' * (value // 10)}{_ONES[value % 10]}(?:e|ème|th|st|nd|rd|º)?\b"


@cache
def _loose(language: str) -> re.Pattern[str]:
    words = word_list("number_words", language)
    scale, decade = (str(words[key]).replace(" ", r"\s+") for key in ("scale", "decade"))
    return re.compile(rf"{NUMBER.pattern}(?:\s+|-)(?:{scale})\b|\b(?:{decade})\b", re.IGNORECASE)


class NumbersApart(NamedTuple):
    """The numbers of one text that the other has not, or not as often."""

    gone: Counter[str]
    """Of the original."""
    come: Counter[str]
    """Of the translation."""
    new: frozenset[str]
    """Those of them that the other text has not at all."""
    is_loose: bool
    """Whether one of them may be another that languages write with other digits."""


def numbers_apart(original: str, text: str, language: str, other_language: str) -> NumbersApart:
    """Compare two texts; a number that the other has in words or as a Roman numeral is there."""
    one, other = stated_numbers(original), stated_numbers(text)
    gone = Counter({number: n for number, n in (one - other).items() if not is_in_words(number, text, other_language)})
    come = Counter({number: n for number, n in (other - one).items() if not is_in_words(number, original, language)})
    loose = (loose_numbers(original, language) & gone.keys()) | (loose_numbers(text, other_language) & come.keys())
    return NumbersApart(gone, come, frozenset(gone) - other.keys() | frozenset(come) - one.keys(), bool(loose))
