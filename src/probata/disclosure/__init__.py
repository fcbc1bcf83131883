"""What the readers of a forum may see: persons without consent for it never enter the graph that composes."""

from probata.disclosure.consent import Disclosed, covers_use, disclose, parts_played, use_of, without_submitter
from probata.disclosure.in_document import NamedIn, named_in_document, names_left, without_names
from probata.disclosure.left_to_tell import conditions_asked, texts_left_out
from probata.disclosure.levels import at_level, withheld
from probata.disclosure.name_forms import names_of
from probata.disclosure.name_search import NameSearch
from probata.disclosure.names import holes

__all__ = [
    "Disclosed",
    "NameSearch",
    "NamedIn",
    "at_level",
    "conditions_asked",
    "covers_use",
    "disclose",
    "holes",
    "named_in_document",
    "names_left",
    "names_of",
    "parts_played",
    "texts_left_out",
    "use_of",
    "withheld",
    "without_names",
    "without_submitter",
]
