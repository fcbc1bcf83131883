"""Both ends of a post that a clause names, as our texts tell them: “commanded the 4th Battalion from 2019 to 2024”.

Other than in `told_dates.py` the clause names the title of a role or post of the person, or says that the person headed
its body, so that years are enough, and neither date need be that of the role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from probata.checks.texts.dates_in_text import MONTHS, point
from probata.checks.texts.denials import is_denied
from probata.checks.texts.marked_clauses import listed_words
from probata.checks.texts.named_people import person_told_of
from probata.checks.texts.role_titles import names_role
from probata.checks.texts.saying import ours_saying, printed_saying
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.word_lists import LANGUAGES, Words, whole_words, word_list
from probata.graph.case_graph import CaseGraph
from probata.model.dates import Point
from probata.model.role import Role

_CLAUSE = re.compile(r"[,;:()]")
_YEAR = r"((?:1[89]|20)\d\d)"
_GROUPS = 4
"""Groups of a date: day, month and its year, or a year alone."""


@dataclass(frozen=True, slots=True)
class ToldTerm:
    """From when to when a text says that somebody held a post which it names."""

    sentence: Sentence
    start: int
    end: int
    """Where the words stand in the text."""
    words: str
    ends: tuple[Point, Point]
    roles: tuple[Role, ...]
    """The roles of the person in that post or body, one or more."""


def told_terms(graph: CaseGraph) -> Iterator[ToldTerm]:
    """Give each period that our texts tell of a post by its name, in our own name."""
    yield from graph.once("told terms", lambda: tuple(_told_terms(graph)))


def _told_terms(graph: CaseGraph) -> Iterator[ToldTerm]:
    for language in LANGUAGES:
        # Lines in English are titles and labels; those in other languages are the translations of our texts, too.
        saying = ours_saying if language == LANGUAGES[0] else printed_saying
        for sentence in saying(graph, language, _period(language).search):
            for match in _period(language).finditer(sentence.own) if not sentence.attributed else ():
                if told := _told(graph, sentence, match):
                    yield told


def _told(graph: CaseGraph, sentence: Sentence, match: re.Match[str]) -> ToldTerm | None:
    clause, at = _clause(sentence, match)
    turned = max((found.end() for found in _turns(sentence.language).finditer(clause)), default=0)
    verb = next((found for found in _verbs(sentence.language).finditer(clause) if found.start() >= turned), None)
    if verb is None or is_denied(clause, verb.start(), verb.end(), sentence.language):
        return None
    person = person_told_of(graph, sentence, at + verb.start())
    told = clause[verb.start() :]
    roles = tuple(role for role in graph.roles_of(person) if names_role(graph, role, told, sentence.language))
    ends = [_point(sentence.language, match, first) for first in (_first(match), _first(match) + _GROUPS)]
    if not roles or ends[0] is None or ends[1] is None:
        return None
    start, end = sentence.start + match.start(), sentence.start + match.end()
    return ToldTerm(sentence, start, end, " ".join(match[0].split()), (ends[0], ends[1]), roles)


def _clause(sentence: Sentence, match: re.Match[str]) -> tuple[str, int]:
    """Return the clause before a period, or behind it where it begins the sentence, and where it stands."""
    before = sentence.own[: match.start()]
    start = max((found.end() for found in _CLAUSE.finditer(before)), default=0)
    if before[start:].strip():
        return before[start:], start
    behind = sentence.own[match.end() :].lstrip(" ,")
    return re.split(r"[,;:().]", behind, maxsplit=1)[0], len(sentence.own) - len(behind)


def _first(match: re.Match[str]) -> int:
    """Return the first group of the form that matched: “from … to …”, or “between … and …”."""
    return 1 if any(match.group(*range(1, 2 * _GROUPS + 1))) else 2 * _GROUPS + 1


def _point(language: str, match: re.Match[str], group: int) -> Point | None:
    day, month, year, alone = match.group(*range(group, group + _GROUPS))
    if alone:
        return Point(int(alone))
    return point(day, MONTHS[word_list("tenure", language)["months"].index(month.lower())], year)


@cache
def _period(language: str) -> re.Pattern[str]:
    words = word_list("tenure", language)
    date = rf"(?:{words['date'].replace('months', '|'.join(words['months']))}|{_YEAR})"
    forms = "|".join(words[key].replace("date", date) for key in ("from_to", "between"))
    return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)


@cache
def _verbs(language: str) -> Words:
    words = word_list("tenure", language)
    return whole_words("|".join(words[key] for key in ("verbs", "was", "ran") if key in words))


@cache
def _turns(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{listed_words('tenure', 'turns', language)})\b", re.IGNORECASE)
