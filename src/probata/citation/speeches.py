"""Speeches with where and on which day they were given, as American manuals have them.

Robert F. Kennedy, Day of Affirmation, Address at the University of Capetown (June 6, 1966): who spoke, the title, what
it was and where, the place that is cited, the day (Bluebook 17.2, read in the guide of the University of Illinois
Chicago). CSL styles print title and year alone.
"""

from __future__ import annotations

from xml.etree import ElementTree

from probata.citation.first_form import choose, date, group, names, print_first, text
from probata.citation.style_xml import CSL

_ADDRESS = "Address"
"""What a speech is called that has no other name for its kind."""


def print_speeches(root: ElementTree.Element) -> None:
    """Let a style of notes print first citations of speeches so; one without an event stays as it is, with its day."""
    kind = choose("genre", text(variable="genre", text_case="capitalize-first"), text(value=_ADDRESS))
    given = group(" at ", kind, text(variable="event-title"))
    told = group(", ", names(), text(variable="title", text_case="title"), given)
    whole = group(" ", told, text(variable="locator"), date(month=" ", day=", ", year=""))
    print_first(root, "speech", whole, needs="event-title")
    for branch in root.iter(f"{CSL}if"):
        kinds = branch.get("type", "").split()
        if "webpage" in kinds and "speech" not in kinds and branch.find(f".//{CSL}date-part[@name='day']") is not None:
            branch.set("type", " ".join((*kinds, "speech")))
