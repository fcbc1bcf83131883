"""All conduct of an allegation is such as the forum does not reach by itself.

Finds, for each filing, the allegations whose every code of conduct is among those that the forum names as not covered,
and which argue no right or act that it does cover.

## Why it matters
The sanctions of the United Kingdom protect three rights. Detention, disappearance or censorship alone is none of them:
it must be put forward as what it did to the persons affected, where the evidence shows that. A request that does not is
refused without a look at its evidence.

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
  - id: custody
    title: Custody without order of a judge
    statement: Prisoners were held without order of a judge.
    conduct: [arbitrary_detention]
    roles: [{role: governor, responsibility: command}]
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
  - id: custody
    title: Custody in wet cells without order of a judge
    statement: Prisoners were held without order of a judge and in standing water.
    conduct: [arbitrary_detention, cruel_inhuman_degrading_treatment]
    roles: [{role: governor, responsibility: command}]
```

## When to allow it
Where the allegation is told because it shows how serious another is: say so in the decision.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import put_to_forums
from probata.checks.support.argued import argued_limbs
from probata.checks.titled import marked
from probata.diagnostics import Severity, say
from probata.forum import Profile, Rule, Uncovered
from probata.forum.profile import heaviest_of
from probata.model.allegation import Allegation


def run(case: CheckInput) -> Iterator[Finding]:
    """Find, for each allegation, the forums by which none of its conduct is covered; those of one weight together."""
    found: dict[tuple[str, Severity], list[tuple[Profile, list[Uncovered]]]] = {}
    for allegation, profile in case.allegations_by_forum:
        if uncovered := _uncovered(case, allegation, profile):
            weight = heaviest_of(_rules(profile, uncovered))
            found.setdefault((allegation.id, weight), []).append((profile, uncovered))
    for (allegation_id, weight), by_forum in found.items():
        named = case.graph.find("allegations", Allegation, allegation_id)
        if named:
            yield _finding(case, named, by_forum, weight)


def _uncovered(case: CheckInput, allegation: Allegation, profile: Profile) -> list[Uncovered]:
    """Return what the forum says of the conduct; nothing where any of it is covered, or a right or act is argued."""
    said = [profile.uncovered(code) for code in allegation.conduct]
    argues = any(limb.kind == "right" for limb in argued_limbs(case.graph, allegation, profile))
    found = [uncovered for uncovered in said if uncovered is not None]
    return [] if argues or len(found) < len(said) else list(dict.fromkeys(found))


def _rules(profile: Profile, uncovered: list[Uncovered]) -> list[Rule]:
    return [rule for one in uncovered if (rule := profile.rule(one.rule))]


def _finding(
    case: CheckInput, allegation: Allegation, by_forum: list[tuple[Profile, list[Uncovered]]], severity: Severity
) -> Finding:
    forums = say.listed(profile.id for profile, _ in by_forum)
    conduct = ", ".join(_label(case, code) for code in dict.fromkeys(allegation.conduct))
    return case.finding(
        "allegations", allegation.id,
        f"no conduct in allegation {say.allegation(allegation)} is by itself within the reach of {forums}",
        "argue under `limbs` a right or act that is covered, where the evidence shows one, or keep the allegation out "
        "of the filing: write the id of the filing under `not_in` of the allegation",
        at=("conduct",), severity=severity, notes=(f"its conduct: {conduct}", *dict.fromkeys(_notes(by_forum))),
        alike=forums,
    )  # fmt: skip


def _label(case: CheckInput, code: str) -> str:
    known = case.catalogue.conduct_code(code)
    return marked(known.label) if known else say.words(code)


def _notes(by_forum: list[tuple[Profile, list[Uncovered]]]) -> Iterator[str]:
    for profile, uncovered in by_forum:
        yield from (f"{say.words(profile.id)}: {one.remark}" for one in uncovered)
        yield from (f"rule {say.words(rule.id)}: {rule.text}" for rule in _rules(profile, uncovered))


CHECK = Check("LAW110", "conduct-not-covered", Severity.ERROR, "allegations", run, looks_at=put_to_forums)
