"""Findings for people: what is wrong, the line with a caret below it, the next step, and its name and code last.

```
must fix: claims/x/roles.yaml:3:11
no person has the id `mara-volk`

  3 |   person: mara-volk
    |           ^^^^^^^^^

next step: did you mean `mara-wolk`?
unknown-reference (REF101)
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from probata.diagnostics.diagnostic import Diagnostic
from probata.diagnostics.render.source_line import show_source_line


def render(findings: Iterable[Diagnostic], texts: Mapping[str, str]) -> str:
    """Write the findings with an empty line between them; nothing where there are none.

    Where the file of a finding is not in `texts`, or has no such line, the source line is left out.
    """
    return "\n".join("".join(f"{line}\n" for line in _lines(found, texts)) for found in findings)


def _lines(found: Diagnostic, texts: Mapping[str, str]) -> Iterator[str]:
    yield f"{found.severity.label}: {found.span}" if found.span else f"{found.severity.label}:"
    yield found.message
    frame = show_source_line(found.span, texts.get(found.span.path, "")) if found.span else ()
    if frame:
        yield from ("", *frame, "")
    yield from (f"note: {note}" for note in (*found.notes, found.same_in) if note)
    if found.help:
        yield f"next step: {found.help}"
    yield f"{found.name} ({found.code})"
