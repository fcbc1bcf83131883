"""A post whose title stands alone, without the body or the country that it belongs to.

Looks at posts without a `body` whose title names none: no body, State or country of the case, and nothing behind "of",
"for", "in", "at", "to" or a comma.

## Why it matters
There are many directors. A title that does not say of what identifies nobody, and cannot be compared with the decree of
appointment.

## Example
```yaml
case: {title: Example}
positions: [{id: director, title: Deputy Director}]
```

Use instead:
```yaml
case: {title: Example}
positions: [{id: director, title: Deputy Director of North Prison}]
```

## When to allow it
Where the source gives the bare title and nothing shows to which body it belongs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph

_OF_WHAT = re.compile(
    r"[,(]|\b(?:of|for|in|at|to|on|de|des|du|del|d[’']|en|à|au|aux|pour|para)\s+\S|['’]s\s", re.IGNORECASE
)


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the posts that no body or country belongs to."""
    names = _names(case.graph)
    for post in case.graph.positions:
        named = any(name in post.title.casefold() for name in names)
        if not post.body and not named and not _OF_WHAT.search(post.title):
            yield case.finding(
                "positions", post.id, f"the title {say.words(post.title)} names neither the body nor the country of "
                "the post",
                "add `body: …`, or write the title so that it stands alone, such as `Director of North Prison`",
                at=("title",),
            )  # fmt: skip


def _names(graph: CaseGraph) -> frozenset[str]:
    """Return the names of bodies and countries of a case, in small letters."""
    of_bodies = (
        name for body in graph.bodies for name in (body.name, body.short_name, body.abbreviation, body.country)
    )
    return frozenset(name.casefold() for name in (*of_bodies, graph.case.state) if name)


CHECK = Check("STR136", "post-without-body", Severity.WARNING, "positions", run)
