"""Sequences of notes, made up but always the same, as a document of ours and as Markdown for Pandoc alone.

All sequences stand in one document one after the other, so that one run writes many. Each cites works of its own, by
people of its own, so that none knows of another; and every place cited is a number of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from probata.citation.place_parts import with_places_joined
from probata.document.blocks import Paragraph
from probata.document.inlines import CiteItem, Pinpoint

from .cases import citation, free_note, paragraph
from .choices import Choices

WORDS = {"page": "p. {}", "paragraph": "para. {}", "chapter": "chapter {}", "section": "section {}"}
"""Types of places, as Markdown has them."""

ALWAYS: dict[str, Any] = {"issued": {"date-parts": [[2022, 5, 14]]}, "language": "en"}
Item = dict[str, Any]


@dataclass(frozen=True)
class Made:
    """Everything that was made up."""

    sources: dict[str, Item]
    notes: tuple[tuple[CiteItem, ...], ...]
    """The citations of each note; none where it is plain."""

    def blocks(self) -> tuple[Paragraph, ...]:
        """Return a paragraph of ours for each note."""
        return tuple(
            paragraph("Told", citation(*items) if items else free_note("Nothing is cited here."))
            for items in self.notes
        )

    def markdown(self) -> str:
        """Return the same for Pandoc."""
        return "\n\n".join(f"Told {_markdown(items, self.sources)}" for items in self.notes)


def made(sequences: int, seed: int = 7) -> Made:
    """Make up some sequences of three to six notes."""
    choices, places = Choices(seed), count(3001)
    sources: dict[str, Item] = {}
    notes: list[tuple[CiteItem, ...]] = []
    for number in range(sequences):
        own = {item["id"]: item for item in _works(_word(number))}
        keys = choices.some(sorted(own), 2 + choices.below(3))
        sources |= {key: own[key] for key in keys}
        for _ in range(3 + choices.below(4)):
            items = tuple(_cited(keys, choices, places)) if choices.below(7) else ()
            notes.append(items if with_places_joined(items) == items else items[:1])  # Pandoc alone joins none
    return Made(sources, tuple(notes))


def _cited(keys: list[str], choices: Choices, places: Iterator[int]) -> Iterator[CiteItem]:
    for _ in range(choices.of((1, 1, 1, 2, 3))):
        kind = choices.of((*WORDS, "page", "page", "", "", ""))
        yield CiteItem(
            choices.of(keys),
            Pinpoint(kind, str(next(places))) if kind else None,
            prefix=choices.of(("",) * 6 + ("see", "see also", "as told in")),
            suffix=choices.of(("",) * 6 + (", and what follows",)),
            suppress_author=not choices.below(12),
        )


def _markdown(items: tuple[CiteItem, ...], sources: Mapping[str, Item]) -> str:
    written = [_written(item, "author" in sources[item.key]) for item in items]
    return f"[{'; '.join(written)}]" if items else "^[Nothing is cited here.]"


def _written(item: CiteItem, has_author: bool) -> str:
    before = f"{item.prefix} " if item.prefix else ""
    left_out = "-" if item.suppress_author and has_author else ""
    place = f", {WORDS[item.pinpoint.type].format(item.pinpoint.value)}" if item.pinpoint else ""
    return f"{before}{left_out}@{item.key}{place}{item.suffix}"


def _works(word: str) -> Iterator[Item]:
    author = [{"family": f"{word}man", "given": "Ada"}]
    body = [{"literal": f"{word} Council"}]
    printed = {"publisher": "Clarendon Press", "publisher-place": "Oxford"}
    online = {"URL": f"https://{word.lower()}.example/page", "accessed": {"date-parts": [[2023, 1, 2]]}}
    for kind, more in (
        ("book", {"author": author, **printed}),
        ("article-journal", {"author": author, "container-title": "Law Review", "volume": "88", "page": "1057"}),
        ("chapter", {"author": author, "editor": body, "container-title": f"Book of {word}", "page": "1-9", **printed}),
        ("webpage", {"author": body, **online}),
        ("report", {"author": body, "number": "12", **printed, **online}),
        ("article-newspaper", {"container-title": "Courier", "page": "3", **online}),
        ("interview", {}),
        ("document", {"author": body}),
    ):
        key = f"{word.lower()}-{kind}"
        title = f"{kind.title().replace('-', ' ')} of {word}"
        yield {"id": key, "type": kind, "title": title, **ALWAYS, **more}


def _word(number: int) -> str:
    letters = [chr(ord("a") + number // 26**place % 26) for place in range(3)]
    return f"Q{''.join(letters)}"


def text_of(nodes: list[dict[str, Any]]) -> str:
    """Return the text of inlines of Pandoc."""
    return "".join(map(_text, nodes))


def _text(node: dict[str, Any]) -> str:
    content: Any = node.get("c")
    match node["t"]:
        case "Str":
            return str(content)
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Quoted":
            opening, closing = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
            return f"{opening}{text_of(content[1])}{closing}"
        case "Span" | "Link":
            return text_of(content[1])
        case _:
            return text_of(content)


def notes_of(node: Any) -> Iterator[str]:
    """Give the text of every note in a document of Pandoc, in order."""
    if isinstance(node, dict) and node.get("t") == "Note":
        yield text_of([inline for block in node["c"] for inline in block["c"]])
    elif isinstance(node, dict | list):
        for inner in node.values() if isinstance(node, dict) else node:
            yield from notes_of(inner)
