"""Those affected by what is alleged, in lines."""

from __future__ import annotations

from probata.compose.printer import Printer
from probata.document.origin import Origin
from probata.markup.placeholder import StackedValue
from probata.model.allegation import Affected
from probata.model.person import Person


def affected_lines(affected: Affected, printer: Printer, allegation: str) -> StackedValue | None:
    """Return persons, community, number and description, one a line; `None` where nothing is recorded.

    A number that only counts the persons named above it is not printed.
    """
    origin = Origin(f"allegations/{allegation}", "affected")
    found = tuple(printer.graph.find("people", Person, person) for person in affected.persons)
    named = tuple(person for person in found if person)
    is_one = affected.count is not None and affected.count.value.text == "1"
    unit = printer.wording.label("document.person" if is_one else "document.persons")
    lines = (
        *(printer.person_name(person) for person in named),
        printer.literal(affected.community, origin),
        None if _counts_only(affected, len(named)) else printer.count(affected.count, origin, unit),
        printer.own_line(affected.description, origin, "allegations", allegation, "affected", "description"),
    )
    shown = tuple(line for line in lines if line)
    return StackedValue(shown) if shown else None


def _counts_only(affected: Affected, named: int) -> bool:
    """Tell whether the number is that of the persons named, and says nothing else."""
    count = affected.count
    if count is None or affected.community or not named:
        return False
    return not (count.unit or count.citations or count.figure) and count.value.text == str(named)
