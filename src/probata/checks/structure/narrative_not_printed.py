"""A section of text that no document of the case prints.

Looks at all documents of a case together, as they are composed, and names each narrative section that stands in none of
them. A section in another language counts as printed where the section of the same place and order is.

## Why it matters
A section is printed where a template asks for its `place`. One letter wrong there, and what somebody wrote with care is
in no document, and nobody misses it before it is sent.

## Example
```yaml
case:
  title: Example
  filings:
    - {id: submission, forum: uk-ghr}
narrative:
  - id: wards
    title: The wards
    place: backgrund
    text: The wards have no heating.
```

Use instead:
```yaml
case:
  title: Example
  filings:
    - {id: submission, forum: uk-ghr}
narrative:
  - id: wards
    title: The wards
    place: background
    text: The wards have no heating.
```

## When to allow it
Where the section waits for a forum that the case has no filing for yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import ALL_DOCUMENTS
from probata.checks.support.sections import printed_sections
from probata.diagnostics import Severity, say
from probata.model.narrative import Narrative


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the sections whose place and order no document prints."""
    printed = {_seat(found) for drafted in case.drafts.values() for found in printed_sections(drafted, case.graph)}
    known = sorted({place for drafted in case.drafts.values() for place in drafted.places})
    for section in case.graph.narrative:
        place, _ = _seat(section)
        if _seat(section) not in printed:
            near = get_close_matches(place, known, 1)
            yield case.finding(
                "narrative", section.id, f"the section {say.section(section)} stands in no document of this case",
                f"did you mean `place: {near[0]}`?" if near and near[0] != place else
                "give it a `place` that one of the documents prints: docs/first-steps.md names them",
                at=("place",) if section.place else (),
            )  # fmt: skip


def _seat(section: Narrative) -> tuple[str, int]:
    return section.place or section.id, section.order


CHECK = Check("STR204", "narrative-not-printed", Severity.WARNING, ALL_DOCUMENTS, run)
