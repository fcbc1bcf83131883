"""Which paragraphs belong to a table of contents: they repeat the headings, and a program makes them anew."""

from __future__ import annotations

from typing import Final

from probata.word.elements import Element, P, w

_CHARACTER: Final = w("fldChar")
_TYPE: Final = w("fldCharType")
_INSTRUCTION: Final = w("instrText")


def paragraphs_in_contents(story: Element) -> frozenset[Element]:
    """Return the paragraphs of a story in which a table of contents begins or goes on (ISO/IEC 29500-1, 17.16.5.68)."""
    if next(story.iter(_CHARACTER), None) is None:
        return frozenset()
    open_: list[str] = []  # instructions of the fields that have begun and not ended
    found: set[Element] = set()
    for element in story.iter(P, _CHARACTER, _INSTRUCTION):
        if element.tag == P:
            if open_ and _is_contents(open_):
                found.add(element)
        elif element.tag == _INSTRUCTION:
            if open_:
                open_[-1] += element.text or ""
            if _is_contents(open_):
                found.update(element.iterancestors(P))
        elif element.get(_TYPE) == "begin":
            open_.append("")
        elif element.get(_TYPE) == "end" and open_:
            open_.pop()
    return frozenset(found)


def _is_contents(instructions: list[str]) -> bool:
    return any(instruction.split()[:1] == ["TOC"] for instruction in instructions)
