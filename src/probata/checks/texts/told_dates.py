"""Dates and times of posts as our own texts tell them, with whom they are told of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from probata.checks.prose.sentences import Sentence, Test, ours_saying, printed_saying
from probata.checks.prose.times import MONTHS, point
from probata.checks.prose.words import LANGUAGES, Words, whole_words, word_list
from probata.checks.texts.marked_clauses import listed_words
from probata.checks.texts.named_people import person_told_of
from probata.graph.case_graph import CaseGraph
from probata.model.body import Body
from probata.model.dates import Point
from probata.model.language import primary
from probata.model.position import Position
from probata.model.role import Role

_SHORTEST = 8
"""Letters of a title or name that is told from other words."""
_CLAUSE = re.compile(r"[,;:]")
Ends = tuple[Point | None, Point | None]


@dataclass(frozen=True, slots=True)
class ToldTenure:
    """From when to when a text says that somebody held a post."""

    sentence: Sentence
    start: int
    """Where the words begin in the text."""
    end: int
    words: str
    person: str
    ends: Ends
    """The dates; `None` for one that no calendar has."""
    roles: tuple[Role, ...] = ()
    """The roles of the person whose title or body the clause names in our own name."""
    of_years: bool = False
    """Whether it gives years alone."""


def told_tenures(graph: CaseGraph) -> Iterator[ToldTenure]:
    """Give each “from … to …” and “between … and …” that speaks of a post, where it is told of whom it is."""
    yield from graph.once("told tenures", lambda: tuple(_told_tenures(graph)))


def _any_of(patterns: Iterable[re.Pattern[str]]) -> Test:
    return lambda own: any(one.search(own) for one in patterns)


def _told_tenures(graph: CaseGraph) -> Iterator[ToldTenure]:
    for language in LANGUAGES:
        # Lines in English are titles and labels; those in other languages are the translations of our texts, too.
        saying = ours_saying if language == LANGUAGES[0] else printed_saying
        periods = _period("from_to", language), _period("between", language)
        for sentence in saying(graph, language, _any_of(periods)):
            for pattern, is_between in zip(periods, (False, True), strict=True):
                for match in pattern.finditer(sentence.own):
                    if told := _told(graph, sentence, match, is_between=is_between):
                        yield told


def _told(graph: CaseGraph, sentence: Sentence, match: re.Match[str], *, is_between: bool) -> ToldTenure | None:
    of_post = _of_post(sentence.language, verbs_alone=is_between)
    person = person_told_of(graph, sentence, match.start()) if _is_of_post(sentence, match, of_post) else None
    if person is None:
        return None
    ends = _point(sentence.language, match, 1), _point(sentence.language, match, 4)
    start, end = sentence.start + match.start(), sentence.start + match.end()
    of_years, clause = not (match[2] and match[5]), _clause(sentence, match)
    is_ours = not sentence.attributed and not _turns(sentence.language).search(clause)
    roles = _named(graph, person, clause, sentence.language) if is_ours else ()
    if of_years and not roles:
        return None
    return ToldTenure(sentence, start, end, " ".join(match[0].split()), person, ends, roles, of_years)


def _named(graph: CaseGraph, person: str, clause: str, language: str) -> tuple[Role, ...]:
    """Return the roles of a person that a clause names by their title, or whose body it says that they headed."""
    words = " ".join(clause.casefold().split())
    ran, lesser = (word_list("tenure", language)[key] for key in ("ran", "lesser"))
    named = [
        role
        for role in graph.roles
        if role.person == person
        and (
            any(_has(words, name, lesser=lesser) for name in _titles(graph, role, language))
            or any(_has(words, name, rf"(?:{ran})\s+(?:(?:the|le|la|les|el|los|las)\s+|l[’'])?") for name in
                   _bodies(graph, role, language))
        )
    ]  # fmt: skip
    # Another term in the same post counts too, though its title may not be translated.
    titles, posts = {one.title for one in named}, {seat.position for one in named for seat in one.seats}
    return tuple(
        role
        for role in graph.roles
        if role.person == person and (role.title in titles or posts & {seat.position for seat in role.seats})
    )


def _has(words: str, name: str, before: str = r"(?<![\w-])", lesser: str = "") -> bool:
    """Tell whether a clause has a name, not behind a word that makes it that of another post, such as `deputy`."""
    whole = rf"{before}{re.escape(name.casefold())}(?![\w-])"
    found = re.search(whole.replace(r"\ ", r"\s+"), words) if len(name) >= _SHORTEST else None
    is_lesser = found and lesser and re.search(rf"(?<!\w)(?:{lesser})[\s-]+$", words[: found.start()])
    return found is not None and not is_lesser


def _titles(graph: CaseGraph, role: Role, language: str) -> Iterator[str]:
    posts = (graph.find("positions", Position, seat.position) for seat in role.seats)
    titled: list[Role | Position] = [role, *filter(None, posts)]
    for one in titled:
        yield one.title
        yield from _in_language(one.translations, "title", language)


def _bodies(graph: CaseGraph, role: Role, language: str) -> Iterator[str]:
    posts = filter(None, (graph.find("positions", Position, seat.position) for seat in role.seats))
    for body in filter(None, (graph.find("bodies", Body, post.body or "") for post in posts)):
        yield from (body.name, body.short_name or "", *body.other_names)
        yield from _in_language(body.translations, "name", language)
        yield from _in_language(body.translations, "short_name", language)


def _in_language(translations: Mapping[str, Mapping[str, str]], field: str, language: str) -> Iterator[str]:
    yield from (texts[field] for tag, texts in translations.items() if primary(tag) == language and texts.get(field))


def _clause(sentence: Sentence, match: re.Match[str]) -> str:
    """Return the clause that a time belongs to: what stands before it, or behind it where it begins the sentence."""
    before = _CLAUSE.split(sentence.own[: match.start()])[-1]
    return before if before.strip() else sentence.own[match.end() :]


@cache
def _period(key: str, language: str) -> re.Pattern[str]:
    """Return a pattern of a period; each of its two ends has its day, month and year as groups, or its year alone."""
    words = word_list("tenure", language)
    date = words["date"].replace("months", "|".join(words["months"]))
    # Of a date `(day)?(month) (year)` what stands before the year may be left out together.
    head, _, year = date.rpartition(r"(\d{4})")
    date = rf"(?:{head})?(\d{{4}}){year}"
    return re.compile(rf"\b{words[key].replace('date', date)}\b", re.IGNORECASE)


def _point(language: str, match: re.Match[str], group: int) -> Point | None:
    months = word_list("tenure", language)["months"]
    month = match[group + 1]
    return point(match[group], MONTHS[months.index(month.lower())] if month else None, match[group + 2])


@cache
def _of_post(language: str, *, verbs_alone: bool) -> Words:
    """Return the words that speak of a post; where the time may as well be that of an act, its verbs alone."""
    words = word_list("tenure", language)
    return whole_words("|".join((words["verbs"], *(() if verbs_alone else words["nouns"]))))


@cache
def _turns(language: str) -> re.Pattern[str]:
    """Return the words behind which a clause tells of something else, or denies it."""
    return re.compile(rf"\b(?:{listed_words('tenure', 'turns', language)})\b", re.IGNORECASE)


def _is_of_post(sentence: Sentence, match: re.Match[str], of_post: Words) -> bool:
    """Tell whether the clause before the time, or behind it where it begins the sentence, speaks of a post."""
    return of_post.search(_clause(sentence, match)) is not None
