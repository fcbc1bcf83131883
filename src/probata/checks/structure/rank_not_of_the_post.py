"""A role has a rank that its post does not have.

Compares the rank of a role with those of its posts, where both name ranks of armed forces or police, in the language of
the case. Where the title of the person, or another role of theirs, has the rank of the role, it is a note: an officer
may hold a post above or below their rank.

## Why it matters
The rank says who could give orders to whom. A Major General at the head of a battalion is the first thing that an
officer who reads the file will not believe.

## Example
```yaml
case: {title: Example}
people: [{id: orskelin, name: Daveth Orskelin, title: Colonel}]
bodies: [{id: battalion, name: 4th Battalion}]
positions: [{id: commander, title: Commander of the 4th Battalion, body: battalion, rank: Colonel}]
roles:
  - {id: r, person: orskelin, seats: [commander], title: Commander, rank: Major General, dates: 2021/2023}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: orskelin, name: Daveth Orskelin, title: Colonel}]
bodies: [{id: battalion, name: 4th Battalion}]
positions: [{id: commander, title: Commander of the 4th Battalion, body: battalion, rank: Colonel}]
roles:
  - {id: r, person: orskelin, seats: [commander], title: Commander, rank: Colonel, dates: 2021/2023}
```

## When to allow it
Where the source gives the person that rank in that post: say so in a `remark`.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.prose.words import LANGUAGES, languages_of
from probata.checks.support.ranks import ranks_in
from probata.diagnostics import Severity, say
from probata.model.language import primary
from probata.model.person import Person
from probata.model.position import Position
from probata.model.role import Role


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the rank of each role with the ranks of its posts."""
    for role, own, of_posts in _ranked(case):
        if not own & of_posts:
            yield case.finding(
                "roles", role.id,
                f"role {say.role(role)} has the rank {say.listed(sorted(own))}, and its post "
                f"{say.listed(sorted(of_posts))}",
                "look the rank up in the sources of both, and correct the one that is wrong", at=("rank",),
                severity=Severity.INFO if own & _elsewhere(case, role) else None,
            )  # fmt: skip


def _ranked(case: CheckInput) -> Iterator[tuple[Role, set[str], set[str]]]:
    """Give the roles with a rank whose posts have one, each with both."""
    language = _language(case)
    for role in case.graph.roles:
        own = ranks_in(role.rank.value, language) if role.rank else set()
        posts = (case.graph.find("positions", Position, seat.position) for seat in role.seats)
        of_posts = {rank for post in posts if post for rank in ranks_in(post.rank, language)}
        if own and of_posts:
            yield role, own, of_posts


def _elsewhere(case: CheckInput, role: Role) -> set[str]:
    """Return the ranks that the title of the person and other roles of theirs have."""
    language = _language(case)
    others = (one for one in case.graph.roles_of(role.person) if one.id != role.id)
    person = case.graph.find("people", Person, role.person)
    texts = (person.title if person else None, *(one.rank.value for one in others if one.rank))
    return {rank for text in texts for rank in ranks_in(text, language)}


def _language(case: CheckInput) -> str:
    language = primary(case.graph.case.language)
    return language if language in languages_of("ranks") else LANGUAGES[0]


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the roles of which the rank and that of the post are recorded."""
    yield from (Looked(f"roles/{role.id}") for role, _, _ in _ranked(case))


CHECK = Check("STR178", "rank-not-of-the-post", Severity.WARNING, "roles with a rank", run, looks_at=_looks_at)
