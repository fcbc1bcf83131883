"""Lists in the filings of both cases: a letter before a single item is no list."""

from __future__ import annotations

from tests.each import each
from tests.filings.cases import FILINGS, FilingName
from tests.filings.made import is_final, tree_of

from probata.document.blocks import Paragraph, Role
from probata.document.tree import Document
from probata.document.walk import own_inlines, plain_text, walk_blocks


def lone_items(document: Document) -> list[str]:
    """Return the lettered items that no other follows or precedes."""
    numbered = [
        block for block in walk_blocks(document.blocks) if isinstance(block, Paragraph) and block.role is Role.NUMBERED
    ]
    found = []
    for place, block in enumerate(numbered):
        if block.number == {1: "(a)", 2: "(i)"}.get(block.level):
            after = [one.level for one in numbered[place + 1 :]]
            run = next((number for number, level in enumerate(after) if level <= block.level), len(after))
            if run == len(after) or after[run] < block.level:
                found.append(plain_text(own_inlines(block)))
    return found


@each("name", FILINGS, ids=str)
def test_no_item_of_a_list_stands_alone(name: FilingName) -> None:
    assert lone_items(tree_of(name, is_final(name.case))[0]) == []
