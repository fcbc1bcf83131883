"""An operation, measure, incident or act as templates see one."""

from __future__ import annotations

from probata.compose.printer import Printer
from probata.compose.sentences.grammar import stacked, with_country
from probata.document.foreign import texts
from probata.document.inlines import Text
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue
from probata.model.body import Body
from probata.model.dates import When
from probata.model.event import Event


class EventView:
    """What happened."""

    def __init__(self, event: Event, printer: Printer) -> None:
        self._event = event
        self._printer = printer

    def _at(self, field: str) -> Origin:
        return Origin(f"events/{self._event.id}", field)

    @property
    def id(self) -> str:
        """Id of the record."""
        return self._event.id

    @property
    def kind(self) -> LiteralValue:
        """Operation, measure, reform, incident or act."""
        return LiteralValue(self._printer.wording.label(f"event.{self._event.kind}"))

    @property
    def title(self) -> LiteralValue:
        """Name or short description."""
        return LiteralValue(self._event.title, self._at("title"))

    @property
    def native(self) -> InlineValue | None:
        """Name in its own script."""
        return self._printer.native(self._event.native, self._at("native"))

    @property
    def dates(self) -> LiteralValue | None:
        """When."""
        return self._printer.when(self._event.dates, self._at("dates"))

    @property
    def when(self) -> When | None:
        """The dates, for sorting."""
        return self._event.dates

    @property
    def place(self) -> InlineValue | None:
        """Where."""
        found = texts(self._at("place"), *with_country(self._event.place, self._event.country))
        return InlineValue(found) if found else None

    @property
    def lead_bodies(self) -> InlineValue | None:
        """Bodies that lead it."""
        found = (self._printer.graph.find("bodies", Body, body) for body in self._event.lead_bodies)
        return stacked([(Text(body.short_name or body.name, self._at("lead_bodies")),) for body in found if body])

    @property
    def count(self) -> InlineValue | None:
        """How many persons or cases."""
        return self._printer.count(self._event.count, self._at("count"))

    @property
    def description(self) -> MarkdownValue | None:
        """What happened."""
        return self._printer.markdown(self._event.description, "events", self._event.id, "description")

    @property
    def context_only(self) -> bool:
        """Whether it is background and charged to nobody."""
        return self._event.context_only

    @property
    def cites(self) -> InlineValue:
        """Citations of the event."""
        return self._printer.cited(self._event.citations, self._at("citations"))
