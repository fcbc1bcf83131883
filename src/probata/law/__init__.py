"""What the law says, as data: instruments, provisions and their elements, conduct, participation of states.

Every fact names where and when it was read. What was not read at its source is `verified: false`, and a rule that
rests on it warns and never blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from probata.lazy import names_from

if TYPE_CHECKING:
    from probata.law.catalogue import Catalogue, CatalogueError, load_catalogue
    from probata.law.conduct import ConductCode
    from probata.law.declaration import Declaration
    from probata.law.element import Element, Requirement
    from probata.law.instrument import Instrument, Provision
    from probata.law.mode import Mode
    from probata.law.participation import Acceptance, Participation, Reservation
else:
    __getattr__ = names_from(
        __name__, "conduct", "declaration", "element", "instrument", "mode", "participation", "catalogue",
    )  # fmt: skip

__all__ = [
    "Acceptance",
    "Catalogue",
    "CatalogueError",
    "ConductCode",
    "Declaration",
    "Element",
    "Instrument",
    "Mode",
    "Participation",
    "Provision",
    "Requirement",
    "Reservation",
    "load_catalogue",
]
