"""The composed text of the real case as Markdown and CSL-JSON, so that Pandoc and we begin with the same files."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from probata.citation import DEFAULT_STYLE, load_words
from probata.citation.legal_writer import LegalWriter
from probata.citation.style_file import load_legal_style
from probata.compose.assignment import Assignment
from probata.compose.compose import compose
from probata.compose.library import build_library
from probata.disclosure import disclose
from probata.document.blocks import Block, Box, Heading, ListBlock, Paragraph, Quote, Table
from probata.document.inlines import Cite, CiteItem, CrossRef, Emph, Gap, Inline, Inlines, Link, Note, Strong, Text
from probata.document.walk import child_inlines, own_inlines, plain_text, walk_blocks
from probata.law import load_catalogue
from probata.messages import load_wording
from probata.pipeline import forum_of, open_case, open_workspace, plan

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~^$@\"'&:])")
_PLACES = {"page": "p.", "paragraph": "para", "article": "art", "section": "s", "chapter": "ch"}


def write_text(folder: Path, times: int) -> tuple[Path, Path]:
    """Write the text, repeated, and its sources; return both paths."""
    blocks, sources = _composed()
    body = "\n\n".join(part for block in blocks for part in _block(block))
    text, items = folder / f"text-{times}.md", folder / "sources.json"
    text.write_text("\n\n".join([body] * times) + "\n", encoding="utf-8")
    items.write_text(json.dumps(sources, ensure_ascii=False), encoding="utf-8")
    return text, items


def _composed() -> tuple[tuple[Block, ...], list[dict[str, object]]]:
    workspace = open_workspace()
    session = open_case(Path("claims/liu-jianchao"), "claims/liu-jianchao", workspace)
    (filing,) = plan(session, workspace, ["uk-ghr"])
    forum, _ = forum_of(session, workspace, filing)
    if session.graph is None or forum is None:
        sys.exit("the real case cannot be read")
    graph, catalogue = disclose(session.graph, forum.profile).graph, load_catalogue()
    library = build_library(graph, catalogue, load_wording(forum.profile.language))
    task = Assignment(graph, forum, filing, catalogue, session.tables, workspace.template_roots, False)
    document = compose(task, library).document
    if document is None:
        sys.exit("the real case cannot be composed")
    writer = LegalWriter(load_legal_style(DEFAULT_STYLE), load_words("en"))
    instruments = [
        {"id": key, "type": "book", "title": plain_text(writer.full(found))}
        for key, found in library.authorities.items()
    ]
    return document.blocks, [*(dict(item) for item in library.sources.values()), *instruments]


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {_inlines(block.inlines)}"
        case Paragraph():
            yield _inlines(block.inlines)
        case Table():
            yield "\n".join(_rows(block))
        case Quote() | Box():
            yield from (f"> {_inlines(own_inlines(inner))}" for inner in block.blocks)
        case ListBlock():
            inner = (child for item in block.items for child in walk_blocks(item))
            yield "\n".join(f"- {_inlines(own_inlines(child))}" for child in inner)


def _rows(table: Table) -> Iterator[str]:
    header = table.header[0].cells if table.header else ()
    cells = [" ".join(_inlines(own_inlines(b)) for b in cell.blocks) for cell in header] or [" "] * len(table.widths)
    yield f"| {' | '.join(cells)} |"
    yield f"|{'---|' * len(table.widths)}"
    for row in table.rows:
        yield f"| {' | '.join(' '.join(_inlines(own_inlines(b)) for b in cell.blocks) for cell in row.cells)} |"


def _inlines(inlines: Inlines) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Text() | Gap() | CrossRef():
            return _MARKS.sub(r"\\\1", " ".join(inline.text.split(" ")))
        case Emph():
            return f"*{_inlines(inline.inlines)}*"
        case Strong():
            return f"**{_inlines(inline.inlines)}**"
        case Link():
            return f"<{inline.url}>"
        case Cite():
            return f"[{'; '.join(map(_item, inline.items))}]"
        case Note():
            return f"^[{' '.join(_inlines(own_inlines(block)) for block in inline.blocks)}]"
        case _:
            return _inlines(child_inlines(inline))


def _item(item: CiteItem) -> str:
    if item.pinpoint is None:
        return f"@{item.key}"
    return f"@{item.key}, {_PLACES.get(item.pinpoint.type, 'p.')} {item.pinpoint.value}"
