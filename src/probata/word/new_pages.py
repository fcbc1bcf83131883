"""The paragraphs with which a new page begins, because a style has it so, or because somebody broke the page there."""

from __future__ import annotations

from typing import Final

from probata.word.elements import Element, P, w

_BREAK: Final = w("br")
_TYPE: Final = w("type")
_TEXT: Final = frozenset((w("t"), w("footnoteReference"), w("drawing"), w("fldChar")))


def is_page_break(element: Element) -> bool:
    """Tell the break of a page or column from that of a line: no word depends on it."""
    return element.tag == _BREAK and element.get(_TYPE, "textWrapping") != "textWrapping"


def broken_before(story: Element) -> frozenset[Element]:
    """Return the paragraphs before whose words a break of the page stands, at the end of the one above it too.

    LibreOffice writes one there where a style begins the page. A break in the middle of words counts for its paragraph.
    """
    if not any(map(is_page_break, story.iter(_BREAK))):
        return frozenset()
    found: set[Element] = set()
    is_waiting = False
    for paragraph in story.iter(P):
        said = [one for one in paragraph.iter(_BREAK, *_TEXT) if one.tag in _TEXT or is_page_break(one)]
        breaks = [n for n, one in enumerate(said) if one.tag == _BREAK]
        if len(breaks) == len(said):
            is_waiting = is_waiting or bool(breaks)
            continue
        if is_waiting or any(n < len(said) - 1 for n in breaks):
            found.add(paragraph)
        is_waiting = bool(breaks) and breaks[-1] == len(said) - 1
    return frozenset(found)
