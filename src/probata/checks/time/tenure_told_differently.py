"""A text tells the time of a post otherwise than the record of the role.

Looks at our own sentences in English for "from … to …" with two months or days, behind words that speak of a post, and
compares them with the roles of the person whose description it is, or who is named last before it. It is found where
one end is that of a role and the other is not: the same post, with another date. Other accounts of a role are taken as
told, and so are several roles one after the other.

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

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.dates_in_text import MONTHS, point
from probata.checks.finding import Finding
from probata.checks.named_people import names_of_people, person_told_of
from probata.checks.sentences import Sentence, at_words, our_sentences
from probata.checks.word_lists import any_of
from probata.diagnostics import Severity
from probata.graph.case_graph import CaseGraph
from probata.model.dates import Point, When
from probata.model.role import Role

_DATE = rf"(?:(\d{{1,2}})\s+)?({'|'.join(MONTHS)})\s+(\d{{4}})"
_PERIOD = re.compile(rf"\bfrom\s+{_DATE}\s+(?:to|until)\s+{_DATE}\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:]")
Ends = tuple[Point | None, Point | None]


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each time of a post in our texts with the roles of the person."""
    names = names_of_people(case.graph)
    for sentence in our_sentences(case.graph):
        for match in _PERIOD.finditer(sentence.own):
            if not _is_of_post(sentence, match):
                continue
            person = person_told_of(case.graph, sentence, match.start(), names)
            ends = point(*match.group(1, 2, 3)), point(*match.group(4, 5, 6))
            told = _told_otherwise(case.graph, person, ends) if person else None
            if told:
                yield _finding(case, sentence, match, told)


def _is_of_post(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether the clause before the time, or behind it where it begins the sentence, speaks of a post."""
    before = _CLAUSE.split(sentence.own[: match.start()])[-1]
    clause = before if before.strip() else sentence.own[match.end() :]
    return any_of("tenure", "in_post").search(clause) is not None


def _told_otherwise(graph: CaseGraph, person: str, ends: Ends) -> Role | None:
    """Return the role that shares one end with a told time, where no role or row of roles shares both."""
    roles = [role for role in graph.roles if role.person == person]
    starts = [role for role in roles if any(_is_told(when.start, ends[0], role, when) for when in _accounts(role))]
    stops = [role for role in roles if any(_is_told(when.end, ends[1], role, when) for when in _accounts(role))]
    return None if starts and stops else next(iter((*starts, *stops)), None)


def _accounts(role: Role) -> Iterator[When]:
    yield role.dates.stated
    yield from (account.dates for account in role.dates.other_accounts)
    yield from (ground.period for ground in role.responsibility if ground.period)
    yield from (when for when in (role.dates.possible, role.term.dates if role.term else None) if when)


def _is_told(recorded: Point | None, told: Point | None, role: Role, account: When) -> bool:
    """Tell whether two dates of their own precision can be one; what another account has to the month is no day."""
    if not recorded or not told or (account is not role.dates.stated and recorded.precision < told.precision):
        return False
    return recorded.first <= told.last and told.first <= recorded.last


def _finding(case: CheckInput, sentence: Sentence, match: re.Match[str], role: Role) -> Finding:
    text = sentence.text
    finding = case.finding(
        text.kind, text.record_id,
        f"the text says `{' '.join(match[0].split())}`, and role `{role.id}` is dated `{role.dates.stated.text}`",
        "read the sources of the role again and correct the one that is wrong, or record the other dates under "
        "`other_accounts`", at=text.loc,
    )  # fmt: skip
    return at_words(finding, case.graph, text, sentence.start + match.start(), sentence.start + match.end())


CHECK = Check("TIM121", "tenure-told-differently", Severity.WARNING, "roles", run)
