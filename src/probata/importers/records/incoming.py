"""A record of others, on its way in."""

from __future__ import annotations

from dataclasses import dataclass

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.node import Mapping


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a row, or an entity, says, in our fields; every value with its place."""

    kind: str
    node: Mapping
    """Its fields, without `id`; references as they are written there."""

    label: str
    """What messages call it."""

    span: Span
    wished: str = ""
    """The id that it has where it comes from."""

    is_named_apart: bool = False
    """Whether somebody gave it that id to tell it from others: one of ours that is only alike is then another."""

    known_as: tuple[str, ...] = ()
    """Other ids that it has there: a record of ours with one of them is the same."""

    provenance: str = ""
    """Where it comes from, as a remark for the team in a record that is new."""

    faults: tuple[Diagnostic, ...] = ()
    """Why it cannot be taken in, found while it was read."""

    remarks: tuple[str, ...] = ()
    unheld: tuple[str, ...] = ()
    """What is said of it and our records have no field for."""


def fault(code: str, name: str, message: str, span: Span, help: str) -> Diagnostic:
    """Make the must-fix finding for which a row or an entity is refused."""
    return Diagnostic(code, name, Severity.ERROR, message, span, help)
