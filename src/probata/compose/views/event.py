"""An operation, measure, incident or act as templates see one."""

from __future__ import annotations

from probata.compose.printer import Printer
from probata.compose.sentences.grammar import stacked, with_country
from probata.compose.views.record import RecordView, Shown, code, flag, markdown, required
from probata.document.foreign import texts
from probata.document.inlines import Text
from probata.markup.placeholder import InlineValue, LiteralValue
from probata.model.body import Body
from probata.model.dates import When
from probata.model.event import Event


class EventView(RecordView[Event]):
    """What happened."""

    _kind = "events"

    id = Shown(code, "Id of the record")
    title = Shown(required, "Name or short description")
    native = Shown(Printer.native, "Name in its own script")
    dates = Shown(Printer.when, "When")
    count = Shown(Printer.count, "How many persons or cases")
    description = Shown(markdown, "What happened")
    context_only = Shown(flag, "Whether it is background and charged to nobody")
    cites = Shown(Printer.cited, "Citations of the event", "citations")

    @property
    def kind(self) -> LiteralValue:
        """Operation, measure, reform, incident or act."""
        return LiteralValue(self._printer.wording.label(f"event.{self._record.kind}"))

    @property
    def when(self) -> When | None:
        """The dates, for sorting."""
        return self._record.dates

    @property
    def place(self) -> InlineValue | None:
        """Where."""
        found = texts(self._at("place"), *with_country(self._record.place, self._record.country))
        return InlineValue(found) if found else None

    @property
    def lead_bodies(self) -> InlineValue | None:
        """Bodies that lead it."""
        found = (self._printer.graph.find("bodies", Body, body) for body in self._record.lead_bodies)
        return stacked([(Text(body.short_name or body.name, self._at("lead_bodies")),) for body in found if body])
