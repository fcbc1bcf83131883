"""Inline syntax to inlines, with the values of records put in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from markdown_it.tree import SyntaxTreeNode

from probata.diagnostics import Diagnostic, Severity, Span
from probata.diagnostics.span import locate
from probata.document.blocks import Block, Paragraph
from probata.document.foreign import ForeignText, told
from probata.document.inlines import (
    Cite,
    CiteItem,
    Emph,
    Gap,
    Inline,
    Inlines,
    Language,
    LineBreak,
    Link,
    Note,
    Pinpoint,
    Strong,
    Subscript,
    Superscript,
    Text,
    named_note,
)
from probata.document.origin import Origin
from probata.document.rebuild import map_children
from probata.document.walk import inlines_in_order, plain_text, walk_blocks
from probata.markup.placeholder import (
    PATTERN,
    BlockValue,
    InlineValue,
    LiteralValue,
    MarkdownValue,
    ParagraphsValue,
    Placeholders,
    StackedValue,
    Value,
    fold,
)
from probata.markup.syntax import parser
from probata.model.citation import parse_pinpoint

# What stands between the brackets of `[see @a, p. 4; -@b, art 7]`.

_ITEM = re.compile(
    r"^(?P<prefix>[^@]*?)(?P<minus>-?)(?<!\w)@(?P<key>[\w.:/\-\ue000-\ue019]*[\w/\ue000-\ue019])(?P<rest>.*)$",
    re.DOTALL,
)
_BRACED = re.compile(r"^\{(?P<place>[^{}]*)\}(?P<suffix>.*)$", re.DOTALL)


def parse_citation(content: str, fill: Callable[[str], str]) -> tuple[CiteItem, ...] | None:
    """Read the content of a bracket; `None` where one of its parts names no source.

    `fill` puts values of records in place of their placeholders.
    """
    items: list[CiteItem] = []
    for part in content.split(";"):
        match = _ITEM.match(part.strip())
        if not match:
            return None
        pinpoint, suffix = _split_rest(match["rest"].strip().removeprefix(",").strip(), fill)
        prefix = fill(match["prefix"]).strip()
        items.append(CiteItem(fill(match["key"]), pinpoint, prefix, suffix, bool(match["minus"])))
    return tuple(items)


def _split_rest(rest: str, fill: Callable[[str], str]) -> tuple[Pinpoint | None, str]:
    """Return the place and the words behind it; braces, where the text itself has them, end the place by force."""
    braced = _BRACED.match(rest)
    written, suffix = (
        fill(braced["place"] if braced else rest).strip(),
        fill(braced["suffix"] if braced else "").strip(),
    )
    if place := parse_pinpoint(written):
        return Pinpoint(place["type"], place["value"]), suffix
    return None, " ".join(part for part in (written, suffix) if part)


# Runs of inlines: joined where the parser cut them, freed of notes, tested for being blank.


def without_notes(inlines: Inlines) -> Inlines:
    """Return the inlines with every note as words in brackets where its mark stood."""
    made: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Note):
            inner = (part for block in inline.blocks if isinstance(block, Paragraph) for part in block.inlines)
            made += [Text("("), *without_notes(tuple(inner)), Text(")")]
        else:
            made.append(map_children(inline, without_notes))
    return merge_text(made)


def merge_text(inlines: Iterable[Inline]) -> Inlines:
    """Join neighbouring texts of one origin, so that trees do not depend on how the parser cut them."""
    made: list[Inline] = []
    for inline in inlines:
        last = made[-1] if made else None
        if isinstance(inline, Text) and isinstance(last, Text) and _may_join(last, inline):
            made[-1] = Text(last.text + inline.text, last.origin)
        elif not (isinstance(inline, Text) and not inline.text):
            made.append(inline)
    return tuple(made)


def _may_join(first: Text, second: Text) -> bool:
    """Texts of one origin may, unless one of them is foreign: joined, it would no longer be known as such."""
    is_foreign = isinstance(first.text, ForeignText) or isinstance(second.text, ForeignText)
    return first.origin == second.origin and not is_foreign


def is_blank(inlines: Inlines) -> bool:
    """Tell whether nothing would be seen: no text and no note, citation or break that prints."""
    return not plain_text(inlines).strip() and not any(isinstance(i, (Note, Cite)) for i in inlines)


Fill = Callable[[MarkdownValue, bool], tuple[str, Placeholders]]
"""Puts placeholders for the names in a text of the author's own; it is told of one that stands inside another."""
_SCHEMES = ("https://", "http://", "mailto:")
_COMMENT = "<!--"
_TAG = re.compile(r"</?([^\s/>]*).*", re.DOTALL)
_UNDEFINED = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text begins, with the files' texts, to find words in it."""

    span: Span
    texts: Mapping[str, str]

    def of(self, words: str) -> Span:
        """Return the place of some words; the beginning of the text where they are not found."""
        return locate(self.texts, self.span, words)


