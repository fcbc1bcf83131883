"""The texts of the invented case that `probata new case` copies, to find them again in a case of one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from probata.checks.prose.words import by_wording
from probata.diagnostics import Span
from probata.source.markdown_reader import read_markdown
from probata.source.node import MappingNode, Node, Scalar, SequenceNode, to_plain
from probata.source.text_file import TextFile
from probata.source.yaml_reader import read_yaml

Place = tuple[str | int, ...]
_A_SENTENCE = 6
"""Words from which nobody writes the same by chance; a shorter text tells only where its record is the starter's."""
_OF_THE_CASE = "case"
_FEWEST = 2
"""Words of a text that is compared: a single word is anybody's."""
_BETWEEN = re.compile(r"\n\s*\n")
"""What stands between two paragraphs."""
_CITATION = re.compile(r"[\w.:/-]+, \S+ \S+|[\w.:/-]+")
"""A value that is an id, or an id with a place: it names a record, and is no text."""


def texts_in(node: Node, loc: Place = ()) -> Iterator[tuple[Place, Scalar, str]]:
    """Give each paragraph of the texts of a record with its field and its words on one line."""
    match node:
        case Scalar():
            for words in _compared(node.text):
                yield loc, node, words
        case SequenceNode(items=items):
            for place, item in enumerate(items):
                yield from texts_in(item, (*loc, place))
        case MappingNode(entries=entries):
            for entry in entries:
                yield from texts_in(entry.value, (*loc, entry.key.text))


@by_wording
def _compared(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a value that are compared, each on one line."""
    lines = (" ".join(one.split()) for one in _BETWEEN.split(text)) if " " in text or "\n" in text else ()
    return tuple(one for one in lines if one.count(" ") + 1 >= _FEWEST and not _CITATION.fullmatch(one))


def may_have_left(kind: str, node: Node) -> bool:
    """Tell whether any text of a record is one of the starter's; which, and whether it is left, `is_left` tells."""
    texts = starter_texts(kind)
    ahead = [node]
    while ahead:
        one = ahead.pop()
        if isinstance(one, Scalar):
            if not texts.isdisjoint(_compared(one.text)):
                return True
        elif isinstance(one, MappingNode):
            ahead += [entry.value for entry in one.entries]
        else:
            ahead += one.items
    return False


def starter_texts(kind: str) -> frozenset[str]:
    """Return the texts of the starter's records of a kind, without those that any case may have."""
    return _starter().get(kind, (frozenset(), frozenset()))[0]


def is_left(kind: str, key: str, words: str) -> bool:
    """Tell whether a text of a record is the starter's: a name of few words only under an id of the starter's."""
    texts, ids = _starter().get(kind, (frozenset(), frozenset()))
    return words in texts and (kind == _OF_THE_CASE or key in ids or len(words.split()) >= _A_SENTENCE)


def starter_title() -> str:
    """Return the title of the starter: a case that has it is that case still, and nobody's own."""
    node = _read(files("probata.scaffold") / _OF_THE_CASE / "case.yaml")
    found = node.get("title") if isinstance(node, MappingNode) else None
    return found.text if isinstance(found, Scalar) else ""


@cache
def _starter() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return the texts and the ids of the starter by kind."""
    room = files("probata.scaffold")
    may_stay = _read(room / "may_stay.yaml")
    left = {" ".join(str(text).split()) for text in to_plain(may_stay)} if may_stay else set()
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for file in (room / _OF_THE_CASE).iterdir():
        inner = file.iterdir() if file.is_dir() else iter([file])
        nodes = [node for one in inner if one.name.endswith((".yaml", ".md")) and (node := _read(one)) is not None]
        kind = file.name.removesuffix(".yaml")
        texts = frozenset(words for node in nodes for _, _, words in texts_in(node)) - left
        found[kind] = texts, frozenset(key for node in nodes for key in _ids(node))
    return found


def _ids(node: Node) -> Iterator[str]:
    for record in node.items if isinstance(node, SequenceNode) else (node,):
        found = record.get("id") if isinstance(record, MappingNode) else None
        if isinstance(found, Scalar):
            yield found.text


def _read(file: Traversable) -> Node | None:
    text = file.read_text("utf-8")
    if file.name.endswith(".md"):
        return read_markdown(TextFile(Path(file.name), file.name, text), file.name.removesuffix(".md"))[0]
    return read_yaml(text, file.name)[0]


def line_of(words: str, within: Scalar, text: str) -> Span:
    """Return the place of a paragraph of a value in the text of its file; that of the value where it is not found."""
    lines = text.split("\n")
    first = words.split()[:_FEWEST]
    last = max(within.span.end_line, within.span.line + within.text.count("\n") + 1)
    for number in range(within.span.line, min(last, len(lines)) + 1):
        line = lines[number - 1]
        plain = " ".join(line.split())
        if plain and (" ".join(first) in plain or words.startswith(plain)):
            start = max(line.find(first[0]), 0) + 1
            return Span(within.span.path, number, start, number, len(line) + 1)
    return within.span
