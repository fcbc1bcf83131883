"""The first citation of works of one kind, in a form that stands before all that a CSL style has itself."""

from __future__ import annotations

from xml.etree import ElementTree

from probata.citation.style_xml import CSL, citation_layout

_ACCESS = "access"
"""The macro for addresses in the CSL style that the Bluebook's has by this name."""


def print_first(root: ElementTree.Element, kind: str, form: ElementTree.Element, needs: str = "") -> None:
    """Let first citations of a kind of work have a form, with the address behind; all others stay as they are.

    `needs` is a variable that must be recorded for it.
    """
    layout = citation_layout(root)
    others = list(layout)
    layout[:] = [either := ElementTree.Element(f"{CSL}choose")]
    test = {"type": kind, "position": "first", "match": "all"} | ({"variable": needs} if needs else {})
    first = ElementTree.SubElement(either, f"{CSL}if", test)
    first.append(whole := group(", ", form))
    if root.find(f"{CSL}macro[@name='{_ACCESS}']") is not None:
        whole.append(text(macro=_ACCESS))
    ElementTree.SubElement(either, f"{CSL}else").extend(others)


def group(delimiter: str, *inner: ElementTree.Element) -> ElementTree.Element:
    """Make a group."""
    made = ElementTree.Element(f"{CSL}group", {"delimiter": delimiter})
    made.extend(inner)
    return made


def text(**attributes: str) -> ElementTree.Element:
    """Make what prints a variable, a macro or a word; `_` in names of attributes stands for `-`."""
    return ElementTree.Element(f"{CSL}text", {name.replace("_", "-"): value for name, value in attributes.items()})


def names(prefix: str = "", suffix: str = "") -> ElementTree.Element:
    """Make what prints the names of authors."""
    made = ElementTree.Element(f"{CSL}names", {"variable": "author", "prefix": prefix, "suffix": suffix})
    ElementTree.SubElement(made, f"{CSL}name", {"and": "symbol", "delimiter": ", ", "delimiter-precedes-last": "never"})
    return made


def date(**parts: str) -> ElementTree.Element:
    """Make what prints when a work was issued, in brackets: each part by its name, with what stands behind it."""
    made = ElementTree.Element(f"{CSL}date", {"variable": "issued", "prefix": "(", "suffix": ")"})
    for name, behind in parts.items():
        form = {"form": "short"} if name == "month" else {}
        ElementTree.SubElement(made, f"{CSL}date-part", {"name": name, "suffix": behind, **form})
    return made


def choose(
    variable: str, then: ElementTree.Element, otherwise: ElementTree.Element | None = None
) -> ElementTree.Element:
    """Make what prints one thing where a variable is recorded, and another or nothing where it is not."""
    made = ElementTree.Element(f"{CSL}choose")
    ElementTree.SubElement(made, f"{CSL}if", {"variable": variable}).append(then)
    if otherwise is not None:
        ElementTree.SubElement(made, f"{CSL}else").append(otherwise)
    return made
