"""An authority lacks what the form needs by which it is cited.

Looks at each authority that has no `citation` of its own. Every `form` needs some fields, which `probata list forms`
lists: a judgment of the European Court of Human Rights its application number and date, a document of the United
Nations its symbol. Without one of them the notes print a citation with a part missing.

## Why it matters
A court looks an authority up by its number and date. A citation without them sends it searching, and tells it that
whoever cites did not have the judgment in hand.

## Example
```yaml
case: {title: Example}
authorities:
  - id: pol
    kind: judgment
    form: echr_case
    name: Pol v State
    date: 2023-03-07
```

Use instead:
```yaml
case: {title: Example}
authorities:
  - id: pol
    kind: judgment
    form: echr_case
    name: Pol v State
    number: 112/22
    date: 2023-03-07
```

## When to allow it
Where the number is not public. Then write the whole citation under `citation`.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.citation import cited_forms
from probata.diagnostics import Severity


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the fields of each authority with those that its form needs."""
    for authority in case.graph.authorities:
        if authority.citation or authority.form is None:
            continue
        form = cited_forms()[authority.form]
        missing = [name for name in form.needs if not getattr(authority, name)]
        if missing:
            fields = " and ".join(f"`{name}`" for name in missing)
            yield case.finding(
                "authorities",
                authority.id,
                f"is cited by the form `{form.id}` and lacks {fields}",
                f"add {fields}; or write the whole citation under `citation`",
                at=("form",),
            )


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the authorities that are cited by a form."""
    for authority in case.graph.authorities:
        if authority.form and not authority.citation:
            yield Looked(f"authorities/{authority.id}")


CHECK = Check("LAW176", "authority-form-incomplete", Severity.WARNING, "authorities", run, looks_at=_looks_at)
