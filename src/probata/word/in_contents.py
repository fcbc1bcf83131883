"""Which paragraphs belong to a table of contents: they repeat the headings, and a program makes them anew."""

from __future__ import annotations

from typing import Final

from probata.word.elements import Element, P, w

_CHARACTER: Final = w("fldChar")
_TYPE: Final = w("fldCharType")
_INSTRUCTION: Final = w("instrText")
_CONTENTS: Final = "TOC"
_BEGINNING: Final = 8
"""Letters of an instruction that tell what field it is."""


def paragraphs_in_contents(story: Element) -> frozenset[Element]:
    """Return the paragraphs of a story in which a table of contents begins or goes on (ISO/IEC 29500-1, 17.16.5.68)."""
    beginnings = sum(map(_may_begin_contents, story.iter(_INSTRUCTION)))
    if not beginnings:
        return frozenset()
    open_: list[str] = []  # how the instructions of the fields begin that have begun and not ended
    contents = 0
    found: set[Element] = set()
    for element in story.iter(P, _CHARACTER, _INSTRUCTION):
        if element.tag == P:
            if contents:
                found.add(element)
        elif element.tag == _INSTRUCTION:
            beginnings -= _may_begin_contents(element)
            if open_:
                contents -= _is_contents(open_[-1])
                open_[-1] = (open_[-1] + (element.text or "")).lstrip()[:_BEGINNING]
                contents += _is_contents(open_[-1])
            if contents:
                found.update(element.iterancestors(P))
        elif element.get(_TYPE) == "begin":
            open_.append("")
        elif element.get(_TYPE) == "end" and open_:
            contents -= _is_contents(open_.pop())
            if not beginnings and not open_:
                break  # most of a document is behind its contents
    return frozenset(found)


def may_hold_contents(root: Element) -> bool:
    """Tell whether any table of contents may begin in what a part holds: one look at all notes, of which none has."""
    return any(map(_may_begin_contents, root.iter(_INSTRUCTION)))


def _may_begin_contents(instruction: Element) -> bool:
    """Tell whether a part of an instruction may be the first of one of contents; programs cut them where they like."""
    beginning = (instruction.text or "").lstrip()[: len(_CONTENTS)]
    return bool(beginning) and _CONTENTS.startswith(beginning)


def _is_contents(beginning: str) -> bool:
    return beginning.split()[:1] == [_CONTENTS]
