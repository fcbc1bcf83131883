"""Markdown with placeholders to blocks and findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from markdown_it.tree import SyntaxTreeNode

from probata.diagnostics import Diagnostic, Severity, Span
from probata.document.blocks import Blocks, Paragraph, Role
from probata.document.foreign import ForeignText, in_the_language_of
from probata.document.inlines import Inline, Inlines, Strong, Text
from probata.document.origin import Origin
from probata.markup.block_builder import BlockBuilder, Context
from probata.markup.inline_builder import Fill, InlineBuilder, Place, is_blank, merge_text
from probata.markup.placeholder import PATTERN, MarkdownValue, Placeholders, fold
from probata.markup.syntax import MAX_NESTING, parser

# What a text must keep to before it is parsed: its length, its brackets, and characters that only we may use.

MAX_TEXT = 1_000_000
"""Characters of one text."""
MAX_PARAGRAPH = 64_000
"""Characters of one paragraph, entry of a list or row of a table."""
MAX_BRACKETS = 3_000
"""Opening brackets in one of these: where they are not closed, the parser's time grows with the square of them."""

_BEGINNING = re.compile(r"\n(?=[ \t]*(?:\n|\||[-*+] |\d+[.)] |>|#|:::))")
_REFERENCE = re.compile(r"&#(?:[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<decimal>[0-9]{1,7}));")
_RESERVED = frozenset({0x202D, 0x202E, *range(0xE000, 0xE01A)})
"""Overrides of direction, and what stands for values; written as they are, reading the file refuses them."""


def exceeded(text: str, place: Place) -> Diagnostic | None:
    """Return the finding about a text that is too long, or too full of brackets, to be parsed."""
    if len(text) > MAX_TEXT:
        return _fault("MKD106", "text-too-long", f"the text is longer than {MAX_TEXT:,} characters", place)
    for part in _BEGINNING.split(text):
        if len(part) > MAX_PARAGRAPH:
            return _fault("MKD106", "text-too-long", f"a paragraph is longer than {MAX_PARAGRAPH:,} characters", place)
        if part.count("[") > MAX_BRACKETS:
            return _fault("MKD111", "too-many-brackets", f"a paragraph has more than {MAX_BRACKETS:,} brackets", place)
    return None


def beginning(text: str, origin: Origin | None) -> Text:
    """Return what is printed of a text that cannot be parsed."""
    return Text(fold(PATTERN.sub("…", text[:200])) + " …", origin)


def without_reserved(text: str, place: Place, findings: list[Diagnostic]) -> str:
    """Return the text without characters that reading refuses, here written as `&#xE000;`; each is reported."""

    def replaced(match: re.Match[str]) -> str:
        code = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
        if code not in _RESERVED:
            return match[0]
        message = f"`{match[0]}` is a character that cannot stand in a document"
        span = place.of(match[0])
        findings.append(Diagnostic("MKD112", "reserved-character", Severity.ERROR, message, span, "delete it"))
        return ""

    return _REFERENCE.sub(replaced, text)


def _fault(code: str, name: str, message: str, place: Place) -> Diagnostic:
    return Diagnostic(code, name, Severity.ERROR, message, place.span, "divide the text")


# Signs of a list that came with pasted text: `•` is none in Markdown, so that the entries run on as one paragraph.

_ENTRY: Final = re.compile(r"^[ \t\u00a0]*(?P<sign>[•▪◦‣●○■□➢\uf0b7])[ \t\u00a0]*(?=\S)[^\n]{0,40}", re.MULTILINE)


def typed_bullets(text: str, place: Place, origin: Origin | None) -> Diagnostic | None:
    """Return the finding on the first line that begins with such a sign; `None` where none does."""
    found = _ENTRY.search(text)
    if found is None:
        return None
    message = (
        f"`{found['sign']}` at the beginning of a line makes no list: it is printed as it is, and the lines run on"
    )
    help = "begin each entry of the list with a hyphen and a space, `- `, on a line of its own"
    record = origin.record if origin else ""
    return Diagnostic(
        "MKD115", "bullet-of-word", Severity.WARNING, message, place.of(found[0].strip()), help, record=record
    )


_DEFINED = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)


