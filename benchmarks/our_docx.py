"""Markdown and CSL-JSON to a Word file, by our stages: markup, passes, citation, writer. A process of its own."""

from __future__ import annotations

import gc
import json
import re
import sys
from pathlib import Path

from probata.citation import Library, Style, cite, load_style, load_words
from probata.compose.passes import passes_in
from probata.diagnostics import Span
from probata.document.blocks import Role
from probata.document.tree import Document, Meta
from probata.markup import parse_markdown
from probata.markup.block_builder import Context
from probata.markup.placeholder import Placeholders
from probata.messages import load_wording
from probata.writers.format import WriteOptions, load_format


def main(text: Path, sources: Path, out: Path) -> None:
    """Make one Word file."""
    gc.disable()  # as the command line does
    out.write_bytes(load_format("docx").write(document_of(text, sources), WriteOptions()).data)


def document_of(text: Path, sources: Path) -> Document:
    """Return the text as a document with its notes written."""
    items = {item["id"]: item for item in json.loads(sources.read_text(encoding="utf-8"))}
    around = Context(role=Role.NUMBERED)
    # A case is made of many texts, and the parser takes none above a megabyte: so the file is read by its sections.
    parts = re.split(r"(?m)^(?=# )", text.read_text(encoding="utf-8"))
    parsed = [parse_markdown(part, Placeholders(), Span(text.name), around) for part in parts if part.strip()]
    if any(found.findings for found in parsed):
        sys.exit("the text cannot be read as it should")
    blocks = tuple(block for found in parsed for block in found.blocks)
    for change in passes_in(load_wording("en-GB")):
        blocks = change(blocks)
    style = load_style("oscola", language="en-GB", restart=False, list_of_sources=False)
    if not isinstance(style, Style):
        sys.exit(style.message)
    cited = cite(Document(Meta("Benchmark"), blocks), Library(items, {}, {}, {}), style, load_words("en-GB"))
    return cited.document


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
