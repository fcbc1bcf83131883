"""Notes and citations: numbering, positions, legal authorities of our own, CSL for everything else.

`cite` is the stage. Citations are written by Pandoc's citeproc in any CSL style; the notes are numbered
here, so that back-references such as `(n 12)` are references to notes and not dead digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from probata.lazy import names_from

if TYPE_CHECKING:
    from probata.citation.authority import Authority, CitedForm, cited_forms
    from probata.citation.cited_in_text import with_citations_in_text
    from probata.citation.library import Library, Schedule, Scheduled, works_cited
    from probata.citation.persons_named import statements_on_persons
    from probata.citation.place_parts import COUNTED, numbers_joined, places_in
    from probata.citation.stage import Cited, cite
    from probata.citation.style import DEFAULT_STYLE, Style, is_own_style, load_style, read_style
    from probata.citation.words import PinpointForm, Words, load_words
else:
    __getattr__ = names_from(
        __name__, "authority", "place_parts", "library", "words", "style", "cited_in_text", "persons_named", "stage",
    )  # fmt: skip

__all__ = [
    "COUNTED",
    "DEFAULT_STYLE",
    "Authority",
    "Cited",
    "CitedForm",
    "Library",
    "PinpointForm",
    "Schedule",
    "Scheduled",
    "Style",
    "Words",
    "cite",
    "cited_forms",
    "is_own_style",
    "load_style",
    "load_words",
    "numbers_joined",
    "places_in",
    "read_style",
    "statements_on_persons",
    "with_citations_in_text",
    "works_cited",
]
