"""Why a file of the user's is left as it is."""

from __future__ import annotations

from probata.diagnostics import Diagnostic


class CannotChangeError(Exception):
    """A file cannot be changed safely; carries the finding that says why, where, and what to do."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
