"""Back-references that lead to the note that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from probata.document.inlines import Inline, Inlines, NoteRef, Text
from probata.document.walk import plain_text

_BRACKET, _END = re.compile(r" \(\w+\.? ?$"), re.compile(r"^\)")
_WORD = re.compile(r" (?:notes?|nota|nn?)\.? ?$")
_SUPRA = re.compile(r",?\s*supra$")


def without_own_number(written: Inlines, note: str, prefixes: Sequence[str] = ()) -> Inlines:
    """Leave out `(n 17)` in note 17 itself, and of `*supra* note 17` the number with its word.

    The short name leads to the citation before it in the same note; where the style has *supra*, that alone does
    (Bluebook 16.9). `note` is the id of the note, `prefixes` are the words before its citations: a number before which
    nothing names the work stays.
    """
    leads_here = [one for one in written if isinstance(one, NoteRef) and one.target == note]
    return tuple(_kept(written, note, prefixes)) if leads_here else written


def _kept(written: Inlines, note: str, prefixes: Sequence[str]) -> Iterator[Inline]:
    rest, told = list(written), ""
    while rest:
        match rest[:3]:
            case [Text(text=before) as first, NoteRef(target=target), Text(text=after) as last] if (
                target == note
                and _END.match(after)
                and _BRACKET.search(before)
                and _names(told + _BRACKET.sub("", before), prefixes)
            ):
                shown: Inline = replace(first, text=_BRACKET.sub("", before))
                rest[:3] = [replace(last, text=_END.sub("", after))]
            case [Text(text=before) as first, NoteRef(target=target), *_] if (
                target == note and _WORD.search(before) and _names(told + _WORD.sub("", before), prefixes)
            ):
                shown = replace(first, text=_WORD.sub("", before))
                rest[:2] = []
            case _:
                shown = rest.pop(0)
        told += plain_text((shown,))
        yield shown


def _names(before: str, prefixes: Sequence[str]) -> bool:
    """Tell whether what stands before a number names a work: it is neither nothing nor the words before a citation."""
    named = _SUPRA.sub("", before).rstrip()
    is_prefix = any(f" {named}".casefold().endswith(f" {prefix}".casefold()) for prefix in prefixes if prefix)
    return bool(named) and named[-1] not in ";,:" and not is_prefix
