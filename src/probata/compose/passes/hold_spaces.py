"""Hold the spaces that a language sets inside its marks of quotation and before a colon or semicolon: `« … » ;`.

Typed are plain spaces, at which a line could break. What is in another language, and an address, keeps its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from probata.document.blocks import Blocks
from probata.document.foreign import ForeignText, told
from probata.document.inlines import Inline, Inlines, Language, Link, Text
from probata.document.rebuild import map_blocks, map_children, same_or_new
from probata.messages import Wording

_SIGNS_LIKE_SEMICOLON = ";!?"


def hold_spaces(blocks: Blocks, wording: Wording) -> Blocks:
    """Return the blocks with these spaces as the words of the language have them; most languages have none."""
    opening, closing, *_ = wording.quotes
    colon, semicolon = wording.label("document.colon"), wording.label("list.between_long")
    before = {closing[-1]: closing[0], ":": colon[0], **dict.fromkeys(_SIGNS_LIKE_SEMICOLON, semicolon[0])}
    held = {f" {sign}": f"{space}{sign}" for sign, space in before.items() if space.isspace()}
    held |= {f"{opening[0]} ": opening} if opening[-1].isspace() else {}
    if not held:
        return blocks
    pattern = re.compile("|".join(map(re.escape, held)))
    return map_blocks(blocks, partial(_held, pattern=pattern, held=held))


def _held(inlines: Inlines, pattern: re.Pattern[str], held: Mapping[str, str]) -> Inlines:
    def change(inline: Inline) -> Inline:
        match inline:
            case Text(text=text) if not isinstance(text, ForeignText):
                found = pattern.sub(lambda signs: held[signs[0]], text)
                return inline if found == text else Text(told(text, found), inline.origin)
            case Text() | Language() | Link():
                return inline
            case _:
                return map_children(inline, lambda inner: _held(inner, pattern, held))

    return same_or_new(inlines, tuple(map(change, inlines)))
