"""CSL styles as XML: what is read from one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from xml.etree import ElementTree

_NAMESPACE = "http://purl.org/net/xbiblio/csl"
CSL = f"{{{_NAMESPACE}}}"
"""What stands before the name of every element of a style."""
PAGES = frozenset({"page", "page-first"})
"""The variables by which a style prints the pages of a work."""
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute that says which language a locale is for."""


_ANOTHER = "take a style that writes citations: one for lists of sources alone prints no notes"


class StyleError(Exception):
    """The text is no CSL style, or one that cannot be used; the message says why, in lower case."""

    def __init__(self, message: str, place: tuple[int, int] = (1, 1), advice: str = "") -> None:
        super().__init__(message)
        self.place = place
        """Line and column of the fault, from 1; the beginning of the text where the fault has no place."""

        self.advice = advice
        """What to do, where that is more than to mend the file."""

        self.others: tuple[StyleError, ...] = ()
        """The further faults of the text."""


def parse_style(csl: str) -> ElementTree.Element:
    """Parse a style. Raises `StyleError` where the text is no XML or no CSL."""
    if "<!ENTITY" in csl:
        raise StyleError("it declares entities, which no CSL style does")
    try:
        root = ElementTree.fromstring(csl)  # noqa: S314 - entities, the danger of XML, are refused above
    except ElementTree.ParseError as error:
        line, column = error.position  # columns count from 0 there
        reason = str(error).removesuffix(f": line {line}, column {column}")
        raise StyleError(f"it is no well-formed XML ({reason})", (line, column + 1)) from error
    if root.tag != f"{CSL}style":
        raise StyleError("its root element is no CSL style")
    return root


def write_style(root: ElementTree.Element) -> str:
    """Write a style as text, its elements without a prefix, which not every reader of CSL accepts; `root` is used up.

    Which prefixes the writer would choose depends on what else runs in the process.
    """
    for element in root.iter():
        element.tag = element.tag.removeprefix(CSL)
    root.set("xmlns", _NAMESPACE)
    return ElementTree.tostring(root, encoding="unicode")


def independent_parent(root: ElementTree.Element) -> str:
    """Return the name of the style that a dependent style stands for; empty for an independent one."""
    links = root.iterfind(f"{CSL}info/{CSL}link[@rel='independent-parent']")
    return next((link.get("href", "").rstrip("/").rsplit("/", 1)[-1] for link in links), "")


def citation_layout(root: ElementTree.Element) -> ElementTree.Element:
    """Return the layout of citations. Raises `StyleError` where the style has none."""
    layout = root.find(f"{CSL}citation/{CSL}layout")
    if layout is None:
        raise StyleError("it has no layout for citations", advice=_ANOTHER)
    return layout


def elements_of_citations(root: ElementTree.Element) -> list[ElementTree.Element]:
    """Return all elements that print citations: those of every macro and of the layout of citations."""
    return [inner for one in (*root.findall(f"{CSL}macro"), citation_layout(root)) for inner in one.iter()]


def print_unless(
    parent: ElementTree.Element, place: int, test: Mapping[str, str], instead: ElementTree.Element | None = None
) -> None:
    """Let the element at a place be printed only where a test does not hold; where it does, another or nothing."""
    element = parent[place]
    parent[place] = choose = ElementTree.Element(f"{CSL}choose")
    holds = ElementTree.SubElement(choose, f"{CSL}if", dict(test))
    holds.extend(() if instead is None else (instead,))
    ElementTree.SubElement(choose, f"{CSL}else").append(element)


def delimiter(csl: str, language: str = "en", spaces: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return what the style prints between two citations of one note, with the spaces of the language."""
    between, own_language = _delimiter(csl)
    return between if own_language == language else spaced_marks(between, spaces)


@lru_cache(maxsize=8)
def _delimiter(csl: str) -> tuple[str, str]:
    """Return what stands between two citations, and the language that the style is made for."""
    root = parse_style(csl)
    return citation_layout(root).get("delimiter", "; "), _language(root)


def is_written_for(root: ElementTree.Element, language: str) -> bool:
    """Tell whether a style is made for this language, so that its words and marks are those of the language."""
    return _language(root) == language


def _language(root: ElementTree.Element) -> str:
    return root.get("default-locale", "").split("-")[0]


def spaced_marks(text: str, spaces: Mapping[str, str]) -> str:
    """Put the space of the language before each mark of punctuation that a space follows; an address has none."""
    return re.sub(r"(?<!\s)[;:!?](?=\s)", lambda mark: spaces.get(mark[0], "") + mark[0], text) if spaces else text
