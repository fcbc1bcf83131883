"""Mark what is in another language than the document, for spelling, hyphenation and fonts, and collect it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from probata.document.blocks import Blocks
from probata.document.foreign import ForeignText, told
from probata.document.inlines import Cite, CiteItem, Inline, Inlines, Language, Link, Note, Text
from probata.document.rebuild import map_blocks, map_children, same_or_new
from probata.document.walk import plain_text
from probata.messages import Wording

Found = dict[tuple[str, tuple[str | int, ...]], ForeignText]
"""What was found, by the record and the place in it."""


def mark_languages(blocks: Blocks) -> tuple[Blocks, tuple[ForeignText, ...]]:
    """Return the blocks with every foreign text marked, and those texts, once each, in their order.

    A run of foreign text in a paragraph is marked as one, its notes and citations included, so that a mark still finds
    the words and the punctuation beside it. In a note each text is marked by itself: its citations are in the language
    of the document.
    """
    found: Found = {}
    marked = map_blocks(blocks, lambda inlines: _marked(inlines, found))
    return marked, tuple(found.values())


def _marked(inlines: Inlines, found: Found) -> Inlines:
    made: list[Inline] = []
    run: list[Inline] = []
    lang = ""
    for inline in inlines:
        texts = tuple(_foreign(inline))
        for text in texts:
            found.setdefault((text.record, text.loc), text)
        plain = _plain(inline)
        if run and not _goes_on(inline, texts, lang, run):
            made.append(Language(lang, tuple(run)))
            run = []
        if run or _begins(inline, texts):
            lang = lang if run else texts[0].lang
            run.append(plain)
        else:
            made.append(plain)
    return same_or_new(inlines, (*made, *((Language(lang, tuple(run)),) if run else ())))


def _begins(inline: Inline, texts: tuple[ForeignText, ...]) -> bool:
    return bool(texts) and not isinstance(inline, Note | Cite)


def _goes_on(inline: Inline, texts: tuple[ForeignText, ...], lang: str, run: list[Inline]) -> bool:
    """Tell whether a run takes one more: what is as foreign, and a mark that stands after a space of the run."""
    if isinstance(inline, Note | Cite):
        return plain_text(tuple(run)).endswith(" ")
    return bool(texts) and texts[0].lang == lang


def _foreign(inline: Inline) -> Iterator[ForeignText]:
    """Give the foreign texts of an inline, those of its notes and of the words round its citations included."""
    collected: list[ForeignText] = []

    def collect(inlines: Inlines) -> Inlines:
        for inner in inlines:
            if isinstance(inner, Text) and isinstance(inner.text, ForeignText):
                collected.append(inner.text)
            for word in _words(inner):
                collected.append(word)
            map_children(inner, collect)
        return inlines

    collect((inline,))
    yield from collected


def _words(inline: Inline) -> Iterator[ForeignText]:
    for item in inline.items if isinstance(inline, Cite) else ():
        yield from _words_of(item)


def _words_of(item: CiteItem) -> Iterator[ForeignText]:
    yield from (word for word in (item.prefix, item.suffix) if isinstance(word, ForeignText))


def _plain(inline: Inline) -> Inline:
    """Return an inline whose texts are plain characters again; the texts of its notes are marked on their own."""
    match inline:
        case Text(text=text):
            return replace(inline, text=str(text)) if isinstance(text, ForeignText) else inline
        case Cite(items=items):
            plain = same_or_new(items, tuple(_plain_item(item) for item in items))
            return inline if plain is items else replace(inline, items=plain)
        case Note(blocks=blocks):
            return replace(inline, blocks=map_blocks(blocks, _each_marked))
        case _:
            return map_children(inline, lambda inner: tuple(_plain(one) for one in inner))


def _plain_item(item: CiteItem) -> CiteItem:
    return replace(item, prefix=str(item.prefix), suffix=str(item.suffix)) if any(_words_of(item)) else item


def _each_marked(inlines: Inlines) -> Inlines:
    made: list[Inline] = []
    for inline in inlines:
        texts = tuple(_foreign(inline))
        plain = _plain(inline)
        made.append(Language(texts[0].lang, (plain,)) if _begins(inline, texts) else plain)
    return same_or_new(inlines, tuple(made))


# Hold the spaces that a language sets inside its marks of quotation and before a colon or semicolon: `« … » ;`.
# Typed are plain spaces, at which a line could break. What is in another language, and an address, keeps its own.

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
