"""A bracket, as of the year, that a style puts behind a comma where nothing stands between: `Images, (2022)`."""

from __future__ import annotations

from xml.etree import ElementTree

from probata.citation.style_xml import CSL


def print_no_comma_before_brackets(root: ElementTree.Element) -> None:
    """Take a bracket that ends a list out of the list, so that a space alone stands before it.

    The style means `Title, 5 Journal 3 (2022)`, where the bracket belongs to the last part of the list; a work without
    container and page has no such part. No manual has a comma there (articles and books in Indigo R6 and R5.1.2).
    """
    for parent in list(root.iter()):
        for place, listed in enumerate(list(parent)):
            if _is_group(listed, ", ") and len(listed) > 1 and _ends_in_bracket(listed[-1]):
                parent[place] = _bracket_behind(listed)


def _ends_in_bracket(last: ElementTree.Element) -> bool:
    is_plain = _is_group(last, " ") and len(last.attrib) == 1 and len(last) > 1
    return is_plain and last[-1].get("prefix") == "(" and last[-1].get("suffix") == ")"


def _is_group(element: ElementTree.Element, delimiter: str) -> bool:
    return element.tag == f"{CSL}group" and element.get("delimiter") == delimiter


def _bracket_behind(listed: ElementTree.Element) -> ElementTree.Element:
    """Return the list with its bracket behind it; the marks round the whole stay round the whole."""
    whole = ElementTree.Element(f"{CSL}group", {**listed.attrib, "delimiter": " "})
    inner = ElementTree.SubElement(whole, f"{CSL}group", {"delimiter": listed.get("delimiter", "")})
    inner.extend(listed)
    last = listed[-1]
    whole.append(last[-1])
    last.remove(last[-1])
    return whole
