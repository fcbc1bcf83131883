"""An argument on a person against whom none of the allegations of the count is made.

Finds arguments, and persons of texts on limbs, of a count where no allegation that it gathers rests on a role of the
person.

## Why it matters
A document prints the argument on those alone who are charged. One on somebody else is lost, or the allegation that it
argues was forgotten.

## Example
```yaml
case:
  title: Example
  persons_concerned: [mara-wolk]
people:
  - {id: mara-wolk, name: Mara Wolk}
  - {id: ira-dole, name: Ira Dole}
roles:
  - {id: governor, person: mara-wolk, title: Governor of North Prison, dates: 2015/2017}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    roles: [{role: governor, responsibility: command}]
counts:
  - id: torture
    title: Torture at North Prison, 2016
    allegations: [beatings]
    arguments: [{person: ira-dole, conduct: He ordered the beatings.}]
```

Use instead:
```yaml
case:
  title: Example
  persons_concerned: [mara-wolk]
people:
  - {id: mara-wolk, name: Mara Wolk}
  - {id: ira-dole, name: Ira Dole}
roles:
  - {id: governor, person: mara-wolk, title: Governor of North Prison, dates: 2015/2017}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    roles: [{role: governor, responsibility: command}]
counts:
  - id: torture
    title: Torture at North Prison, 2016
    allegations: [beatings]
    arguments: [{person: mara-wolk, conduct: She ordered the beatings.}]
```

## When to allow it
Never; the argument is not printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say
from probata.graph.filings import persons_charged
from probata.model.allegation import Allegation
from probata.model.count import ArguedCount


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the persons whom a count argues on and none of its allegations is made against."""
    for count in case.graph.counts:
        for at, person in _argued_on(count) if _is_known(case, count) else ():
            if person not in _charged(case, count) and case.graph.has("people", person):
                yield case.finding(
                    "counts", count.id,
                    f"count {say.count(count)} argues on {say.person(person)}, and none of its allegations is made "
                    "against that person",
                    "name under `allegations` the one that is, add the person's role to one of those named, or take "
                    "the argument out", at=at,
                )  # fmt: skip


def _argued_on(count: ArguedCount) -> Iterator[tuple[Loc, str]]:
    """Give the persons on whom a count says something, each with the place."""
    yield from ((("arguments", place, "person"), one.person) for place, one in enumerate(count.arguments))
    for place, limb in enumerate(count.limbs):
        yield from ((("limbs", place, "persons", index), person) for index, person in enumerate(limb.persons))


def _is_known(case: CheckInput, count: ArguedCount) -> bool:
    """Tell whether all that leads to a person can be read; what cannot has findings of its own."""
    found = [case.graph.find("allegations", Allegation, key) for key in count.allegations]
    return bool(found) and all(one and len(case.roles_of(one)) == len(one.roles) for one in found)


def _charged(case: CheckInput, count: ArguedCount) -> set[str]:
    found = (case.graph.find("allegations", Allegation, key) for key in count.allegations)
    return {person for one in found if one for person in persons_charged(one, case.graph)}


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    for count in case.graph.counts:
        yield Looked(f"counts/{count.id}", "" if _is_known(case, count) else "an allegation or role is not recorded")


CHECK = Check("STR117", "argument-without-charge", Severity.ERROR, "counts", run, looks_at=_looks_at)
