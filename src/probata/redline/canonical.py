"""What is no text, as a text that is equal for what a reader takes for the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from probata.redline.atoms import TEXT, WRAPPERS
from probata.word.elements import R_NAMESPACE, Element


def canonical(element: Element, targets: Mapping[str, str]) -> str:
    """Return an element as text in which neither the ids of relationships nor those of drawings count.

    `targets` are what the part's relationships lead to. A picture is the same where its data are: programs write its
    frame anew whenever they save, and LibreOffice the raster that stands in for a drawing of lines.
    """
    held = [targets.get(id_, "") for one in element.iter() if not _stands_in(one) for id_ in _relationships(one)]
    if any(held) and element.tag not in WRAPPERS:
        texts = "".join(one.text or "" for one in element.iter(TEXT))
        return f"{' '.join(sorted(set(held)))} {texts}"
    copy = deepcopy(element)
    copy.tail = None
    for one in copy.iter():
        for name in list(one.attrib):
            if "rsid" in str(name) or (str(one.tag).endswith("}docPr") and name in ("id", "name")):
                del one.attrib[name]
    return etree.tostring(copy, method="c14n", exclusive=True).decode()


def _stands_in(element: Element) -> bool:
    """Tell a raster that a program shows only where it cannot draw the lines."""
    return str(element.tag).endswith("}blip") and any(str(one.tag).endswith("}svgBlip") for one in element.iter())


def _relationships(element: Element) -> Iterator[str]:
    """Give the ids of relationships that an element names."""
    return (str(value) for name, value in element.attrib.items() if str(name).startswith(f"{{{R_NAMESPACE}}}"))
