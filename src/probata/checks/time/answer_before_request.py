"""The answer to a step taken before is dated earlier than the step.

Looks at the steps with a day and an `answer` in the language of the case that tells one date or more. Found is an
answer all of whose dates are surely before the step.

## Why it matters
Whether the remedies of the State were used is decided by these dates. A complaint that was sent back before it was made
was never made, the other side says, and the rest of the list is doubted with it.

## Example
```yaml
case: {title: Example}
steps: [{id: complaint, what: Complaint, date: 2022-05-18, answer: Returned on 1 May 2022}]
```

Use instead:
```yaml
case: {title: Example}
steps: [{id: complaint, what: Complaint, date: 2022-05-18, answer: Returned on 1 June 2022}]
```

## When to allow it
Where the answer only points to a decision of before.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.prose.times import ToldTime, times_in
from probata.checks.tenures.sure_days import is_approximate
from probata.diagnostics import Severity, say
from probata.model.language import primary
from probata.model.step import Step


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the dates of each answer with that of its step."""
    for step, told in _answered(case):
        date = step.date
        if date and not is_approximate(date) and date.start and all(one.last.last < date.first for one in told):
            words = " ".join((step.answer or "")[told[-1].start : told[-1].end].split())
            yield case.finding(
                "steps", step.id,
                f"step {say.step(step)} is dated {say.date(date)}, and its answer tells of {say.words(words)}, before "
                "it was taken",
                "look both dates up in the source, and correct the one that is wrong", at=("answer",),
            )  # fmt: skip


def _answered(case: CheckInput) -> Iterator[tuple[Step, list[ToldTime]]]:
    for step in case.graph.steps:
        if step.date and (told := list(times_in(step.answer or "", primary(case.graph.case.language)))):
            yield step, told


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the steps with a date and a dated answer."""
    yield from (Looked(f"steps/{step.id}") for step, _ in _answered(case))


CHECK = Check(
    "TIM199", "answer-before-request", Severity.WARNING, "steps with a dated answer", run, looks_at=_looks_at,
    rests_on={"steps": ("answer", "date")},
)  # fmt: skip
