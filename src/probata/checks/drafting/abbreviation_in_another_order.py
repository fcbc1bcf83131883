"""An abbreviation has the letters of a body's name in another order than its words.

Looks at bodies with an abbreviation of at least three capital letters, such as NCS for a National Supervision
Commission. Its letters must be the first letters of the words of the name, all of them, turned round. Where a short
name, another name or the name in its own language has them in their order, the abbreviation is that of this name and is
left alone; so is an abbreviation with other letters than the name.

## Why it matters
A reader who looks the body up by its letters finds another one, or none. Two orders of the same letters show that the
name was translated twice.

## Example
```yaml
case: {title: Example}
bodies: [{id: board, name: Public Order Council, abbreviation: PCO}]
```

Use instead:
```yaml
case: {title: Example}
bodies: [{id: board, name: Public Order Council, abbreviation: POC}]
```

## When to allow it
Where the letters are those of a name in another language: record it under `native` or `other_names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say
from probata.model.body import Body

_LETTERS = re.compile(r"[A-Z]{3,}")
_WORD = re.compile(r"[^\W\d_]+")


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the bodies whose letters are those of the name, turned round."""
    for body in case.graph.bodies:
        letters = _letters(body)
        if letters and sorted(_initials(body.name)) == sorted(letters) and letters not in map(_initials, _names(body)):
            yield case.finding(
                "bodies", body.id,
                f"the letters of {say.words(letters)} stand in another order than the words of {say.words(body.name)}",
                "look in a source of the body's own how it abbreviates itself: correct the letters or the name, or "
                "record under `other_names` the name whose letters they are",
                at=("abbreviation",), outcome=Outcome.CANNOT_TELL,
            )  # fmt: skip


def _letters(body: Body) -> str:
    return body.abbreviation if body.abbreviation and _LETTERS.fullmatch(body.abbreviation) else ""


def _names(body: Body) -> tuple[str, ...]:
    own = (body.native.text,) if body.native else ()
    return (body.name, *((body.short_name,) if body.short_name else ()), *body.other_names, *own)


def _initials(name: str) -> str:
    """Return the first letters of the words of a name that begin with a capital letter."""
    return "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the bodies whose abbreviation is made of capital letters."""
    yield from (Looked(f"bodies/{body.id}") for body in case.graph.bodies if _letters(body))


CHECK = Check("DRA115", "abbreviation-in-another-order", Severity.INFO, "bodies", run, looks_at=_looks_at)
