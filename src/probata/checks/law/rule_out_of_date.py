"""A rule of a forum had to be read again by a day that has passed.

Looks at the forum of each filing for rules, limbs of its legal test, measures and texts followed by analogy with a
`recheck_by` before the latest day that the filing is known to bear: `as_of` of the case, `date` of the filing, and the
days on which its statement was made and signed. A sanctions framework that runs out has its last day there.

## Why it matters
Sanctions frameworks expire, questionnaires change and practice directions are amended. A submission under a framework
that has lapsed is not answered.

## Example
```yaml
case:
  title: Example
  as_of: 2026-12-10
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
rules:
  - id: expiry
    text: The framework applies until 8 December 2026.
    source: https://council.example/framework
    read_on: 2026-11-24
    recheck_by: 2026-12-08
    verified: true
```

Use instead:
```yaml
case:
  title: Example
  as_of: 2026-12-10
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
rules:
  - id: expiry
    text: The framework applies until 8 December 2029.
    source: https://council.example/framework-as-renewed
    read_on: 2026-12-09
    recheck_by: 2029-12-08
    verified: true
```

## When to allow it
After reading the text again: decide the finding, and say where and when. Better still, put the new day into the forum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity
from probata.forum import Profile
from probata.forum.sourced import Sourced
from probata.model.case_file import Filing
from probata.model.dates import When
from probata.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Dated:
    """A part of a forum that must be read again by a day."""

    kind: str
    """What it is: one of `COUNTED`."""
    key: str
    """Its id or number."""
    by: date
    text: str


COUNTED = {
    "rule": ("a rule", "rules"),
    "limb": ("a limb of the legal test", "limbs of the legal test"),
    "measure": ("a measure", "measures"),
    "analogy": ("a text followed by analogy", "texts followed by analogy"),
}
"""What may be out of date, in the order in which it is told; one of it, and several."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the filings of whose forum something is out of date; none where no day of the filing is known."""
    for filing, profile in case.filings:
        latest = max(_days(case, filing), key=lambda known: known[0].first, default=None)
        old = [one for one in _dated(profile) if latest and one.by < latest[0].first]
        if latest and old:
            yield case.finding(
                "filings", filing.id,
                f"forum `{profile.id}`: {_counted(old)} to be read again by a day before {latest[0].text}, {latest[1]}",
                "read them at their source, and put the new days into the forum, or decide the finding",
                at=("forum",), notes=tuple(f"`{one.key}`, by {one.by.isoformat()}: {one.text}" for one in old),
            )  # fmt: skip


def _days(case: CheckInput, filing: Filing) -> Iterator[tuple[When, str]]:
    """Give the days that a filing is known to bear, each with what it is the day of."""
    if when := case.graph.case.as_of:
        yield when, "for which the case is true"
    if filing.date:
        yield filing.date, "the date of the filing"
    statement = case.graph.find("statements", Statement, filing.statement) if filing.statement else None
    if statement and statement.made_on:
        yield statement.made_on, f"when statement `{statement.id}` was made"
    if statement and statement.signed_on:
        yield statement.signed_on, f"when statement `{statement.id}` was signed"


def _dated(profile: Profile) -> Iterator[Dated]:
    parts: tuple[tuple[str, Iterable[tuple[str, Sourced, str]]], ...] = (
        ("rule", ((rule.id, rule, rule.text) for rule in profile.rules)),
        ("limb", ((limb.id, limb, limb.label) for limb in profile.legal_test)),
        ("measure", ((measure.id, measure, measure.label) for measure in profile.measures)),
        ("analogy", ((rule.id, rule.analogy, rule.analogy.provision) for rule in profile.rules if rule.analogy)),
    )
    for kind, named in parts:
        yield from (Dated(kind, key, part.recheck_by, text) for key, part, text in named if part.recheck_by)


def _counted(old: Sequence[Dated]) -> str:
    """Say how many of each kind, with the verb: `2 rules and a measure were`."""
    counts = Counter(one.kind for one in old)
    told = [one if counts[kind] == 1 else f"{counts[kind]} {several}" for kind, (one, several) in COUNTED.items()
            if counts[kind]]  # fmt: skip
    listed = " and ".join((", ".join(told[:-1]), told[-1])) if told[1:] else told[0]
    return f"{listed} {'was' if len(old) == 1 else 'were'}"


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the filings whose forum has something with a day for reading it again."""
    why = "neither the day for which the case is true (`as_of`) nor a date of the filing or its statement is recorded"
    for filing, profile in case.filings:
        if any(True for _ in _dated(profile)):
            yield Looked(f"filings/{filing.id}", "" if any(True for _ in _days(case, filing)) else why)


CHECK = Check("LAW107", "rule-out-of-date", Severity.WARNING, "filings", run, looks_at=_looks_at)
