"""The findings on times: of events, authorities, bodies and lives, of posts, of titles, and days that never were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, looked_at, printed_in_all_languages, texts_in_all_languages
from probata.checks.engine.finding import Finding
from probata.checks.prose.claims import BORN, HELD, claims_in
from probata.checks.prose.compare import contradicted, differs_by_one_figure, held_otherwise
from probata.checks.prose.facts import dated_titles
from probata.checks.prose.sentences import (
    Sentence,
    finding_of_words,
    printed_saying_each,
    printed_saying_in_all_languages,
)
from probata.checks.prose.times import Day, ToldTime, days_in, times_in
from probata.checks.prose.words import LANGUAGES, word_list
from probata.checks.tenures.sure_days import are_surely_apart, is_approximate
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation
from probata.model.dates import Point
from probata.model.source_record import Source

_HAS_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_CORRECT = "correct the one that its source does not bear out, or say whose account the text follows"
_LEAP_YEAR, _FEBRUARY, _LONGEST_MONTH = 2024, 2, 31
_BEFORE_DAY = {"en": r",?\s+(?:the\s+)?", "fr": r",?\s+(?:le\s+)?", "es": r",?\s+(?:(?:el|día)\s+)*"}
"""What stands between the name of a day of the week and its date."""


def of_records(case: CheckInput) -> Iterator[Finding]:
    """Find the times that texts and titles give of an event, authority, body or death, and its record has not."""
    for sentence in printed_saying_in_all_languages(case.graph, _HAS_YEAR.search):
        for claim, fact in contradicted(case.graph, sentence) if _is_ours(case, sentence) else ():
            if claim.frame != BORN:
                words = _words(sentence, claim.time)
                yield _at(
                    case, sentence, claim.time,
                    f"the text gives {say.words(words)}, and {fact.called} is dated "
                    f"{say.date(fact.times[0])}{fact.purpose}",
                )  # fmt: skip
    times = {(one.time.first, one.time.last) for one in dated_titles(case.graph)}
    for title in dated_titles(case.graph):
        if place := differs_by_one_figure(title):
            told = times_in(title.words[place[0] : place[1]], title.language)
            # A title may name the day of another record: "Judgment on the raid of 3 May".
            if not any((one.first.first, one.first.last) in times for one in told):
                yield case.finding(
                    title.kind, title.record,
                    f"the title gives {say.words(title.words[place[0] : place[1]])}, and {title.called} is dated "
                    f"{say.date(title.time)}", _CORRECT, at=title.loc,
                )  # fmt: skip


def _is_ours(case: CheckInput, sentence: Sentence) -> bool:
    """Tell whether we say it: what an allegation of ours states is ours, though it is said to be alleged."""
    text = sentence.text
    allegation = case.graph.find("allegations", Allegation, text.record_id) if text.kind == "allegations" else None
    return not sentence.attributed or bool(allegation and not allegation.made_by and text.loc[-1] == "statement")


def of_posts(case: CheckInput) -> Iterator[Finding]:
    """Find the periods of posts that are not those of the role."""
    for sentence in printed_saying_in_all_languages(case.graph, _HAS_YEAR.search):
        for claim in claims_in(case.graph, sentence):
            role = held_otherwise(case.graph, claim) if claim.frame == HELD else None
            if role:
                yield _at(
                    case, sentence, claim.time,
                    f"the text says {say.words(_words(sentence, claim.time))}, and role {say.role(role)} is dated "
                    f"{say.date(role.dates.stated)}",
                    "read the sources of the role again and correct the one that is wrong, or record the other dates "
                    "under `other_accounts`",
                )  # fmt: skip


def of_births(case: CheckInput) -> Iterator[Finding]:
    """Find the other dates of birth in the records, and those in the texts that are none of the recorded ones."""
    for person in case.graph.people:
        first = person.birth.date
        for position, other in enumerate(person.birth.alternatives if first else ()):
            if first and other.date and are_surely_apart(first.value, other.date):
                borne_out = first.citations and other.citations
                yield case.finding(
                    "people", person.id,
                    f"{say.person(person)} was born {say.date(first.value)} by one account and {say.date(other.date)} "
                    f"by another",
                    "open both sources, and take out the date that was copied wrongly; where both stand, say in the "
                    "document which is followed and decide the finding" if borne_out
                    else "add `citations` to each of the two dates, or take out the one that nothing bears out",
                    at=("birth", "alternatives", position), severity=Severity.INFO if borne_out else None,
                )  # fmt: skip
    for sentence in printed_saying_in_all_languages(case.graph, _HAS_YEAR.search):
        for claim, fact in contradicted(case.graph, sentence):
            if claim.frame == BORN:
                yield _at(
                    case, sentence, claim.time,
                    f"the text says {say.words(_words(sentence, claim.time))}, and {say.person(claim.record)} is "
                    f"recorded as born "
                    f"{say.date(fact.times[0])}",
                    "open the source and correct the one that is wrong",
                )  # fmt: skip


def people_and_texts(case: CheckInput) -> Iterator[Looked]:
    """Give the people, then the records with a text in a language that is read."""
    yield from dict.fromkeys(
        (*looked_at(case, "people"), *texts_in_all_languages(case), *printed_in_all_languages(case))
    )


def of_sources(case: CheckInput) -> Iterator[Finding]:
    """Find, once a source, a title with a day on which it was not issued."""
    for source in case.graph.sources:
        issued = source.issued
        days = [day for day in _own_days(source) if issued and not issued.first <= day.first.first <= issued.last]
        if days and issued and not is_approximate(issued):
            yield case.finding(
                "sources", source.id,
                f"source {say.source(source)} is of {say.date(issued)}, and its title gives "
                f"{say.words(days[0].first.text)}",
                "look at the paper, and correct the one that is wrong", at=("issued",),
            )  # fmt: skip


def _own_days(source: Source) -> Iterator[ToldTime]:
    """Give the days that the titles of a source, in any language, give as the paper's own."""
    fields = ("title", "translated_title")
    titles = [getattr(source, field) for field in fields]
    titles += [texts.get(field) for texts in source.translations.values() for field in fields]
    for title in filter(None, titles):
        for language in LANGUAGES:
            for time in times_in(title, language):
                if time.first.day and not time.is_period and _is_of_the_paper(title, time, language):
                    yield time


