"""Passes over the composed tree, in order. The order matters: contents repeat numbered headings.

What a forum does not take is left out before, so that nothing is numbered that is not printed.
"""

from collections.abc import Callable, Sequence
from functools import partial

from probata.compose.passes.layout import run_on_lone_items, set_aside_pictures
from probata.compose.passes.leave_out import leave_out_nothing, leave_out_sentences, without_footnotes
from probata.compose.passes.list_evidence import EvidenceOf, link_exhibits, list_evidence
from probata.compose.passes.lists import (
    abbreviations_used,
    list_abbreviations,
    list_authorities,
    list_sources,
    sources_in_order,
)
from probata.compose.passes.mark_languages import hold_spaces, mark_languages
from probata.compose.passes.numbering import fill_contents, neutral_anchors, number_blocks, resolve_cross_references
from probata.document.blocks import Blocks
from probata.document.parts import gather_parts
from probata.document.tree import PartHead
from probata.messages import Wording


def passes_in(wording: Wording, heads: Sequence[PartHead] = ()) -> tuple[Callable[[Blocks], Blocks], ...]:
    """Return the passes with the words that they print, and how parts call each other. Each takes and gives blocks."""
    return (
        gather_parts,
        run_on_lone_items,
        partial(
            number_blocks,
            annex=wording.label("document.annex"),
            lettered=wording.words["paragraph.lettered"],
            roman=wording.words["paragraph.roman"],
            apart={head.name for head in heads if head.confidential},
        ),
        link_exhibits,
        partial(resolve_cross_references, no_target=wording.words["document.no_target"], heads=heads),
        fill_contents,
        partial(hold_spaces, wording=wording),
    )


__all__ = [
    "EvidenceOf",
    "abbreviations_used",
    "fill_contents",
    "hold_spaces",
    "leave_out_nothing",
    "leave_out_sentences",
    "link_exhibits",
    "list_abbreviations",
    "list_authorities",
    "list_evidence",
    "list_sources",
    "mark_languages",
    "neutral_anchors",
    "number_blocks",
    "passes_in",
    "resolve_cross_references",
    "run_on_lone_items",
    "set_aside_pictures",
    "sources_in_order",
    "without_footnotes",
]
