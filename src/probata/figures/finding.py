"""Findings about the tables of a case. Their codes begin with `TAB`."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from probata.diagnostics import Diagnostic, Severity, Span, say
from probata.model.dataset import Dataset

MOST_NAMED = 8
"""Up to so many allowed values are listed in full."""


def table_finding(
    dataset: Dataset, code: str, name: str, message: str, span: Span, help: str, severity: Severity = Severity.ERROR
) -> Diagnostic:
    """Make a finding about a table."""
    return Diagnostic(code, name, severity, message, span, help, record=f"datasets/{dataset.id}")


def suggest(wrong: str, allowed: Iterable[str], what: str) -> str:
    """Return the next step for a name that does not exist: the nearest one, or the names that there are."""
    names = list(dict.fromkeys(allowed))
    near = get_close_matches(wrong, names, 3)
    if len(near) == 1 or (near and near[0].casefold() == wrong.casefold()):
        return f"did you mean {say.words(near[0])}?"
    listed = names if len(names) <= MOST_NAMED else [name for name in names if name in near]
    return (
        f"write one of the {what}: " + ", ".join(f"{say.words(name)}" for name in listed)
        if listed
        else f"check the {what}"
    )
