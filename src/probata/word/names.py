"""Names in a Word file by which what we made is known again: they count, and say nothing of any record.

A name made of the id of a record, digest or not, would confirm an id that somebody guesses. So a file that goes out has
numbers, and what each stands for is kept by the team, beside its copy of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from probata.word.elements import Element, w
from probata.word.package import WordFile

Names = Mapping[str, str]
"""What each name of a file stands for: the field of a record, a note or a target of references, as a name too."""

TAG: Final = "probata:"
"""Begins the tag of a content control of ours."""

NOTE: Final = "_Note_"
"""Begins the name of the bookmark that we put round the mark of a note."""

TARGET: Final = "_Ref_"
"""Begins the name of the bookmark that we put round what references lead to."""

MARK_DIGITS: Final = 8
"""Digits that tell the names of one made file from those of another, so that words pasted from there are strangers."""

_OURS: Final = re.compile(rf"(?:{TAG}|{NOTE}|{TARGET})[^\s\"\\]+")
_COUNTED: Final = re.compile(rf"(?:{TAG}|{NOTE}|{TARGET})[0-9a-f]{{{MARK_DIGITS}}}_[0-9]+")
_PARTS: Final = ("footnotes", "endnotes")
_ATTRIBUTES: Final = {
    w("tag"): w("val"),
    w("bookmarkStart"): w("name"),
    w("hyperlink"): w("anchor"),
    w("fldSimple"): w("instr"),
}
_CODES: Final = (w("instrText"), w("delInstrText"))


def counted(begin: str, mark: str, number: int) -> str:
    """Return a name for a file that goes out; `mark` is that of the file, `number` counts from 1."""
    return f"{begin}{mark}_{number}"


def is_counted(name: str) -> bool:
    """Tell whether a name counts; those of older files of ours and of other programs do not."""
    return bool(_COUNTED.fullmatch(name))


def rename(file: WordFile, names: Names) -> None:
    """Give a file, as it is opened here, other names; one that is not among them stays."""
    _each(file, lambda name: names.get(name, name))


def forget(file: WordFile) -> None:
    """Take out of a file the tags of controls that count: by whatever they were numbered, it is not known here."""
    _each(file, lambda name: "" if name.startswith(TAG) and is_counted(name) else name)


def roots_with_names(file: WordFile) -> Iterator[Element]:
    """Give the roots of body and notes."""
    yield file.document
    for part in _PARTS:
        root = file.root_of(part)
        if root is not None:
            yield root


def _each(file: WordFile, new: Callable[[str], str]) -> None:
    for root in roots_with_names(file):
        for element in root.iter(*_ATTRIBUTES, *_CODES):
            attribute = _ATTRIBUTES.get(str(element.tag))
            said = (element.get(attribute) if attribute else element.text) or ""
            named = new(said) if _OURS.fullmatch(said) else _OURS.sub(lambda found: new(found[0]), said)
            if named == said:
                continue
            if attribute:
                element.set(attribute, named)
            else:
                element.text = named
