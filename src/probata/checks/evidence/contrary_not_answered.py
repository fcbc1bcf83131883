"""An allegation with nothing of the other side: no contrary evidence, no answer, no reason why none was sought.

Looks at the allegations put forward. Any one of the three is enough: evidence marked `against: true`, an `answer`, or
the reason why the person was not asked. That they were asked is enough, too, and what came of it a note. Whether they
were asked where there is contrary evidence, `no-answer-sought` tells.

Contrary evidence of which it is recorded what it says, and not how the allegation meets it (`answered`), is a note.
Where it speaks against an element of a legal test, `element-contradicted` finds it instead.

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
from probata.checks.support.printed_figures import with_numbers
from probata.checks.support.proved import proved
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations that tell one side, and those that leave the other unanswered."""
    yield from _of_one_side(case)
    of_elements = {
        proof.allegation: frozenset(item.position for row in proof.rows for item in row.unanswered)
        for proof in proved(case)
    }
    for allegation in case.pursued:
        met_elsewhere = of_elements.get(allegation.id, frozenset())
        open_places = [
            place
            for place, item in enumerate(allegation.evidence)
            if item.against and (item.supports or item.quote) and not item.answered and place not in met_elsewhere
        ]
        if open_places:
            yield _unanswered(case, allegation, open_places)


def _unanswered(case: CheckInput, allegation: Allegation, places: list[int]) -> Finding:
    items = [allegation.evidence[place] for place in places]
    named = list(dict.fromkeys(item.source for item in items))
    said = ((item.source, with_numbers(item.supports or "", case.figures) or item.quote) for item in items)
    notes = tuple(dict.fromkeys(f"{say.cited(source)}: {words}" for source, words in said if words))
    return case.finding(
        "allegations", allegation.id,
        f"{say.cited_works(named)} {'speaks' if len(named) == 1 else 'speak'} against allegation "
        f"{say.allegation(allegation)}; no answer to it is recorded",
        "write `answered: …` at that evidence, and under `elements` what it goes to", at=("evidence", places[0]),
        notes=notes,
        severity=Severity.INFO, alike=" ".join((say.listed(named), *notes)),
    )  # fmt: skip


def _of_one_side(case: CheckInput) -> Iterator[Finding]:
    for allegation in case.pursued:
        answer = allegation.answer
        if answer.answer or answer.reason:
            continue
        if answer.asked:
            yield case.finding(
                "allegations", allegation.id,
                f"the person was asked about allegation {say.allegation(allegation)}, and what came of it is not told",
                "write in `answer` what was said, or that no answer had come by a day", at=("answer",),
                severity=Severity.INFO,
            )  # fmt: skip
        elif not any(item.against for item in allegation.evidence):
            yield case.finding(
                "allegations", allegation.id,
                f"allegation {say.allegation(allegation)} has no contrary evidence, no answer and no reason why none "
                "was sought",
                "search for what speaks against it and ask the person, or write `answer: {reason: …}`",
            )  # fmt: skip


CHECK = Check("EVI115", "contrary-not-answered", Severity.WARNING, "allegations", run)
