"""What parts the marks of two notes on one spot: `36, 37`, raised like the marks.

Citations that stand side by side are one note with a semicolon between them (`citation/marks.py`). Two marks are left
where one of the notes is its author's own: it may be referred to by its name, so it stays a note. Behind a mere space
they still read as one number in small type; a comma alone reads as a decimal one, `36,37`, in half of Europe.
"""

from __future__ import annotations

from typing import Final

BETWEEN_MARKS: Final = ",\u00a0"
