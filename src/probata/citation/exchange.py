"""What goes to Pandoc's citeproc and what comes back, as JSON: paragraphs of citations, written out."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from probata.citation import pandoc_json
from probata.citation.named_by_title import is_marked
from probata.citation.parts import Asked, Reference
from probata.citation.references import Node, reference_metadata, text_nodes
from probata.citation.sentinels import INSIDE, LITERAL, NAMELESS

_API_VERSION = (1, 23, 1)


class AnswerError(Exception):
    """The answer is not what was expected; `str()` is one clause. Going on would lose text."""


@dataclass(frozen=True, slots=True)
class Request:
    """One run of Pandoc."""

    csl: str
    """An independent style, patched by `style_patch.patched`."""

    language: str
    items: Mapping[str, Mapping[str, Any]]
    paragraphs: Sequence[tuple[int, Asked]]
    """Each with the ordinal of its note."""

    listed: tuple[str, ...] = ()
    """The sources whose entries in the list of sources are wanted, those too that no paragraph cites."""

    by_title: frozenset[str] = frozenset()
    """The sources that later citations name by title; see `named_by_title`."""

    def uncited(self) -> tuple[str, ...]:
        """Return what is listed and nowhere cited."""
        cited = {reference.key for _, asked in self.paragraphs for reference in asked.references}
        return tuple(key for key in self.listed if key not in cited)


@dataclass(frozen=True, slots=True)
class Answer:
    """What Pandoc wrote, as its inline nodes."""

    paragraphs: tuple[list[Node], ...]
    entries: Mapping[str, list[Node]]
    """Id → entry of each source listed, in the order of the style; empty where none was asked for."""


def request_document(request: Request) -> Node:
    """Return the document that Pandoc gets: the sources in its metadata, one paragraph for each citation."""
    references = [reference_metadata(key, item) for key, item in request.items.items()]
    nameless = frozenset(key for key, item in request.items.items() if not item.get("author"))
    style = base64.b64encode(request.csl.encode()).decode()
    uncited = request.uncited()
    return {
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
        "blocks": [_paragraph(ordinal, asked, nameless, request.by_title) for ordinal, asked in request.paragraphs],
    }


def _paragraph(ordinal: int, asked: Asked, nameless: frozenset[str], by_title: frozenset[str]) -> Node:
    marks = tuple(NAMELESS if is_marked(asked, place, by_title) else "" for place in range(len(asked.references)))
    citations = [
        _citation(reference, ordinal, mark, has_author=reference.key not in nameless)
        for reference, mark in zip(asked.references, marks, strict=True)
    ]
    if not asked.starts:
        citations[0]["citationPrefix"][:0] = text_nodes(f"{INSIDE} ")
    return {"t": "Para", "c": [_cite(citations)]}


def _cite(citations: list[Node]) -> Node:
    return {"t": "Cite", "c": [citations, [{"t": "Str", "c": "@"}]]}


def _citation(reference: Reference, ordinal: int, mark: str = "", *, has_author: bool = True) -> Node:
    # Of a work without author a style would leave out the title that stands in its place, and print nothing at all.
    leaves_out = reference.suppress_author and has_author
    locator = f", {{{reference.locator}}}" if reference.locator else ""
    suffix = reference.suffix if locator else _literal(reference.suffix)
    return {
        "citationId": reference.key,
        "citationPrefix": text_nodes(f"{reference.prefix} {mark}".strip()),
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
        blocks: list[Node] = pandoc_json.read(output)["blocks"]
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
