"""Which comments answer which, and which are resolved: a part of Word's own beside the comments ([MS-DOCX], 2.5.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from probata.word.elements import Element, P, w
from probata.word.package import WordFile

_KIND: Final = "/commentsExtended"
"""Ends the type of the relationship; the year in it differs."""
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"


@dataclass(frozen=True, slots=True)
class Threads:
    """By the ids of comments."""

    parents: Mapping[str, str] = field(default_factory=dict)
    """The comment that each answer answers."""

    resolved: frozenset[str] = frozenset()
    """Comments that are resolved, with all answers to them."""


def read_threads(file: WordFile, comments: Element) -> Threads:
    """Read how comments hang together; a file without that part has single comments, none of them resolved.

    `comments` is the root of their part. Raises `WordFileError` for a part that cannot be read.
    """
    named = (one for one in file.main.rels.values() if one.reltype.endswith(_KIND) and not one.is_external)
    root = next((file.root(one.target_part) for one in named), None)
    if root is None:
        return Threads()
    ids = {
        name: comment.get(w("id"), "")
        for comment in comments.iterchildren(w("comment"))
        for paragraph in comment.iter(P)
        if (name := paragraph.get(f"{_W14}paraId", ""))
    }
    said = {ids.get(one.get(f"{_W15}paraId", ""), ""): one for one in root.iterchildren(f"{_W15}commentEx")}
    parents = {id_: ids.get(one.get(f"{_W15}paraIdParent", ""), "") for id_, one in said.items() if id_}
    parents = {id_: parent for id_, parent in parents.items() if parent and parent != id_}
    done = {id_ for id_, one in said.items() if one.get(f"{_W15}done", "0") in ("1", "true", "on")}
    return Threads(parents, frozenset(id_ for id_ in said if id_ in done or parents.get(id_) in done))
