"""What goes to Pandoc's citeproc and what comes back, as JSON: paragraphs of citations, written out."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from pydantic_core import from_json, to_json

from probata.citation.parts import Asked, Reference
from probata.citation.references import Node, reference_metadata, text_nodes
from probata.citation.sentinels import (
    INSIDE,
    LITERAL,
    NUMBER_END,
    NUMBER_START,
    has_sentinels,
    with_marks_released,
)
from probata.document.inlines import (
    Emph,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NoteRef,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
    Underline,
)
from probata.document.walk import plain_text

_API_VERSION = (1, 23, 1)


class AnswerError(Exception):
    """The answer is not what was expected; `str()` is one clause. Going on would lose text."""


@dataclass(frozen=True, slots=True)
class Request:
    """One run of Pandoc."""

    csl: str
    """An independent style, as `style.py` prepares it."""

    language: str
    items: Mapping[str, Mapping[str, Any]]
    paragraphs: Sequence[tuple[int, Asked]]
    """Each with the ordinal of its note."""

    listed: tuple[str, ...] = ()
    """The sources whose entries in the list of sources are wanted, those too that no paragraph cites."""

    def uncited(self) -> tuple[str, ...]:
        """Return what is listed and nowhere cited."""
        cited = {reference.key for _, asked in self.paragraphs for reference in asked.references}
        return tuple(key for key in self.listed if key not in cited)


@dataclass(frozen=True, slots=True)
class Answer:
    """What Pandoc wrote, as its inline nodes."""

    paragraphs: tuple[list[Node], ...]
    entries: Mapping[str, list[Node]]
    """Id → entry of each source listed; empty where none was asked for."""


def request_document(request: Request) -> bytes:
    """Return the document that Pandoc gets: the sources in its metadata, one paragraph for each citation.

    It has half a megabyte for a thousand citations; pydantic takes half of the time of the standard library.
    """
    references = [reference_metadata(key, item) for key, item in request.items.items()]
    nameless = frozenset(key for key, item in request.items.items() if not item.get("author"))
    style = base64.b64encode(request.csl.encode()).decode()
    uncited = request.uncited()
    document = {
        "pandoc-api-version": _API_VERSION,
        "meta": {
            # In the metadata and not on the command line, which Windows cuts at 32,767 characters.
            "csl": {"t": "MetaString", "c": f"data:application/xml;base64,{style}"},
            "lang": {"t": "MetaString", "c": request.language},
            "references": {"t": "MetaList", "c": references},
            "suppress-bibliography": {"t": "MetaBool", "c": not request.listed},
            # Printed in the list and nowhere else; in styles of notes it changes no citation.
            "nocite": {"t": "MetaInlines", "c": [_cite([_citation(Reference(key), 0) for key in uncited])]},
        },
        "blocks": [_paragraph(ordinal, asked, nameless) for ordinal, asked in request.paragraphs],
    }
    return to_json(document)


def _paragraph(ordinal: int, asked: Asked, nameless: frozenset[str]) -> Node:
    citations = [_citation(one, ordinal, has_author=one.key not in nameless) for one in asked.references]
    if not asked.starts:
        citations[0]["citationPrefix"][:0] = text_nodes(f"{INSIDE} ")
    return {"t": "Para", "c": [_cite(citations)]}


def _cite(citations: list[Node]) -> Node:
    return {"t": "Cite", "c": [citations, [{"t": "Str", "c": "@"}]]}


def _citation(reference: Reference, ordinal: int, *, has_author: bool = True) -> Node:
    # Of a work without author a style would leave out the title that stands in its place, and print nothing at all.
    leaves_out = reference.suppress_author and has_author
    locator = f", {{{reference.locator}}}" if reference.locator else ""
    suffix = reference.suffix if locator else _literal(reference.suffix)
    return {
        "citationId": reference.key,
        "citationPrefix": text_nodes(reference.prefix.strip()),
        "citationSuffix": text_nodes(locator + suffix),
        "citationMode": {"t": "SuppressAuthor" if leaves_out else "NormalCitation"},
        "citationNoteNum": ordinal,
        "citationHash": 0,
    }


def _literal(suffix: str) -> str:
    """Keep Pandoc from reading the suffix as a pinpoint; its punctuation stays in front, where citeproc looks."""
    return re.sub(r"^([,;:\s]*)(?=\w)", rf"\g<1>{LITERAL} ", suffix)


def read_answer(output: bytes, request: Request) -> Answer:
    """Take the written citations out of the answer. Raises `AnswerError`."""
    try:
        blocks: list[Node] = from_json(output)["blocks"]
        # A style without a bibliography adds nothing, whatever is asked.
        entries = _entries(blocks.pop(), frozenset(request.listed)) if blocks and blocks[-1]["t"] == "Div" else {}
        paragraphs = tuple(_written(block) for block in blocks)
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise AnswerError("it has an unknown shape") from error
    if len(paragraphs) != len(request.paragraphs):
        raise AnswerError(f"{len(paragraphs)} paragraphs came back for {len(request.paragraphs)}")
    return Answer(paragraphs, entries)


def _written(block: Node) -> list[Node]:
    """Return the inlines of a written citation; note styles wrap them in a note, others do not."""
    written: list[Node] = block["c"][0]["c"][1]
    if len(written) == 1 and written[0]["t"] == "Note":
        return [inline for paragraph in written[0]["c"] for inline in paragraph["c"]]
    return written


def _entries(references: Node, listed: frozenset[str]) -> dict[str, list[Node]]:
    """Return the entries of what is listed; what stands in for an authority has one too."""
    divisions = (entry["c"] for entry in references["c"][1])
    return {
        key: [inline for block in blocks for inline in block["c"]]
        for attributes, blocks in divisions
        if (key := attributes[0].removeprefix("ref-")) in listed
    }


# Pandoc's inlines as ours.

BackReference = Callable[[int], NoteRef]
"""Ordinal of a note → the reference that prints its number."""

_WRAPPERS: dict[str, Callable[[Inlines], Inline]] = {
    "Emph": Emph,
    "Strong": Strong,
    "SmallCaps": SmallCaps,
    "Underline": Underline,
    "Superscript": Superscript,
    "Subscript": Subscript,
}
_SPACES = frozenset({"Space", "SoftBreak"})
_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}
_COUNTED = re.compile(f"{NUMBER_START}([0-9]+){NUMBER_END}")
_SENTINELS = re.compile(f"[{INSIDE}{LITERAL}] ?")
_SCHEMES = frozenset({"http", "https", "doi"})


def inlines_from(nodes: list[Node], back_reference: BackReference) -> Inlines:
    """Convert inlines; neighbouring text becomes one `Text`. Raises `AnswerError` on an unknown node."""
    parts: list[Inline] = []
    words: list[str] = []  # nearly all nodes are words and the spaces between them
    for node in nodes:
        kind = node["t"]
        if kind == "Str" and NUMBER_START not in node["c"]:
            words.append(node["c"])
        elif kind in _SPACES:
            words.append(" ")
        else:
            parts += [Text("".join(words))] if words else []
            words.clear()
            parts += _converted(node, back_reference)
    if not parts:
        return _cleaned(Text("".join(words))) if words else ()
    parts += [Text("".join(words))] if words else []
    return joined(tuple(parts))


def joined(inlines: Inlines) -> Inlines:
    """Join texts that stand side by side, and take out the sentinels that have done their work."""
    result: list[Inline] = []
    for inline in inlines:
        last = result[-1] if result else None
        if isinstance(inline, Text) and isinstance(last, Text) and inline.origin == last.origin:
            result[-1] = Text(last.text + inline.text, last.origin)
        else:
            result.append(inline)
    return tuple(one for inline in result for one in (_cleaned(inline) if isinstance(inline, Text) else (inline,)))


def _cleaned(inline: Text) -> Inlines:
    """Return the text without sentinels; nothing where it holds nothing else."""
    if inline.text and not has_sentinels(inline.text):
        return (inline,)
    text = with_marks_released(_SENTINELS.sub("", inline.text))
    return (Text(text, inline.origin),) if text else ()


def _converted(node: Node, back_reference: BackReference) -> Inlines:
    kind: str = node["t"]
    content: Any = node.get("c")
    if kind in _WRAPPERS:
        return (_WRAPPERS[kind](inlines_from(content, back_reference)),)
    match kind:
        case "Str":
            return _text(content, back_reference)
        case "LineBreak":
            return (LineBreak(),)
        case "Span":
            return inlines_from(content[1], back_reference)
        case "Quoted":
            opening, closing = _QUOTES[content[0]["t"]]
            return (Text(opening), *inlines_from(content[1], back_reference), Text(closing))
        case "Link":
            return _link(content, back_reference)
        case _:
            raise AnswerError(f"it holds `{kind}`, which is not known here")


def _text(text: str, back_reference: BackReference) -> Inlines:
    pieces = _COUNTED.split(text)  # every second piece is the digits of a back-reference
    return tuple(
        back_reference(int(piece)) if place % 2 else Text(piece)
        for place, piece in enumerate(pieces)
        if place % 2 or piece
    )


def _link(content: list[Any], back_reference: BackReference) -> Inlines:
    inner, url = inlines_from(content[1], back_reference), content[2][0]
    shown = plain_text(inner)
    if shown != url and shown[1:] == url[1:]:  # at the start of a note citeproc begins an address with a capital
        inner = (Text(url),)
    return (Link(url, inner),) if urlsplit(url).scheme.lower() in _SCHEMES else inner
