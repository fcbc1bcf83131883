"""All that is to show knowledge is dated after the failure of which it is part.

Looks at roles from which a failure to prevent or to punish is alleged, and at the evidence that goes to the elements of
knowledge. A failure to prevent ends with the conduct, one to punish with the post. Letters and communications, which
give notice on their day, should be from before; of published works it is noted, since they may tell of what was known
earlier. Where a witness or a document of the time is among the evidence, nothing is said.

## Why it matters
Nobody fails to act on what they learn afterwards. A chain of proof in which the notice comes last proves the opposite.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: r, person: wolk, title: Governor, dates: 2015-08/2017-04}]
sources: [{id: letter, type: personal_communication, title: Letter to the governor, issued: 2018-02-01, held: held}]
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    period: 2016-03
    roles: [{role: r, responsibility: {label: command, conduct: [knew_and_did_not_prevent]}}]
    evidence: [{source: letter, elements: [knew]}]
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: r, person: wolk, title: Governor, dates: 2015-08/2017-04}]
sources: [{id: letter, type: personal_communication, title: Letter to the governor, issued: 2016-02-01, held: held}]
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    period: 2016-03
    roles: [{role: r, responsibility: {label: command, conduct: [knew_and_did_not_prevent]}}]
    evidence: [{source: letter, elements: [knew]}]
```

## When to allow it
Where the later text says what the person knew at the time, and when: say so in `supports` of the evidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.support.knowledge import evidence_of_knowledge
from probata.checks.tenures.failures import NOT_PUNISHED, Failure, failures
from probata.checks.tenures.sure_days import is_approximate
from probata.diagnostics import Severity, say
from probata.model.authority import Authority
from probata.model.dates import When
from probata.model.source_record import Source

_NOTICES = frozenset({"personal_communication", "general_allegation"})
"""Kinds of sources and authorities that tell the person something on their day."""
_PUBLISHED = frozenset({
    "report", "article-newspaper", "article-magazine", "article-journal", "post", "post-weblog", "webpage", "broadcast",
    "press-release", "un_report",
})  # fmt: skip
Item = tuple[str, str, When]
"""Id, kind and date of a work."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the evidence of knowledge with the end of each failure."""
    for failure in failures(case):
        limit = failure.leaves if NOT_PUNISHED in failure.conduct else min(failure.last, failure.leaves)
        items = _items(case, failure)
        if items and all(when.first > limit and not is_approximate(when) for _, _, when in items):
            told = ", ".join(f"{say.cited(key)} of {say.date(when)}" for key, _, when in items)
            are_notices = all(kind in _NOTICES for _, kind, _ in items)
            yield case.finding(
                "allegations", failure.allegation.id,
                f"knowledge of {say.person(failure.role.person)} rests on what is dated after {say.date(limit)}, the "
                f"last day on which it could be acted on from role {say.role(failure.role)}: {told}",
                "cite as evidence of the same element what told the person in time; where the later text tells of "
                "that time, say so in `supports` and decide the finding",
                at=("roles", failure.position, "role"),
                severity=None if are_notices else Severity.INFO,
                outcome=Outcome.FAILED if are_notices else Outcome.CANNOT_TELL,
            )  # fmt: skip


def _items(case: CheckInput, failure: Failure) -> list[Item]:
    """Return the works that are to show the person's knowledge; none where one is undated or of another kind."""
    found: list[Item] = []
    for item in evidence_of_knowledge(failure.allegation, failure.role.person):
        kind, when = _dated(case, item.source)
        if when is None or kind not in _NOTICES | _PUBLISHED:
            return []
        found.append((item.source, kind, when))
    return list(dict.fromkeys(found))


def _dated(case: CheckInput, key: str) -> tuple[str, When | None]:
    if source := case.graph.find("sources", Source, key):
        return source.type, source.issued
    authority = case.graph.find("authorities", Authority, key)
    return (authority.kind, authority.date) if authority else ("", None)


CHECK = Check("TIM118", "knowledge-after-failure", Severity.WARNING, "allegations", run)
