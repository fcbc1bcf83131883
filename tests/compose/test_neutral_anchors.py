"""Anchors and references keep together, and hold no id of a record."""

from __future__ import annotations

import re

from probata.compose.passes.numbering import neutral_anchors
from probata.document.blocks import Block, Heading, Paragraph
from probata.document.inlines import CrossRef, Emph, Text

IDS = {"north-wing", "wing", "summary"}


def heading(anchor: str) -> Heading:
    return Heading(1, (Text("A heading"),), anchor)


def refers(target: str) -> Paragraph:
    return Paragraph((Emph((CrossRef(target),)),))


def target_of(block: Block) -> str:
    assert isinstance(block, Paragraph)
    (emphasis,) = block.inlines
    assert isinstance(emphasis, Emph)
    (reference,) = emphasis.inlines
    assert isinstance(reference, CrossRef)
    return reference.target


def test_the_id_of_a_record_in_an_anchor_becomes_a_digest_and_references_follow() -> None:
    first, second = neutral_anchors((heading("allegation-north-wing"), refers("allegation-north-wing")), IDS)

    assert isinstance(first, Heading)
    assert re.fullmatch(r"allegation-[0-9a-f]{12}", first.id)
    assert target_of(second) == first.id


def test_a_reference_to_what_is_not_there_is_told_as_it_was_written() -> None:
    (block,) = neutral_anchors((refers("allegation-wing"),), IDS)

    assert target_of(block) == "allegation-wing"
