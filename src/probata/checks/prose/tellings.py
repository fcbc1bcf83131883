"""What the texts, statements and records of a case tell, so that two accounts of one matter can be compared.

Two are of one matter where they share words. A day, a month or a number of things that nothing else in the case gives is
likely a slip where another account of the same has one that differs in a single figure, and this text has not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from probata.checks.engine.case import Loc
from probata.checks.prose.mentions import mentions_in
from probata.checks.prose.sentences import Sentence, compared_sentences
from probata.checks.prose.times import days_in, point, times_in
from probata.checks.prose.values import Counted, counted_in, matter_of
from probata.diagnostics import say
from probata.graph.case_graph import CaseGraph
from probata.graph.dated import dated_in_statement, dated_things
from probata.model.dates import Point, When
from probata.model.language import primary
from probata.model.person import Person
from probata.model.role import Role
from probata.model.statement import Statement

_SHARED = 2
"""Words that two accounts of a day share at least, beside the day."""
_SHARED_OF_NUMBERS, _SURELY, _SHARE = 3, 4, 0.6
"""Words that accounts of a number share, and those that two of one matter surely share, with their part of the shorter."""


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

    def is_given_by(self, other: Told) -> bool:
        """Tell whether another gives the same, or a day of the month."""
        return self.may_be(other) and (not self.day or bool(other.day))

    def is_near(self, other: Told) -> bool:
        """Tell whether both give the same parts, or the other the year too, and one part differs."""
        if bool(self.day) != bool(other.day) or (self.year and not other.year):
            return False
        if self.year and self.year != other.year and not one_figure_apart(self.year, other.year):
            return False
        return sum(a != b for a, b in zip(self[2:], other[2:], strict=True) if a) == 1


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

    @property
    def place(self) -> tuple[str, Loc, int]:
        """Where it stands: the record, its field and the paragraph."""
        before = self.sentence.text.value[: self.sentence.start] if self.sentence else ""
        return self.record, self.field, before.count("\n\n")


def tellings_of(graph: CaseGraph) -> tuple[Telling, ...]:
    """Return what is told in the language of the case, by texts, statements and the dates of records."""
    return graph.once("tellings", lambda: (*_of_texts(graph), *_of_records(graph)))


def _of_texts(graph: CaseGraph) -> Iterator[Telling]:
    language = primary(graph.case.language)
    for sentence in compared_sentences(graph, language):
        own, text = sentence.own, sentence.text
        made = graph.find("statements", Statement, text.record_id) if text.kind == "statements" else None
        maker = {f"people/{made.person}"} if made else set()
        yield Telling(
            f"{text.kind}/{text.record_id}", text.loc, _matter(graph, _CITED.sub(" ", sentence.raw), language) | maker, tuple(_days(own, language)),
            counted_in(own, language), sentence,
        )  # fmt: skip


def _matter(graph: CaseGraph, text: str, language: str) -> frozenset[str]:
    """Return what a text is about: a recorded name is one word, and the words that it quotes may be the title of a work."""
    names = [one for one in mentions_in(graph, text) if one.kind != "posts"]
    for one in names:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return matter_of(text, language) | {f"{one.kind}/{one.ids[0]}" for one in names}


_CITED = re.compile(r"\[[^\[\]]*@[^\[\]]*\]|\{\{[^{}]*\}\}|https?://\S+")


def _days(text: str, language: str) -> Iterator[Told]:
    """Give the days and months of a text; the first day of a period has the year of the last."""
    times = times_in(text, language)
    for time in times:
        points = (time.first, time.last) if time.is_period else (time.first,)
        yield from (Told(time.start, time.end, *_parts(one)) for one in points if one.month)
    taken = [(time.start, time.end) for time in times]
    for one in days_in(text, language):
        if not any(start <= one.start and one.end <= end for start, end in taken):
            yield Told(one.start, one.end, one.day, one.month, one.year or 0)


def _parts(point: Point) -> tuple[int, int, int]:
    return point.day, point.month, point.year


def _of_records(graph: CaseGraph) -> Iterator[Telling]:
    language = primary(graph.case.language)
    in_statements = (one for made in graph.statements for one in dated_in_statement(made))
    dated: list[tuple[str, str, Loc, When | None]] = [
        *((one.kind, one.record, one.at, one.when) for one in (*dated_things(graph), *in_statements)),
        *(("sources", one.id, ("issued",), one.issued) for one in graph.sources),
    ]
    for kind, key, at, when in dated:
        points = [point for point in ((when.start, when.end) if when else ()) if point and point.month]
        if when and points and not any(point.approximate for point in points):
            days = tuple(Told(0, 0, *_parts(point)) for point in points)
            matter = _matter(graph, " ; ".join(_called(graph, kind, key)), language)
            yield Telling(f"{kind}/{key}", at, matter, days, span=(when.first, when.last))


def _called(graph: CaseGraph, kind: str, key: str) -> Iterator[str]:
    """Give the words of a record on what it is."""
    record = graph.records.get(kind, {}).get(key)
    fields = (getattr(record, name, None) for name in ("title", "translated_title", "name", "description"))
    yield from (field for field in fields if isinstance(field, str))
    if isinstance(record, Role) and (person := graph.find("people", Person, record.person)):
        yield person.name.display


class Slip(NamedTuple):
    """What one account tells otherwise than another."""

    telling: Telling
    start: int
    end: int
    other: Telling
    stated: str
    """What the other account has, as a finding says it."""


class _Index:
    """The tellings of a case by what they give: parts of days, and things that are counted."""

    def __init__(self, graph: CaseGraph) -> None:
        self.every = tellings_of(graph)
        self._by_part: defaultdict[tuple[str, int, int], dict[int, Telling]] = defaultdict(dict)
        self.by_noun: defaultdict[str, dict[int, Telling]] = defaultdict(dict)
        self.in_place: defaultdict[tuple[str, Loc, int], list[Telling]] = defaultdict(list)
        for position, one in enumerate(self.every):
            self.in_place[one.place].append(one)
            for day in one.days:
                for key in _parts_of(day):
                    self._by_part[key][position] = one
            for count in one.counts:
                self.by_noun[count.noun][position] = one

    def with_parts_of(self, day: Told) -> list[Telling]:
        """Return the accounts that have two parts of a day in common with it."""
        return list({at: one for key in _parts_of(day) for at, one in self._by_part[key].items()}.values())


def _index_of(graph: CaseGraph) -> _Index:
    return graph.once("tellings by what they give", lambda: _Index(graph))


def _parts_of(day: Told) -> tuple[tuple[str, int, int], ...]:
    return ("day and month", day.day, day.month), ("month", day.month, day.year), ("day and year", day.day, day.year)


def slips_in(graph: CaseGraph) -> Iterator[Slip]:
    """Give the days and numbers of one text that no other account of the matter has, with the nearest account."""
    index = _index_of(graph)
    for one in index.every:
        if one.sentence:
            own = index.in_place[one.place]
            slips = chain(
                (_of_day(one, day, index.with_parts_of(day), own) for day in one.days),
                (_of_count(one, count, index.by_noun[count.noun].values(), own) for count in one.counts if count.noun),
            )
            yield from filter(None, slips)


def _of_day(one: Telling, day: Told, others: Iterable[Telling], own: Sequence[Telling]) -> Slip | None:
    known = [other for telling in own for other in telling.days]
    borne_out, found = [0], []
    for position, other in enumerate(others):
        shared = len(one.matter & other.matter)
        if other.place == one.place:
            continue
        if any(day.is_given_by(told) for told in other.days):
            borne_out.append(shared + 1)
        elif shared >= _SHARED and not _is_within(day, other) and (other.sentence or other.record != one.record):
            near = next((told for told in other.days if day.is_near(told) and not any(map(told.may_be, known))), None)
            found += [(shared, -len(other.matter), -position, other, near)] if near else []
    if not found:
        return None
    shared, _, _, other, near = max(found, key=lambda item: item[:3])
    is_same = shared >= _SURELY and _is_same(one, other)
    is_likely = len(borne_out) == 1 or (is_same and shared > max(borne_out))
    return Slip(one, day.start, day.end, other, _written(near, other)) if is_likely else None


def _is_same(one: Telling, other: Telling) -> bool:
    return len(one.matter & other.matter) >= _SHARE * min(len(one.matter), len(other.matter))


def _written(told: Told, telling: Telling) -> str:
    if telling.sentence:
        return say.words(" ".join(telling.sentence.own[told.start : told.end].split()))
    return say.date("-".join((f"{told.year:04d}", *(f"{part:02d}" for part in (told.month, told.day) if part))))


def _is_within(day: Told, other: Telling) -> bool:
    """Tell whether a day lies in the time of a record."""
    if other.span is None:
        return False
    first, last = other.span
    points = (
        point(str(day.day), day.month, str(year)) for year in ([day.year] if day.year else {first.year, last.year})
    )
    return any(first <= one.last and one.first <= last for one in points if one)


def _of_count(one: Telling, count: Counted, others: Iterable[Telling], own: Sequence[Telling]) -> Slip | None:
    known = {other.number for telling in own for other in telling.counts if other.noun == count.noun}
    found = []
    for position, other in enumerate(others):
        numbers = [near for near in other.counts if near.noun == count.noun]
        if other.place == one.place or other.sentence is None:
            continue
        if any(near.number == count.number for near in numbers):
            return None
        shared = len(one.matter & other.matter)
        alike = (near for near in numbers if _is_same(one, other) or one_figure_apart(count.number, near.number))
        near = next((near for near in alike if near.number not in known), None)
        found += [(shared, -len(other.matter), -position, other, near)] if near and shared >= _SHARED_OF_NUMBERS else []
    if not found:
        return None
    _, _, _, other, near = max(found, key=lambda item: item[:3])
    stated = other.sentence.own[near.start : near.end] if other.sentence else ""
    return Slip(one, count.start, count.end, other, say.words(" ".join(stated.split())))


def accounts_alike(graph: CaseGraph) -> Iterator[tuple[Telling, Telling]]:
    """Give the sentences that count something with each other one that surely tells of the same matter."""
    index = _index_of(graph)
    for one in index.every:
        others = {at: other for count in one.counts for at, other in index.by_noun[count.noun].items() if count.noun}
        for other in others.values():
            if other.place != one.place and len(one.matter & other.matter) >= _SURELY and _is_same(one, other):
                yield one, other


def one_figure_apart(one: int, other: int) -> bool:
    """Tell whether two numbers differ in one figure, or in two that changed places."""
    a, b = str(one), str(other)
    differing = sum(x != y for x, y in zip(a, b, strict=False))
    return len(a) == len(b) > 1 and (differing == 1 or (differing == 2 and sorted(a) == sorted(b)))
