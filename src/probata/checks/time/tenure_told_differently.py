"""A text tells the time of a post otherwise than the record of the role.

Looks at our own sentences for "from … to …" and "between … and …" with two months or days, behind words that speak of a
post, in English, French and Spanish, and compares them with the roles of the person whose description it is, or who is
named last before it. It is found where one end is that of a role and the other is not: the same post, with another
date. Where the same clause names the title of a role or post of the person, or says that the person headed its body,
years are read too, and it is found where the time told begins before the role, ends after it, or has one end alone of
its two. Other accounts of a role are taken as told, and so are several roles one after the other; the dates of a term
are, where those of the role are not recorded to the day.

In English one end is enough ("until 2019", "took up … in April 2014") where the same clause names the title of a role
or post of the person, or says that the person headed its body, and says it in our own name. It is found where no role
of that title begins or ends then; one whose end is open or not known is left alone. A title may end at a short name of
its body, and "the command" or "the post" is enough of somebody with one post that is charged, where no other of theirs
begins or ends then.

## Why it matters
A document that dates a post in two ways is believed in neither, and command turns on the day.

## Example
```yaml
case:
  title: Example
people:
  - id: solvan
    name: {family: Solvan, given: Ardel}
    description: From 1 February 2015 to 31 August 2017 he headed North Prison.
roles:
  - id: head
    person: solvan
    title: Head of North Prison
    dates: 2015-03-01/2017-08-31
```

Use instead:
```yaml
case:
  title: Example
people:
  - id: solvan
    name: {family: Solvan, given: Ardel}
    description: From 1 March 2015 to 31 August 2017 he headed North Prison.
roles:
  - id: head
    person: solvan
    title: Head of North Prison
    dates: 2015-03-01/2017-08-31
```

## When to allow it
Where the text tells what one source says and says so: better record it under `other_accounts` of the role.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.texts.dates_in_text import ToldTime
from probata.checks.texts.markdown_texts import MarkdownText
from probata.checks.texts.told_dates import Ends, told_tenures
from probata.checks.texts.told_ends import told_ends
from probata.checks.texts.told_terms import ToldTerm, told_terms
from probata.checks.texts.word_findings import finding_of_words
from probata.diagnostics import Severity
from probata.graph.case_graph import CaseGraph
from probata.model.dates import Point, When
from probata.model.role import Role

_DAY = 3
"""The precision of a date with its day."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each time of a post in our texts with the roles of the person."""
    found: set[tuple[object, ...]] = set()
    for told in told_tenures(case.graph):
        role = _told_otherwise(case.graph, told.person, told.ends)
        if role:
            found.add((told.sentence.text.record_id, told.sentence.text.loc, told.start))
            yield _finding(case, told.sentence.text, (told.start, told.end), told.words, role)
    for term in told_terms(case.graph):
        is_told = (term.sentence.text.record_id, term.sentence.text.loc, term.start) in found
        if not is_told and _lies_outside(term):
            yield _finding(case, term.sentence.text, (term.start, term.end), term.words, term.roles[0])
    for end in told_ends(case.graph):
        if not any(_may_be_told(role, end.time, is_start=end.is_start) for role in end.roles):
            start, stop = (end.sentence.start + at for at in (end.time.start, end.time.end))
            words = ("from " if end.is_start else "until ") + " ".join(end.words.split())
            yield _finding(case, end.sentence.text, (start, stop), words, end.roles[0])


def _lies_outside(term: ToldTerm) -> bool:
    """Tell whether a period begins before the roles that it names, ends after them, or has one end alone of theirs.

    One that lies within them with both of its ends may be a part of the time.
    """
    agrees = [any(_may_be_told(role, end, is_start=first) for role in term.roles)
              for end, first in zip(term.ends, (True, False), strict=True)]  # fmt: skip
    if agrees[0] != agrees[1]:
        return True
    accounts = [when for role in term.roles for when in _accounts(role)]
    return not agrees[0] and (
        all(term.ends[0].last < when.first for when in accounts)
        or all(term.ends[1].first > when.last for when in accounts)
    )


def _told_otherwise(graph: CaseGraph, person: str, ends: Ends) -> Role | None:
    """Return the role that shares one end with a told time, where no role or row of roles shares both."""
    roles = graph.roles_of(person)
    starts = [role for role in roles if any(_is_told(when.start, ends[0], role, when) for when in _accounts(role))]
    stops = [role for role in roles if any(_is_told(when.end, ends[1], role, when) for when in _accounts(role))]
    return None if starts and stops else next(iter((*starts, *stops)), None)


def _accounts(role: Role) -> Iterator[When]:
    yield role.dates.stated
    yield from (account.dates for account in role.dates.other_accounts)
    yield from (ground.period for ground in role.responsibility if ground.period)
    yield from (seat.dates for seat in role.seats if seat.dates)
    # A term is not how long its member held the seat, where both ends of that are recorded to the day.
    ends = role.dates.stated.start, role.dates.stated.end
    is_exact = all(end and end.precision == _DAY and not end.approximate for end in ends)
    term = role.term.dates if role.term and not is_exact else None
    yield from (when for when in (role.dates.possible, term) if when)


def _is_told(recorded: Point | None, told: Point | None, role: Role, account: When) -> bool:
    """Tell whether two dates of their own precision can be one; what another account has to the month is no day."""
    if not recorded or not told or (account is not role.dates.stated and recorded.precision < told.precision):
        return False
    return recorded.first <= told.last and told.first <= recorded.last


def _may_be_told(role: Role, told: Point | ToldTime, *, is_start: bool) -> bool:
    """Tell whether an end may be that of a role; one that is open, about so, or not known may be any."""
    if not (role.dates.start_known if is_start else role.dates.end_known):
        return True
    first, last = (told.first, told.last) if isinstance(told, Point) else (told.first.first, told.first.last)
    for when in _accounts(role):
        known = when.start if is_start else when.end
        if known is None or known.approximate or (known.first <= last and first <= known.last):
            return True
    return False


def _finding(case: CheckInput, text: MarkdownText, place: tuple[int, int], words: str, role: Role) -> Finding:
    return finding_of_words(
        case, text, place,
        f"the text says `{words}`, and role `{role.id}` is dated `{role.dates.stated.text}`",
        "read the sources of the role again and correct the one that is wrong, or record the other dates under "
        "`other_accounts`",
    )  # fmt: skip


CHECK = Check(
    "TIM121", "tenure-told-differently", Severity.WARNING, "texts and lines", run, looks_at=printed_in_all_languages
)
