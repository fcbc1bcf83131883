"""A source is cited in a work that is older than it.

Compares the date of each source with that of the works in `cited_in`, through which it is known. Only what is surely
older is found: dates known to the year or month may fall together, and an approximate one decides nothing.

## Why it matters
What did not exist cannot be cited. One of the two dates is wrong, and with it whatever is told in the order of the two.

## Example
```yaml
case: {title: Example}
sources:
  - {id: minutes, title: Minutes of the Prison Board, issued: 2022-06-13, held: held}
  - {id: letter, title: Letter to the Prison Board, issued: 2022-07-30, held: cited_in, cited_in: "minutes, p. 2"}
```

Use instead:
```yaml
case: {title: Example}
sources:
  - {id: minutes, title: Minutes of the Prison Board, issued: 2022-06-13, held: held}
  - {id: letter, title: Letter to the Prison Board, issued: 2022-05-30, held: cited_in, cited_in: "minutes, p. 2"}
```

## When to allow it
Where the work was brought up to date after the date that it bears, or cites a draft: better record that date.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.sure_days import is_surely_before
from probata.diagnostics import Severity, say
from probata.model.authority import Authority
from probata.model.dates import When
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the sources with a citing work that is surely older, each with the first."""
    for source in case.graph.sources:
        for position, citation in enumerate(source.cited_in):
            dated = _dated(case, citation.source)
            if source.issued and dated and is_surely_before(dated, source.issued):
                yield case.finding(
                    "sources", source.id,
                    f"source {say.source(source)} is of {say.date(source.issued)}, and is cited in "
                    f"{say.cited(citation.source)} of {say.date(dated)}",
                    "look both dates up, and correct the one that is wrong", at=("cited_in", position),
                )  # fmt: skip
                break


def _dated(case: CheckInput, key: str) -> When | None:
    source = case.graph.find("sources", Source, key)
    authority = case.graph.find("authorities", Authority, key)
    return source.issued if source else authority.date if authority else None


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the sources known through others; of one without a date it cannot be told."""
    for source in case.graph.sources:
        if source.cited_in:
            is_dated = source.issued and any(_dated(case, one.source) for one in source.cited_in)
            yield Looked(f"sources/{source.id}", "" if is_dated else "one of the two has no date")


CHECK = Check(
    "TIM191", "cited-before-issued", Severity.WARNING, "sources known through others", run, looks_at=_looks_at
)
