"""The findings on times: of events, authorities, bodies and lives, of posts, of titles, and days that never were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from itertools import chain

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, compared_texts, itself, records_of, together
from probata.checks.engine.finding import Finding
from probata.checks.prose.claims import BORN, HELD, SINCE, Claim, claims_in
from probata.checks.prose.facts import Fact, fact_of
from probata.checks.prose.sentences import Sentence, finding_in, saying
from probata.checks.prose.times import Day, StatedTime, days_in, times_in
from probata.checks.prose.words import LANGUAGES, word_list
from probata.checks.tenures.sure_days import are_surely_apart, is_approximate
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.dates import Point, When
from probata.model.position import Position
from probata.model.role import Role
from probata.model.source_record import Source
from probata.model.typed_dates import months_of

_DAY = 3
"""The precision of a date with its day."""


def accounts_of(role: Role) -> Iterator[When]:
    """Give every time that is recorded of a role, its own first."""
    yield role.dates.stated
    yield from (account.dates for account in role.dates.other_accounts)
    yield from (ground.period for ground in role.responsibility if ground.period)
    yield from (seat.dates for seat in role.seats if seat.dates)
    # A term is not how long its member held the seat, where both ends of that are recorded to the day.
    ends = role.dates.stated.start, role.dates.stated.end
    is_exact = all(end and end.precision == _DAY and not end.approximate for end in ends)
    term = role.term.dates if role.term and not is_exact else None
    yield from (when for when in (role.dates.possible, term) if when)


def may_be_end(role: Role, told: Point, *, is_start: bool) -> bool:
    """Tell whether a date may be an end of a role; an end that is open, about so, or not known may be any."""
    if not (role.dates.start_known if is_start else role.dates.end_known):
        return True
    for when in accounts_of(role):
        known = when.start if is_start else when.end
        if known is None or known.approximate or (known.first <= told.last and told.first <= known.last):
            return True
    return False


_YEAR = 1


def contradicted(graph: CaseGraph, sentence: Sentence) -> Iterator[tuple[Claim, Fact]]:
    """Give the claims of a sentence, other than of posts, whose time surely is none that the records have."""
    for claim in claims_in(graph, sentence):
        fact = fact_of(graph, claim) if claim.frame not in {HELD, SINCE} else None
        if fact and all(is_apart(claim.time, when) for when in fact.times):
            yield claim, fact


def is_apart(told: StatedTime, recorded: When) -> bool:
    """Tell whether an end of a time surely lies outside another."""
    return any(point.last < recorded.first or recorded.last < point.first for point in (told.first, told.last))


def held_otherwise(graph: CaseGraph, claim: Claim) -> Role | None:
    """Return the role that a claim of a post held tells otherwise; `None` where it may be told right."""
    named = _roles_named(graph, claim)
    time, roles = claim.time, graph.roles_of(claim.record)
    if claim.frame == SINCE:
        begins = any(may_be_end(role, time.first, is_start=True) for role in named or roles)
        return None if begins else next(iter(named or roles), None)
    role = next(iter(named), None) if named and _lies_outside(named, time) else None
    if role or not (time.first.month and time.last.month):
        return role
    return _of_one_end(roles, time)


def _roles_named(graph: CaseGraph, claim: Claim) -> tuple[Role, ...]:
    """Return the roles of the person that a clause names; another term in the same post counts too."""
    own = graph.roles_of(claim.record)
    named = [role for role in own if _is_named(graph, role, claim.roles)]
    titles, posts = {one.title for one in named}, {seat.position for one in named for seat in one.seats}
    return tuple(role for role in own if role.title in titles or posts & {seat.position for seat in role.seats})


def _is_named(graph: CaseGraph, role: Role, named: tuple[str, ...]) -> bool:
    posts = [post for seat in role.seats if (post := graph.find("positions", Position, seat.position))]
    keys = {f"roles/{role.id}", *(f"positions/{post.id}" for post in posts), *(f"bodies/{post.body}" for post in posts)}
    return bool(keys & set(named))


def _lies_outside(roles: tuple[Role, ...], time: StatedTime) -> bool:
    """Tell whether a time begins before some roles, ends after them, or has one end alone of theirs.

    One that lies within them with both of its ends may be a part of the time.
    """
    starts = any(may_be_end(role, time.first, is_start=True) for role in roles)
    stops = any(may_be_end(role, time.last, is_start=False) for role in roles)
    if starts != stops:
        return True
    accounts = [when for role in roles for when in accounts_of(role)]
    return not starts and (
        all(time.first.last < when.first for when in accounts) or all(time.last.first > when.last for when in accounts)
    )


def _of_one_end(roles: tuple[Role, ...], time: StatedTime) -> Role | None:
    """Return the role that shares one end with a told time, where no role or row of roles shares both."""
    starts = [
        role for role in roles if any(_is_stated(when.start, time.first, role, when) for when in accounts_of(role))
    ]
    stops = [role for role in roles if any(_is_stated(when.end, time.last, role, when) for when in accounts_of(role))]
    return None if starts and stops else next(iter((*starts, *stops)), None)


def _is_stated(recorded: Point | None, told: Point, role: Role, account: When) -> bool:
    """Tell whether two dates of their own precision can be one; what another account has to the month is no day."""
    if not recorded or (account is not role.dates.stated and recorded.precision < told.precision):
        return False
    return recorded.first <= told.last and told.first <= recorded.last


_HAS_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_CORRECT = "correct the one that its source does not bear out, or say whose account the text follows"
_LEAP_YEAR, _FEBRUARY, _LONGEST_MONTH = 2024, 2, 31
_BEFORE_DAY = {"en": r",?\s+(?:the\s+)?", "fr": r",?\s+(?:le\s+)?", "es": r",?\s+(?:(?:el|día)\s+)*"}
"""What stands between the name of a day of the week and its date."""


@check("TIM174", Severity.WARNING, "texts and lines", looks_at=compared_texts)
def event_date_mismatch(case: CheckInput) -> Iterator[Finding]:
    for sentence in saying(case.graph, "compared", _HAS_YEAR.search):
        for claim, fact in contradicted(case.graph, sentence) if _is_ours(case, sentence) else ():
            if claim.frame != BORN:
                words = _words(sentence, claim)
                yield _at(
                    case, sentence, claim.time,
                    f"the text gives {say.words(words)}, and {fact.called} is dated "
                    f"{say.date(fact.times[0])}{fact.purpose}",
                )  # fmt: skip


def _is_ours(case: CheckInput, sentence: Sentence) -> bool:
    """Tell whether we say it: what an allegation of ours states is ours, though it is said to be alleged."""
    text = sentence.text
    if text.kind == "statements":
        return True
    allegation = case.graph.find("allegations", Allegation, text.record_id) if text.kind == "allegations" else None
    return not sentence.attributed or bool(allegation and not allegation.made_by and text.loc[-1] == "statement")


@check("TIM121", Severity.WARNING, "texts and lines", looks_at=compared_texts)
def tenure_mismatch(case: CheckInput) -> Iterator[Finding]:
    for sentence in saying(case.graph, "compared", _HAS_YEAR.search):
        for claim in claims_in(case.graph, sentence):
            role = held_otherwise(case.graph, claim) if claim.frame in {HELD, SINCE} else None
            if role:
                yield _at(
                    case, sentence, claim.time,
                    f"the text says {say.words(_words(sentence, claim))}, and role {say.role(role)} is dated "
                    f"{say.date(role.dates.stated)}",
                    "read the sources of the role again and correct the one that is wrong, or record the other dates "
                    "under `other_accounts`",
                )  # fmt: skip


@check("STR134", Severity.WARNING, "people and texts", looks_at=together(records_of("people"), compared_texts))
def birth_date_mismatch(case: CheckInput) -> Iterator[Finding]:
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
    for sentence in saying(case.graph, "compared", _HAS_YEAR.search):
        for claim, fact in contradicted(case.graph, sentence):
            if claim.frame == BORN:
                yield _at(
                    case, sentence, claim.time,
                    f"the text says {say.words(_words(sentence, claim))}, and {say.person(claim.record)} is recorded "
                    f"as born {say.date(fact.times[0])}",
                    "open the source and correct the one that is wrong",
                )  # fmt: skip


@check("TIM192", Severity.INFO, "sources titled with a day", looks_at=itself)
def title_date_mismatch(case: CheckInput) -> Iterator[Finding | Looked]:
    for source in case.graph.sources:
        issued, own = source.issued, list(_own_days(source))
        if own:
            yield Looked(f"sources/{source.id}", "" if issued else "it has no date")
        days = [day for day in own if issued and not issued.first <= day.first.first <= issued.last]
        if days and issued and not is_approximate(issued):
            yield case.finding(
                "sources", source.id,
                f"source {say.source(source)} is of {say.date(issued)}, and its title gives "
                f"{say.words(days[0].first.text)}",
                "look at the paper, and correct the one that is wrong", at=("issued",),
            )  # fmt: skip


def _own_days(source: Source) -> Iterator[StatedTime]:
    """Give the days that the titles of a source, in any language, give as the paper's own."""
    fields = ("title", "translated_title")
    titles = [getattr(source, field) for field in fields]
    titles += [texts.get(field) for texts in source.translations.values() for field in fields]
    for title in filter(None, titles):
        for language in LANGUAGES:
            for time in times_in(title, language):
                if time.first.day and not time.is_period and _is_of_the_paper(title, time, language):
                    yield time


