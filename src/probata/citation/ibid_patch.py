"""What is changed in a CSL style about *ibid*."""

from __future__ import annotations

from xml.etree import ElementTree

from probata.citation.sentinels import INSIDE
from probata.citation.style_xml import CSL


def keep_ibid_small(root: ElementTree.Element) -> None:
    """Put a sign before *ibid*, as a word: citeproc gives the capital at the beginning of a note to the first word."""
    for parent in list(root.iter()):
        for place, element in enumerate(list(parent)):
            if element.tag == f"{CSL}text" and element.get("term") == "ibid":
                parent[place] = group = ElementTree.Element(f"{CSL}group", {"delimiter": " "})
                ElementTree.SubElement(group, f"{CSL}text", {"value": INSIDE})
                group.append(element)


def name_pinpoints_after_ibid(root: ElementTree.Element) -> None:
    """Put the word of a pinpoint before a bare one in the branch for *ibid*; a style with words there is left alone."""
    for branch in (element for element in root.iter() if "ibid-with-locator" in element.get("position", "").split()):
        if branch.find(f".//{CSL}label") is not None:
            continue
        for parent in list(branch.iter()):
            for place, element in enumerate(list(parent)):
                if element.tag == f"{CSL}text" and element.get("variable") == "locator":
                    parent[place] = _with_its_word(element)


def _with_its_word(pinpoint: ElementTree.Element) -> ElementTree.Element:
    choose = ElementTree.Element(f"{CSL}choose")
    ElementTree.SubElement(choose, f"{CSL}if", {"locator": "page"}).append(pinpoint)
    other = ElementTree.SubElement(choose, f"{CSL}else")
    group = ElementTree.SubElement(other, f"{CSL}group", {"delimiter": " "})
    ElementTree.SubElement(group, f"{CSL}label", {"variable": "locator", "form": "short", "strip-periods": "true"})
    group.append(pinpoint)
    return choose
