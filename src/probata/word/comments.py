"""Comments of a Word file: who said what of which words (ISO/IEC 29500-1, 17.13.4)."""

from __future__ import annotations

from dataclasses import dataclass, field

from probata.word.elements import Element, P, w
from probata.word.package import WordFile
from probata.word.pieces import pieces, plain
from probata.word.reading import tag_of_paragraph


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
    """The text of the paragraph in which it begins."""

    tag: str = ""
    """Of the content control in or round that paragraph, where there is one."""


def read_comments(file: WordFile) -> list[Comment]:
    """Return the comments on the body in the order in which their words begin."""
    root = file.root_of("comments")
    if root is None:
        return []
    said = {one.get(w("id"), ""): one for one in root.iterchildren(w("comment"))}
    return [_comment(said[place.id], place) for place in _places(file.body) if place.id in said]


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


def _comment(element: Element, place: _Place) -> Comment:
    paragraph = plain(pieces(place.paragraph)) if place.paragraph is not None else ""
    text = "\n".join(plain(pieces(one)) for one in element.iter(P)).strip()
    words = "".join(place.words).strip() if place.is_range else ""
    return Comment(
        element.get(w("author"), ""), element.get(w("date"), "")[:10], text, words or paragraph, paragraph,
        tag_of_paragraph(place.paragraph) if place.paragraph is not None else "",
    )  # fmt: skip
