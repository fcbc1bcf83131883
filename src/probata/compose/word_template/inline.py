"""What stands in a line of a Word template, as template text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal

from probata.compose.word_template.brackets import (
    PLAIN,
    Bracket,
    Char,
    Node,
    TextLook,
    Written,
    read_brackets,
    too_many,
)
from probata.compose.word_template.forms import Cited, If, Named, Numbered, Prints, Remark, Wrong
from probata.compose.word_template.read_blocks import shortened
from probata.compose.word_template.recognise import Recogniser

# The looks of words and their links as markup of a template.

Segment = tuple[TextLook, str]
"""Template text of one look."""

_CLASSES = {"bold": "strong", "italic": "emph"}
_UNFIT_IN_ADDRESS = re.compile(r"[\s<>\\{}|\[\]\"^`]")
_SCHEMES = ("https://", "http://", "mailto:")


def styled(segments: Sequence[Segment], looks: tuple[str, ...] = TextLook._fields) -> str:
    """Join segments, each stretch of one look marked once, so that bold words with an italic one in them stay one."""
    if not looks:
        return "".join(text for _, text in segments)
    made: list[str] = []
    for value, group in groupby(segments, key=lambda segment: getattr(segment[0], looks[0])):
        inner = styled(list(group), looks[1:])
        made.append(_marked(inner, looks[0], value) if value else inner)
    return "".join(made)


def _marked(inner: str, look: str, value: str) -> str:
    """Mark text; spaces at its ends stay outside, and where nothing else is there nothing is marked."""
    words = inner.strip()
    if not words:
        return inner
    before, _, behind = inner.partition(words)
    if look == "link":
        return f"{before}[{words}](<{_address(value)}>){behind}" if value.startswith(_SCHEMES) else inner
    return f"{before}[{words}]{{.{_CLASSES.get(look, value)}}}{behind}"


def _address(written: str) -> str:
    fit = _UNFIT_IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), written)
    return fit.replace("&", "&amp;")


# What a lawyer typed, as characters that mean nothing to the template engine and nothing to Markdown.

_SIGNS = re.compile(r"[\\`*_}\[\]<>#|~^&!:=+%$-]")
"""Every sign that can begin something; a backslash before it makes it a character (CommonMark 0.31, section 2.4)."""
_PRINTED = re.compile(r"[{@]|\\\[(?=\\\^)")
"""What a backslash does not disarm, since somebody else reads it: the template engine a brace, we a citation by its
sign, and the mark of a note in what is printed."""
_NUMBER = re.compile(r"(^|\n)(\s*\d{1,9})([.)])")
"""A number that would begin a list."""
_FIRST, _LAST = re.compile(r"^(?:\\\n|\s)+"), re.compile(r"^(?:\n\\|\s)+")
"""Spaces and line breaks before the first character, and those behind the last, read from the end: a pattern that looks
for the end tries each space of a long row anew."""
_SPACES = re.compile(r"[\t\r\f\v\x85\u2028\u2029]+")


def escaped(text: str, *, quoted: bool = False) -> str:
    """Return characters without line feeds as template text; `quoted` if it stands in quotation marks."""
    signs = _SIGNS.sub(lambda match: f"\\{match[0]}", _SPACES.sub(" ", text))
    signs = signs.replace('"', "&quot;") if quoted else signs
    return _PRINTED.sub(lambda match: f'{{{{ "{match[0][-1]}" }}}}', signs)


def constant(text: str) -> str:
    """Return text as a constant of the template engine, in which no sign but letters and digits stands as it is."""
    return '"' + "".join(one if one.isalnum() or one == " " else f"\\U{ord(one):08x}" for one in text) + '"'


def without_number(line: str) -> str:
    """Return template text that begins no list with a number."""
    return _NUMBER.sub(r"\1\2\\\3", line)


def trimmed(text: str) -> str:
    """Return template text without the spaces and line breaks at its ends."""
    return _FIRST.sub("", _LAST.sub("", text[::-1])[::-1])


Where = Literal["line", "cell", "heading", "caption"]

_BREAKS = {"line": "\\\n", "cell": "{{ new_line }}", "heading": " ", "caption": " "}
_ID = re.compile(r"[\w.:/-]*")
_ALONE = "let it stand alone in its paragraph"


@dataclass(slots=True)
class InlineWriter:
    """Writes the lines of one place; what is wrong goes into `faults`."""

    recogniser: Recogniser
    notes: Callable[[str], list[list[Char]]]
    """The paragraphs of a note by its key."""
    faults: list[Wrong] = field(default_factory=list)

    def read(self, chars: Sequence[Char]) -> list[Node]:
        """Return the nodes of a paragraph; none of one with more brackets, or deeper ones, than anybody needs."""
        if wrong := too_many("".join(char.text for char in chars)):
            self.faults.append(wrong)
            return []
        return read_brackets(chars, self.recogniser)

    def line(self, nodes: Sequence[Node], where: Where = "line") -> str:
        """Return the nodes as template text of one paragraph, cell or heading, without the spaces at its ends."""
        text = trimmed(self._joined(nodes, where))
        return without_number(text) if where == "line" else text

    def constant(self, nodes: Sequence[Node]) -> str:
        """Return nodes as a text in quotation marks for the template engine; fields cannot stand in it."""
        for node in nodes:
            if isinstance(node, Bracket):
                self._wrong(node, "stands in the caption of a picture, which holds no fields", "write the words out")
        return constant(
            "".join(char.text for node in nodes if isinstance(node, Written) for char in node.chars).strip()
        )

    def id_attribute(self, chars: Sequence[Char]) -> str:
        """Return an id as template text, put together of letters and of fields in brackets."""
        return "".join(part if is_text else f"{{{{ {part} }}}}" for part, is_text in self._id_parts(chars))

    def needs(self, nodes: Sequence[Node]) -> Iterator[str]:
        """Give the things that nodes are about."""
        for node in nodes:
            if isinstance(node, Bracket):
                if isinstance(node.form, (Prints, If)) and node.form.of:
                    yield node.form.of
                if isinstance(node.form, (If, Numbered, Named)) and node.form.begins:
                    yield from self.needs(self.read(node.chars[node.form.begins :]))
            else:
                for char in (char for char in node.chars if char.note):
                    yield from (one for paragraph in self.notes(char.note) for one in self.needs(self.read(paragraph)))

    def _joined(self, nodes: Sequence[Node], where: Where) -> str:
        return styled([segment for node in nodes for segment in self._segments(node, where)])

    def _segments(self, node: Node, where: Where) -> Iterator[Segment]:
        if isinstance(node, Written):
            yield from self._written(node.chars, where)
            return
        look, form = node.opened.look, node.form
        match form:
            case Prints(stands_alone=True):
                self._wrong(node, "is more than a line holds", _ALONE)
            case Prints(template=template):
                yield look, template
            case Cited(content=content):
                yield PLAIN, f"[{content}]"
            case Numbered(begins=begins):
                parts = (f'"{part}"' if text else part for part, text in self._id_parts(node.chars[begins:]))
                yield look, f"{{{{ ref({' ~ '.join(parts)}) }}}}"
            case If(asks=asks, begins=begins) if begins:
                # The space behind the colon belongs to the bracket; a second one stands in the line.
                words = node.chars[begins + node.chars[begins].text.isspace() :] if node.chars[begins:] else ()
                inner = self._joined(self.read(words), where)
                yield PLAIN, f"{{%+ if {asks} +%}}{inner}{{%+ endif +%}}"
            case Wrong():
                self.faults.append(form)
            case Named() if where in ("cell", "caption"):
                self._wrong(node, "stands where nothing bears an id", "put it into a heading, a paragraph or a caption")
            case Named() | Remark():
                pass
            case _:
                self._wrong(node, "stands within a paragraph", f"{_ALONE}; within a line, write `[if …: words]`")

    def _written(self, chars: Sequence[Char], where: Where) -> Iterator[Segment]:
        for (look, is_break, note), group in groupby(chars, key=lambda char: (char.look, char.text == "\n", char.note)):
            if note:
                yield from ((PLAIN, self._note(char.note)) for char in group)
            elif is_break:
                yield from ((PLAIN, _BREAKS[where]) for _ in group)
            else:
                shown = look._replace(bold=False) if where == "heading" else look
                yield shown, escaped("".join(char.text for char in group), quoted=where == "caption")

    def _note(self, key: str) -> str:
        """Return a note; one that only cites is its citation, as in a template that is text."""
        said, before = self.notes(key), len(self.faults)
        written = self._written_note([self.read(paragraph) for paragraph in said])
        text = shortened(" ".join("".join(char.text for char in paragraph) for paragraph in said))
        self.faults[before:] = [
            replace(wrong, message=f"in its note “{text}”: {wrong.message}") for wrong in self.faults[before:]
        ]
        return written

    def _written_note(self, paragraphs: Sequence[Sequence[Node]]) -> str:
        nodes = [node for one in paragraphs for node in one if not (isinstance(node, Written) and node.is_blank)]
        cites = [node.form.content for node in nodes if isinstance(node, Bracket) and isinstance(node.form, Cited)]
        if cites and len(cites) == len(nodes):
            return f"[{'; '.join(cites)}]"
        lines = [line for one in paragraphs if (line := self.line(one))]
        return f"^[{_BREAKS['line'].join(lines)}]" if lines else ""

    def _id_parts(self, chars: Sequence[Char]) -> Iterator[tuple[str, bool]]:
        for node in self.read(chars):
            if isinstance(node, Written):
                text = "".join("-" if char.text in "‐‑–" else char.text for char in node.chars).strip()
                if not _ID.fullmatch(text):
                    self.faults.append(
                        Wrong(f"`{text}` cannot be an id", "use letters, digits and hyphens, without spaces")
                    )
                elif text:
                    yield text, True
            elif isinstance(node.form, Prints) and node.form.value:
                yield node.form.value, False
            elif isinstance(node.form, Wrong):
                self.faults.append(node.form)
            else:
                self._wrong(node, "cannot be a part of an id", "use a field such as `[allegation: id]`")

    def _wrong(self, node: Bracket, what: str, help: str) -> None:
        said = "".join(char.text for char in node.chars).strip()
        self.faults.append(Wrong(f"`[{said}]` {what}", help, "template-syntax"))
