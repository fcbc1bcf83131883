"""Speeches with where and on which day they were given, as American manuals have them.

Robert F. Kennedy, Day of Affirmation, Address at the University of Capetown (June 6, 1966): who spoke, the title, what
it was and where, the place that is cited, the day (Bluebook 17.2, read in the guide of the University of Illinois
Chicago). CSL styles print title and year alone.
"""

from __future__ import annotations

from xml.etree import ElementTree

from probata.citation.first_form import choose, date, group, names, print_first, text

_ADDRESS = "Address"
"""What a speech is called that has no other name for its kind."""


def print_speeches(root: ElementTree.Element) -> None:
    """Let a style of notes print first citations of speeches so; one without an event has its title and day."""
    kind = choose("genre", text(variable="genre", text_case="capitalize-first"), text(value=_ADDRESS))
    given = choose("event-title", group(" at ", kind, text(variable="event-title")))
    told = group(", ", names(), text(variable="title", text_case="title"), given)
    print_first(root, "speech", group(" ", told, text(variable="locator"), date(month=" ", day=", ", year="")))
