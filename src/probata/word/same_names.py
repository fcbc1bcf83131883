"""Which names of one made file are which of another, where nobody kept what they stand for: by words and places."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from probata.word.elements import Element, P, w
from probata.word.names import NOTE, TARGET, Names, is_counted, roots_with_names
from probata.word.package import WordFile
from probata.word.piece import plain
from probata.word.pieces import pieces

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