def define_notes(root: SyntaxTreeNode, builder: BlockBuilder) -> None:
    """Build the notes that are defined below the text, before the marks that need them."""
    for block in root.children:
        if block.type == "footnote_block":
            for note in block.children:
                builder.inlines.notes[str(note.meta["label"])] = builder.build(note.children, Context())


def report_lost_notes(text: str, seen: Mapping[str, Any], builder: BlockBuilder) -> None:
    """Report notes that no mark names and notes that are written twice; the parser drops both without a word."""
    for label, position in seen.get("footnotes", {}).get("refs", {}).items():
        mark = f"[^{label.removeprefix(':')}]"
        if position < 0:
            builder.inlines.report("MKD108", "note-without-mark", f"no mark in the text names the note `{mark}`",
                                   f"{mark}:", f"write `{mark}` where it belongs, or delete the note")  # fmt: skip
    written = Counter(_DEFINED.findall(text))
    for label in (label for label, times in written.items() if times > 1):
        builder.inlines.report("MKD113", "repeated-note", f"the note `[^{label}]` is written twice", f"[^{label}]:",
                               "give one of the two another mark; the first is not printed until then")  # fmt: skip


# Words that are another's, such as a witness's, letter by letter.
# They are not read as Markdown: a list, a link or an asterisk in them is what the witness wrote. Two things are read
# and no more: `**…**` round words is bold, since some forums want references to documents so (the rule is in the
# profile of each that does), and `[@source, p. 4]` is a note. White space is folded, and an empty line begins a new
# paragraph.

BOLD = re.compile(r"(?<![\d*])\*\*(?![\s*])([^*]+)(?<!\s)\*\*(?![\d*])")
"""A pair of asterisks on each side, right at the words. Between digits, as in `5**3**2`, they are characters."""
_CITATION = re.compile(r"\[((?:[^\[\]@]|(?<=\w)@)*+@[^\[\]]*+)\]")
"""Brackets round an `@` that is not inside an address of mail; what is passed over is never gone through again."""
_MARKED = re.compile(f"(?:{BOLD.pattern})|(?:{_CITATION.pattern})")
_LINE_ENDS = re.compile(r"\r\n?")
_BETWEEN = re.compile(r"\n[ \t]*\n")


def verbatim_blocks(value: MarkdownValue, around: Context, builder: InlineBuilder) -> Blocks:
    """Return the paragraphs of a text, in the place that `around` describes."""
    if fault := exceeded(value.text, builder.place):
        builder.findings.append(fault)
        return (Paragraph((beginning(value.text, value.origin),), around.role),)
    level = around.level if around.role is Role.NUMBERED else 0
    return tuple(
        Paragraph(inlines, around.role, level=level, origin=value.origin, sentence=around.sentence)
        for inlines in _paragraphs(value.text, builder)
    )


def _paragraphs(text: str, builder: InlineBuilder) -> Iterator[Inlines]:
    for part in _BETWEEN.split(_LINE_ENDS.sub("\n", text)):
        inlines = merge_text(_inlines(fold(part).strip(" "), builder))
        if not is_blank(inlines):
            yield inlines