def _is_of_the_paper(title: str, time: StatedTime, language: str) -> bool:
    before, behind = title[: time.start], title[time.end :]
    return bool((re.search(r",\s*$", before) and not behind.strip(" .")) or _paper_of(language).search(before))


@cache
def _paper_of(language: str) -> re.Pattern[str]:
    papers, of = (str(word_list("dated_titles", language)[key]).replace(" ", r"\s+") for key in ("papers", "of"))
    return re.compile(rf"(?<![\w-])(?:{papers})\s+(?:{of})\s+(?:le\s+|el\s+)?$", re.IGNORECASE)


@check("TIM193", Severity.WARNING, "texts and lines", looks_at=compared_texts)
def impossible_date(case: CheckInput) -> Iterator[Finding]:
    found = (saying(case.graph, "compared", partial(days_in, language=one), one) for one in LANGUAGES)
    for sentence in chain.from_iterable(found):
        for day in days_in(sentence.own, sentence.language):
            last = Point(day.year or _LEAP_YEAR, day.month).last.day
            month = months_of(sentence.language)[day.month - 1]
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
    return finding_in(
        case, sentence, (start, end), f"{say.words(sentence.words(start, end))} {what}",
        "look the day up at its source, and write the date that stands there",
    )  # fmt: skip


@cache
def _weekday_before(language: str) -> re.Pattern[str]:
    """Return the name of a day of the week at the end of what stands before a date."""
    days = "|".join(word_list("tenure", language)["weekdays"])
    return re.compile(rf"(?<!\w)(?P<weekday>{days}){_BEFORE_DAY[language]}$", re.IGNORECASE)


def _words(sentence: Sentence, claim: Claim) -> str:
    return sentence.words(claim.time.start, claim.time.end)


def _at(case: CheckInput, sentence: Sentence, time: StatedTime, message: str, help: str = _CORRECT) -> Finding:
    return finding_in(case, sentence, (time.start, time.end), message, help)
