"""The gaps of a draft in a few lines: what is missing, and for how many records."""

from __future__ import annotations

from collections.abc import Iterable

from probata.diagnostics import Diagnostic

SHOWN = 3
"""Records named one by one; of more, only their number is given."""


def list_gaps(findings: Iterable[Diagnostic]) -> list[str]:
    """Return one line for each thing that is missing, in the order in which it was found."""
    missing: dict[str, list[str]] = {}
    for found in findings:
        if found.gap:
            what, _, _ = found.message.partition(" is not recorded for ")
            records = missing.setdefault(what, [])
            if found.record not in records:
                records.append(found.record)
    return [_line(what, records) for what, records in missing.items()]


def _line(what: str, records: list[str]) -> str:
    kinds = {record.partition("/")[0] for record in records}
    if kinds <= {"filings", "case", ""}:
        return what
    if len(records) > SHOWN:
        return f"{what}: not recorded for {len(records)} {kinds.pop() if len(kinds) == 1 else 'records'}"
    return f"{what}: not recorded for {', '.join(record.partition('/')[2] for record in records)}"
