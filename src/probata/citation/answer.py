"""Pandoc's inlines as ours."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from probata.citation.exchange import AnswerError
from probata.citation.references import Node
from probata.citation.sentinels import INSIDE, LITERAL, NUMBER_END, NUMBER_START, has_sentinels, with_marks_released
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
    clean = [one for inline in result for one in (_cleaned(inline) if isinstance(inline, Text) else (inline,))]
    return _whole_addresses(clean) if any(isinstance(inline, Link) for inline in clean) else tuple(clean)


def _whole_addresses(inlines: list[Inline]) -> Inlines:
    """Take the start of an address into its link: some styles link `10.1/x` alone after `https://doi.org/`."""
    result: list[Inline] = []
    for inline in inlines:
        last = result[-1] if result else None
        if isinstance(inline, Link) and isinstance(last, Text):
            start = inline.url.removesuffix(plain_text(inline.inlines))
            if start != inline.url and start and last.text.endswith(start):
                result[-1:] = [Text(rest)] if (rest := last.text.removesuffix(start)) else []
                inline = Link(inline.url, (Text(start), *inline.inlines))
        result.append(inline)
    return tuple(result)


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
