"""A small library of sources and short ways to write documents that cite them, for the tests beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.answers import KEPT

from probata.citation import Authority, Cited, Library, Style, Words, load_style, load_words, stage
from probata.document.blocks import Block, Heading, Paragraph, Role
from probata.document.inlines import (
    Cite,
    CiteItem,
    CrossRef,
    Emph,
    Gap,
    Inline,
    Inlines,
    Language,
    Link,
    Note,
    NoteRef,
    Pinpoint,
    Text,
)
from probata.document.tree import Document, Meta
from probata.document.walk import child_inlines, inlines_in_order, own_inlines

HART: dict[str, Any] = {
    "type": "book",
    "title": "The Concept of Law",
    "author": [{"family": "Hart", "given": "Herbert"}],
    "issued": {"date-parts": [[1961]]},
    "publisher": "Clarendon Press",
    "language": "en-GB",
}
DWORKIN: dict[str, Any] = {
    "type": "article-journal",
    "title": "Hard Cases",
    "author": [{"family": "Dworkin", "given": "Ronald"}],
    "issued": {"date-parts": [[1975]]},
    "container-title": "Harvard Law Review",
    "volume": "88",
    "page": "1057",
    "language": "en-US",
}
CCDI: dict[str, Any] = {
    "type": "webpage",
    "title": "刘建超 [Liu Jianchao]",
    "author": [{"literal": "Central Commission for Discipline Inspection"}],
    "issued": {"date-parts": [[2017, 4, 27]]},
    "URL": "https://example.org/a_b",
    "language": "zh-Hans",
}
LIU = Authority(
    form="echr_case",
    texts={"name": (Text("Liu v Poland"),), "number": (Text("37610/18"),)},
    dates={"date": (2022, 10, 6)},
)
LIBRARY = Library(sources={"hart": HART, "dworkin": DWORKIN, "ccdi": CCDI}, authorities={"liu": LIU})


@cache
def style(name: str = "oscola-4", **options: Any) -> Style:
    found = load_style(name, **options)
    assert isinstance(found, Style)
    return found


def cite(document: Document, library: Library, style: Style, words: Words, program: Path | None = None) -> Cited:
    """Cite with the answers that are kept."""
    return stage.cite(document, library, style, words, program, KEPT)


def cited(*blocks: Block, library: Library = LIBRARY, name: str = "oscola-4", **options: Any) -> Cited:
    document = Document(Meta("Test"), tuple(blocks))
    return cite(document, library, style(name, **options), load_words("en"))


def first_notes(work: str, places: Iterable[tuple[str, str]], library: Library = LIBRARY, **style: Any) -> list[str]:
    """Give the first note of a work with each of several places, without its number."""
    wanted = {f"{work}{number}": place for number, place in enumerate(places)}
    sources = dict.fromkeys(wanted, library.sources[work]) if work in library.sources else {}
    held = Library(sources, authorities=dict.fromkeys(wanted, library.authorities[work]) if not sources else {})
    blocks = [paragraph("A", citation(item(key, *place))) for key, place in wanted.items()]
    found = note_texts(cited(*blocks, library=held, **style))
    return [text.partition(" ")[2] for text in found]


def item(key: str, kind: str = "", value: str = "", **more: Any) -> CiteItem:
    return CiteItem(key, Pinpoint(kind, value) if kind else None, **more)


def citation(*items: CiteItem | str) -> Cite:
    return Cite(tuple(CiteItem(one) if isinstance(one, str) else one for one in items))


def paragraph(*inlines: Inline | str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(tuple(Text(one) if isinstance(one, str) else one for one in inlines), role)


def free_note(*inlines: Inline | str) -> Note:
    return Note(id="", blocks=(paragraph(*inlines),))


def heading(text: str) -> Heading:
    return Heading(1, (Text(text),), id=text)


def listed(key: str) -> Paragraph:
    return paragraph(citation(key), role=Role.BIBLIOGRAPHY)


def notes(result: Cited) -> list[Note]:
    return [inline for inline in inlines_in_order(result.document.blocks) if isinstance(inline, Note)]


def note_texts(result: Cited) -> list[str]:
    """Give each note as `number text`, with back-references, gaps, links and languages made visible."""
    return [f"{note.number} {' / '.join(shown(own_inlines(block)) for block in note.blocks)}" for note in notes(result)]


def shown(inlines: Inlines) -> str:
    return with_plain_spaces("".join(_shown(inlines)))


def with_plain_spaces(text: str) -> str:
    """Print a plain space where a number is held to its word; `test_held_numbers.py` says where that is."""
    return re.sub("(?<=[\\w.§¶])\u00a0(?=[\\w(#.-])", " ", text)


def _shown(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text=text):
                yield text
            case CrossRef(text=text):
                yield text
            case NoteRef(number=number):
                yield f"#{number}"
            case Gap(text=text):
                yield f"[{text}]"
            case Emph(inlines=inner):
                yield f"_{shown(inner)}_"
            case Link(url=url, inlines=inner):
                yield f"({shown(inner)} → {url})"
            case Language(lang=lang, inlines=inner):
                yield f"{{{lang}: {shown(inner)}}}"
            case Note():
                yield "^"
            case _:
                yield shown(child_inlines(inline))
