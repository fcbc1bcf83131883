"""What is kept in one document only: changes of the words that a document is composed of, made in it and nowhere else.

`keep_in_text` stands between composing and citing, `keep_in_entries` and `keep_in_notes` after citing.
"""

from probata.changes.apply_changes import keep_in_entries, keep_in_notes, keep_in_text, without_lost_entries
from probata.changes.differing import differing, places_that_differ
from probata.changes.rewrite import NotMade

__all__ = [
    "NotMade",
    "differing",
    "keep_in_entries",
    "keep_in_notes",
    "keep_in_text",
    "places_that_differ",
    "without_lost_entries",
]
