"""Bytes of strangers as text: the character set that they name where it is one, else the likeliest; what is lost."""

from __future__ import annotations

import codecs
import re
from typing import Final

from lxml import etree

from probata.evidence.archives.archive import clean, one_line

_SETS: Final = re.compile(
    r"(?:utf-?(?:7|8|16|32)\b|ascii|us-ascii|latin|iso-?8859|iso-?2022|cp\d|windows|koi8|gb|hz|big5|euc|shift|johab|mac|tis|ptcp)",
    re.IGNORECASE,
)
"""Character sets of mails and pages. Python's other codecs are none, and some take time that grows by the square."""


def decoded(data: bytes, named: str | None = "") -> tuple[str, str]:
    """Return the text, and a remark where something is uncertain or lost; never raises."""
    name = (named or "").strip().strip("\"'")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        name = name or "utf-16"
    if name and _is_known(name):
        try:
            return clean(data.decode(name)), ""
        except (UnicodeError, ValueError):
            text = data.decode(name, "replace")
            return clean(text), f"not all of it is `{one_line(name, 40)}` as it says: what is not is shown as `�`"
    told = f"the character set `{one_line(name, 40)}` is not known: " if name else ""
    try:
        return clean(data.decode("utf-8-sig")), f"{told}it is read as UTF-8" if told else ""
    except UnicodeDecodeError:
        remark = "no character set is named and it is not UTF-8: it is read as Windows-1252, which may be wrong"
        return clean(data.decode("cp1252", "replace")), f"{told}it is read as Windows-1252" if told else remark


def _is_known(name: str) -> bool:
    if len(name) > 40 or not _SETS.match(name):
        return False
    try:
        return codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        return False


# The words of a page that a reader sees, and its title.

_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "object", "iframe"})
_LINES = re.compile(
    "address|article|aside|blockquote|br|caption|d[dlt]|div|fig(?:ure|caption)|footer|form|h[1-6]|header|hr|li|main|nav|"
    "[ou]l|option|p|pre|section|t(?:able|body|d|foot|h|head|r)"
)
"""Elements that begin a line of their own."""
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)


class _Words:
    """Takes what the parser gives of a page, and keeps its text; what is never shown is passed over."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.title: list[str] = []
        self._unseen = 0
        self._in_title = False

    def start(self, tag: str, _attributes: object) -> None:
        """Note what begins."""
        if tag == "title":
            self._in_title = True
        elif tag in _UNSEEN:
            self._unseen += 1
        elif _LINES.fullmatch(tag):
            self.parts.append("\n")

    def end(self, tag: str) -> None:
        """Note what ends; the parser ends whatever was begun."""
        if tag == "title":
            self._in_title = False
        elif tag in _UNSEEN:
            self._unseen -= 1
        elif _LINES.fullmatch(tag):
            self.parts.append("\n")

    def data(self, data: str) -> None:
        """Take a text."""
        if self._in_title:
            self.title.append(data)
        elif not self._unseen:
            self.parts.append(data)

    def close(self) -> None:
        """End the page."""


def words_of_page(data: bytes, named: str | None = "") -> tuple[str, str, str]:
    """Return the visible text of HTML, its title, and a remark on the character set; never raises on what it holds.

    The parser of the standard library takes time that grows by the square of unclosed comments and attributes.
    """
    told = _CHARSET.search(data[:4_096])
    text, remark = decoded(data, named or (told[1].decode("ascii") if told else ""))
    page = _Words()
    parser = etree.HTMLParser(target=page, encoding="utf-8", no_network=True, recover=True)  # type: ignore[arg-type]
    try:
        parser.feed(text.encode("utf-8", "replace"))
        parser.close()
    except (etree.LxmlError, ValueError, AssertionError):
        remark = remark or "the page could not be read to its end"
    lines = (" ".join(line.split()) for line in "".join(page.parts).split("\n"))
    return "\n".join(filter(None, lines)), one_line(" ".join(page.title), 300), remark
