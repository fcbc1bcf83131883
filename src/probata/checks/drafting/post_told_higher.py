"""A deputy is told as the head.

Looks at our English sentences that name a person of whom a role or its post is recorded with a lesser title, “Deputy
Head of the Custody Department”, “Vice-Chair of the Commission”, and at what a person's record says of the present.
Found is the title without that word behind “is”, “was”, “as”, “became” or a comma, where a word of what it is a post of
follows, and no other role of the person has that title. The lesser words are those of the list `tenure`.

## Why it matters
The head answers for the whole, the deputy for what was given to him. Who is made the head in one sentence is cleared by
the appointment that proves him the deputy.

## Example
```yaml
case: {title: Example, summary: "Daveth Orskelin is Head of the department that runs every prison."}
people: [{id: orskelin, name: {family: Orskelin, given: Daveth}}]
roles: [{id: r, person: orskelin, title: Deputy Head of the Custody Department, dates: 2023/..}]
```

Use instead:
```yaml
case: {title: Example, summary: "Daveth Orskelin is Deputy Head of the department that runs every prison."}
people: [{id: orskelin, name: {family: Orskelin, given: Daveth}}]
roles: [{id: r, person: orskelin, title: Deputy Head of the Custody Department, dates: 2023/..}]
```

## When to allow it
Where the person stood in for the head at the time: better to record that as a role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, printed_texts
from probata.checks.texts.marked_clauses import listed_words
from probata.checks.texts.named_people import named_people
from probata.checks.texts.post_titles import bare_title
from probata.checks.texts.printed_sentences import printed_sentences
from probata.checks.texts.role_titles import titles_of
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.word_findings import finding_of_words
from probata.diagnostics import Severity
from probata.graph.case_graph import CaseGraph
from probata.model.role import Role

_WORD = re.compile(r"[^\W\d_]{5,}")
_BEHIND = 6
"""Words behind a title in which what it is a post of is named."""


class _Lesser(NamedTuple):
    """A role with a lesser title."""

    role: Role
    lesser: str
    """The word that makes it lesser, as it is recorded."""
    higher: re.Pattern[str]
    """The title without that word, as texts give it to somebody; `of` is what follows."""
    things: frozenset[str]
    """The words of what it is a post of."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the titles that lost their lesser word."""
    lesser = _lesser_roles(case.graph)
    for sentence in printed_sentences(case.graph) if lesser else ():
        for person in _persons_of(case.graph, sentence):
            for one in lesser.get(person, ()):
                for match in one.higher.finditer(sentence.own):
                    if _things(match["of"]) & one.things:
                        yield _finding(case, sentence, match, one)


def _persons_of(graph: CaseGraph, sentence: Sentence) -> tuple[str, ...]:
    """Return the one person whom a sentence names, or whose record it is; nobody where it names several."""
    if sentence.text.kind == "people":
        return (sentence.text.record_id,)
    named = named_people(graph).named_in(sentence.own)
    return named if len(named) == 1 else ()


def _finding(case: CheckInput, sentence: Sentence, match: re.Match[str], one: _Lesser) -> Finding:
    start = sentence.start + match.start("title")
    return finding_of_words(
        case, sentence.text, (start, sentence.start + match.end("title")),
        f"the text says `{' '.join(match['title'].split())}`, and role `{one.role.id}` is recorded with `{one.lesser}` "
        "before it",
        "write the title as it is recorded, or record the higher post with its source",
    )  # fmt: skip


def _lesser_roles(graph: CaseGraph) -> dict[str, list[_Lesser]]:
    """Return the roles with a lesser title, by person; without those whose person held the higher post too."""
    found: dict[str, list[_Lesser]] = {}
    for role in graph.roles:
        for title in dict.fromkeys(titles_of(graph, role)):
            match = _lesser_word().match(title)
            one = _as_lesser(role, match[0], title[match.end() :]) if match else None
            if one and not _held(graph, role, one):
                found.setdefault(role.person, []).append(one)
                break
    return found


def _as_lesser(role: Role, lesser: str, rest: str) -> _Lesser | None:
    bare = bare_title(rest)
    things = _things(rest[len(bare) :])
    if not things:
        return None
    given = r"(?:\b(?:is|was|as|became|being|remains)\s+(?:now\s+|then\s+)?(?:the\s+)?|,\s+(?:the\s+)?|\A\s*)"
    behind = rf"(?P<of>(?:\s+[\w’'-]+){{1,{_BEHIND}}})"
    return _Lesser(
        role, lesser.strip(" -"), re.compile(rf"{given}(?P<title>{re.escape(bare)})(?=\s+of\b){behind}"), things
    )


def _things(words: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(words))


def _held(graph: CaseGraph, role: Role, one: _Lesser) -> bool:
    """Tell whether another role of the person has the higher title of the same thing."""
    others = (other for other in graph.roles_of(role.person) if other.id != role.id)
    titles = (f"is {title}" for other in others for title in titles_of(graph, other))
    return any(
        _things(match["of"]) & one.things
        for title in titles for match in one.higher.finditer(title)
    )  # fmt: skip


@cache
def _lesser_word() -> re.Pattern[str]:
    return re.compile(rf"(?:{listed_words('tenure', 'lesser')})[\s-]+", re.IGNORECASE)


CHECK = Check("DRA199", "post-told-higher", Severity.WARNING, TEXTS, run, looks_at=printed_texts)
