"""The records of an allegation lead to a limb of a forum's test, and nobody wrote how it is met.

Looks, for each filing, at the limbs of the legal test that the conduct and the responsibility of an allegation lead to.
In a draft such a limb prints as a gap. A final document leaves it out without a word. Where a limb is missing that the
test cannot do without, `allegation-without-limb` asks for the argument, and nothing is said here.

## Why it matters
A limb that would have carried the allegation is lost if nobody argues it. One that does not fit should be left out by
decision, and not because nobody looked.

## Example
```yaml
case:
  title: Example
  persons_concerned: [wolk]
  filings: [{id: submission, forum: uk-ghr}]
people: [{id: wolk, name: Mara Wolk}]
roles:
  - {id: governor, person: wolk, title: Governor, dates: 2016/2018}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten.
    conduct: [torture]
    roles:
      - {role: governor, responsibility: {label: command, conduct: [ordered]}}
    limbs:
      - {forum: uk-ghr, limb: 4(2)(b), text: The beatings were torture.}
      - {forum: uk-ghr, limb: 6(3)(a), text: She ordered them.}
```

Use instead:
```yaml
case:
  title: Example
  persons_concerned: [wolk]
  filings: [{id: submission, forum: uk-ghr}]
people: [{id: wolk, name: Mara Wolk}]
roles:
  - {id: governor, person: wolk, title: Governor, dates: 2016/2018}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten.
    conduct: [torture]
    roles:
      - {role: governor, responsibility: {label: command, conduct: [ordered]}}
    limbs:
      - {forum: uk-ghr, limb: 4(2)(b), text: The beatings were torture.}
      - {forum: uk-ghr, limb: 6(3)(a), text: She ordered them.}
      - {forum: uk-ghr, limb: 6(3)(b), text: Her order incited the guards.}
```

## When to allow it
Where the limb is not relied on: say why in the decision.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import put_to_forums
from probata.checks.support.argued import needed_and_not_argued
from probata.diagnostics import Severity, say
from probata.forum import Profile
from probata.graph.filings import limbs_on
from probata.model.allegation import Allegation
from probata.model.responsibility import Responsibility


def run(case: CheckInput) -> Iterator[Finding]:
    """Find, for each allegation and forum, the limbs reached and not argued."""
    for allegation, profile in case.allegations_by_forum:
        # Where a limb that the test cannot do without is missing, `allegation-without-limb` asks for the argument.
        missing = [] if needed_and_not_argued(case.graph, allegation, profile) else _missing(case, profile, allegation)
        if missing:
            yield _finding(case, profile, allegation, missing)


def _missing(case: CheckInput, profile: Profile, allegation: Allegation) -> list[str]:
    grounds: list[Responsibility] = []
    for alleged in allegation.roles:
        grounds.extend(alleged.grounds_from(case.role(alleged.role)))
    argued = {limb.limb for limb in limbs_on(case.graph, allegation) if limb.forum in profile.names}
    reached = profile.limbs_for(allegation.conduct, grounds)
    # A limb of status repeats what the kinds of involvement say; a lawyer names it where it adds something.
    return [limb.id for limb in reached if limb.kind != "status" and limb.id not in argued]


def _finding(case: CheckInput, profile: Profile, allegation: Allegation, missing: list[str]) -> Finding:
    words = [f"limb {say.words(name)}: {limb.text}" for name in missing if (limb := profile.limb(name))]
    return case.finding(
        "allegations", allegation.id,
        f"the records of allegation {say.allegation(allegation)} lead to {say.listed(missing)} of "
        f"{say.words(profile.id)}, and no text says how",
        f"write it under `limbs`: `{{forum: {profile.id}, limb: {missing[0]}, text: …}}`, or decide that it is not "
        "relied on",
        at=("limbs",) if allegation.limbs else (), notes=tuple(words), alike=f"{profile.id} {' '.join(missing)}",
    )  # fmt: skip


CHECK = Check("LAW106", "limb-not-argued", Severity.WARNING, "allegations", run, looks_at=put_to_forums)
