"""What stands in the way of filing, told once for all documents in whose way it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from probata.checks import fold
from probata.diagnostics import Diagnostic
from probata.diagnostics.render import concise

Refused = Mapping[str, tuple[Diagnostic, ...]]
"""Filings that may not be final, by id, with the reasons."""


def head_of(refused: Refused) -> str:
    """Say which filings were not made."""
    named = ", ".join(f"`{filing}`" for filing in refused)
    is_one = len(refused) == 1
    return f"{named} {'is' if is_one else 'are'} not ready for filing and {'was' if is_one else 'were'} not made:"


def reason_lines(refused: Refused, texts: Mapping[str, str]) -> Iterator[str]:
    """Give the reasons, a line each: what several filings have in common stands once, below their ids."""
    groups = _by_filings(refused)
    for filings, reasons in groups.items():
        if len(groups) > 1:
            in_all = len(filings) == len(refused)
            yield f"in {'each of them' if in_all else ', '.join(f'`{filing}`' for filing in filings)}:"
        for line in concise.render(fold(reasons), texts).splitlines():
            yield f"{'  ' * (len(groups) > 1)}{line}"


def _by_filings(refused: Refused) -> dict[tuple[str, ...], list[Diagnostic]]:
    """Gather the reasons by the filings that they refuse; first those that refuse the most."""
    filings: dict[Diagnostic, list[str]] = {}
    for filing, reasons in refused.items():
        for reason in reasons:
            filings.setdefault(reason, []).append(filing)
    groups: dict[tuple[str, ...], list[Diagnostic]] = {}
    for reason, named in filings.items():
        groups.setdefault(tuple(named), []).append(reason)
    return dict(sorted(groups.items(), key=lambda group: -len(group[0])))
