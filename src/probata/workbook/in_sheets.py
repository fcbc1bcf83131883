"""Advice that names text files, in the words of a case that is a workbook."""

from __future__ import annotations

import re
from dataclasses import replace

from probata.diagnostics import Diagnostic
from probata.model.kinds import KINDS
from probata.model.schema import CASE
from probata.workbook.sheets import forms_of

_FILE = re.compile(rf"`({'|'.join((CASE, *(kind.key for kind in KINDS)))})\.yaml`")


def in_sheets(found: Diagnostic) -> Diagnostic:
    """Return a finding that says "the sheet `Decisions`" where it said `decisions.yaml`."""
    if not any(".yaml" in text for text in (found.message, found.help, *found.notes)):
        return found
    notes = tuple(map(_in_sheets, found.notes))
    return replace(found, message=_in_sheets(found.message), help=_in_sheets(found.help), notes=notes)


def _in_sheets(text: str) -> str:
    return _FILE.sub(lambda named: f"the sheet `{forms_of(named[1])[0].name}`", text)
