"""What the readers of a forum may see: persons without consent for it never enter the graph that composes."""

from probata.disclosure.as_read import as_read
from probata.disclosure.consent import Disclosed, covers_use, disclose, parts_played
from probata.disclosure.holes import holes
from probata.disclosure.name_forms import is_name, name_pattern, names_in, names_of
from probata.disclosure.name_index import NameIndex

__all__ = [
    "Disclosed",
    "NameIndex",
    "as_read",
    "covers_use",
    "disclose",
    "holes",
    "is_name",
    "name_pattern",
    "names_in",
    "names_of",
    "parts_played",
]
