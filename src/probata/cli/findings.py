"""Findings in a terminal: the full form with colour, and their number in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Console

from probata.cli.terminal import plain
from probata.diagnostics import Diagnostic, Severity
from probata.diagnostics.render import full

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def print_findings(console: Console, findings: Iterable[Diagnostic], texts: Mapping[str, str]) -> None:
    """Print findings in full, each with the line that it is about."""
    for text, style in lines_of(findings, texts):
        console.print(plain(text, style), soft_wrap=True)


def lines_of(findings: Iterable[Diagnostic], texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give the same as texts, each with its style."""
    for position, found in enumerate(findings):
        head, _, rest = full.render([found], texts).partition("\n")
        body, _, code = rest.rstrip("\n").rpartition("\n")
        if position:
            yield "", ""
        yield head, STYLES[found.severity]
        yield body, ""
        yield code, "dim"


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
