"""A heading, an entry of a list, a paragraph in a box or a paragraph as the text of a template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from probata.compose.word_template.brackets import Bracket, Node
from probata.compose.word_template.forms import Named, Wrong
from probata.compose.word_template.inline import InlineWriter
from probata.compose.word_template.lines import Lines
from probata.compose.word_template.read_blocks import WordParagraph

_BOXES_WITHIN = {"attribution": ("quotation", "epigraph")}
"""Boxes that stand inside another."""


@dataclass(slots=True)
class ParagraphText:
    """Writes paragraphs into the lines of a template, and remembers in which series of headings they stand."""

    lines: Lines
    series: str = ""

    def write(self, block: WordParagraph, nodes: Sequence[Node], writer: InlineWriter) -> None:
        """Write one; of a heading without words nothing."""
        look, marks = block.look, attributes(nodes, writer)
        if look.what == "heading":
            text = writer.line(nodes, "heading")
            if look.level == 1:
                self.series = look.name
            series = look.name or (self.series if self.series == "annex" else "")
            if series:
                marks = f"{{.{series}{f' {marks[1:-1]}' if marks else ''}}}"
            if text:
                self.lines.close()
                self.lines.block(f"{'#' * min(look.level, 6)} {text}", marks)
        elif look.what == "item":
            if marks:
                writer.faults.append(
                    Wrong("an entry of a list can bear no id", "give the id to the paragraph above the list")
                )
            self.lines.item(writer.line(nodes), look)
        elif look.what == "box" and look.name in _BOXES_WITHIN:
            inside = self.lines.box if self.lines.box in _BOXES_WITHIN[look.name] else ""
            self.lines.block(f"::: {look.name}\n{writer.line(nodes)}\n:::", marks, inside)
        else:
            self.lines.block(writer.line(nodes), marks, look.name if look.what == "box" else "")


def attributes(nodes: Sequence[Node], writer: InlineWriter) -> str:
    """Return the line above a block with its id and its kind of sentence; empty without both."""
    made = [f"kind={kind}" if kind else f'id="{id_}"' for id_, kind in named(nodes, writer)]
    return f"{{{' '.join(made)}}}" if made else ""


def named(nodes: Sequence[Node], writer: InlineWriter) -> Iterator[tuple[str, str]]:
    """Give each id, and each kind of sentence, that brackets among the nodes say."""
    for node in nodes:
        if isinstance(node, Bracket) and isinstance(node.form, Named):
            kind = node.form.kind
            yield ("" if kind else writer.id_attribute(node.chars[node.form.begins :])), kind
