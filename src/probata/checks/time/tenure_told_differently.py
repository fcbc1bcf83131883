"""A text tells the time of a post otherwise than the record of the role.

Looks at our own sentences for "from … to …" and "between … and …" with two months or days, behind words that speak of a
post, in English, French and Spanish, and compares them with the roles of the person whose description it is, or who is
named last before it. It is found where one end is that of a role and the other is not: the same post, with another
date. Where the same clause names the title of a role or post of the person, or says that the person headed its body,
years are read too, and it is found where the time told begins before the role, ends after it, or has one end alone of
its two. Other accounts of a role are taken as told, and so are several roles one after the other; the dates of a term
are, where those of the role are not recorded to the day.

In English one end is enough ("until 2019", "took up … in April 2014", "was dismissed on 3 May", "its director until
June") where the clause names the title of a role or post of the person, or says that the person headed its body, and
says it in our own name. The title may also stand alone ("its director"), or before the verb, where the person of that
title is named before it or the sentence cites a source of their role. It is found where no role of that title begins or
ends then; one whose end is open or not known is left alone. "The command", "the post" or no post at all is enough of
somebody with one post that is charged, where no other of theirs begins or ends then. An appointment may come before the
role begins, and not after it; before it is a note where the role is recorded to have begun by the appointment and no
source of that time is cited for it.

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
from probata.checks.tenures.ends_of_roles import accounts_of, began_by_another, may_be_appointment, may_be_end
from probata.checks.texts.forms_of_ends import End
from probata.checks.texts.markdown_texts import MarkdownText
from probata.checks.texts.told_dates import Ends, told_tenures
from probata.checks.texts.told_ends import ToldEnd, told_ends
from probata.checks.texts.told_terms import ToldTerm, told_terms
from probata.checks.texts.word_findings import finding_of_words
from probata.diagnostics import Severity
from probata.graph.case_graph import CaseGraph
from probata.model.dates import Point, When
from probata.model.role import Role


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
    yield from (one for end in told_ends(case.graph) for one in _of_end(case, end))


def _of_end(case: CheckInput, told: ToldEnd) -> Iterator[Finding]:
    """Find an end that no role named can have; an appointment before a role that began by one is only noted."""
    start, stop = (told.sentence.start + at for at in (told.time.start, told.time.end))
    words = f"{told.end.value} {' '.join(told.words.split())}"
    place = told.sentence.text, (start, stop), words, told.roles[0]
    if told.end is End.APPOINTED:
        if not any(may_be_appointment(role, told) for role in told.roles):
            yield _finding(case, *place)
        elif all(began_by_another(case.graph, role, told) for role in told.roles):
            yield _finding(case, *place, severity=Severity.INFO)
    elif not any(
        may_be_end(role, told.time.first, is_start=told.end is End.START, has_year=told.has_year) for role in told.roles
    ):
        yield _finding(case, *place)


def _lies_outside(term: ToldTerm) -> bool:
    """Tell whether a period begins before the roles that it names, ends after them, or has one end alone of theirs.

    One that lies within them with both of its ends may be a part of the time.
    """
    agrees = [any(may_be_end(role, end, is_start=first) for role in term.roles)
              for end, first in zip(term.ends, (True, False), strict=True)]  # fmt: skip
    if agrees[0] != agrees[1]:
        return True
    accounts = [when for role in term.roles for when in accounts_of(role)]
    return not agrees[0] and (
        all(term.ends[0].last < when.first for when in accounts)
        or all(term.ends[1].first > when.last for when in accounts)
    )


def _told_otherwise(graph: CaseGraph, person: str, ends: Ends) -> Role | None:
    """Return the role that shares one end with a told time, where no role or row of roles shares both."""
    roles = graph.roles_of(person)
    starts = [role for role in roles if any(_is_told(when.start, ends[0], role, when) for when in accounts_of(role))]
    stops = [role for role in roles if any(_is_told(when.end, ends[1], role, when) for when in accounts_of(role))]
    return None if starts and stops else next(iter((*starts, *stops)), None)


def _is_told(recorded: Point | None, told: Point | None, role: Role, account: When) -> bool:
    """Tell whether two dates of their own precision can be one; what another account has to the month is no day."""
    if not recorded or not told or (account is not role.dates.stated and recorded.precision < told.precision):
        return False
    return recorded.first <= told.last and told.first <= recorded.last


def _finding(
    case: CheckInput, text: MarkdownText, place: tuple[int, int], words: str, role: Role,
    severity: Severity | None = None,
) -> Finding:  # fmt: skip
    return finding_of_words(
        case, text, place,
        f"the text says `{words}`, and role `{role.id}` is dated `{role.dates.stated.text}`",
        "read the sources of the role again and correct the one that is wrong, or record the other dates under "
        "`other_accounts`", severity=severity,
    )  # fmt: skip


CHECK = Check(
    "TIM121", "tenure-told-differently", Severity.WARNING, "texts and lines", run, looks_at=printed_in_all_languages
)
