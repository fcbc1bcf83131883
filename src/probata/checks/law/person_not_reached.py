"""A person whom the regime of a forum does not reach.

Finds, for each filing, the persons concerned with a nationality that the forum names as outside its reach. Where the
person has another nationality too, and a rule of the forum says that such a person may be reached, it is a note.

## Why it matters
Sanctions of the United States on human-rights grounds are on foreign persons. A request that names one of its citizens
is refused on its first page, and is what the other side quotes against the rest.

## Example
```yaml
case:
  title: Example
  persons_concerned: [mara-wolk]
  filings:
    - {id: petition, forum: us-glomag}
people:
  - id: mara-wolk
    name: Mara Wolk
    nationalities: [United States]
```

Use instead:
```yaml
case:
  title: Example
  persons_concerned: [mara-wolk]
  filings:
    - {id: petition, forum: us-glomag}
people:
  - id: mara-wolk
    name: Mara Wolk
    nationalities: [Ruritanian]
```

## When to allow it
Where the request rests on a ground that reaches anybody, such as material support for what a foreign person did
(section 1(a)(iii) of Executive Order 13818): say in the decision on which. Residence is not looked at: who lives in the
country for good may be outside its reach, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.by_rule import rule_note
from probata.diagnostics import Severity, say
from probata.forum import Profile


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the nationalities that put a person outside a forum's reach."""
    for filing, profile in case.filings:
        outside = {name.casefold() for name in profile.not_reached.nationalities}
        for person in case.graph.persons_concerned(filing):
            held = [nationality.value for nationality in person.nationalities]
            found = [position for position, name in enumerate(held) if name.casefold() in outside]
            is_dual = bool(profile.not_reached.dual_rule) and len(found) < len(held)
            for position in found:
                yield _finding(case, profile, person.id, position, held[position], is_dual)


def _finding(
    case: CheckInput, profile: Profile, person: str, position: int, nationality: str, is_dual: bool
) -> Finding:
    rule = profile.rule((profile.not_reached.dual_rule if is_dual else profile.not_reached.rule) or "")
    weight = Severity.INFO if is_dual else rule.heaviest if rule else None
    return case.finding(
        "people", person,
        f"{say.words(profile.id)} {'may' if is_dual else 'does'} not reach a person with the nationality "
        f"{say.words(nationality)}{' beside another' if is_dual else ''}",
        "say in the argument by which rule the person is reached" if is_dual
        else "take the person out of this filing, or decide on which ground the request rests",
        at=("nationalities", position), notes=rule_note(rule), severity=weight,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the persons concerned before a forum that does not reach some; without a nationality it cannot be told."""
    for filing, profile in case.filings:
        for person in case.graph.persons_concerned(filing) if profile.not_reached.nationalities else ():
            yield Looked(f"people/{person.id}", "" if person.nationalities else "the nationality is not recorded")


CHECK = Check("LAW108", "person-not-reached", Severity.ERROR, "people", run, looks_at=_looks_at)
