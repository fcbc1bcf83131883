"""The answers of the checks as JSON, for other programs. The fields are a promise: they change only with `VERSION`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from probata.cli.tables.statistics import Count

VERSION = 1
"""Version of this form."""


def render(counts: Iterable[Count]) -> str:
    """Write `{"version": …, "checks": […]}` with a line feed at its end.

    `answer` is `pass`, `fail`, `cannot tell` or `not applicable`, and null for findings of reading, which have no
    check. `looked_at` is the sum of `pass`, `fail` and `cannot_tell`; `reasons` are the commonest for the last.
    """
    form = {"version": VERSION, "checks": [_fields(one) for one in counts]}
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"


def _fields(count: Count) -> dict[str, Any]:
    answer = count.answer
    return {
        "code": count.code,
        "name": count.name,
        "answer": answer.outcome.value if answer else None,
        "about": answer.about if answer else None,
        "looked_at": answer.looked_at if answer else None,
        "pass": answer.passed if answer else None,
        "fail": answer.failed if answer else None,
        "cannot_tell": answer.untold if answer else None,
        "reasons": [{"why": why, "number": number} for why, number in answer.reasons] if answer else [],
        "findings": {severity.value: number for severity, number in count.found.items()},
    }
