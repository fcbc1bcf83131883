"""An allegation to which the person was not asked, and no reason why; or was asked before any of it had happened.

Looks at the allegations put forward with contrary evidence, or with anything under `answer`; of those with neither
`contrary-not-answered` speaks. Found are those without an answer, without `asked: true` and without a reason; those
with `asked: false` and no reason, whatever else stands under `answer`; and those whose answer is of a day that surely
lies before their conduct. Where a day is approximate, nothing is said of it.

## Why it matters
What the person has to say may end the matter or narrow it. Some forums weigh whether they could answer, the law of
defamation asks for it, and the other side needs one sentence to say that nobody tried. An answer given before the
conduct is no answer to it.

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
    evidence: ["register, p. 14", {source: register, against: true, supports: No injury is entered in June.}]
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
    evidence: ["register, p. 14", {source: register, against: true, supports: No injury is entered in June.}]
    answer: {reason: He cannot be asked without danger for the prisoner who spoke to us}
```

## When to allow it
Hardly ever: a reason why nobody was asked is one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.sure_days import is_approximate
from probata.checks.tenures.times_of_conduct import times_of_conduct
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation, Answer


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations to which nobody was asked, or too early."""
    for allegation in case.pursued:
        answer = allegation.answer
        if told := _not_asked(allegation):
            yield case.finding(
                "allegations", allegation.id,
                f"{told} about allegation {say.allegation(allegation)}, and no reason is given",
                "put it to the person and record what comes of it in `answer`, or write `answer: {reason: …}`",
                alike="not asked",
            )  # fmt: skip
        elif first := _comes_after(case, allegation):
            yield case.finding(
                "allegations", allegation.id,
                f"the answer is of {say.date(answer.on)}, and the conduct is alleged from {say.date(first)} on",
                "ask about this conduct, or correct the day where it is wrong; where it was not to be asked, say in "
                "`reason` why and decide the finding",
                at=("answer", "on"),
            )  # fmt: skip


def _not_asked(allegation: Allegation) -> str:
    """Say that the person was not asked, where no reason is given; that is not to be guessed from what is left out."""
    answer = allegation.answer
    if answer.reason or answer.asked:
        return ""
    if "asked" in answer.model_fields_set:
        return "the person was not asked"
    is_open = _has_contrary(allegation) and not answer.answer
    return "nobody is recorded as having been asked" if is_open else ""


def _has_contrary(allegation: Allegation) -> bool:
    return any(item.against for item in allegation.evidence)


def _comes_after(case: CheckInput, allegation: Allegation) -> str:
    """Return the time of the conduct where all of it surely lies behind the day of the answer; else nothing."""
    day, times = allegation.answer.on, times_of_conduct(case, allegation)
    if day is None or not times or any(map(is_approximate, (day, *times))):
        return ""
    earliest = min(times, key=lambda when: when.first)
    return earliest.text if day.last < earliest.first else ""


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations with contrary evidence or an answer; without a time of the conduct its day tells nothing."""
    for allegation in case.pursued:
        if _has_contrary(allegation) or allegation.answer != Answer():
            is_open = allegation.answer.on is not None and not times_of_conduct(case, allegation)
            yield Looked(f"allegations/{allegation.id}", "its conduct is not dated" if is_open else "")


CHECK = Check("EVI116", "no-answer-sought", Severity.WARNING, "allegations", run, looks_at=_looks_at)
