"""One line a finding: place, weight, what is wrong, name and code, and the next step. For logs, editors and `grep`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from probata.diagnostics.diagnostic import Diagnostic


def render(findings: Iterable[Diagnostic], texts: Mapping[str, str]) -> str:
    """Write the findings, each on one line that ends with a line feed; nothing where there are none.

    A finding without a place begins with its weight. `texts` is not used: the line says where to look.
    """
    return "".join(f"{_line(found)}\n" for found in findings)


def _line(found: Diagnostic) -> str:
    place = f"{found.span}: " if found.span else ""
    same = f"; {found.same_in}" if found.same_in else ""
    step = f"; next step: {found.help}" if found.help else ""
    said = f"{_one_line(found.message)} ({found.name}, {found.code})"
    return f"{place}{found.severity.label}: {said}{_one_line(same + step)}"


def _one_line(text: str) -> str:
    """A user's own words may hold line breaks; a finding stays on one line whatever they hold."""
    return " ".join(text.split())
