"""Those affected by what is alleged, in lines."""

from __future__ import annotations

from probata.compose.printer import Printer
from probata.compose.views.person import stacked
from probata.document.inlines import Inlines, Text
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue
from probata.model.allegation import Affected
from probata.model.person import Person


def affected_lines(affected: Affected, printer: Printer, origin: Origin) -> InlineValue | None:
    """Return persons, community, number and description, one a line; `None` where nothing is recorded."""
    lines: list[Inlines] = []
    for person_id in affected.persons:
        person = printer.graph.find("people", Person, person_id)
        if person:
            lines.append(printer.person_name(person).inlines)
    if affected.community:
        lines.append((Text(affected.community, origin),))
    is_one = affected.count is not None and affected.count.value.text == "1"
    unit = printer.wording.label("document.person" if is_one else "document.persons")
    if count := printer.count(affected.count, origin, unit):
        lines.append(count.inlines)
    if affected.description:
        lines.append((Text(affected.description, origin),))
    return stacked(lines)
