"""The first day of a month, which French calls by its ordinal: `1er juillet 2022`, `2 juillet 2022`."""

from __future__ import annotations

from xml.etree import ElementTree

from probata.citation.style_xml import CSL, LANG

_BARE = "1"
_PARTS = ({"name": "day", "form": "ordinal", "suffix": " "}, {"name": "month", "suffix": " "}, {"name": "year"})


def print_first_day(root: ElementTree.Element, language: str, first_day: str) -> None:
    """Let a style write the first of a month as `first_day`, such as `1er`, and other days by their numbers.

    A language that writes `1` leaves the style as it is; so does one whose style gives the parts of a date itself.
    """
    if first_day == _BARE:
        return
    own = ElementTree.Element(f"{CSL}locale", {LANG: language})
    ElementTree.SubElement(own, f"{CSL}style-options", {"limit-day-ordinals-to-day-1": "true"})
    date = ElementTree.SubElement(own, f"{CSL}date", {"form": "text"})
    for part in _PARTS:
        ElementTree.SubElement(date, f"{CSL}date-part", part)
    terms = ElementTree.SubElement(own, f"{CSL}terms")
    behind = {"name": "ordinal-01", "gender-form": "masculine", "match": "whole-number"}
    ElementTree.SubElement(terms, f"{CSL}term", behind).text = first_day.removeprefix(_BARE)
    info = root.find(f"{CSL}info")
    root.insert(0 if info is None else list(root).index(info) + 1, own)
