"""CSL styles as XML: what is read from one, and the little that is changed in one that is not among ours."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree import ElementTree

from probata.citation.sentinels import INSIDE, NUMBER_END, NUMBER_START
from probata.citation.words import Words

_NAMESPACE = "http://purl.org/net/xbiblio/csl"
CSL = f"{{{_NAMESPACE}}}"
"""What stands before the name of every element of a style."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ANOTHER = "take a style that writes citations: one for lists of sources alone prints no notes"

Place = tuple[int, int]
"""Line and column, from 1."""


class StyleError(Exception):
    """The text is no CSL style, or one that cannot be used; the message says why, in lower case."""

    def __init__(self, message: str, place: Place = (1, 1), advice: str = "") -> None:
        super().__init__(message)
        self.place = place
        """Where the fault is; the beginning of the text where it has no place."""

        self.advice = advice
        """What to do, where that is more than to correct the file."""

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


@lru_cache(maxsize=8)
def delimiter(csl: str) -> str:
    """Return what the style prints between two citations of one note."""
    return citation_layout(parse_style(csl)).get("delimiter", "; ")


# A style that is not among ours is printed as Pandoc prints it, but for what notes need here: the numbers of earlier
# notes are references, words may be added before a stop, times and rows, which CSL does not know, have words of their
# own, and no entry of a list has a dash for an author, which could credit a work to somebody else.

_COUNTED = ".//*[@variable='first-reference-note-number']"


def with_notes_counted(csl: str, words: Words) -> str:
    """Return a style with marks round the numbers of earlier notes and without a final stop."""
    root = parse_style(csl)
    for number in root.iterfind(_COUNTED):
        if number.tag != f"{CSL}label":
            number.set("prefix", number.get("prefix", "") + NUMBER_START)
            number.set("suffix", NUMBER_END + number.get("suffix", ""))
    layout = citation_layout(root)
    layout.set("suffix", re.sub(r"\.\s*$", "", layout.get("suffix", "")))
    for listed in root.iter(f"{CSL}bibliography"):
        listed.attrib.pop("subsequent-author-substitute", None)
    info = root.find(f"{CSL}info")
    root.insert(0 if info is None else list(root).index(info) + 1, _terms(words))
    return _written(root)


def _terms(words: Words) -> ElementTree.Element:
    """Return the words for the kinds of places as which a time in a recording and a place in words are written."""
    locale = ElementTree.Element(f"{CSL}locale", {_LANG: words.language})
    terms = ElementTree.SubElement(locale, f"{CSL}terms")
    for form in ("long", "short", "symbol"):
        for name, word in (
            ("opus", words.time or INSIDE),
            ("folio", INSIDE),
        ):  # an empty term would be that of the language
            ElementTree.SubElement(terms, f"{CSL}term", {"name": name, "form": form}).text = word
    return locale


def _written(root: ElementTree.Element) -> str:
    """Write a style as text, its elements without a prefix, which not every reader of CSL accepts; `root` is used up.

    Which prefixes the writer would choose depends on what else runs in the process.
    """
    for element in root.iter():
        element.tag = element.tag.removeprefix(CSL)
    root.set("xmlns", _NAMESPACE)
    return ElementTree.tostring(root, encoding="unicode")
