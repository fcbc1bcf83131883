"""A head of law whose instrument is not identified.

Finds provisions of allegations that name no instrument, as where a source speaks of "the Convention" or of a right
without saying where it stands.

## Why it matters
The reader cannot look it up, and which treaty is meant decides whether the state is bound by it.

## Example
```yaml
case:
  title: Example
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    provisions:
      - named: the UN convention against such treatment
```

Use instead:
```yaml
case:
  title: Example
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    provisions:
      - {instrument: uncat, provision: "1", named: the UN convention against such treatment}
```

## When to allow it
Where the document reports what a source says and the source leaves it open. It is shown as such.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import with_provisions
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the provisions without an instrument."""
    for allegation in case.pursued:
        for position, alleged in enumerate(allegation.provisions):
            if alleged.instrument is None:
                named = (
                    say.words(alleged.named or alleged.provision)
                    if alleged.named or alleged.provision
                    else "a provision"
                )
                yield case.finding(
                    "allegations", allegation.id, f"no instrument is named for {named}",
                    "add `instrument: …`; `probata list instruments` shows those that there are",
                    at=("provisions", position), alike=named,
                )  # fmt: skip


CHECK = Check(
    "LAW103", "instrument-not-identified", Severity.INFO, "allegations", run, looks_at=with_provisions,
    rests_on={"allegations": ("provisions",)},
)  # fmt: skip
