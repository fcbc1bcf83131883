"""An allegation means that the person is guilty, and is put by a standard that decides on less.

Looks at allegations with `meaning: guilt`, and compares them with the standard of each forum to which they are put, as
its profile phrases it, and with their own `standard_of_proof`. Which standards are lower than guilt is a list of
English phrases. Of a phrase that is not in it the check cannot tell.

## Why it matters
Who asks for a decision on reasonable grounds to suspect has said what the evidence bears. Beside it, "guilty" must be
defended by itself: whoever is sued on the higher meaning must prove the higher meaning.

## Example
```yaml
case:
  title: Example
  persons_concerned: [wolk]
  filings: [{id: submission, forum: uk-ghr}]
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2016/2018}]
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: It is alleged that Mara Wolk ordered the beatings.
    roles: [{role: governor, responsibility: command}]
    meaning: guilt
```

Use instead:
```yaml
case:
  title: Example
  persons_concerned: [wolk]
  filings: [{id: submission, forum: uk-ghr}]
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2016/2018}]
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: It is alleged that Mara Wolk ordered the beatings.
    roles: [{role: governor, responsibility: command}]
    meaning: reasonable_grounds
```

## When to allow it
Where a court has convicted the person of it, and the judgment is cited.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.standards import is_known, is_lower
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation

_OWN = "its own `standard_of_proof`"


class _Standard(NamedTuple):
    """A standard by which an allegation is put."""

    phrase: str
    whose: str
    """Who has it, in words: `uk-ghr`."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations of guilt that are put by a lower standard, once each with all such standards."""
    for allegation, standards in _put(case):
        lower = [one for one in standards if is_lower(one.phrase)]
        if lower and allegation.meaning == "guilt":
            yield _finding(case, allegation, lower)


def _put(case: CheckInput) -> Iterator[tuple[Allegation, list[_Standard]]]:
    """Give each allegation with the standards of the forums to which it is put, and its own."""
    of_forums: dict[str, list[_Standard]] = {}
    for allegation, profile in case.allegations_by_forum:
        if profile.threshold:
            of_forums.setdefault(allegation.id, []).append(_Standard(profile.threshold.phrase, say.words(profile.id)))
    for allegation in case.pursued:
        own = allegation.standard_of_proof
        yield allegation, [*of_forums.get(allegation.id, ()), *((_Standard(own, _OWN),) if own else ())]


def _finding(case: CheckInput, allegation: Allegation, lower: list[_Standard]) -> Finding:
    by_phrase: dict[str, list[str]] = {}
    for one in lower:
        by_phrase.setdefault(one.phrase, []).append(one.whose)
    put = ", ".join(f"{say.words(phrase)} ({', '.join(whose)})" for phrase, whose in by_phrase.items())
    return case.finding(
        "allegations", allegation.id,
        f"allegation {say.allegation(allegation)} means that the person is guilty, and is put by a lower standard: "
        f"{put}",
        "write what is meant in `meaning`, such as `reasonable_grounds`, and word the statement by it; or cite the "
        "conviction", at=("meaning",), alike=put,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that say what they mean and are put by a standard; of an unknown one it cannot be told."""
    for allegation, standards in _put(case):
        if allegation.meaning and standards:
            phrases = [one.phrase for one in standards if allegation.meaning == "guilt"]
            unknown = [phrase for phrase in phrases if not is_known(phrase)]
            why = f"it is not known how high the standard {say.listed(unknown)} is" if unknown else ""
            yield Looked(f"allegations/{allegation.id}", why)


CHECK = Check("DRA171", "meaning-above-standard", Severity.WARNING, "allegations", run, looks_at=_looks_at)
