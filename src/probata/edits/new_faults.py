"""Faults that records have after a change and had not before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from probata.diagnostics import Diagnostic
from probata.model.case_file import CaseFile
from probata.model.decode import Decoded, decode_one, decode_records
from probata.model.kinds import KIND_BY_KEY
from probata.model.schema import CASE
from probata.source.cannot_change import CannotChangeError
from probata.source.node import Node


def refuse_new_faults(before: Sequence[Node], after: Sequence[Node], kind: str) -> None:
    """Raise `CannotChangeError` where records of a kind have a fault that they had not: a field missing, no date."""
    known = Counter((found.code, found.message) for found in _faults(before, kind))
    for found in _faults(after, kind):
        if not known[found.code, found.message]:
            raise CannotChangeError(found)
        known[found.code, found.message] -= 1


def _faults(nodes: Sequence[Node], kind: str) -> list[Diagnostic]:
    if kind != CASE:
        return decode_records(list(nodes), KIND_BY_KEY[kind].record, kind).findings
    decoded: Decoded[CaseFile] = Decoded()
    for node in nodes:
        decode_one(node, CaseFile, kind, decoded)
    return decoded.findings
