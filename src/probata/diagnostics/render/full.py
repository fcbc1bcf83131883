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
from unicodedata import combining, east_asian_width

from probata.diagnostics.diagnostic import Diagnostic
from probata.diagnostics.span import Span

# The line of a file that a finding is about, with carets below the place.

WIDTH = 96
"""Characters of a source line that are shown; of a longer line, the stretch round the place."""

BEFORE = 32
"""Characters shown before the place where a line is too long."""


def show_source_line(span: Span, text: str) -> tuple[str, ...]:
    """Return the line and the line with the carets, or nothing where the text has no such line or it is blank.

    Carets run to the end of the first line of a place of several lines; an empty place has one caret. A character
    that takes two cells of a terminal, as Chinese ones do, gets two carets.
    """
    lines = text.split("\n")
    if not 1 <= span.line <= len(lines) or not lines[span.line - 1].strip():
        return ()
    line = lines[span.line - 1]
    start = min(max(span.column - 1, 0), len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    cut = max(start - BEFORE, 0) if len(line) > WIDTH else 0
    shown = line[cut : cut + WIDTH]
    start, end = start - cut, min(end - cut, len(shown))
    number = str(span.line)
    padding = "".join("\t" if character == "\t" else " " * _cells(character) for character in shown[:start])
    carets = "^" * max(sum(_cells(character) for character in shown[start:end]), 1)
    return (f"  {number} | {_printable(shown)}".rstrip(), f"  {' ' * len(number)} | {padding}{carets}")


def _cells(character: str) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1


def _printable(text: str) -> str:
    """Put a dot in place of what could steer a terminal or turn the direction of the text."""
    return "".join(character if character.isprintable() or character == "\t" else "·" for character in text)


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
