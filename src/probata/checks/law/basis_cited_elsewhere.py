"""A legal basis names one place of a law, and what is cited for it is another.

Looks at the events and relations of command whose `legal_basis` names an article, section, regulation, clause or
paragraph, and which cite a place of the same kind of one work alone. Found is a basis none of whose numbers is cited.
What stands in brackets behind a number is a part of that place and is not compared.

## Why it matters
The link of a chain of command is as good as the paragraph that makes it. Who opens paragraph 4 and finds the daily
inspection there says that nothing makes this post a command.

## Example
```yaml
case: {title: Example}
bodies: [{id: a, name: Battalion}, {id: b, name: Centre}]
sources: [{id: order, title: Service Order 6}]
commands:
  - id: c
    superior: a
    subordinate: b
    kind: command_de_jure
    legal_basis: Service Order 6, para 4
    citations: order, para 2
```

Use instead:
```yaml
case: {title: Example}
bodies: [{id: a, name: Battalion}, {id: b, name: Centre}]
sources: [{id: order, title: Service Order 6}]
commands:
  - id: c
    superior: a
    subordinate: b
    kind: command_de_jure
    legal_basis: Service Order 6, para 2
    citations: order, para 2
```

## When to allow it
Where the work that is cited quotes the law at a place of its own: better to name the page there.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.legal_bases import LegalBasis, PlaceInWords, legal_bases, main_numbers, places_in_words
from probata.diagnostics import Severity, say
from probata.model.citation import Citation

_CALLED = {"events": "event", "commands": "command relation"}
_RESTS_ON = ("citations", "legal_basis")


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the places of each basis with what its record cites."""
    for basis, places, cited in _compared(case):
        named = frozenset[int]().union(*(place.numbers for place in places))
        there = frozenset[int]().union(*(main_numbers(one.pinpoint.value) for one in cited if one.pinpoint))
        if named and there and not named & there:
            words = [f"{one.source}, {one.pinpoint.type} {one.pinpoint.value}" for one in cited if one.pinpoint]
            yield case.finding(
                basis.kind, basis.record_id,
                f"the legal basis of {_CALLED[basis.kind]} {say.of(basis.kind, basis.record_id)} is "
                f"{say.words(basis.words)}, and what it cites is {say.listed(words)}",
                "open the law, and correct the place that is wrong", at=("legal_basis",),
            )  # fmt: skip


def _compared(case: CheckInput) -> Iterator[tuple[LegalBasis, list[PlaceInWords], list[Citation]]]:
    """Give the bases with their places of one kind, and the citations of places of that kind, all of one work."""
    for basis in legal_bases(case.graph):
        places = list(places_in_words(basis.words))
        kinds = {place.kind for place in places}
        cited = [one for one in basis.citations if one.pinpoint and one.pinpoint.type in kinds]
        if len(kinds) == 1 and len({one.source for one in cited}) == 1:
            yield basis, places, cited


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the events and relations whose basis can be compared."""
    yield from (Looked(f"{basis.kind}/{basis.record_id}") for basis, _, _ in _compared(case))


CHECK = Check(
    "LAW199", "basis-cited-elsewhere", Severity.WARNING, "legal bases with a place that is cited", run,
    looks_at=_looks_at, rests_on={"commands": _RESTS_ON, "events": _RESTS_ON},
)  # fmt: skip