@dataclass(slots=True)
class InlineBuilder:
    """Builds the inlines of one text. `notes` holds the blocks of notes that are defined below the text."""

    placeholders: Placeholders
    place: Place
    origin: Origin | None = None
    notes: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    quotes: tuple[str, ...] = ()
    inline_markdown: Callable[[MarkdownValue], Inlines] | None = None
    fill: Fill | None = None
    tags: set[str] = field(default_factory=set)
    """Tags of HTML that were reported."""

    def parse(self, text: str) -> Inlines:
        """Build the inlines of a line of Markdown, such as a caption."""
        return self.build(SyntaxTreeNode(parser(self.quotes).parseInline(text)).children)

    def build(self, nodes: Iterable[SyntaxTreeNode]) -> Inlines:
        """Build inlines from syntax nodes."""
        made: list[Inline] = []
        for node in nodes:
            made.extend(self.one(node))
        return merge_text(made)

    def one(self, node: SyntaxTreeNode) -> Inlines:
        """Build what one syntax node stands for; unknown syntax prints its content as text."""
        match node.type:
            case "inline":
                return self.build(node.children)
            case "softbreak":
                return (Text(" ", self.origin),)
            case "hardbreak":
                return (LineBreak(),)
            case "em":
                return (Emph(self.build(node.children)),)
            case "strong":
                return (Strong(self.build(node.children)),)
            case "span":
                return self.span_of(node)
            case "link":
                return self.link(node)
            case "citation":
                return self.citation(node.content)
            case "inline_note":
                return self.inline_note(node.content)
            case "footnote_ref":
                return self.note_of(str(node.meta["label"]))
            case _:
                return self.characters(node)

    def characters(self, node: SyntaxTreeNode) -> Inlines:
        """Build text, raw HTML and code as they stand, and of a picture the words that stand for it."""
        if node.type == "image":
            self.report("MKD110", "picture", f"the picture `{node.content[:60]}` is not shown", f"![{node.content}",
                        "write its words here, and file the picture as an exhibit")  # fmt: skip
        elif node.type == "html_inline" or (
            node.type == "text" and _COMMENT in node.content and _COMMENT in _source(node)
        ):
            self.raw_html(node.content)
        return self.text(node.content if node.type == "text" else fold(node.content))

    def raw_html(self, written: str) -> None:
        """Report a remark or a tag, which are printed as they stand; a tag once for each text."""
        beginning = PATTERN.split(written[max(0, written.find(_COMMENT)) :])[0].split("\n")[0]
        if _COMMENT in written:
            self.report("MKD117", "raw-html", f"the remark `{beginning[:40]}` is printed: HTML is not read", beginning,
                        "delete it; in a template, write `{# … #}` round it")  # fmt: skip
        elif (tag := _TAG.sub(r"\1", written)) not in self.tags:
            self.tags.add(tag)
            help = "write `**words**` for bold, `*words*` for italics, and delete the tag; to print it, write `\\<`"
            message = f"`{beginning[:40]}` is printed as it stands: HTML is not read"
            self.report("MKD117", "raw-html", message, beginning, help, Severity.WARNING)

    def text(self, text: str) -> Inlines:
        """Build literal text, splitting it at the values that stand in it."""
        for match in _UNDEFINED.finditer(text):
            self.report("MKD101", "note-mark-without-note", f"the note mark `[^{match[1]}]` has no note", match[0],
                        f"write `[^{match[1]}]: …` below the text, or delete the mark")  # fmt: skip
        made: list[Inline] = []
        for piece in self.placeholders.split(text):
            if isinstance(piece, str):
                made.append(Text(piece, self.origin))
            else:
                made.extend(self.value(piece))
        return tuple(made)

    def value(self, value: Value) -> Inlines:
        """Build what a value stands for inside a line."""
        match value:
            case LiteralValue(own_at=Span()) if self.fill:
                return self.own_line(value, self.fill)
            case LiteralValue(text=text, origin=origin):
                return (Text(told(text, fold(text)), origin),) if text else ()
            case InlineValue(inlines=inlines):
                return inlines
            case StackedValue(lines=lines):
                built = [self.value(line) for line in lines]
                return tuple(one for at, line in enumerate(built) for one in ((LineBreak(), *line) if at else line))
            case MarkdownValue():
                return self.inline_markdown(value) if self.inline_markdown else (Text(fold(value.text)),)
            case ParagraphsValue(paragraphs=paragraphs):
                behind = [(Text(" "),) if at else () for at in range(len(paragraphs))]
                return tuple(one for gap, run in zip(behind, paragraphs, strict=True) for one in (*gap, *self.run(run)))
            case BlockValue():
                self.report("MKD104", "block-in-line", "a table or several paragraphs stand inside a line", "",
                            "put the value on a line of its own, with empty lines round it")  # fmt: skip
                return (Gap("text that does not fit into a line"),)

    def run(self, values: Iterable[Value]) -> Inlines:
        """Build values that stand behind each other in one line."""
        return tuple(inline for value in values for inline in self.value(value))

    def own_line(self, value: LiteralValue, fill: Fill, is_inner: bool = False) -> Inlines:
        """Build a line in which names are filled in. No mark in it is markup; what it prints is not filled again."""
        own = MarkdownValue(value.text, value.own_at or self.place.span, value.origin, filled=True)
        text, values = fill(own, is_inner)
        made: list[Inline] = []
        for piece in values.split(text):
            match piece:
                case str():
                    made.append(Text(told(value.text, fold(piece)), value.origin))
                case LiteralValue(own_at=Span()):
                    made.extend(self.own_line(piece, fill, is_inner=True))
                case MarkdownValue():
                    made.extend(self.value(replace(piece, filled=False)))
                case _:
                    made.extend(self.value(piece))
        return tuple(made)

    def span_of(self, node: SyntaxTreeNode) -> Inlines:
        """Build `[text]{…}`: a language, raised, lowered or emphasised text, or nothing but its content."""
        inner = self.build(node.children)
        lang = node.attrs.get("lang")
        if lang:
            return (Language(self.placeholders.fill(str(lang)), inner),)
        classes = str(node.attrs.get("class", "")).split()
        if "sup" in classes:
            return (Superscript(inner),)
        if "sub" in classes:
            return (Subscript(inner),)
        if "strong" in classes:
            return (Strong(inner),)
        return (Emph(inner),) if "emph" in classes else inner

    def link(self, node: SyntaxTreeNode) -> Inlines:
        """Build a link; an address of another kind than web or mail leaves its text only."""
        url = self.placeholders.unquote(str(node.attrs.get("href", "")))
        inner = self.build(node.children)
        if url.startswith(_SCHEMES):
            return (Link(url, inner),)
        self.report("MKD102", "odd-address", f"`{url[:60]}` is no web or mail address", url,
                    "begin it with https://, or write the words without a link")  # fmt: skip
        return inner

    def citation(self, content: str) -> Inlines:
        """Build a citation, or print its text and report it where it cannot be read."""
        items = parse_citation(content, self.placeholders.fill)
        if items is None:
            self.report("MKD103", "unreadable-citation", f"`[{content}]` cannot be read as a citation", content,
                        "write `[@source, p. 4]`, several with `;` between them")  # fmt: skip
            return (Text(f"[{content}]", self.origin),)
        return (Cite(items, self.origin),)

    def inline_note(self, content: str) -> Inlines:
        """Build the note that stands in its place in the text; one without a word is left out and told."""
        if not content.strip():
            self.report("MKD116", "empty-note", "a note has no words", "^[", "write its words, or delete its mark")
            return ()
        return self.note((Paragraph(self.parse(content)),))

    def note_of(self, label: str) -> Inlines:
        """Build the note that is defined below the text; in a note, one defined after it is not there yet."""
        if label not in self.notes:
            self._note_in_note(f"[^{label}]")
        return self.note(self.notes.get(label, ()), named_note(label))

    def note(self, blocks: tuple[Block, ...], id_: str = "") -> Inlines:
        """Build a free note; its id is given when notes are numbered, `id_` is what refers to it until then.

        It holds paragraphs, and no notes of its own.
        """
        paragraphs = tuple(block for block in walk_blocks(blocks) if isinstance(block, Paragraph))
        if any(isinstance(inline, Note) for inline in inlines_in_order(paragraphs)):
            self._note_in_note("^[")
            paragraphs = tuple(replace(block, inlines=without_notes(block.inlines)) for block in paragraphs)
        return (Note(id_, paragraphs, origin=self.origin),) if paragraphs else ()

    def _note_in_note(self, words: str) -> None:
        self.report("MKD109", "note-in-note", "a note stands inside a note", words,
                    "write the inner one into the text of the outer one")  # fmt: skip

    def report(
        self, code: str, name: str, message: str, needle: str, help: str, severity: Severity = Severity.ERROR
    ) -> None:
        """Add a finding at the place of some words of the text."""
        record = self.origin.record if self.origin else ""
        self.findings.append(Diagnostic(code, name, severity, message, self.place.of(needle), help, record=record))


def _source(node: SyntaxTreeNode) -> str:
    """Return the text of an author from which a node was read: an escaped `<` of it begins no remark."""
    while node.type != "inline" and node.parent is not None:
        node = node.parent
    return node.content if node.type == "inline" else _COMMENT
