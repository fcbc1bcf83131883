"""An allegation with nothing of the other side: no contrary evidence, no answer, no reason why none was sought.

Looks at the allegations put forward. Any one of the three is enough: evidence marked `against: true`, an `answer`, or
the reason why the person was not asked. That they were asked is enough, too, and what came of it a note. Whether they
were asked where there is contrary evidence, `no-answer-sought` tells.

## Why it matters
A paper that knows nothing against itself looks as if nobody had searched. Some forums ask for what exonerates a person,
the law of defamation for their answer; and what we leave out the other side brings as its own discovery.

## Example
```yaml
case:
  title: Example
sources:
  - {id: register, title: Infirmary register of North Prison, type: document, held: held}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    evidence: ["register, p. 14"]
```

Use instead:
```yaml
case:
  title: Example
sources:
  - {id: register, title: Infirmary register of North Prison, type: document, held: held}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    evidence: ["register, p. 14"]
    answer: {asked: false, reason: He cannot be asked without danger for the prisoner who spoke to us}
```

## When to allow it
Hardly ever: a reason why nobody was asked is one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.diagnostics import Severity


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations that tell one side."""
    for allegation in case.pursued:
        answer = allegation.answer
        if answer.answer or answer.reason:
            continue
        if answer.asked:
            yield case.finding(
                "allegations", allegation.id,
                f"the person was asked about allegation `{allegation.id}`, and what came of it is not told",
                "write in `answer` what was said, or that no answer had come by a day", at=("answer",),
                severity=Severity.INFO,
            )  # fmt: skip
        elif not any(item.against for item in allegation.evidence):
            yield case.finding(
                "allegations", allegation.id,
                f"allegation `{allegation.id}` has no contrary evidence, no answer and no reason why none was sought",
                "search for what speaks against it and ask the person, or write `answer: {reason: …}`",
            )  # fmt: skip


CHECK = Check("EVI115", "contrary-not-answered", Severity.WARNING, "allegations", run)
