"""An allegation argues no limb of the forum's legal test that it cannot do without.

Looks, for each filing whose forum says what each allegation must argue, at the limbs written under the allegation: as a
rule one on what was done (the right or act) and one on what the person had to do with it (the involvement or
criterion). Some limbs need another beside them, such as who the victims were, or that a violation is systematic. Where
a forum has several bases, one must be complete by itself, and so must each other that is begun: limbs of two bases,
neither complete, meet no test.

## Why it matters
The decision-maker goes through the test limb by limb. Where an allegation names no right, or says nothing of the
involvement, it is outside the regime on its face, however well it is evidenced. A basis that is put forward and lacks a
limb lends its weakness to the one that is complete.

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
```

## When to allow it
Where the person is reached in another way that the decision names, such as for what an associate did. An allegation
that is only told for its setting is better left out of the filing with `not_in`.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import put_to_forums
from probata.checks.support.argued import needed_and_not_argued
from probata.checks.support.argument_wanted import as_gap, as_told
from probata.checks.tenures.alleged_grounds import held_roles
from probata.diagnostics import Severity, say
from probata.forum import Lacking, Limb, Profile
from probata.forum.profile import heaviest_of
from probata.model.allegation import Allegation

ByForum = tuple[Profile, tuple[Lacking, ...]]
"""A forum, and what of its test is not argued."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find, for each allegation, what of each forum's test must be argued and is not."""
    lacking: dict[str, list[ByForum]] = {}
    for allegation, profile in case.allegations_by_forum:
        if missing := needed_and_not_argued(case.graph, allegation, profile):
            lacking.setdefault(allegation.id, []).append((profile, missing))
    for allegation_id, by_forum in lacking.items():
        yield _finding(case, allegation_id, by_forum)


def _finding(case: CheckInput, allegation_id: str, lacking: list[ByForum]) -> Finding:
    rules = [rule for profile, missing in lacking for one in missing if (rule := profile.rule(one.rule))]
    profile, missing = lacking[0]
    allegation = case.graph.find("allegations", Allegation, allegation_id)
    reached = _reached(case, allegation, profile) if allegation else ()
    will_do = missing[0].limbs
    example = next((limb.id for limb in (*reached, *will_do) if limb in will_do), "…")
    told = "; nor ".join(f"{as_told(wanted)} for {say.words(forum.id)}" for forum, wanted in lacking)
    return case.finding(
        "allegations", allegation_id,
        f"allegation {say.allegation(allegation_id)} does not argue {told}",
        f"write under `limbs` how {_each(missing)}, such as `{{forum: {profile.id}, limb: {example}, text: …}}`, or "
        "keep the allegation out of a filing: write the id of the filing under `not_in` of the allegation",
        at=("limbs",) if allegation and allegation.limbs else (),
        notes=tuple(dict.fromkeys(f"rule {say.words(rule.id)}: {rule.text}" for rule in rules)),
        severity=heaviest_of(rules), gap=f"the argument on {as_gap(missing)}",
        may_be_decided=True, alike=told,
    )  # fmt: skip


def _reached(case: CheckInput, allegation: Allegation, profile: Profile) -> tuple[Limb, ...]:
    """Return the limbs to which the conduct and the grounds of an allegation lead: one of them is the best example."""
    grounds = [ground for held in held_roles(case, allegation) for ground in held.grounds]
    return profile.limbs_for(allegation.conduct, grounds)


def _each(missing: tuple[Lacking, ...]) -> str:
    if any(one.basis for one in missing):
        return "one basis is met in full, and take out what is argued of a basis that is not relied on"
    return "each is met"


CHECK = Check(
    "LAW109", "allegation-without-limb", Severity.ERROR, "allegations", run, looks_at=put_to_forums, tells_gaps=True
)
