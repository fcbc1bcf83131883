"""The blocks of a Word file as the text of a template."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from math import gcd

from probata.compose.word_template.brackets import Bracket, Char, Node, Written
from probata.compose.word_template.forms import Control, Else, End, ForEach, If, Named, Prints, Remark, Scope, Wrong
from probata.compose.word_template.inline import InlineWriter
from probata.compose.word_template.read_blocks import Block, Look, Place, WordContents, WordParagraph, WordTable
from probata.compose.word_template.recognise import Recogniser
from probata.compose.word_template.vocabulary import vocabulary
from probata.word.elements import TABLE, decimal, value, w

# The lines of template text as they are written, each with the number of the paragraph that it comes from.


@dataclass(slots=True)
class Lines:
    """Template text in the making. What stands between blocks in Markdown, empty lines and boxes, is written here."""

    text: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    """Of the paragraph of each line, from 1; 0 for what comes from none."""
    number: int = 0
    box: str = ""
    """The box that is open."""
    depth: int = -1
    """Level of the last entry of a list; -1 behind anything else."""

    def write(self, text: str) -> None:
        """Write lines as they are."""
        for line in text.split("\n"):
            self.text.append(line)
            self.numbers.append(self.number)

    def control(self, *tags: str) -> None:
        """Write tags of the template engine, a line each, outside of every box."""
        self.close()
        for tag in tags:
            self.write(f"{{% {tag} %}}")

    def block(self, text: str, attributes: str = "", box: str = "") -> None:
        """Write a paragraph or another block, in a box where it has one."""
        self.depth = -1
        if box != self.box:
            self.close()
            if box:
                self.write(f"::::: {box}")
                self.box = box
        if attributes:
            self.write(attributes)
        self.write(text)
        self.write("")

    def item(self, text: str, look: Look) -> None:
        """Write an entry of a list, at most one level below the last.

        An empty line follows each: what comes next depends on conditions, and a paragraph right below would go on.
        """
        self.close()
        self.depth = min(look.level, self.depth + 1)
        self.write(f"{'   ' * self.depth}{'1.' if look.ordered else '-'} {text}")
        self.write("")

    def close(self) -> None:
        """Close the box that is open."""
        if self.box:
            self.write(":::::")
            self.write("")
            self.box = ""


@dataclass(frozen=True, slots=True)
class Alone:
    """The one bracket that stands there, beside brackets that print nothing."""

    bracket: Bracket

    @property
    def said(self) -> str:
        """What was typed between the brackets."""
        return re.sub(r"\s+", " ", "".join(char.text for char in self.bracket.chars)).strip()

    @property
    def control(self) -> Control | None:
        """A loop, a condition without words in it, what was meant to be one, or an end of one."""
        form = self.bracket.form
        if isinstance(form, (If, Wrong)):
            return form if bool(form.begins) is isinstance(form, Wrong) else None
        return form if isinstance(form, (ForEach, Else, End)) else None

    @property
    def condition(self) -> If | None:
        """A condition with words in it."""
        form = self.bracket.form
        return form if isinstance(form, If) and form.begins else None

    @property
    def part(self) -> Prints | None:
        """What takes a paragraph of its own."""
        form = self.bracket.form
        return form if isinstance(form, Prints) and form.stands_alone else None


def alone(nodes: Sequence[Node]) -> Alone | None:
    """Return what stands alone among nodes; `None` where there is text or more than one bracket that does something."""
    seen = [node for node in nodes if not _does_nothing(node)]
    only = seen[0] if len(seen) == 1 else None
    return Alone(only) if isinstance(only, Bracket) else None


def _does_nothing(node: Node) -> bool:
    return node.is_blank if isinstance(node, Written) else isinstance(node.form, (Named, Remark))


# A heading, an entry of a list, a paragraph in a box or a paragraph as the text of a template.

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


# The caption that stands above a table, picture or part of a template in Word, held until it is known what follows.


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


# Loops and conditions that stand in paragraphs of their own: what is open, and what ends it.


@dataclass(frozen=True, slots=True)
class Open:
    """What was begun and not ended."""

    what: str
    """`for` or `if`."""
    ends: int
    """How many tags end it; none where what was to begin it is wrong, which is told already."""
    said: str
    """As it was typed, for who forgot its end."""
    place: Place
    scope: Scope
    """What holds again behind it."""


@dataclass(slots=True)
class Controls:
    """What is open at a place, and the scope there."""

    scope: Scope = field(default_factory=Scope)
    open: list[Open] = field(default_factory=list)

    def take(self, control: Control, said: str, place: Place, lowest: int = 0) -> tuple[str, ...] | Wrong:
        """Return the tags for a bracket, or what is wrong with it; what stands below `lowest` cannot be ended here."""
        match control:
            case ForEach(thing=thing):
                loops = self.scope.loops_for([thing.id])
                self.open.append(Open("for", len(loops), said, place, self.scope))
                if not loops:
                    return Wrong(f"`[{said}]` stands inside another `[for each {thing.called[0]}]`",
                                 "write `[end]` above it", "template-syntax")  # fmt: skip
                for one, _ in loops:
                    self.scope = self.scope.inside(one)
                return loop_tags(loops)
            case If(asks=asks, of=of):
                self.open.append(Open("if", 1, said, place, self.scope))
                if of and of not in self.scope.things:
                    return outside(f"`[{said}]`", of)
                return (f"if {asks}",)
            case Wrong(begins=what):
                self.open.append(Open(what, 0, said, place, self.scope))
                return control
            case Else():
                return self._else(said, lowest)
            case End(what=what):
                return self._end(what, said, lowest)

    def unclosed(self, lowest: int = 0) -> Iterator[tuple[Wrong, Place]]:
        """Give what is still open, and close it."""
        for one in (held for held in self.open[lowest:] if held.ends):
            yield (
                Wrong(
                    f"`[{one.said}]` is begun here and not ended",
                    "write `[end]` in a paragraph of its own where it ends",
                    "template-syntax",
                ),
                one.place,
            )
        del self.open[lowest:]

    def _else(self, said: str, lowest: int) -> tuple[str, ...] | Wrong:
        if len(self.open) > lowest and not self.open[-1].ends:
            return ()
        if len(self.open) <= lowest or self.open[-1].ends > 1:
            return Wrong(f"`[{said}]` stands outside of every condition", "write `[if …]` in a paragraph above it",
                         "template-syntax")  # fmt: skip
        self.scope = self.open[-1].scope
        return ("else",)

    def _end(self, what: str, said: str, lowest: int) -> tuple[str, ...] | Wrong:
        if len(self.open) <= lowest:
            return Wrong(f"`[{said}]` ends nothing", "take it out, or write `[if …]` or `[for each …]` above it",
                         "template-syntax")  # fmt: skip
        last = self.open[-1]
        if what and what != last.what:
            return Wrong(f"`[{said}]` stands where `[{last.said}]` is still open", "end first what was begun last",
                         "template-syntax")  # fmt: skip
        self.open.pop()
        self.scope = last.scope
        return (f"end{last.what}",) * last.ends


def loop_tags(loops: list[tuple[str, str]]) -> tuple[str, ...]:
    """Return the tags that begin loops."""
    return tuple(f"for {vocabulary().things[thing].value} in {listed}" for thing, listed in loops)


def outside(what: str, thing: str) -> Wrong:
    """Return that something is about one of several things and that it is not said about which."""
    called = vocabulary().things[thing].called[0]
    return Wrong(
        f"{what} does not say of which {called}",
        f"write `[for each {called}]` in a paragraph above it and `[end]` below",
        "template-syntax",
    )


# A table of a Word file as a table of the markup; rows with a loop or a condition in them are repeated or left out.

_NEW_LINE = "{{ new_line }}"
_ALIGNED = {"right": "---:", "end": "---:", "center": ":---:"}
Cell = tuple[WordParagraph, ...]
Faults = list[tuple[Wrong, Place]]


@dataclass(slots=True)
class TableText:
    """Writes one table."""

    table: WordTable
    characters: Callable[[WordParagraph], list[Char]]
    controls: Controls
    lines: Lines
    inline: Callable[[Place], AbstractContextManager[InlineWriter]]

    def write(self, caption: str, name: str = "") -> Faults:
        """Write the table, with its id if it has one, and return what is wrong in it; joined cells are not written."""
        if wrong := self._joined():
            return [(wrong, self.table.place)]
        rows = [row for row in self.table.rows if row]
        columns = max((len(row) for row in rows), default=0)
        if not columns:
            return []
        head, body = (None, rows) if self.table.is_form else (rows[0], rows[1:])
        self.lines.write(f"::: table{self._options(caption, name, columns)}")
        self.lines.write(self._row([self._cell(cell) for cell in head] if head else [""] * columns, columns))
        self.lines.write(f"|{'|'.join(self._rule(rows[-1], column) for column in range(columns))}|")
        lowest, faults = len(self.controls.open), []
        for row in body:
            faults += self._body_row(row, columns, lowest)
        faults += list(self.controls.unclosed(lowest))
        self.lines.write(":::\n")
        return faults

    def _body_row(self, row: Sequence[Cell], columns: int, lowest: int) -> Faults:
        place = next(
            (p.place for cell in row for p in cell if p.place.text), row[0][0].place if row[0] else self.table.place
        )
        with self.inline(place) as writer:
            nodes = [node for cell in row for p in cell for node in writer.read(self.characters(p))]
            only = alone(nodes)
            if only and only.control:
                tags = self.controls.take(only.control, only.said, place, lowest)
                if isinstance(tags, Wrong):
                    return [(tags, place)]
                self.lines.control(*tags)
                return []
            needs = [one for one in writer.needs(nodes) if one not in self.controls.scope.things]
        loops = self.controls.scope.loops_for(needs)
        self.lines.control(*loop_tags(loops))
        self.lines.write(self._row([self._cell(cell) for cell in row], columns))
        self.lines.control(*("endfor" for _ in loops))
        return []

    def _cell(self, cell: Cell) -> str:
        made: list[str] = []
        for paragraph in cell:
            with self.inline(paragraph.place) as writer:
                made.append(writer.line(writer.read(self.characters(paragraph)), "cell"))
        return _NEW_LINE.join(part for part in made if part)

    def _row(self, cells: Sequence[str], columns: int) -> str:
        return f"| {' | '.join([*cells, *[''] * (columns - len(cells))])} |"

    def _options(self, caption: str, name: str, columns: int) -> str:
        named = (f' caption="{caption}"' if caption else "") + (f' id="{name}"' if name else "")
        kind = " kind=form" if self.table.is_form else ""
        return f"{named}{kind}{self._widths(columns)}"

    def _widths(self, columns: int) -> str:
        """Return the widths in hundredths of the table, without a common factor; nothing where all are alike."""
        grid = self.table.widths
        if len(grid) != columns or not sum(grid):
            return ""
        shares = [max(1, round(100 * width / sum(grid))) for width in grid]
        if max(shares) - min(shares) <= 1:
            return ""
        common = gcd(*shares)
        return f' widths="{",".join(str(share // common) for share in shares)}"'

    def _rule(self, row: Sequence[Cell], column: int) -> str:
        element = row[column][0].element if column < len(row) and row[column] else None
        return "---" if element is None else _ALIGNED.get(value(element, "w:pPr/w:jc"), "---")

    def _joined(self) -> Wrong | None:
        element = self.table.element
        joined = any(
            (decimal(value(p, "w:gridSpan")) or 1) > 1 or p.find(w("vMerge")) is not None
            for p in element.iter(w("tcPr"))
        )
        if joined:
            return Wrong(
                "a table has cells that are joined",
                "divide them: each row needs one cell for each column",
                "template-syntax",
            )
        if next((one for one in element.iter(TABLE) if one is not element), None) is not None:
            return Wrong("a table stands in a cell of another", "put it below the table", "template-syntax")
        return None


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
