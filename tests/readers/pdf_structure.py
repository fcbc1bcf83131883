"""The structure tree of a PDF with its text, as Poppler's `pdfinfo -struct-text` prints it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

LINE = re.compile(r"^(?P<indent> *)(?:\"(?P<text>.*)\"|(?P<tag>\w+)(?: <.*>)?(?: \((?:inline|block)\))?:?)$")
NEITHER = re.compile(r"^ *(Object \d+ \d+|/\w+ .*)?$")  # links and attributes
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc][\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc ]*")


@dataclass(slots=True)
class Node:
    """An element of the tree, or a run of text, whose tag is empty."""

    tag: str
    text: str = ""
    children: list[Node] = field(default_factory=list)

    def texts(self, without: frozenset[str] = frozenset()) -> Iterator[str]:
        """Give the runs of text in order, those inside elements with a tag of `without` left out."""
        if self.tag in without:
            return
        if not self.tag:
            yield self.text
        for child in self.children:
            yield from child.texts(without)

    def find(self, tag: str) -> Iterator[Node]:
        """Give the nearest elements below that have a tag."""
        for child in self.children:
            if child.tag == tag:
                yield child
            else:
                yield from child.find(tag)


def structure(path: Path) -> Node:
    """Return the top of the tree."""
    printed = subprocess.run(["pdfinfo", "-struct-text", str(path)], check=True, capture_output=True)
    top = Node("top")
    open_elements = [(-1, top)]
    for line in printed.stdout.decode("utf-8").split("\n"):
        match = LINE.match(line)
        if match is None:
            assert NEITHER.match(line), line
            continue
        depth = len(match["indent"])
        while open_elements[-1][0] >= depth:
            open_elements.pop()
        made = Node(match["tag"]) if match["tag"] else Node("", _logical(match["text"]))
        open_elements[-1][1].children.append(made)
        open_elements.append((depth, made))
    return top


def _logical(text: str) -> str:
    """Put letters that run from right to left, which a PDF holds as they stand on the line, in reading order."""
    return RIGHT_TO_LEFT.sub(lambda match: match[0][::-1], text)
