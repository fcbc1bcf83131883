"""How old texts say that somebody was, and how old they can have been at the time of which the paragraph tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from probata.checks.tenures.ages import age_on
from probata.checks.texts.dates_in_text import times_in
from probata.checks.texts.marked_clauses import listed_words
from probata.checks.texts.named_people import named_people
from probata.checks.texts.saying import ours_saying
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.word_lists import languages_of
from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.dates import When


@dataclass(frozen=True, slots=True)
class ToldAge:
    """An age right behind the name of a recorded person."""

    sentence: Sentence
    start: int
    """Where its words begin in the sentence."""
    words: str
    person: str
    years: int
    first: date
    """The first day of which it may be told."""
    last: date
    """The last such day."""

    def may_be_of(self, birth: When) -> bool:
        """Tell whether somebody born then can have been so old on one of the days."""
        return age_on(birth.last, self.first) <= self.years <= age_on(birth.first, self.last)


def ages_told(graph: CaseGraph) -> Iterator[ToldAge]:
    """Give each age that our texts tell in English, French and Spanish; none where the paragraph tells no time."""
    for language in languages_of("ages"):
        for sentence in ours_saying(graph, language, _age(language).search):
            for _, end, person in named_people(graph).places_in(sentence.own):
                match = _behind_a_name(language).match(sentence.own, end)
                days = _days(graph, sentence, match, language) if match else None
                if match and days:
                    words = " ".join(match["said"].split())
                    years = next(int(one) for one in match.groupdict().values() if one and one.isdigit())
                    yield ToldAge(sentence, match.start("said"), words, person, years, *days)


def _days(graph: CaseGraph, sentence: Sentence, match: re.Match[str], language: str) -> tuple[date, date] | None:
    """Return the days of which an age may be told: those told in its paragraph, else of its allegation, up to today."""
    paragraph = sentence.text.value[: sentence.start].rpartition("\n\n")[2] + sentence.own
    times = [(time.first.first, time.last.last) for time in times_in(paragraph, language)]
    allegation = graph.find("allegations", Allegation, sentence.text.record_id)
    if not times and sentence.text.kind == "allegations" and allegation and (period := allegation.period):
        times = [(period.first, period.last)] if period.start and period.end else []
    as_of, is_then = graph.case.as_of, _then(language).search(match[0]) is not None
    if not times or not (is_then or as_of):
        return None
    last = max(time[1] for time in times)
    return min(time[0] for time in times), last if is_then or as_of is None else max(last, as_of.last)


@cache
def _behind_a_name(language: str) -> re.Pattern[str]:
    """Match what stands behind a name up to its age, of which each form has its number as a group."""
    between = listed_words("ages", "between", language)
    said = _age(language).pattern
    return re.compile(rf"[\s,(]+(?:(?:{between})[\s,]+){{0,3}}(?P<said>{said})(?!\w)", re.IGNORECASE)


@cache
def _age(language: str) -> re.Pattern[str]:
    forms = re.split(r"\bN\b", listed_words("ages", "age", language))
    numbered = "".join(f"{form}(?P<n{place}>\\d{{1,3}})" for place, form in enumerate(forms[:-1]))
    return re.compile(numbered + forms[-1], re.IGNORECASE)


@cache
def _then(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{listed_words('ages', 'then', language)})\b", re.IGNORECASE)
