"""Tells text in another script than Latin, and the addresses of sources, apart from what surrounds them."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from probata.document.inlines import Inline, Inlines, Language, Link, Note, Text
from probata.document.rebuild import map_children
from probata.document.walk import plain_text

# One letter class for each script, with the language that is meant where the source names none.
_SCRIPTS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("ja", "\u3040-\u30ff", frozenset({"ja"})),
    ("zh", "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff", frozenset({"zh", "ja", "yue"})),
    ("ko", "\u1100-\u11ff\uac00-\ud7af", frozenset({"ko"})),
    (
        "ar",
        "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
        frozenset({"ar", "fa", "ug", "ur", "ps", "ku", "kk"}),
    ),
    ("ru", "\u0400-\u052f", frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"})),
    ("bo", "\u0f00-\u0fff", frozenset({"bo", "dz"})),
    ("he", "\u0590-\u05ff", frozenset({"he", "yi"})),
    ("el", "\u0370-\u03ff", frozenset({"el"})),
    ("th", "\u0e00-\u0e7f", frozenset({"th"})),
    ("hi", "\u0900-\u097f", frozenset({"hi", "ne", "mr"})),
)
_EAST_ASIAN = "".join(letters for tag, letters, _ in _SCRIPTS if tag in {"ja", "zh"})
_EAST_ASIAN_MARKS = "\u3000-\u303f\uff00-\uffef"


def _run(letters: str, marks: str = "") -> str:
    """Return a pattern for letters of one script, with what stands between two of them."""
    mark = f"(?:(?<![{marks}])[{marks}]*+)?" if marks else ""  # marks without a letter are gone through once
    return f"{mark}[{letters}](?:[{letters}{marks}]|[\\s\\d.,:·—…-]+(?=[{letters}]))*"


_PATTERNS = tuple(
    ("zh", _run(_EAST_ASIAN, _EAST_ASIAN_MARKS)) if tag == "zh" else (tag, _run(letters))
    for tag, letters, _ in _SCRIPTS
    if tag != "ja"
)
_FOREIGN = re.compile("|".join(f"(?P<{tag}>{pattern})" for tag, pattern in _PATTERNS))
_ANY_FOREIGN = re.compile(f"[{''.join(letters for _, letters, _ in _SCRIPTS)}]")
"""Finds out in a tenth of the time that there is no letter of another script."""

_KANA = re.compile(f"[{_SCRIPTS[0][1]}]")
_FIELDS_OF_ADDRESSES = ("URL", "archive", "archive_location", "note")
_ADDRESS = re.compile(r"(?:https?|doi)://[^\s<>\[\]{}|\\^\"“”‘’]+")
_TRAILING = ".,;:!?)"


def marked_up(inlines: Inlines, tags: Iterable[str], addresses: Container[str] = ()) -> Inlines:
    """Wrap text in other scripts in `Language` and the addresses given in `Link`.

    An address that is part of a title is not among `addresses` and stays text. `tags` are the languages of the sources
    cited: Arabic letters are Uyghur where a source is. Other languages in Latin letters cannot be told from a citation
    as it is printed, and stay unmarked.
    """
    text = plain_text(inlines)
    if "://" in text:
        inlines = _in_text(inlines, lambda one: _links(one, addresses))
    if _ANY_FOREIGN.search(text):
        by_script = _by_script(tags)
        inlines = _in_text(inlines, lambda one: _languages(one, by_script))
    return inlines


def _in_text(inlines: Inlines, change: Callable[[Text], Inlines]) -> Inlines:
    result: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text):
            result += change(inline)
        elif isinstance(inline, Note | Language | Link):
            result.append(inline)
        else:
            result.append(map_children(inline, lambda inner: _in_text(inner, change)))
    return tuple(result)


def _by_script(tags: Iterable[str]) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for tag in tags:
        for script, _, languages in _SCRIPTS:
            if tag.lower().split("-")[0] in languages:
                chosen.setdefault(script, tag)
    return chosen


def _languages(text: Text, by_script: Mapping[str, str]) -> Inlines:
    def wrap(found: re.Match[str]) -> Inline:
        script = str(found.lastgroup)
        default = "ja" if script == "zh" and _KANA.search(found.group()) else script
        return Language(by_script.get(script, default), (Text(found.group(), text.origin),))

    return _split(text, _FOREIGN, wrap)


def _links(text: Text, addresses: Container[str]) -> Inlines:
    def wrap(found: re.Match[str]) -> Inline:
        words = Text(found.group(), text.origin)
        return Link(found.group(), (words,)) if found.group() in addresses else words

    return _split(text, _ADDRESS, wrap, _TRAILING)


def _split(
    text: Text, pattern: re.Pattern[str], wrap: Callable[[re.Match[str]], Inline], trailing: str = ""
) -> Inlines:
    if not pattern.search(text.text):
        return (text,)  # nearly every text
    parts: list[Inline] = []
    end = 0
    for found in pattern.finditer(text.text):
        kept = pattern.fullmatch(found.group().rstrip(trailing)) if trailing else found
        if kept is None:
            continue
        parts += [Text(text.text[end : found.start()], text.origin)] if found.start() > end else []
        parts.append(wrap(kept))
        end = found.start() + len(kept.group())
    parts += [Text(text.text[end:], text.origin)] if end < len(text.text) else []
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class AddressesOf:
    """The addresses that sources give for themselves; they are looked at where one is printed."""

    entries: Sequence[Mapping[str, Any]]

    def __contains__(self, address: object) -> bool:
        """Tell whether a field of a source holds the address and nothing else, or it is that of its DOI."""
        return any(address in _addresses(entry) for entry in self.entries)


def _addresses(entry: Mapping[str, Any]) -> set[str]:
    values = [str(entry.get(name, "")) for name in _FIELDS_OF_ADDRESSES]
    found = {value for value in values if _ADDRESS.fullmatch(value)}
    return found | ({f"https://doi.org/{entry['DOI']}", f"doi:{entry['DOI']}"} if entry.get("DOI") else set())
