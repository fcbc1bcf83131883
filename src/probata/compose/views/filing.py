"""What a filing says of itself: whom it addresses and what it asks for."""

from __future__ import annotations

from dataclasses import dataclass

from probata.document.origin import Origin
from probata.markup.placeholder import LiteralValue, MarkdownValue
from probata.model.case_file import Addressee


@dataclass(frozen=True, slots=True)
class AddresseeView:
    """Somebody addressed by name."""

    name: LiteralValue
    lines: tuple[LiteralValue, ...]


@dataclass(frozen=True, slots=True)
class ReliefView:
    """What is asked for."""

    measure: LiteralValue
    argument: MarkdownValue | None


def addressee_view(addressee: Addressee) -> AddresseeView:
    """Return one of several addressees."""
    origin = Origin("filing", "addressees")
    lines = tuple(LiteralValue(line, origin) for line in addressee.lines)
    return AddresseeView(LiteralValue(addressee.name, origin), lines)
