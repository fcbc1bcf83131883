"""An edit of one word of a file, and putting edits into its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from probata.diagnostics import Diagnostic, Span
from probata.source.edit_lines import BYTE_ORDER_MARK
from probata.source.node import Mapping, Scalar
from probata.source.text_file import fault

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_QUOTES = ("'", '"')


class CannotEditError(Exception):
    """A file cannot be changed safely; carries the finding."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class Edit:
    """A key or a plain value that becomes another; quotation marks round it stay."""

    found: Scalar
    becomes: str

    def __str__(self) -> str:
        """Say what changes and where: "case.yaml:3: `date` becomes `as_of`"."""
        return f"{self.found.span.path}:{self.found.span.line}: `{self.found.text}` becomes `{self.becomes}`"


def rename_key(node: Mapping, old: str, new: str) -> Iterator[Edit]:
    """Rename a key of one record, where it has it; raises `CannotEditError` where it has both."""
    for entry in node.entries:
        if entry.key.text == old:
            if node.get(new) is not None:
                raise CannotEditError(fault("MIG102", "both-names", f"`{old}` and its new name `{new}` both stand here",
                                            entry.key.span, f"keep one of the two, as `{old}`"))  # fmt: skip
            yield Edit(entry.key, new)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits made; line ends and a byte-order mark stay as they are.

    Raises `CannotEditError` where something else stands in the place of an edit.
    """
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    # Lines and what ends them, in turn.
    parts = _LINE_END.split(text.removeprefix(mark))
    for edit in sorted(edits, key=lambda edit: edit.found.span, reverse=True):
        position = 2 * (edit.found.span.line - 1)
        parts[position] = _edited(parts[position] if position < len(parts) else "", edit)
    return mark + "".join(parts)


def _edited(line: str, edit: Edit) -> str:
    span = edit.found.span
    written = line[span.column - 1 : span.end_column - 1] if span.line == span.end_line else ""
    quote = written[:1] if written.startswith(_QUOTES) else ""
    if written != f"{quote}{edit.found.text}{quote}":
        raise CannotEditError(_elsewhere(edit.found.text, span))
    return f"{line[: span.column - 1]}{quote}{edit.becomes}{quote}{line[span.end_column - 1 :]}"


def _elsewhere(word: str, span: Span) -> Diagnostic:
    return fault("MIG103", "not-editable", f"`{word}` is written in a way that cannot be changed safely", span,
                 f"write it plainly, as `{word}`")  # fmt: skip
