"""The caption that stands above a table, picture or part of a template in Word, held until it is known what follows."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from probata.compose.word_template.brackets import Bracket
from probata.compose.word_template.characters import Char
from probata.compose.word_template.forms import Named
from probata.compose.word_template.inline import InlineWriter
from probata.compose.word_template.lines import Lines
from probata.compose.word_template.paragraph_text import named
from probata.compose.word_template.read_blocks import Place, WordParagraph


@dataclass(slots=True)
class HeldCaption:
    """At most one caption at a time."""

    lines: Lines
    characters: Callable[[WordParagraph], list[Char]]
    inline: Callable[[Place], AbstractContextManager[InlineWriter]]
    _held: WordParagraph | None = field(default=None, init=False)

    def hold(self, block: WordParagraph) -> None:
        """Keep a caption for what follows; one that is held already is printed by itself."""
        self.flush()
        self._held = block

    def take(self, *, plain: bool = False) -> tuple[str, str]:
        """Return the caption that stands above and its id, and take it; empty without. A `plain` one is a constant."""
        block, self._held = self._held, None
        if block is None:
            return "", ""
        with self.inline(block.place) as writer:
            nodes = writer.read(self.characters(block))
            name = next((id_ for id_, _ in named(nodes, writer) if id_), "")
            nodes = [node for node in nodes if not (isinstance(node, Bracket) and isinstance(node.form, Named))]
            return writer.constant(nodes) if plain else writer.line(nodes, "caption"), name

    def flush(self) -> None:
        """Print a caption that stands above nothing that takes one as a paragraph without a number."""
        block, self._held = self._held, None
        if block is not None:
            with self.inline(block.place) as writer:
                self.lines.block(writer.line(writer.read(self.characters(block))), "", "plain")
