"""Those affected by what is alleged, in lines."""

from __future__ import annotations

from probata.compose.printer import Printer
from probata.document.origin import Origin
from probata.markup.placeholder import StackedValue
from probata.model.allegation import Affected
from probata.model.person import Person


def affected_lines(affected: Affected, printer: Printer, allegation: str) -> StackedValue | None:
    """Return persons, community, number and description, one a line; `None` where nothing is recorded."""
    origin = Origin(f"allegations/{allegation}", "affected")
    found = (printer.graph.find("people", Person, person) for person in affected.persons)
    is_one = affected.count is not None and affected.count.value.text == "1"
    unit = printer.wording.label("document.person" if is_one else "document.persons")
    lines = (
        *(printer.person_name(person) for person in found if person),
        printer.literal(affected.community, origin),
        printer.count(affected.count, origin, unit),
        printer.own_line(affected.description, origin, "allegations", allegation, "affected", "description"),
    )
    shown = tuple(line for line in lines if line)
    return StackedValue(shown) if shown else None
