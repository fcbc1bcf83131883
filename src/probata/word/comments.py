"""Comments of a Word file: who said what of which words (ISO/IEC 29500-1, 17.13.4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from probata.word.elements import Element, P, w
from probata.word.package import WordFile
from probata.word.piece import plain
from probata.word.pieces import pieces
from probata.word.standing import tag_of_paragraph

# Which comments answer which, and which are resolved: a part of Word's own beside the comments ([MS-DOCX], 2.5.4).

_KIND: Final = "/commentsExtended"
"""Ends the type of the relationship; the year in it differs."""
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"


@dataclass(frozen=True, slots=True)
class Threads:
    """By the ids of comments."""

    parents: Mapping[str, str] = field(default_factory=dict)
    """The comment that each answer answers."""

    resolved: frozenset[str] = frozenset()
    """Comments that are resolved, with all answers to them."""


def read_threads(file: WordFile, comments: Element) -> Threads:
    """Read how comments hang together; a file without that part has single comments, none of them resolved.

    `comments` is the root of their part. Raises `WordFileError` for a part that cannot be read.
    """
    named = (one for one in file.main.rels.values() if one.reltype.endswith(_KIND) and not one.is_external)
    root = next((file.root(one.target_part) for one in named), None)
    if root is None:
        return Threads()
    ids = {
        name: comment.get(w("id"), "")
        for comment in comments.iterchildren(w("comment"))
        for paragraph in comment.iter(P)
        if (name := paragraph.get(f"{_W14}paraId", ""))
    }
    said = {ids.get(one.get(f"{_W15}paraId", ""), ""): one for one in root.iterchildren(f"{_W15}commentEx")}
    parents = {id_: ids.get(one.get(f"{_W15}paraIdParent", ""), "") for id_, one in said.items() if id_}
    parents = {id_: parent for id_, parent in parents.items() if parent and parent != id_}
    done = {id_ for id_, one in said.items() if one.get(f"{_W15}done", "0") in ("1", "true", "on")}
    return Threads(parents, frozenset(id_ for id_ in said if id_ in done or parents.get(id_) in done))


_NOTES: Final = (("footnotes", "footnote"), ("endnotes", "endnote"))


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment, or an answer to one, which is a comment of the same words."""

    author: str
    date: str
    """As an ISO date; empty where the file has none."""

    text: str
    words: str
    """The words that it is about; of one without a range, those of its paragraph."""

    paragraph: str
    """The text of the paragraph in which it begins; of one in a note, that of the paragraph with the note's mark."""

    tag: str = ""
    """Of the content control in or round that paragraph, where there is one."""

    id: str = ""
    """Its name in the file."""

    answers: str = ""
    """The id of the comment that it answers, which stands before it; empty for one that answers none."""

    is_resolved: bool = False
    """Whether it was marked as resolved, or what it answers was."""


def read_comments(file: WordFile) -> list[Comment]:
    """Return the comments in the order in which their words begin, those on the body first, then those in notes.

    Answers stand behind the comment that they answer, in the order in which they were written.
    """
    root = file.root_of("comments")
    if root is None:
        return []
    said = {one.get(w("id"), ""): one for one in root.iterchildren(w("comment"))}
    found = {place.id: (place, place.paragraph) for place in _places(file.body)}
    for note, marked in _notes(file):
        for place in _places(note):
            found.setdefault(place.id, (place, marked))
    threads = read_threads(file, root)
    for id_, parent in threads.parents.items():
        if parent in found:  # some programs give an answer no place of its own
            found.setdefault(id_, found[parent])
    made = {id_: _comment(said[id_], place, about) for id_, (place, about) in found.items() if id_ in said}
    parents = {id_: parent for id_ in made if (parent := threads.parents.get(id_, "")) in made}
    made = {
        id_: replace(one, answers=parents.get(id_, ""), is_resolved=id_ in threads.resolved)
        for id_, one in made.items()
    }
    answers = [made[id_] for id_ in said if id_ in parents]
    return list(_in_threads([one for one in made.values() if not one.answers], answers))


def _in_threads(first: Sequence[Comment], answers: Iterable[Comment]) -> Iterator[Comment]:
    """Give comments with their answers behind them; those that answer each other in a ring come last."""
    below: defaultdict[str, list[Comment]] = defaultdict(list)
    for one in answers:
        below[one.answers].append(one)
    waiting = list(reversed(first))
    while waiting:
        comment = waiting.pop()
        yield comment
        waiting += reversed(below.pop(comment.id, []))
    for ring in below.values():
        yield from (replace(one, answers="") for one in ring)


def _notes(file: WordFile) -> Iterator[tuple[Element, Element]]:
    for part, name in _NOTES:
        root = file.root_of(part)
        notes = {} if root is None else {one.get(w("id"), ""): one for one in root.iterchildren(w(name))}
        for mark in file.body.iter(w(f"{name}Reference")):
            note, paragraph = notes.pop(mark.get(w("id"), ""), None), next(mark.iterancestors(P), None)
            if note is not None and paragraph is not None:
                yield note, paragraph


@dataclass(slots=True)
class _Place:
    id: str
    paragraph: Element | None = None
    words: list[str] = field(default_factory=list)
    is_range: bool = False


def _places(body: Element) -> list[_Place]:
    found: dict[str, _Place] = {}
    open_: dict[str, _Place] = {}
    for element in body.iter(P, w("t"), w("tab"), w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")):
        id_ = element.get(w("id"), "")
        if element.tag == P:
            for place in open_.values():
                place.paragraph = element if place.paragraph is None else place.paragraph
                place.words += ["\n"] if place.words else []
        elif element.tag == w("commentRangeStart"):
            found[id_] = open_[id_] = _Place(id_, next(element.iterancestors(P), None), is_range=True)
        elif element.tag == w("commentRangeEnd"):
            open_.pop(id_, None)
        elif element.tag == w("commentReference"):
            found.setdefault(id_, _Place(id_, next(element.iterancestors(P), None)))
        else:
            for place in open_.values():
                place.words.append(element.text or " ")
    return list(found.values())


def _day(element: Element) -> str:
    """Return the day of a comment; nothing for none or for no day, such as the `0-00-00` of LibreOffice."""
    day = element.get(w("date"), "")[:10]
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return ""


def _comment(element: Element, place: _Place, about: Element | None) -> Comment:
    """Return a comment; `about` is the paragraph of the body to which it belongs."""
    beside = plain(pieces(place.paragraph)).strip() if place.paragraph is not None else ""
    paragraph = plain(pieces(about)) if about is not None else ""
    text = "\n".join(plain(pieces(one)) for one in element.iter(P)).strip()
    words = "".join(place.words).strip() if place.is_range else ""
    return Comment(
        element.get(w("author"), ""), _day(element), text, words or beside, paragraph,
        tag_of_paragraph(about) if about is not None else "", element.get(w("id"), ""),
    )  # fmt: skip
