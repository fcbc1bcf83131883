"""The version of the record format: which one is read, and what to do with another."""

from __future__ import annotations

import shlex

from probata.diagnostics import Diagnostic
from probata.source.node import Mapping, Scalar
from probata.source.text_file import fault

FORMAT = "1"
"""The format that this program reads. A case that names none is of the first one, `1`."""

OLDER = "older-format"
OTHER_FORMATS = {OLDER, "newer-format"}
"""Findings on a case of which nothing is read."""

KEY = "format"
"""The field of the case that names it."""


def other_format(case: Mapping, shown: str) -> Diagnostic | None:
    """Return the finding for a case of an older or newer format; `None` where it is ours or no number at all.

    `shown` is the path of the case as the user would type it. What is no number is left to the decoder.
    """
    found = case.get(KEY)
    if not isinstance(found, Scalar) or not (found.text.isascii() and found.text.isdigit()):
        return None
    written, ours = _in_order(found.text), _in_order(FORMAT)
    if written == ours:
        return None
    message = f"the case is in format {found.text}, and this version of Probata reads format {FORMAT}"
    if written < ours:
        return fault("SRC151", "older-format", message, found.span,
                     f"run `probata migrate {shlex.quote(shown)}`; the files as they are now are kept")  # fmt: skip
    return fault("SRC152", "newer-format", message, found.span,
                 "install a newer version of Probata, or ask whoever sent the case for one in this format")  # fmt: skip


def _in_order(digits: str) -> tuple[int, str]:
    """Return what numbers are sorted by; Python refuses to make a number of thousands of digits."""
    significant = digits.lstrip("0")
    return len(significant), significant
