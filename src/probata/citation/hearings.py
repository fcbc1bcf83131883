"""Hearings of legislatures by title and committee, and who spoke in brackets at the end, as American manuals have them.

*Cell Tax Act: Hearing on H.R. 5793 Before the Subcomm. on Commercial Law*, 110th Cong. 12 (2008) (statement of Ana
Rill) (Indigo Book 2.0, R21.4.1). CSL styles print such a work as any other, by who spoke and without committee.
"""

from __future__ import annotations

from xml.etree import ElementTree

from probata.citation.first_form import choose, date, group, names, print_first, text
from probata.citation.style_xml import CSL

_SHORT_AUTHOR = "author-short"
"""The macro for the name in later notes in the CSL style of the Bluebook."""


def print_hearings(root: ElementTree.Element) -> None:
    """Let a style of notes print hearings so; a later note calls one by its title, since no name stands before it."""
    committee = text(variable="section", prefix="Hearing Before the ")
    called = group(
        ": ",
        text(variable="title", text_case="title"),
        choose("event-title", text(variable="event-title"), committee),
    )
    called.set("font-style", "italic")
    told = group(", ", called, group(" ", text(variable="number"), text(variable="locator")))
    print_first(root, "hearing", group(" ", told, date(year=""), names("(statement of ", ")")))
    short = root.find(f"{CSL}macro[@name='{_SHORT_AUTHOR}']/{CSL}choose")
    if short is not None:
        short[0].tag = f"{CSL}else-if"
        branch = ElementTree.Element(f"{CSL}if", {"type": "hearing"})
        branch.append(text(variable="title", form="short", font_style="italic"))
        short.insert(0, branch)
