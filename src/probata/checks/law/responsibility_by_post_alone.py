"""Command or oversight is alleged from a role, and all that is said of its holder is that they held the post.

Looks at the grounds of responsibility that an allegation gives for each of its roles, or else the record of the role.
Found is a role whose every ground has `conduct: [held_post_only]` and is put forward as command or oversight.

## Why it matters
A post alone makes nobody responsible for what others did: most tests ask what its holder did, or knew and left undone.
Some forums list leaders of an entity by their post. Whoever reads the charge should see which of the two it is.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: r, person: wolk, title: Governor of North Prison, dates: 2015/2017}]
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    roles: [{role: r, responsibility: {label: command, conduct: [held_post_only]}}]
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: r, person: wolk, title: Governor of North Prison, dates: 2015/2017}]
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    roles: [{role: r, responsibility: {label: command, conduct: [knew_and_did_not_prevent]}}]
```

## When to allow it
Where the forum takes the leader of an entity by the post, and nothing more is alleged.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import with_roles
from probata.checks.tenures.alleged_grounds import Held, held_roles
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Look at the grounds of each role of each allegation."""
    for allegation in case.pursued:
        for held in held_roles(case, allegation):
            labels = list(dict.fromkeys(ground.shown_label for ground in held.grounds if ground.shown_label))
            if labels and _is_status_only(held):
                yield case.finding(
                    "allegations", allegation.id,
                    f"{' and '.join(labels)} is alleged from role {say.role(held.role)} by status only: nothing is "
                    "recorded that its holder did or left undone",
                    "record in `conduct` what its holder did, or knew and did not prevent, with its source; where the "
                    "post alone is meant, say so in the particulars and decide the finding",
                    at=held.loc, alike=f"{held.role.id} {labels}",
                )  # fmt: skip


def _is_status_only(held: Held) -> bool:
    return all(ground.conduct and set(ground.conduct) == {"held_post_only"} for ground in held.grounds)


CHECK = Check("LAW159", "responsibility-by-post-alone", Severity.INFO, "allegations", run, looks_at=with_roles)
