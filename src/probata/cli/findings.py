"""Findings in a terminal: the full form with colour, and their number in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.console import Console

from probata.cli.terminal import plain
from probata.diagnostics import Diagnostic, Severity
from probata.diagnostics.render import full

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def print_findings(console: Console, findings: Iterable[Diagnostic], texts: Mapping[str, str]) -> None:
    """Print findings in full, each with the line that it is about."""
    for position, found in enumerate(findings):
        head, _, rest = full.render([found], texts).partition("\n")
        body, _, code = rest.rstrip("\n").rpartition("\n")
        if position:
            console.print()
        console.print(plain(head, STYLES[found.severity]), soft_wrap=True)
        console.print(plain(body), soft_wrap=True)
        console.print(plain(code, "dim"), soft_wrap=True)


def count_in_words(findings: Iterable[Diagnostic]) -> str:
    """Return how many findings there are of each weight: "2 must fix, 1 should fix, 3 notes"; "none"."""
    weights = [found.severity for found in findings]
    parts = []
    for severity in Severity:
        number = weights.count(severity)
        plural = "s" if severity is Severity.INFO and number != 1 else ""
        if number:
            parts.append(f"{number} {severity.label}{plural}")
    return ", ".join(parts) or "none"
