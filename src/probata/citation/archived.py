"""The address of an archived copy, behind the live one, in every citation style that prints the live one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeGuard

from probata.citation.exchange import joined
from probata.citation.words import Words
from probata.document.inlines import Inline, Inlines, Link, Text
from probata.document.walk import plain_text, walk_inlines

_BEGINNINGS = ("http://", "https://")


def without_archived_copy(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a style sees: it would print the copy as an archive of papers, before the live address or alone."""
    is_copy = item.get("URL") and str(item.get("archive", "")).startswith(_BEGINNINGS)
    return {key: value for key, value in item.items() if key != "archive"} if is_copy else item


def with_archived_copies(
    inlines: Inlines, entries: Iterable[Mapping[str, Any]], words: Words, *, in_brackets: bool = False
) -> Inlines:
    """Put the archived address of each source behind the live one that is printed of it.

    It is printed `(archived at <address>)`, in angle brackets where the live one has them, or with `in_brackets`
    `[address]` (Bluebook 18.2.1(d)). A style that leaves out the live one is left alone; so is a
    title that leads to the live one, as citeproc makes it in a list of sources where the style prints no address.
    """
    archived = [entry for entry in entries if entry.get("archive")]
    if not archived:
        return inlines
    printed = {inline.url for inline in walk_inlines(inlines) if _is_address(inline)}
    copies: dict[str, list[str]] = {}
    for entry in archived:
        live, copy = str(entry.get("URL", "")), str(entry.get("archive", ""))
        if live in printed and copy not in printed and copy.startswith(_BEGINNINGS):
            copies.setdefault(live, []).append(copy)
    return _placed(inlines, copies, words, in_brackets) if copies else inlines


def _is_address(inline: Inline) -> TypeGuard[Link]:
    return isinstance(inline, Link) and plain_text(inline.inlines) == inline.url


def _placed(inlines: Inlines, copies: dict[str, list[str]], words: Words, in_brackets: bool) -> Inlines:
    result: list[Inline] = []
    rest = list(inlines)
    while rest:
        inline = rest.pop(0)
        result.append(inline)
        if not (_is_address(inline) and copies.get(inline.url)):
            continue
        address = copies[inline.url].pop(0)
        after = rest[0] if rest else None
        is_angled = isinstance(after, Text) and after.text.startswith(">")
        if isinstance(after, Text) and is_angled:
            result.append(replace(after, text=">"))
            rest[:1] = [replace(after, text=after.text[1:])] if after.text[1:] else []
        result += _shown(address, words, in_brackets, is_angled)
    return joined(tuple(result))


def _shown(address: str, words: Words, in_brackets: bool, is_angled: bool) -> Inlines:
    link = Link(address, (Text(address),))
    if in_brackets:
        return Text(" ["), link, Text("]")
    before, after = words.archived_at.split("{}")
    opening, closing = ("<", ">") if is_angled else ("", "")
    return Text(f" ({before}{opening}"), link, Text(f"{closing}{after})")
