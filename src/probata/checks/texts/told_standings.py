"""How the State of a case stands to a treaty as our texts tell it: “Kelvandra has signed and not ratified it”.

The name of the State stands right before the verb, so that it is told of it and of nobody else. The treaty is named
behind it, or before it where “to which” stands between; “that Convention” is the one of the provision or named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from probata.checks.check_input import CheckInput
from probata.checks.texts.saying import printed_saying
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.word_lists import LANGUAGES, whole_words, word_list
from probata.messages.law_names import load_law_names
from probata.model.allegation import Allegation

_FORMS = ("not_party", "party", "signed")
"""What may be told, that which denies before what it denies."""
_TURN = re.compile(r"[;:(]|\.\s")


class ToldStanding(NamedTuple):
    """What a sentence says of the State and one treaty."""

    sentence: Sentence
    start: int
    end: int
    words: str
    form: str
    """`party`, `not_party` or `signed`; what is told as signed and not ratified is `not_party`."""
    is_signed: bool
    """Whether it says that the treaty was signed."""
    instrument: str


def told_standings(case: CheckInput) -> Iterator[ToldStanding]:
    """Give what our texts and their translations say in our own name."""
    for language in LANGUAGES:
        states = _states(case)
        verb = _verb(language, states) if states else None
        for sentence in printed_saying(case.graph, language, verb.search) if verb else ():
            for match in verb.finditer(sentence.own) if verb else ():
                if _is_of_others(sentence, match) or _is_open(sentence, match):
                    continue
                for instrument in _instruments(case, sentence, match):
                    form = next(one for one in _FORMS if match[one])
                    words, signed = " ".join(match["said"].split()), bool(_signed(language).search(match[0]))
                    yield ToldStanding(sentence, match.start("said"), match.end(), words, form, signed, instrument)


def _is_of_others(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether somebody else says so, in the part of the sentence between two semicolons."""
    start, end = sentence.own.rfind(";", 0, match.start()) + 1, sentence.own.find(";", match.end())
    return replace(sentence, own=sentence.own[start : end if end > 0 else None]).attributed


def _is_open(sentence: Sentence, match: re.Match[str]) -> bool:
    before = re.split(r"[;:.]", sentence.own[: match.start()])[-1]
    return whole_words(word_list("standing", sentence.language)["open"]).search(before) is not None


def _states(case: CheckInput) -> tuple[str, ...]:
    """Return the names of the State in the case, in its translations and in the catalogue."""
    record = case.graph.case
    own = {record.state or "", *(texts.get("state", "") for texts in record.translations.values())} - {""}
    known = ({one.state, *one.also} for one in case.catalogue.participation.values())
    names = own.union(*(also for also in known if own & also))
    return tuple(sorted((name for name in names if len(name) > len("PRC")), key=len, reverse=True))


def _instruments(case: CheckInput, sentence: Sentence, match: re.Match[str]) -> tuple[str, ...]:
    own, language = sentence.own, sentence.language
    if match["which"]:
        before = list(_names_in(case, own[: match.start()], language))
        return (before[-1][2],) if before else ()
    behind = _TURN.split(own[match.end() :], maxsplit=1)[0]
    listed = tuple(_listed(case, behind, language))
    if listed or not _that(language).match(behind):
        return listed
    provision = _of_provision(case, sentence)
    text = sentence.text.value[: sentence.start + match.start()].rpartition("\n\n")[2]
    earlier = [key for _, _, key in _names_in(case, text, language)]
    found = provision or (earlier[-1] if earlier else None)
    return (found,) if found else ()


def _of_provision(case: CheckInput, sentence: Sentence) -> str | None:
    """Return the instrument of the provision whose remark a sentence stands in."""
    text = sentence.text
    record = case.graph.find("allegations", Allegation, text.record_id) if text.kind == "allegations" else None
    is_remark = record is not None and text.loc[0] == "provisions" and isinstance(text.loc[1], int)
    return record.provisions[int(text.loc[1])].instrument if record and is_remark else None


def _listed(case: CheckInput, behind: str, language: str) -> Iterator[str]:
    """Give the treaties named right behind a verb, and those that follow in the same list."""
    words = word_list("standing", language)
    gap = re.compile(rf"\s*{words['to']}".replace(" ", r"\s+"), re.IGNORECASE)
    join = re.compile(rf"(?:\s|\b(?:{words['joins']})\b|,)*", re.IGNORECASE)
    at = 0
    for start, end, key in _names_in(case, behind, language):
        if not (join if at else gap).fullmatch(behind[at:start]):
            return
        yield key
        at = end


def _names_in(case: CheckInput, text: str, language: str) -> Iterator[tuple[int, int, str]]:
    names = case.once(f"names of treaties in {language}", lambda: _names(case, language))
    pattern = case.once(f"pattern of treaties in {language}", lambda: _any(tuple(names)))
    yield from ((match.start(), match.end(), names[" ".join(match[0].split())]) for match in pattern.finditer(text))


def _names(case: CheckInput, language: str) -> dict[str, str]:
    """Return the treaties of the catalogue by what they are called in a language."""
    found: dict[str, str] = {}
    translated = load_law_names(language).instruments if language != "en" else {}
    for key, treaty in case.catalogue.instruments.items():
        if treaty.kind == "treaty":
            other = translated.get(key, {})
            names = {other.get(one) or getattr(treaty, one) for one in ("title", "short", "abbreviation")}
            found |= {" ".join(name.split()): key for name in names}
    return found


@cache
def _any(names: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")


@cache
def _verb(language: str, states: tuple[str, ...]) -> re.Pattern[str]:
    words = word_list("standing", language)
    state = "|".join(re.escape(one).replace(r"\ ", " ") for one in states)
    forms = "|".join(rf"(?P<{key}>{'|'.join(words[key])})" for key in _FORMS)
    spaced = rf"(?:(?P<which>{words['which']}) )?(?:the )?(?:{state}) (?P<said>{forms})(?![\w-])"
    return re.compile(rf"(?<![\w-]){spaced}".replace(" ", r"\s+"), re.IGNORECASE)


@cache
def _that(language: str) -> re.Pattern[str]:
    words = word_list("standing", language)
    return re.compile(rf"\s*(?:to |by )?(?:{words['that']})".replace(" ", r"\s+"), re.IGNORECASE)


@cache
def _signed(language: str) -> re.Pattern[str]:
    return re.compile("|".join(word_list("standing", language)["signed"]).replace(" ", r"\s+"), re.IGNORECASE)
