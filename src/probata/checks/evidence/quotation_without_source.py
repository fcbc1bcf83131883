"""A quotation, and it is not said where the words stand, or the source does not hold them.

Looks at all quotations for `quoted_in`. One that stands inside another whose source is recorded stands there, too. It
must be fixed where the records say that the source does not hold the words: by a read of the quotation with the result
`differs` or `not_found`, by a read of the source with the result `not_found`, or by `against` in `quoted_in`. No
document has a note to that source then.

## Why it matters
Words between quotation marks are checked before anything else. Without a source they count as invented.

## Example
```yaml
case:
  title: Example
quotations:
  - id: until-they-write
    speaker: {described: a guard}
    text: Go on until they write.
```

Use instead:
```yaml
case:
  title: Example
sources:
  - {id: interview, title: Interview with a guard, type: interview, held: held}
quotations:
  - id: until-they-write
    speaker: {described: a guard}
    text: Go on until they write.
    quoted_in: interview, para 3
```

## When to allow it
Where the words were said to us and stand in no paper: better write them down, and record that note as the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.diagnostics import Severity, say
from probata.graph.sources import why_not_contained


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the quotations without a source of their own or of what they stand in."""
    quotations = case.graph.quotations
    inside = {nested for quotation in quotations if quotation.quoted_in for nested in quotation.nested}
    for quotation in quotations:
        if why := why_not_contained(case.graph, quotation):
            yield case.finding(
                "quotations", quotation.id, f"the source of quotation {say.quotation(quotation)} does not hold its "
                f"words: {why}",
                "name the source that has them in `quoted_in` and record that it was read, or take the quotation out",
                at=("quoted_in",), severity=Severity.ERROR,
            )  # fmt: skip
        elif quotation.quoted_in is None and quotation.id not in inside:
            yield case.finding(
                "quotations", quotation.id, f"quotation {say.quotation(quotation)} names no source",
                "add `quoted_in`: the source and the place in it, such as `interview, para 3`",
            )  # fmt: skip


CHECK = Check(
    "EVI112", "quotation-without-source", Severity.WARNING, "quotations", run, unfit_records=True,
    raised="must fix where the source is recorded as not holding the words",
)  # fmt: skip
