"""Findings as JSON, for other programs. The fields are a promise: they change only with `VERSION`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from probata.diagnostics.diagnostic import Diagnostic
from probata.diagnostics.message import Field, Message, Ref

VERSION = 1
"""Version of this form."""


def render(findings: Iterable[Diagnostic], texts: Mapping[str, str]) -> str:
    """Write `{"version": …, "findings": […]}` with a line feed at its end.

    Weights are `error`, `warning` and `info`; lines and columns count from 1; `path`, `line`, `column`, `end_line`
    and `end_column` are null where a finding has no place, and `decided_by` where no decision on it stands. `refs` are
    the records that its sentences name, and the fields, in order: a field of no kind is one of the finding's own
    record. `texts` is not used.
    """
    form = {"version": VERSION, "findings": [_fields(found) for found in findings]}
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"


def _fields(found: Diagnostic) -> dict[str, Any]:
    span = found.span
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "message": found.message,
        "help": found.help,
        "notes": list(found.notes),
        "path": span.path if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "record": found.record,
        "refs": _refs(found),
        "decided_by": found.decided_by or None,
    }


def _refs(found: Diagnostic) -> list[dict[str, str | None]]:
    refs: list[dict[str, str | None]] = []
    for value in (one for sentence in (found.message, found.help, *found.notes) for one in Message(sentence).values):
        if isinstance(value, Ref | Field):
            named = (value.text, None) if isinstance(value, Ref) else (None, value.text)
            ref = {"kind": value.kind or None, "id": named[0], "field": named[1]}
            refs += [ref] if ref not in refs else []
    return refs
