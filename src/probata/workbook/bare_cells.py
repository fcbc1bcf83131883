"""Cells of a sheet that have no heading, or stand too far to the right: they are not read, and are told."""

from __future__ import annotations

from probata.diagnostics import Diagnostic, Severity, Span
from probata.workbook.addresses import areas_of
from probata.workbook.headings import heading_of
from probata.workbook.own_columns import NOTE
from probata.workbook.sheets import SheetForm

_SHOWN = 20
"""Places without heading that a note names."""


def help_on_bare(form: SheetForm) -> str:
    """Return the next step for cells without heading on a sheet of records."""
    note = f", or move remarks of your own to the column `{heading_of((NOTE,))}`" if NOTE in form.shape.fields else ""
    return f"write a heading for it{note or ', in brackets where it is for you alone'}"


def too_far(first: Span) -> Diagnostic:
    """Return the finding for cells so far to the right that they are not read, at the first of them."""
    message = "cells from this column on are not read"
    help = "move what stands there to the left, or delete it where it is not wanted"
    return Diagnostic("SRC178", "cell-without-heading", Severity.WARNING, message, first, help)


def unheaded(cells: list[Span], help: str) -> Diagnostic:
    """Return the finding for cells that have no heading, at the first of them; a note names the others."""
    first, *others = cells
    more = f"; {len(others)} more of the sheet {'has' if len(others) == 1 else 'have'} none either" if others else ""
    areas = areas_of(others)
    beyond = f" and {len(areas) - _SHOWN} more places" if len(areas) > _SHOWN else ""
    named = ", ".join(f"`{area}`" for area in areas[:_SHOWN])
    message = f"the cell has no heading and is not read{more}"
    notes = (f"also without heading: {named}{beyond}",) if others else ()
    return Diagnostic("SRC178", "cell-without-heading", Severity.WARNING, message, first, help, notes)
