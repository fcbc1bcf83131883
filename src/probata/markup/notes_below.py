"""Notes that are defined below a text: built before their marks need them, and reported where the parser drops one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from probata.markup.block_builder import BlockBuilder, Context

_DEFINED = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)


def define_notes(root: SyntaxTreeNode, builder: BlockBuilder) -> None:
    """Build the notes that are defined below the text, before the marks that need them."""
    for block in root.children:
        if block.type == "footnote_block":
            for note in block.children:
                builder.inlines.notes[str(note.meta["label"])] = builder.build(note.children, Context())


def report_lost_notes(text: str, seen: Mapping[str, Any], builder: BlockBuilder) -> None:
    """Report notes that no mark names and notes that are written twice; the parser drops both without a word."""
    for label, position in seen.get("footnotes", {}).get("refs", {}).items():
        mark = f"[^{label.removeprefix(':')}]"
        if position < 0:
            builder.inlines.report("MKD108", "note-without-mark", f"no mark in the text names the note `{mark}`",
                                   f"{mark}:", f"write `{mark}` where it belongs, or delete the note")  # fmt: skip
    written = Counter(_DEFINED.findall(text))
    for label in (label for label, times in written.items() if times > 1):
        builder.inlines.report("MKD113", "repeated-note", f"the note `[^{label}]` is written twice", f"[^{label}]:",
                               "give one of the two another mark; the first is not printed until then")  # fmt: skip
