"""What the law says, as data: instruments, provisions and their elements, conduct, participation of states.

Every fact names where and when it was read. What was not read at its source is `verified: false`, and a rule that
rests on it warns and never blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from probata.lazy import names_from

if TYPE_CHECKING:
    from probata.law.catalogue import Catalogue, CatalogueError, ConductCode, Declaration, Mode, load_catalogue
    from probata.law.instrument import Element, Instrument, Provision, Requirement
    from probata.law.participation import Acceptance, Participation
else:
    __getattr__ = names_from(
        __name__, "instrument", "participation", "catalogue",
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
    "load_catalogue",
]
