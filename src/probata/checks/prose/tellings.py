"""What the texts, statements and records of a case tell, so that two accounts of one matter can be compared.

Two are of one matter where they share words. A day, a month or a number of things that nothing else in the case gives
is likely a slip where another account of the matter has one that differs in one part, and the paragraph has not that.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from probata.checks.engine.case import Loc
from probata.checks.prose.mentions import mentions_in
from probata.checks.prose.sentences import Sentence, sentences
from probata.checks.prose.times import days_in, point, times_in
from probata.checks.prose.values import Counted, counted_in, matter_of
from probata.checks.prose.words import by_wording, languages_of, word_list
from probata.diagnostics import say
from probata.graph.case_graph import CaseGraph
from probata.graph.dated import dated_in_statement, dated_things
from probata.model.dates import Point, When
from probata.model.language import primary
from probata.model.person import Person
from probata.model.role import Role
from probata.model.statement import Statement

_OF_DAYS, _OF_NUMBERS, _SURELY = 2, 3, 4
"""Words that two accounts share of a day, of a number, and where they surely tell of one matter."""
_TWO = 2
_RARE = 100
"""Accounts in which a word stands that tells matters apart: of one that stands in more, nothing follows."""
_SHARE = 0.6
"""Their part of the shorter account."""
_QUOTED = re.compile(r"“([^“”]*)”")


class Told(NamedTuple):
    """A day or month as it is told; 0 for a part that is not."""

    start: int
    end: int
    day: int
    month: int
    year: int

    def may_be(self, other: Told) -> bool:
        """Tell whether two can be one."""
        return all(not a or not b or a == b for a, b in zip(self[2:], other[2:], strict=True))

    def is_near(self, other: Told) -> bool:
        """Tell whether another gives the same parts, or the year too, and one part differs; a year in one figure."""
        if bool(self.day) != bool(other.day) or (self.year and not other.year):
            return False
        is_year = bool(self.year) and self.year != other.year
        differing = is_year + (self.month != other.month) + (self.day != other.day)
        return differing == 1 and (not is_year or one_figure_apart(self.year, other.year))


class Telling(NamedTuple):
    """A sentence, or what a record dates, with what it is about."""

    record: str
    field: Loc
    matter: frozenset[str]
    days: tuple[Told, ...] = ()
    counts: tuple[Counted, ...] = ()
    sentence: Sentence | None = None
    span: tuple[date, date] | None = None
    """The time of a record."""

    paragraph: int = 0

    @property
    def place(self) -> tuple[str, Loc, int]:
        """Where it stands: the record, its field and the paragraph."""
        return self.record, self.field, self.paragraph

    def is_other(self, one: Telling) -> bool:
        """Tell whether it is another account: not of the same paragraph, and no translation of the same text."""
        if self.record != one.record:
            return True
        if self.sentence is None:  # of the dates of a record its title tells, and no other text need
            return one.field[-1] == "title"
        return self.place != one.place and "translations" not in (*self.field, *one.field)

    def is_of_matter(self, one: Telling) -> bool:
        """Tell whether most words of the shorter account stand in both."""
        return len(self.matter & one.matter) >= _SHARE * min(len(self.matter), len(one.matter))

    def words(self, start: int, end: int) -> str:
        """Return some of its words as a finding says them."""
        return say.words(self.sentence.words(start, end) if self.sentence else "")


class Slip(NamedTuple):
    """What one account tells otherwise than another."""

    telling: Telling
    start: int
    end: int
    other: Telling
    stated: str
    """What the other account has, as a finding says it."""
    is_sure: bool
    """Whether both surely tell of one matter."""


def _tellings(graph: CaseGraph) -> Iterator[Telling]:
    """Give what is told in the language of the case, by texts, statements and the dates of records."""
    language = primary(graph.case.language)
    for sentence in sentences(graph, "compared", language):
        own, text = sentence.own, sentence.text
        days, counts = tuple(_days(own, language)), counted_in(own, language)
        if days or counts:
            made = graph.find("statements", Statement, text.record_id) if text.kind == "statements" else None
            # The words that it quotes may be the title of a work.
            quoted = (matter_of(words, language) for words in _QUOTED.findall(sentence.raw))
            matter = _matter(graph, own, language).union(*quoted, {f"people/{made.person}"} if made else ())
            paragraph = bisect(_ends_of_paragraphs(text.value), sentence.start)
            yield Telling(
                f"{text.kind}/{text.record_id}", text.loc, matter, days, counts, sentence, paragraph=paragraph
            )  # fmt: skip
    in_statements = (one for made in graph.statements for one in dated_in_statement(made))
    dated: list[tuple[str, str, Loc, When | None]] = [
        *((one.kind, one.record, one.at, one.when) for one in (*dated_things(graph), *in_statements)),
        *(("sources", one.id, ("issued",), one.issued) for one in graph.sources),
        *(("datasets", one.id, ("period",), one.period) for one in graph.datasets),
    ]
    for kind, key, at, when in dated:
        points = [one for one in ((when.start, when.end) if when else ()) if one and one.month]
        if when and points and not any(one.approximate for one in points):
            called = " ; ".join(_called(graph, kind, key))
            matter = matter_of(called, language) if kind == "sources" else _matter(graph, called, language)
            days = tuple(Told(0, 0, *_parts(one)) for one in points)
            yield Telling(f"{kind}/{key}", at, matter, days, span=(when.first, when.last))


@by_wording
def _ends_of_paragraphs(value: str) -> tuple[int, ...]:
    return tuple(match.start() for match in re.finditer(r"\n\s*\n", value))


def _matter(graph: CaseGraph, text: str, language: str) -> frozenset[str]:
    """Return what a text is about: a recorded name is one word."""
    names = [one for one in mentions_in(graph, text) if one.kind != "posts"]
    for one in names:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return matter_of(text, language) | {f"{one.kind}/{one.ids[0]}" for one in names}


def _days(text: str, language: str) -> Iterator[Told]:
    """Give the days and months of a text; the first day of a period has the year of the last."""
    times = times_in(text, language)
    for time in times:
        points = (time.first, time.last) if time.is_period else (time.first,)
        yield from (Told(time.start, time.end, *_parts(one)) for one in points if one.month)
    for day in days_in(text, language):
        if not any(time.start <= day.start and day.end <= time.end for time in times):
            yield Told(day.start, day.end, day.day, day.month, day.year or 0)


def _parts(one: Point) -> tuple[int, int, int]:
    return one.day, one.month, one.year


def _called(graph: CaseGraph, kind: str, key: str) -> Iterator[str]:
    """Give the words of a record on what it is."""
    record = graph.records.get(kind, {}).get(key)
    fields = (getattr(record, name, None) for name in ("title", "translated_title", "name", "description"))
    yield from (field for field in fields if isinstance(field, str))
    if isinstance(record, Role) and (person := graph.find("people", Person, record.person)):
        yield person.name.display


class _Index:
    """The tellings of a case by their words, and how often each day and number is told."""

    def __init__(self, graph: CaseGraph) -> None:
        self.every = tuple(_tellings(graph))
        self._by_word: defaultdict[str, list[Telling]] = defaultdict(list)
        self._told: defaultdict[tuple[object, ...], set[tuple[str, Loc, int]]] = defaultdict(set)
        self._in_place: defaultdict[tuple[str, Loc, int], list[Telling]] = defaultdict(list)
        for one in self.every:
            self._in_place[one.place].append(one)
            for key in (*(key for day in one.days for key in _keys(day)), *(count[2:4] for count in one.counts)):
                self._told[key].add(one.place)
            for word in one.matter if one.days or one.counts else ():
                self._by_word[word].append(one)

    def around(self, one: Telling) -> list[Telling]:
        """Return what the same paragraph tells."""
        return self._in_place[one.place]

    def others(self, one: Telling) -> list[Telling]:
        """Return the other accounts that share a word with one that is not everywhere in the case."""
        listed = (self._by_word[word] for word in sorted(one.matter))
        found = {id(other): other for several in listed if len(several) <= _RARE for other in several}
        return [other for other in found.values() if other.is_other(one)]

    def is_told_elsewhere(self, one: Telling, *keys: tuple[object, ...]) -> bool:
        """Tell whether another paragraph or record gives a day or number, of whatever matter."""
        return any(place != one.place for key in keys for place in self._told[key])


def _keys(day: Told) -> Iterator[tuple[object, ...]]:
    """Give what a day tells: itself, in that year and in any, and its month."""
    for parts in {(day.day, day.month), (0, day.month)}:
        yield from ((*parts, day.year), (*parts, "any year"))


def _index_of(graph: CaseGraph) -> _Index:
    return graph.once("tellings by what they give", lambda: _Index(graph))


def slips_in(graph: CaseGraph) -> Iterator[Slip]:
    """Give the days and numbers of one text that no other account of the matter has, with the nearest account."""
    index = _index_of(graph)
    for one in (one for one in index.every if one.sentence and (one.days or one.counts)):
        around, others = index.around(one), index.others(one)
        for day in one.days:
            years = (day.year, 0) if day.year else ("any year",)
            is_told = index.is_told_elsewhere(one, *((day.day, day.month, year) for year in years))
            if slip := _of_day(one, day, others, around, is_told=is_told):
                yield slip
        for count in one.counts:
            is_told = index.is_told_elsewhere(one, count[2:4])
            if not is_told and count.noun and (found := _of_count(one, count, others, around)):
                yield found


def _of_day(one: Telling, day: Told, others: list[Telling], around: Iterable[Telling], *, is_told: bool) -> Slip | None:
    known = [told for telling in around for told in telling.days]
    agreeing, found = 0, list[tuple[int, int, Telling, Told]]()
    for other in (other for other in others if other.days):
        shared = len(one.matter & other.matter)
        if other.record == one.record and one.sentence and other.sentence is None:
            before = one.sentence.own[: day.start]
            shared = max(shared, _OF_DAYS) if _own_time(one.sentence.language).search(before) else 0
        # Much happens in a month.
        if shared < _OF_DAYS or not (day.day or one.is_of_matter(other)):
            continue
        if any(day.may_be(told) and day.day <= told.day for told in other.days):
            agreeing = max(agreeing, shared)
        elif near := next(
            (told for told in other.days if day.is_near(told) and not any(map(told.may_be, known))), None
        ):
            found += [] if _is_within(day, other) else [(shared, -len(other.matter), other, near)]
    if not found:
        return None
    shared, _, other, near = max(found, key=lambda item: item[:2])
    if is_told:
        # Somebody else gives the day, of another matter perhaps; then two must give the other of this one.
        against = sum(any(map(near.may_be, same.days)) for same in others)
        is_sure = shared >= _SURELY and one.is_of_matter(other) and other.record != one.record
        if not is_sure or shared <= agreeing + 1 or against < _TWO:
            return None
    date_of_record = "-".join((f"{near.year:04d}", *(f"{part:02d}" for part in (near.month, near.day) if part)))
    stated = other.words(near.start, near.end) if other.sentence else say.date(date_of_record)
    is_sure = other.record == one.record or one.is_of_matter(other)
    return Slip(one, day.start, day.end, other, stated, is_sure)


@cache
def _own_time(language: str) -> re.Pattern[str]:
    """Return what stands in a title before the time of the thing itself."""
    words = word_list("event_dates", language if language in languages_of("event_dates") else "en")
    return re.compile(rf"(?:^\W*|[,(]\s*|\b(?:{words['on']}|{words['of']})\s+)$".replace(" ", r"\s+"), re.IGNORECASE)


def _is_within(day: Told, other: Telling) -> bool:
    """Tell whether a day lies in the time of a record."""
    first, last = other.span or (date.max, date.min)
    years = [day.year] if day.year else sorted({first.year, last.year})
    points = (point(str(day.day), day.month, str(year)) for year in years)
    return any(first <= one.last and one.first <= last for one in points if one)


def _of_count(one: Telling, count: Counted, others: list[Telling], around: Iterable[Telling]) -> Slip | None:
    known = {near.number for telling in around for near in telling.counts if near.noun == count.noun}
    found: list[tuple[int, int, Telling, Counted]] = []
    for other in others:
        shared, is_same = len(one.matter & other.matter), one.is_of_matter(other)
        for near in other.counts if shared >= _OF_NUMBERS else ():
            is_like = near.noun == count.noun and near.number not in known
            if is_like and (is_same or one_figure_apart(count.number, near.number)):
                found.append((shared, -len(other.matter), other, near))
    if not found:
        return None
    _, _, other, near = max(found, key=lambda item: item[:2])
    return Slip(one, count.start, count.end, other, other.words(near.start, near.end), one.is_of_matter(other))


def accounts_alike(graph: CaseGraph) -> Iterator[tuple[Sentence, Telling]]:
    """Give the sentences that count something with each other one that surely tells of the same matter."""
    index = _index_of(graph)
    for one in (one for one in index.every if one.counts):
        for other in index.others(one):
            if one.sentence and len(one.matter & other.matter) >= _SURELY and one.is_of_matter(other):
                yield one.sentence, other


def one_figure_apart(one: int, other: int) -> bool:
    """Tell whether two numbers differ in one figure, or in two that changed places."""
    pairs = list(zip(str(one), str(other), strict=False))
    differing = sum(a != b for a, b in pairs)
    is_turned = differing == 2 and sorted(str(one)) == sorted(str(other))
    return len(str(one)) == len(str(other)) > 1 and (differing == 1 or is_turned)
