"""What one step of a migration is, the edits that it makes, and which steps there are: every file in `steps`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from probata.diagnostics import Diagnostic, Span
from probata.migrations import steps
from probata.migrations.case_texts import CaseTexts
from probata.source.node import MappingNode, Scalar
from probata.source.text_edits import BYTE_ORDER_MARK
from probata.source.text_file import fault

# An edit of one word of a file, and putting edits into its text.

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


def rename_key(node: MappingNode, old: str, new: str) -> Iterator[Edit]:
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


@dataclass(frozen=True, slots=True)
class Migration:
    """One step. Every file in `steps` ends in `MIGRATION = Migration(…)`."""

    before: int
    """The format that it takes."""
    after: int
    """The format that it gives: the next one."""
    edits: Callable[[CaseTexts], Iterable[Edit]]
    """The edits that it makes; the field `format` is not among them. What is migrated already needs none.

    Raises `CannotEditError` where the case has to be mended first.
    """


# Which steps there are: every file in `steps` is one. A new step is a new file; nothing is edited.


@cache
def all_steps() -> tuple[Migration, ...]:
    """Return all steps in the order of their versions.

    Raises `TypeError` where a file does not end in `MIGRATION = Migration(…)`, and `ValueError` where a step does not
    lead to the next format or two take the same one.
    """
    found = [_load(info.name) for info in iter_modules(steps.__path__)]
    found.sort(key=lambda step: step.before)
    taken = [step.before for step in found]
    if len(set(taken)) < len(taken) or any(step.after != step.before + 1 for step in found):
        raise ValueError("each step leads from one format to the next, and each format has one step")
    return tuple(found)


def _load(name: str) -> Migration:
    found = import_module(f"{steps.__name__}.{name}").MIGRATION
    if not isinstance(found, Migration):
        raise TypeError(f"migrations/steps/{name}.py does not end in MIGRATION = Migration(…)")
    return found
