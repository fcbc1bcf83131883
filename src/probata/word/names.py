"""Names in a Word file by which what we made is known again: they count, and say nothing of any record.

A name made of the id of a record, digest or not, would confirm an id that somebody guesses. So a file that goes out has
numbers, and what each stands for is kept by the team, beside its copy of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Final

from probata.word.elements import Element, P, w
from probata.word.opc import related
from probata.word.package import WordFile
from probata.word.piece import plain
from probata.word.pieces import pieces

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


# Which names of one made file are which of another, where nobody kept what they stand for: by words and places.

_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}


def same_names(file: WordFile, other: WordFile) -> Names:
    """Return what the bookmarks of a file that count are called in another file.

    Those that stand in paragraphs of the same words are one, and so are those of notes that say the same. What is left
    between two of these is paired in its order where both files have as many there. A name that both files have is the
    same. Tags of controls are not among them: they only help where words differ, and words are all that is known here.
    """
    found: dict[str, str] = {}
    for begin in (TARGET, NOTE):
        here, there = (list(_named(one, begin)) for one in (file, other))
        both = {name for name, _ in here} & {name for name, _ in there}
        old, new = ([one for one in named if one[0] not in both] for named in (here, there))
        matcher = SequenceMatcher(None, [words for _, words in old], [words for _, words in new], autojunk=False)
        for _, a, b, c, d in matcher.get_opcodes():
            if b - a == d - c:
                found |= {name: own for (name, _), (own, _) in zip(old[a:b], new[c:d], strict=True)}
    return {name: own for name, own in found.items() if is_counted(name)}


def _named(file: WordFile, begin: str) -> Iterator[tuple[str, str]]:
    """Give the name and the words of each bookmark that begins so, in the order of the file."""
    for root in roots_with_names(file):
        name = ""
        for element in root.iter(w("bookmarkStart"), *_NOTES):
            if element.tag in _NOTES:
                if name and begin == NOTE:
                    yield name, _said(file, element)
                name = ""
                continue
            name = element.get(w("name"), "")
            name = name if name.startswith(begin) else ""
            if name and begin == TARGET:
                yield name, _paragraph(element)


def _paragraph(bookmark: Element) -> str:
    holder = next(bookmark.iterancestors(P), None)
    return "" if holder is None else plain(pieces(holder))


def _said(file: WordFile, mark: Element) -> str:
    """Return what a note says; where the file has none of that number, what the paragraph of its mark says."""
    name = _NOTES[str(mark.tag)]
    root = file.root_of(f"{name}s")
    notes = () if root is None else root.iterchildren(w(name))
    note = next((one for one in notes if one.get(w("id")) == mark.get(w("id"))), None)
    return _paragraph(mark) if note is None else "\n".join(plain(pieces(one)) for one in note.iter(P))


# Which of the files that we made a Word file was, before somebody wrote in it.

PROPERTY: Final = "Probata"
"""Name of the property that holds the digest; Word and LibreOffice keep it."""

DIGITS: Final = 32
CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"


def made_as(file: WordFile) -> str:
    """Return the digest of the file as it was made; empty where it is none of ours or the property was taken out."""
    for part in related(file.package, "custom-properties"):
        for one in file.root(part).iterchildren(f"{{{CUSTOM}}}property"):
            if one.get("name") == PROPERTY:
                return "".join(str(text) for text in one.itertext()).strip()[:DIGITS]
    return ""
