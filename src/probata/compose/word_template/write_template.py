"""The blocks of a Word file as the text of a template."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from probata.compose.word_template.alone import alone
from probata.compose.word_template.brackets import Bracket, Node, Written
from probata.compose.word_template.caption import HeldCaption
from probata.compose.word_template.characters import Char
from probata.compose.word_template.controls import Controls, loop_tags, outside
from probata.compose.word_template.forms import Control, If, Named, Prints, Remark, Wrong
from probata.compose.word_template.inline import InlineWriter
from probata.compose.word_template.lines import Lines
from probata.compose.word_template.paragraph_text import ParagraphText, attributes
from probata.compose.word_template.read_blocks import Block, Place, WordContents, WordParagraph, WordTable
from probata.compose.word_template.recognise import Recogniser
from probata.compose.word_template.table_text import TableText
from probata.compose.word_template.vocabulary import vocabulary

_CAPTION = "the_caption"


@dataclass(slots=True)
class TemplateWriter:
    """Writes block after block; what is wrong goes into `faults`, each with its place."""

    sections: Sequence[str]
    characters: Callable[[WordParagraph], list[Char]]
    notes: Callable[[str], list[list[Char]]]
    lines: Lines = field(default_factory=Lines)
    controls: Controls = field(default_factory=Controls)
    faults: list[tuple[Wrong, Place]] = field(default_factory=list)
    caption: HeldCaption = field(init=False)
    paragraphs: ParagraphText = field(init=False)

    def __post_init__(self) -> None:
        """Let paragraphs and captions be written into the same lines."""
        self.paragraphs = ParagraphText(self.lines)
        self.caption = HeldCaption(self.lines, self.characters, self._inline)

    def write(self, blocks: Iterable[Block]) -> None:
        """Write all blocks; what is open at the end is told."""
        for block in blocks:
            self.lines.number = block.place.number
            match block:
                case WordContents():
                    self.caption.flush()
                    self.lines.block(vocabulary().words["contents"]["prints"])
                case WordTable():
                    self._table(block)
                case WordParagraph():
                    self._paragraph(block)
        self.caption.flush()
        self.lines.close()
        self.faults += list(self.controls.unclosed())

    def _paragraph(self, block: WordParagraph) -> None:
        chars = self.characters(block)
        if block.new_page:
            self.lines.close()
            self.lines.block("***")
        with self._inline(block.place) as writer:
            nodes = [node for node in writer.read(chars) if not _is_remark(node)]
            self._nodes(block, nodes, writer)

    def _nodes(self, block: WordParagraph, nodes: list[Node], writer: InlineWriter) -> None:
        only = alone(nodes)
        if only and only.control:
            self.caption.flush()
            self._control(only.control, only.said, block.place)
        elif all(isinstance(node, Written) and node.is_blank for node in nodes):
            return
        elif block.look.what == "caption":
            self.caption.hold(block)
        elif only and only.part:
            self._part(only.part, block, nodes, writer)
        else:
            self.caption.flush()
            self._text(block, nodes, writer)

    def _control(self, control: Control, said: str, place: Place) -> None:
        tags = self.controls.take(control, said, place)
        if isinstance(tags, Wrong):
            self.faults.append((tags, place))
        else:
            self.lines.control(*tags)

    def _part(self, part: Prints, block: WordParagraph, nodes: list[Node], writer: InlineWriter) -> None:
        """Write what stands alone in its paragraph, with the caption above it."""
        if not part.caption:
            self.caption.flush()
        caption, name = self.caption.take(plain=part.plain_caption)
        if name:
            writer.faults.append(Wrong("the caption of a part can bear no id", "give the id to the heading above it"))
        with self._loops([part.of] if part.of else [], block):
            self.lines.close()
            if caption:
                said = f" = {caption} %}}" if part.plain_caption else f" %}}{caption}{{% endset %}}"
                self.lines.write(f"{{% set {_CAPTION}{said}")
            template = part.template.replace("{caption}", _CAPTION if caption else part.caption)
            self.lines.block(template, attributes(nodes, writer))

    def _text(self, block: WordParagraph, nodes: list[Node], writer: InlineWriter) -> None:
        """Write a heading, an entry of a list, or a paragraph; one that is all a condition stands inside it."""
        asked: list[If] = []
        while (only := alone(nodes)) and (condition := only.condition):
            asked.append(condition)
            named = [node for node in nodes if isinstance(node, Bracket) and isinstance(node.form, Named)]
            nodes = [*named, *writer.read(only.bracket.chars[condition.begins :])]
        needs = list(writer.needs(nodes)) + [one.of for one in asked if one.of]
        with self._loops(needs, block):
            if asked:
                self.lines.control(*(f"if {one.asks}" for one in asked))
            self.paragraphs.write(block, nodes, writer)
            if asked:
                self.lines.control(*("endif" for _ in asked))

    def _table(self, block: WordTable) -> None:
        self.lines.close()
        caption, name = self.caption.take()
        self.lines.number = block.place.number
        table = TableText(block, self.characters, self.controls, self.lines, self._inline)
        self.faults += table.write(caption, name)

    @contextmanager
    def _inline(self, place: Place) -> Iterator[InlineWriter]:
        """Give what writes the lines of a place, and keep what it found wrong."""
        writer = InlineWriter(Recogniser(self.controls.scope, self.sections), self.notes)
        self.lines.number = place.number
        yield writer
        self.faults += [(wrong, place) for wrong in dict.fromkeys(writer.faults)]

    @contextmanager
    def _loops(self, needs: Iterable[str], block: WordParagraph) -> Iterator[None]:
        """Put what is written inside loops over the things that it is about and that no loop round it brings."""
        loops = self.controls.scope.loops_for(one for one in needs if one not in self.controls.scope.things)
        if loops and block.look.what == "heading":
            self.faults.append((outside("a bracket in this heading", loops[-1][0]), block.place))
        if loops:
            self.lines.control(*loop_tags(loops))
        yield
        if loops:
            self.lines.control(*("endfor" for _ in loops))


def _is_remark(node: Node) -> bool:
    return isinstance(node, Bracket) and isinstance(node.form, Remark)
