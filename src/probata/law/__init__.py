"""What the law says, as data: instruments and provisions, codes of conduct, declarations, participation of states.

Every fact names where and when it was read. What was not read at its source is `verified: false`, and a rule that
rests on it warns and never blocks.
"""

from probata.law.catalogue import Catalogue, CatalogueError, load_catalogue
from probata.law.conduct import ConductCode
from probata.law.declaration import Declaration
from probata.law.instrument import Instrument, Provision
from probata.law.participation import Participation

__all__ = [
    "Catalogue",
    "CatalogueError",
    "ConductCode",
    "Declaration",
    "Instrument",
    "Participation",
    "Provision",
    "load_catalogue",
]
