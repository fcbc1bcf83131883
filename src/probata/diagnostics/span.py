"""A place in one of the user's files."""

from __future__ import annotations

from probata.diagnostics.value import value


@value(order=True)
class Span:
    """A stretch of a text file, from its first character to just after its last.

    Lines and columns count from 1 and columns count characters, not bytes. A whole
    file is line 1, column 1, with an empty length.
    """

    path: str
    """Path as the user would type it, with forward slashes."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        """Write the place as editors and terminals link it: `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}"
