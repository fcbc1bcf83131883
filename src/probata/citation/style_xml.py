"""CSL styles as XML: what is read from one and what is changed in it before Pandoc gets it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree

from probata.citation.sentinels import NUMBER_END, NUMBER_START

_NAMESPACE = "http://purl.org/net/xbiblio/csl"
_CSL = f"{{{_NAMESPACE}}}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_COUNTED = "first-reference-note-number"
Term = str | tuple[str, str]
"""What a style prints for one of its terms: the same always, or a short form for one and one for several."""

# Without this the writer invents prefixes, which not every reader of CSL accepts.
ElementTree.register_namespace("", _NAMESPACE)


class StyleError(Exception):
    """The text is no CSL style; the message says why, in lower case."""


def parse_style(csl: str) -> ElementTree.Element:
    """Parse a style. Raises `StyleError` where the text is no XML or no CSL."""
    if "<!ENTITY" in csl:
        raise StyleError("it declares entities, which no CSL style does")
    try:
        root = ElementTree.fromstring(csl)  # noqa: S314 - entities, the danger of XML, are refused above
    except ElementTree.ParseError as error:
        raise StyleError(f"it is no well-formed XML ({error})") from error
    if root.tag != f"{_CSL}style":
        raise StyleError("its root element is no CSL style")
    return root


def independent_parent(root: ElementTree.Element) -> str:
    """Return the name of the style that a dependent style stands for; empty for an independent one."""
    links = root.iterfind(f"{_CSL}info/{_CSL}link[@rel='independent-parent']")
    return next((link.get("href", "").rstrip("/").rsplit("/", 1)[-1] for link in links), "")


def citation_layout(root: ElementTree.Element) -> ElementTree.Element:
    """Return the layout of citations. Raises `StyleError` where the style has none."""
    layout = root.find(f"{_CSL}citation/{_CSL}layout")
    if layout is None:
        raise StyleError("it has no layout for citations")
    return layout


def delimiter(csl: str) -> str:
    """Return what the style prints between two citations of one note."""
    return citation_layout(parse_style(csl)).get("delimiter", "; ")


def patched(csl: str, language: str = "en", terms: Mapping[str, Term] | None = None) -> str:
    """Return the style with sentinels round the digits of back-references and without a final stop.

    The digits of `(n 4)` can then be told from page numbers, and text may be added before the stop. Terms that a style
    sets for every language, as OSCOLA does its `n`, are English: another language gets `terms`, and else its own.
    A dash for the author of the entry above is not printed: the list has an order of its own, in which the dash would
    credit a work to somebody else. Behind *ibid* a pinpoint that is no page keeps its word: "ibid para 4", where the
    style's "ibid 4" reads as a page.
    """
    root = parse_style(csl)
    if terms:
        _set_terms(root, language, terms)
    for element in (*root.iter(f"{_CSL}text"), *root.iter(f"{_CSL}number")):
        if element.get("variable") == _COUNTED:
            element.set("prefix", element.get("prefix", "") + NUMBER_START)
            element.set("suffix", NUMBER_END + element.get("suffix", ""))
    _name_pinpoints_after_ibid(root)
    _name_every_author(root)
    layout = citation_layout(root)
    layout.set("suffix", re.sub(r"\.\s*$", "", layout.get("suffix", "")))
    return ElementTree.tostring(root, encoding="unicode")


def _name_pinpoints_after_ibid(root: ElementTree.Element) -> None:
    """Put the word of a pinpoint before a bare one in the branch for *ibid*; a style with words there is left alone."""
    for branch in (element for element in root.iter() if "ibid-with-locator" in element.get("position", "").split()):
        if branch.find(f".//{_CSL}label") is not None:
            continue
        for parent in list(branch.iter()):
            for place, element in enumerate(list(parent)):
                if element.tag == f"{_CSL}text" and element.get("variable") == "locator":
                    parent[place] = _with_its_word(element)


def _name_every_author(root: ElementTree.Element) -> None:
    for listed in root.iter(f"{_CSL}bibliography"):
        listed.attrib.pop("subsequent-author-substitute", None)


def _with_its_word(pinpoint: ElementTree.Element) -> ElementTree.Element:
    choose = ElementTree.Element(f"{_CSL}choose")
    ElementTree.SubElement(choose, f"{_CSL}if", {"locator": "page"}).append(pinpoint)
    other = ElementTree.SubElement(choose, f"{_CSL}else")
    group = ElementTree.SubElement(other, f"{_CSL}group", {"delimiter": " "})
    ElementTree.SubElement(group, f"{_CSL}label", {"variable": "locator", "form": "short", "strip-periods": "true"})
    group.append(pinpoint)
    return choose


def _set_terms(root: ElementTree.Element, language: str, terms: Mapping[str, Term]) -> None:
    for locale in root.findall(f"{_CSL}locale"):
        locale.set(_LANG, locale.get(_LANG, "en"))
    own = ElementTree.Element(f"{_CSL}locale", {_LANG: language})
    parent = ElementTree.SubElement(own, f"{_CSL}terms")
    for name, text in terms.items():
        term = ElementTree.SubElement(parent, f"{_CSL}term", {"name": name})
        if isinstance(text, str):
            term.text = text
            continue
        term.set("form", "short")
        ElementTree.SubElement(term, f"{_CSL}single").text = text[0]
        ElementTree.SubElement(term, f"{_CSL}multiple").text = text[1]
    info = root.find(f"{_CSL}info")
    root.insert(0 if info is None else list(root).index(info) + 1, own)