def _is_of_the_paper(title: str, time: ToldTime, language: str) -> bool:
    before, behind = title[: time.start], title[time.end :]
    return bool((re.search(r",\s*$", before) and not behind.strip(" .")) or _paper_of(language).search(before))


@cache
def _paper_of(language: str) -> re.Pattern[str]:
    papers, of = (str(word_list("dated_titles", language)[key]).replace(" ", r"\s+") for key in ("papers", "of"))
    return re.compile(rf"(?<![\w-])(?:{papers})\s+(?:{of})\s+(?:le\s+|el\s+)?$", re.IGNORECASE)


def sources_with_days(case: CheckInput) -> Iterator[Looked]:
    """Give the sources whose title gives their own day; of one without a date it cannot be told."""
    for source in case.graph.sources:
        if any(True for _ in _own_days(source)):
            yield Looked(f"sources/{source.id}", "" if source.issued else "it has no date")


def of_no_calendar(case: CheckInput) -> Iterator[Finding]:
    """Find the days that their month has not, and those that fell on another day of the week."""
    for sentence in printed_saying_each(case.graph, LANGUAGES, lambda language: lambda own: days_in(own, language)):
        for day in days_in(sentence.own, sentence.language):
            last = Point(day.year or _LEAP_YEAR, day.month).last.day
            month = str(word_list("tenure", sentence.language)["months"][day.month - 1])
            month = month.capitalize() if sentence.language == "en" else month
            if last < day.day <= _LONGEST_MONTH or (day.year and day.day > last):
                told = f"{month} {day.year}" if day.month == _FEBRUARY and day.year else month
                yield _not_on(case, sentence, day.start, day.end, f"is no date: {told} has {last} days")
            elif day.year and 0 < day.day <= last:
                yield from _of_another_weekday(case, sentence, day, date(day.year, day.month, day.day))


def _of_another_weekday(case: CheckInput, sentence: Sentence, day: Day, then: date) -> Iterator[Finding]:
    told = _weekday_before(sentence.language).search(sentence.own[: day.start])
    fell = word_list("tenure", sentence.language)["weekdays"][then.weekday()]
    if told and told["weekday"].casefold() != fell.casefold():
        yield _not_on(case, sentence, told.start("weekday"), day.end, f"was a {fell}")


def _not_on(case: CheckInput, sentence: Sentence, start: int, end: int, what: str) -> Finding:
    words = " ".join(sentence.own[start:end].split())
    return finding_of_words(
        case, sentence.text, (sentence.start + start, sentence.start + end), f"{say.words(words)} {what}",
        "look the day up at its source, and write the date that stands there",
    )  # fmt: skip


@cache
def _weekday_before(language: str) -> re.Pattern[str]:
    """Return the name of a day of the week at the end of what stands before a date."""
    days = "|".join(word_list("tenure", language)["weekdays"])
    return re.compile(rf"(?<!\w)(?P<weekday>{days}){_BEFORE_DAY[language]}$", re.IGNORECASE)


def texts_and_titles(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a text or line of ours, which titles are too, in any language that is read."""
    titles = (Looked(f"{one.kind}/{one.record}") for one in dated_titles(case.graph))
    yield from dict.fromkeys((*printed_in_all_languages(case), *titles))


def _words(sentence: Sentence, time: ToldTime) -> str:
    return " ".join(sentence.own[time.start : time.end].split())


def _at(case: CheckInput, sentence: Sentence, time: ToldTime, message: str, help: str = _CORRECT) -> Finding:
    place = sentence.start + time.start, sentence.start + time.end
    return finding_of_words(case, sentence.text, place, message, help)
