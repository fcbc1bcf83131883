"""What the views of records have in common, and fields that are printed as they are recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, ClassVar, Generic, TypeVar, cast

from probata.compose.printer import Printer
from probata.compose.sentences.grammar import stacked
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue
from probata.model.cited_value import CitedText
from probata.model.record import Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class RecordView(Generic[R]):
    """A record as templates see one."""

    _kind: ClassVar[str]

    def __init__(self, record: R, printer: Printer) -> None:
        self._record = record
        self._printer = printer

    def _at(self, field: str) -> Origin:
        return Origin(f"{self._kind}/{self._record.id}", field)


class Shown(Generic[T]):
    """A field that a view prints by one of the ways of a printer; `None` where nothing is recorded."""

    def __init__(self, show: Callable[[Printer, Any, Origin], T], what: str, field: str = "") -> None:
        """Take how it is printed, what it is in words, and the field of the record where that has another name."""
        self.show = show
        self.what = what
        self._field = field

    def __set_name__(self, owner: type, name: str) -> None:
        self._field = self._field or name

    def __get__(self, view: RecordView[Any] | None, owner: type | None = None) -> T:
        if view is None:
            return cast(T, self)
        return self.show(view._printer, attrgetter(self._field)(view._record), view._at(self._field))


def code(printer: Printer, value: str, origin: Origin) -> str:
    """Return an id or a code as it is recorded."""
    return value


def flag(printer: Printer, value: bool, origin: Origin) -> bool:
    """Return yes or no as it is recorded."""
    return value


def required(printer: Printer, text: str, origin: Origin) -> LiteralValue:
    """Return a line that every record has."""
    return LiteralValue(text, origin)


def markdown(printer: Printer, text: str | None, origin: Origin) -> MarkdownValue | None:
    """Return a text in Markdown."""
    kind, _, record_id = origin.record.partition("/")
    return printer.markdown(text, kind, record_id, *origin.field.split("."))


def fields(printer: Printer, found: Sequence[CitedText], origin: Origin) -> InlineValue | None:
    """Return texts with their citations, one a line."""
    shown = (printer.text_field(field, origin) for field in found)
    return stacked([field.inlines for field in shown if field])


def labelled(table: str) -> Callable[[Printer, str | None, Origin], LiteralValue | None]:
    """Return what prints a value by its label in the language of the document."""

    def show(printer: Printer, value: str | None, origin: Origin) -> LiteralValue | None:
        return LiteralValue(printer.wording.label(f"{table}.{value}"), origin) if value else None

    return show
