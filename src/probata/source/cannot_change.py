"""Why a file of the user's is left as it is."""

from __future__ import annotations

from probata.diagnostics import Diagnostic, Span
from probata.source.text_file import fault


class CannotChangeError(Exception):
    """A file cannot be changed safely; carries the finding that says why, where, and what to do."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def changed_since(span: Span) -> CannotChangeError:
    """Return the error that a file is no longer as it was read: edits would come to stand in other words."""
    return CannotChangeError(fault("SRC168", "changed-since-read", "the file was changed since it was read", span,
                                   "run the command again"))  # fmt: skip
