"""A text gives a person a rank that the records do not give, or do not give for the time told of.

Looks in our English texts for a rank of armed forces or police right before the name of a person whose ranks are
recorded: in roles, posts, their titles, or the form of address. The time is a date in the sentence, or else that of the
event or allegation whose text it is. A sentence that names the rank of the time as well is left alone.

## Why it matters
Who is called General for what a Major did is not the man of the document that proves it. The rank at the time says who
could give orders to whom.

## Example
```yaml
case:
  title: Example
  summary: On 4 March 2018 Colonel Orskelin visited the north wing.
people: [{id: orskelin, name: {family: Orskelin, given: Daveth}}]
roles:
  - {id: deputy, person: orskelin, title: Deputy Commander, rank: Lieutenant Colonel, dates: 2017/2020}
  - {id: commander, person: orskelin, title: Commander, rank: Colonel, dates: 2021/2023}
```

Use instead:
```yaml
case:
  title: Example
  summary: On 4 March 2018 Lieutenant Colonel Orskelin visited the north wing.
people: [{id: orskelin, name: {family: Orskelin, given: Daveth}}]
roles:
  - {id: deputy, person: orskelin, title: Deputy Commander, rank: Lieutenant Colonel, dates: 2017/2020}
  - {id: commander, person: orskelin, title: Commander, rank: Colonel, dates: 2021/2023}
```

## When to allow it
Where the text follows a source that gives the later rank, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS
from probata.checks.quoted import quoted
from probata.checks.texts.dates_in_text import WRITTEN_DATE, point_of
from probata.checks.texts.named_people import named_people
from probata.checks.texts.sentences import Sentence, at_words, our_sentences
from probata.checks.texts.word_lists import word_list
from probata.diagnostics import Severity
from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.dates import Answer, When
from probata.model.event import Event
from probata.model.position import Position
from probata.model.role import Role

_NO_OFFICE = "".join(
    rf"(?<!{office}\s)"
    for office in ("Attorney", "Secretary", "Director", "Solicitor", "Consul", "Governor", "Inspector")
)
"""An Attorney General is no general."""
_DATE = re.compile(rf"(?<!\d){WRITTEN_DATE}", re.IGNORECASE)


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the ranks, each place once."""
    names, any_rank = named_people(case.graph), re.compile(_ranks())
    for sentence in our_sentences(case.graph):
        for person in names.named_in(sentence.own) if any_rank.search(sentence.own) else ():
            ranks = _ranks_of(case.graph, person)
            said = rf"(?<![\w-]){_NO_OFFICE}(?P<rank>{_ranks()})\s+{names.pattern(person)}"
            for match in re.finditer(said, sentence.own) if ranks else ():
                if told := _fault(case.graph, sentence, person, _plain(match["rank"]), ranks):
                    yield _finding(case, sentence, match, person, told)


@cache
def _ranks() -> str:
    return "|".join(word_list("ranks")["ranks"])


def _plain(rank: str) -> str:
    return " ".join(rank.replace("-", " ").casefold().split())


def _in(text: str | None) -> set[str]:
    return {_plain(match[0]) for match in re.finditer(rf"(?<![\w-])(?:{_ranks()})(?!\w)", text or "", re.IGNORECASE)}


def _of_role(graph: CaseGraph, role: Role) -> set[str]:
    """Return the ranks of a role; those of its posts count where it gives none itself."""
    posts = (found for seat in role.seats if (found := graph.find("positions", Position, seat.position)))
    return _in(role.rank.value if role.rank else None) or {rank for post in posts for rank in _in(post.rank)}


def _ranks_of(graph: CaseGraph, person: str) -> set[str]:
    """Return all ranks that the records give a person, in roles, posts and titles; none where no rank is recorded."""
    roles = [role for role in graph.roles if role.person == person]
    return {rank for role in roles for rank in _of_role(graph, role)} and {
        *(rank for role in roles for rank in (*_of_role(graph, role), *_in(role.title))),
        *(rank for one in graph.people if one.id == person for rank in _in(one.title)),
        *(rank for role in roles for seat in role.seats
          if (post := graph.find("positions", Position, seat.position)) for rank in _in(post.title)),
    }  # fmt: skip


def _fault(graph: CaseGraph, sentence: Sentence, person: str, rank: str, ranks: set[str]) -> str | None:
    """Say what the records have instead; `None` where they bear the rank out, or do not tell."""
    if rank not in ranks:
        return f"the records give {quoted(sorted(ranks))}"
    when = _when(graph, sentence)
    held = [role for role in graph.roles if role.person == person and when and _covers(role, when)]
    then = {found for role in held for found in (*_of_role(graph, role), *_in(role.title))}
    if not any(_of_role(graph, role) for role in held) or then & _in(sentence.own):
        return None
    return f"role `{held[0].id}` has {quoted(sorted(then))} at that time"


def _covers(role: Role, when: When) -> bool:
    return role.dates.stated.overlaps(when) is not Answer.NO


def _when(graph: CaseGraph, sentence: Sentence) -> When | None:
    """Return the one time that a sentence tells of; `None` where it tells of several, or of none."""
    points = [found for match in _DATE.finditer(sentence.own) if (found := point_of(match))]
    if points:
        return When("", points[0], points[0]) if len(points) == 1 else None
    text = sentence.text
    event = graph.find("events", Event, text.record_id) if text.kind == "events" else None
    allegation = graph.find("allegations", Allegation, text.record_id) if text.kind == "allegations" else None
    return (event.dates if event else None) or (allegation.period if allegation else None)


def _finding(case: CheckInput, sentence: Sentence, match: re.Match[str], person: str, told: str) -> Finding:
    text = sentence.text
    finding = case.finding(
        text.kind, text.record_id, f"the text says `{' '.join(match[0].split())}`, and of `{person}` {told}",
        "write the rank at the time, or record the rank with its source", at=text.loc,
    )  # fmt: skip
    return at_words(finding, case.graph, text, sentence.start + match.start(), sentence.start + match.end())


CHECK = Check("DRA132", "rank-not-of-the-time", Severity.WARNING, TEXTS, run)
