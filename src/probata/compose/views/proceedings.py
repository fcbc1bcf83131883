"""The proceedings in a court as templates see them: for the title of a witness statement."""

from __future__ import annotations

from dataclasses import dataclass

from probata.compose.printer import Printer
from probata.document.origin import Origin
from probata.markup.placeholder import LiteralValue
from probata.model.case_file import Filing


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party with its part in the proceedings."""

    name: LiteralValue
    role: LiteralValue


@dataclass(frozen=True, slots=True)
class ProceedingsView:
    """The court, line by line, the number of the claim, and the parties."""

    court: tuple[LiteralValue, ...]
    number: LiteralValue | None
    parties: tuple[PartyView, ...]


def proceedings_view(filing: Filing, printer: Printer) -> ProceedingsView | None:
    """Return the proceedings of a filing; `None` where it is made for no court."""
    found = filing.proceedings
    if found is None:
        return None
    origin = Origin("filing", "proceedings")
    return ProceedingsView(
        tuple(LiteralValue(line, origin) for line in found.court),
        printer.literal(found.number, origin),
        tuple(PartyView(LiteralValue(p.name, origin), LiteralValue(p.role, origin)) for p in found.parties),
    )