def _inlines(text: str, builder: InlineBuilder) -> Iterator[Inline]:
    """Give the inlines of folded characters; what is bold holds citations, and nothing bold."""
    end = 0
    for match in _MARKED.finditer(text):
        yield Text(text[end : match.start()], builder.origin)
        bold, citation = match.groups()
        if bold is None:
            yield from builder.citation(citation)
        else:
            yield Strong(merge_text(_inlines(bold, builder)))
        end = match.end()
    yield Text(text[end:], builder.origin)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The blocks of a text and what was found in it."""

    blocks: Blocks
    findings: tuple[Diagnostic, ...]


def parse_markdown(
    text: str,
    placeholders: Placeholders,
    span: Span,
    context: Context | None = None,
    texts: Mapping[str, str] | None = None,
    fill: Fill | None = None,
) -> Parsed:
    """Parse a text that begins at `span`; `texts` holds the files' texts, so that findings get their exact place.

    `fill` is asked for the texts of records that are printed in it, and told which stand inside others.
    """
    findings: list[Diagnostic] = []
    blocks = _Reading(texts or {}, fill).blocks(MarkdownValue(text, span), placeholders, context or Context(), findings)
    return Parsed(blocks, tuple(findings))


@dataclass(frozen=True, slots=True)
class _Reading:
    texts: Mapping[str, str]
    fill: Fill | None

    def blocks(
        self, value: MarkdownValue, placeholders: Placeholders, context: Context, findings: list[Diagnostic],
        *, is_inner: bool = False,
    ) -> Blocks:  # fmt: skip
        """Parse a text; one that is too long or that the parser tears apart is printed as it stands."""
        place = Place(value.span, self.texts)
        if fault := exceeded(value.text, place):
            findings.append(fault)
            return (Paragraph((beginning(value.text, value.origin),), context.role),)
        if typed := typed_bullets(value.text, place, value.origin):
            findings.append(typed)
        root, seen = _tree(without_reserved(value.text, place, findings), context.quotes)
        if root is None:
            findings.append(_torn(value.span))
            return (Paragraph((Text(fold(PATTERN.sub("…", value.text)), value.origin),), context.role),)

        def parse_value(inner: MarkdownValue, around: Context, found: list[Diagnostic]) -> Blocks:
            return self._inner(inner, _deeper(inner, around, context), found, is_inner=is_inner)

        if _depth(root) >= MAX_NESTING - 2:
            findings.append(_too_deep(value.span))
        builder = BlockBuilder(placeholders, place, context, value.origin, findings, parse_value)
        builder.inlines.fill = _inside(self.fill) if self.fill and is_inner else self.fill
        report_lost_notes(value.text, seen, builder)
        define_notes(root, builder)
        return builder.build(root.children, context)

    def _inner(self, inner: MarkdownValue, context: Context, found: list[Diagnostic], *, is_inner: bool) -> Blocks:
        """Parse a text that stands inside another; words of another are not parsed."""
        if inner.verbatim:
            kept = InlineBuilder(Placeholders(), Place(inner.span, self.texts), inner.origin, findings=found)
            made = verbatim_blocks(inner, context, kept)
        else:
            text, values = self.fill(inner, is_inner) if self.fill else (inner.text, Placeholders())
            made = self.blocks(replace(inner, text=text), values, context, found, is_inner=True)
        return in_the_language_of(inner.text, _with_tail(made, inner.tail))


@lru_cache(maxsize=512)
def _tree(text: str, quotes: tuple[str, ...]) -> tuple[SyntaxTreeNode | None, Mapping[str, Any]]:
    """Return what the parser reads, and its notes; `None` where it tears its tokens apart.

    Several documents print a text, and one that is made again prints most of its texts as before.
    """
    seen: dict[str, Any] = {}
    tokens = parser(quotes).parse(text, seen)
    try:
        return SyntaxTreeNode(tokens), seen
    except ValueError:  # It does so where a note is defined inside the definition of another.
        return None, seen


def _deeper(inner: MarkdownValue, around: Context, outer: Context) -> Context:
    """Return the context of a text that stands inside another, its headings a level deeper."""
    return replace(
        around,
        heading_shift=around.heading_shift + 1,
        sentence=inner.sentence or around.sentence,
        quotes=() if isinstance(inner.text, ForeignText) else outer.quotes,
    )


def _inside(fill: Fill) -> Fill:
    """Return what fills the lines that a text prints: none of them is filled again."""
    return lambda value, _: fill(value, True)


def _with_tail(blocks: Blocks, tail: Inlines) -> Blocks:
    """Put `tail` behind the last paragraph; where the text ends in something else, in a paragraph of its own."""
    if not tail:
        return blocks
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph):
        return (*blocks[:-1], replace(last, inlines=(*last.inlines, *tail)))
    return (*blocks, Paragraph(tail))


def _depth(node: SyntaxTreeNode) -> int:
    depth, layer = 0, [node]
    while layer:
        layer = [child for above in layer for child in above.children]
        depth += 1
    return depth


def _torn(span: Span) -> Diagnostic:
    return Diagnostic("MKD114", "note-defined-in-note", Severity.ERROR, "a note is defined inside another note", span,
                      "write each `[^…]: …` on a line of its own, not indented, below the text")  # fmt: skip


def _too_deep(span: Span) -> Diagnostic:
    message = "lists or quotations are nested too deep, and what lies deepest is not printed"
    return Diagnostic("MKD107", "nested-too-deep", Severity.ERROR, message, span, "begin a new list for it")
