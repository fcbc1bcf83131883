"""Parts of a filing that a template begins and its forum does not name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from probata.compose.place_in_template import whole
from probata.diagnostics import Diagnostic, Severity, Span
from probata.diagnostics.locate import locate
from probata.document.blocks import Blocks
from probata.document.parts import begins_part
from probata.document.tree import BRIEF


def unknown_parts(blocks: Blocks, known: Collection[str], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Give a finding for each; until it is mended such a part is as confidential as one can be.

    `texts` are the templates by their names.
    """
    for part in dict.fromkeys(filter(None, map(begins_part, blocks))):
        if part != BRIEF and part not in known:
            yield Diagnostic(
                "TPL108", "unknown-part", Severity.ERROR, f"the forum has no part `{part}`", _place(part, texts),
                "name it in `parts` of `forum.yaml`, with its `title`",
            )  # fmt: skip


def _place(part: str, texts: Mapping[str, str]) -> Span | None:
    for name, text in texts.items():
        start = whole(name, text)
        if (place := locate(texts, start, f"name={part}")) != start:
            return place
    return None
