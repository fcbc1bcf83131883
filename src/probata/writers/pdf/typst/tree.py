"""The document as plain data for the program that sets it: what JSON can hold, and nothing that is markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, assert_never

from probata.document.blocks import (
    Block,
    Blocks,
    Box,
    Contents,
    ContentsEntry,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Role,
    Row,
    Table,
)
from probata.document.inlines import (
    Cite,
    CrossRef,
    Emph,
    Gap,
    Inline,
    Inlines,
    Language,
    LineBreak,
    Link,
    Note,
    NoteRef,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
    Underline,
)
from probata.document.look import Look
from probata.document.paragraphs import is_to_fill_in
from probata.document.rebuild import without_notes
from probata.document.together import stay_with_next
from probata.document.tree import Document, Meta
from probata.document.walk import plain_text, walk_blocks, walk_inlines
from probata.fonts.files import FAMILIES, SMALL_CAPITALS, families
from probata.writers.format import WriteError
from probata.writers.html.context import link_targets, note_id
from probata.writers.html.inlines import address, is_short_han_run, language_attributes, note_paragraphs
from probata.writers.pdf.composed import composed
from probata.writers.pdf.typst.notes import Plain
from probata.writers.row_lengths import is_short, last_together, may_split
from probata.writers.svg_source import svg_text

POINTS_PER_MILLIMETRE: Final = 72 / 25.4
WRAPPED: Final[Mapping[type[Inline], str]] = {
    Emph: "em",
    Strong: "strong",
    SmallCaps: "caps",
    Underline: "underline",
    Superscript: "sup",
    Subscript: "sub",
}
CHINESE, ARABIC = FAMILIES[-2:]
LETTER: Final = 0.4
"""What a letter takes of the size of the text at least, so that no word that fits is divided."""
WORD: Final = "[!-~\u00a1-\u052f]"
"""What a line is not divided at, as a pattern: signs of scripts with spaces between words."""


def plain_document(document: Document, substitutes: Mapping[int, str]) -> Plain:
    """Return the whole document; `substitutes` are printed instead of the characters that no font has.

    Raises `WriteError` for a citation that was not resolved, a link of a forbidden kind, and a picture that holds more
    than shapes and text.
    """
    contents = (block for block in walk_blocks(document.blocks) if isinstance(block, Contents))
    listed = frozenset(entry.target for block in contents for entry in block.entries)
    made = _Maker(
        document.meta,
        link_targets(document),
        listed,
        _depths(document.blocks),
        {chr(point): shown for point, shown in substitutes.items()}
        | {"\ufeff": ""},  # nothing is seen of it, and the standards forbid it
    )
    return {**made.head(), "blocks": made.blocks(document.blocks)}


@dataclass(frozen=True, slots=True)
class _Maker:
    meta: Meta
    targets: frozenset[str]
    listed: frozenset[str]
    """Ids of the headings that the contents name."""

    depths: Mapping[str, int]
    """Levels of the headings, by id, as the outline has them."""

    substitutes: Mapping[str, str]
    width: float = 1
    """The share of the width of the text that a line has."""

    in_row: bool = False
    """Whether what is made stands in a row of a table that is moved whole."""

    def text(self, text: str) -> str:
        """Return a text as it is printed; a word longer than its line may be divided."""
        look = self.meta.look
        letters = int(self.width * look.text_width * POINTS_PER_MILLIMETRE / (LETTER * look.size.text))
        fitting = composed(text)
        if len(fitting) > letters and max(map(len, fitting.split()), default=0) > letters:
            fitting = re.sub(rf"{WORD}{{{letters + 1},}}", _divisible, fitting)
        for character, substitute in self.substitutes.items():
            fitting = fitting.replace(character, substitute)
        return fitting

    def head(self) -> dict[str, Plain]:
        """Return all but the blocks."""
        meta = self.meta
        return {
            "title": meta.title,
            "author": [meta.author] if meta.author else [],
            "subject": meta.subject,
            "created": _day(meta.created),
            "language": _language(meta.language, meta.look.face),
            "running": [self.text(line) for line in meta.running],
            "short_title": self.text(meta.short_title),
            "words": {key: self.text(meta.label(key)) for key in ("page", "of", "table", "figure")}
            | {"colon": meta.colon},
            "look": _look(meta.look),
        }

    # -------------------------------------------------------------------------------------------- blocks

    def blocks(self, blocks: Blocks) -> list[Plain]:
        """Return the blocks, each with whether it stays with the next."""
        made = map(self.block, (None, *blocks[:-1]), blocks, (*blocks[1:], None))
        kept = zip(made, stay_with_next(blocks), strict=True)
        return [
            part for plain, stays in kept for part in (_last_apart(plain) if stays else ({**plain, "stays": False},))
        ]

    def block(self, before: Block | None, block: Block, after: Block | None) -> Plain:
        """Return a block that stands between two others, or at an end."""
        match block:
            case Paragraph():
                return self.paragraph(before, block, after)
            case Heading():
                return {
                    "t": "h", "level": block.level, "depth": self.depths[block.id], "c": self.inlines(block.inlines),
                    "id": block.id, "series": block.series, "number": self.text(block.number),
                    "listed": block.id in self.listed,
                }  # fmt: skip
            case ListBlock():
                indented = isinstance(before, Paragraph) and before.role is Role.NUMBERED
                items = [self.blocks(item) for item in block.items]
                return {"t": "list", "ordered": block.ordered, "start": 1, "items": items, "indented": indented}
            case Quote():
                said = self.blocks(block.blocks)
                return {"t": "quote", "kind": block.kind, "c": said, "by": self.inlines(block.attribution)}
            case Table():
                return self.table(block)
            case Picture():
                return self.picture(block)
            case Box():
                return {"t": "box", "c": self.blocks(block.blocks)}
            case Contents():
                entries = {entry.target: self.entry(entry) for entry in block.entries if entry.target in self.targets}
                depth = max((entry.level for entry in block.entries), default=1)
                return {"t": "contents", "title": self.inlines(block.title), "entries": entries, "depth": depth}
            case PageBreak():
                return {"t": "page-break", "may_fall": block.may_fall}
            case _:
                assert_never(block)

    def paragraph(self, before: Block | None, block: Paragraph, after: Block | None) -> Plain:
        """Return a paragraph, with whether it is the first and the last of its role in a row."""
        stop = "" if block.number.endswith(")") else "."
        first, last = (not (isinstance(one, Paragraph) and one.role is block.role) for one in (before, after))
        return {
            "t": "p", "role": str(block.role), "c": self.inlines(block.inlines), "id": block.id, "level": block.level,
            "number": f"{self.text(block.number)}{stop} " if block.number else "",
            "first": first, "last": last, "blank": is_to_fill_in(block.inlines),
        }  # fmt: skip

    def entry(self, entry: ContentsEntry) -> Plain:
        """Return a line of the contents."""
        shown = without_notes(entry.inlines)
        annex = entry.level == 1 and any(sign.isdigit() for sign in entry.number)
        return {
            "level": entry.level, "number": self.text(entry.number), "annex": annex,
            "c": self.inlines(shown, links=False),
        }  # fmt: skip

    def table(self, table: Table) -> Plain:
        """Return a table, with whether it is moved whole."""
        text_width = self.meta.look.text_width * POINTS_PER_MILLIMETRE
        widths = [text_width * width / sum(table.widths) for width in table.widths]
        long = [replace(self, width=width / text_width) for width in widths]
        whole = [replace(made, in_row=True) for made in long]
        return {
            "t": "table", "kind": table.kind, "id": table.id, "number": table.number,
            "caption": self.inlines(table.caption), "widths": list(table.widths),
            "whole": is_short(table, widths, text_width), "last": last_together(table, widths, text_width),
            "header": [_row(row, whole) for row in table.header],
            "rows": [_row(row, (whole, long)[may_split(row, widths, text_width)]) for row in table.rows],
        }  # fmt: skip

    def cell(self, blocks: Blocks) -> Plain:
        """Return the blocks of a cell; a plain text alone, as most are, is that text."""
        match blocks:
            case (Paragraph(role=Role.BODY, id="", number="", inlines=(Text(text=text),)),):
                return self.text(text)
        return self.blocks(blocks)

    def picture(self, picture: Picture) -> Plain:
        """Return a picture, no wider than the text."""
        svg = self.text(svg_text(picture))
        width = min(picture.width, self.meta.look.text_width)
        return {
            "t": "picture", "svg": svg, "alt": picture.alternative, "width": width,
            "caption": self.inlines(picture.caption), "id": picture.id, "number": picture.number,
        }  # fmt: skip

    # -------------------------------------------------------------------------------------------- inlines

    def inlines(self, inlines: Inlines, links: bool = True) -> Plain:
        """Return inlines, with a comma between the marks of two notes; inside a link there are no links.

        A text alone is no list.
        """
        match inlines:
            case (Text(text=text),):
                return self.text(text)
        made: list[Plain] = []
        before: Inline | None = None
        for inline in inlines:
            if isinstance(before, Note) and isinstance(inline, Note):
                made.append({"t": "comma"})
            made.extend(self.inline(inline, links))
            before = inline
        return made

    def inline(self, inline: Inline, links: bool) -> Iterator[Plain]:
        """Give what an inline becomes: a link with notes in it has them behind it."""
        match inline:
            case Text(text=text):
                yield self.text(text)
            case LineBreak():
                yield {"t": "break"}
            case Gap(text=text):
                yield {"t": "gap", "s": f"[{self.text(text)}]"}
            case Language(lang=lang, inlines=inner):
                whole = is_short_han_run(plain_text(inner))
                yield {
                    "t": "lang",
                    "lang": _language(lang, self.meta.look.face),
                    "whole": whole,
                    "c": self.inlines(inner, links),
                }
            case Link(url=url, inlines=inner):
                shown = self.inlines(without_notes(inner), links=False)
                is_address = "://" in plain_text(inner)
                made = {"t": "link", "url": address(url), "c": shown, "is_address": is_address}
                yield made if links else {"t": "plain", "c": shown}
                yield from (self.note(note) for note in walk_inlines(inner) if isinstance(note, Note))
            case Note():
                yield self.note(inline)
            case NoteRef(target=target, number=number):
                yield self.reference(note_id(target), str(number), links)
            case CrossRef(target=target, text=text):
                yield self.reference(target, text, links)
            case Cite(items=items):
                keys = ", ".join(item.key for item in items)
                raise WriteError(f"the citation of `{keys}` was not resolved before writing")
            case Emph() | Strong() | SmallCaps() | Underline() | Superscript() | Subscript():
                yield {"t": WRAPPED[type(inline)], "c": self.inlines(inline.inlines, links)}
            case _:
                assert_never(inline)

    def reference(self, target: str, text: str, links: bool) -> Plain:
        """Return a reference, as a link where its target is in the document."""
        linked = links and target in self.targets
        return {"t": "ref", "to": target, "s": self.text(text)} if linked else self.text(text)

    def note(self, note: Note) -> Plain:
        """Return a note with its paragraphs."""
        foot = replace(self, width=1)
        paragraphs = [foot.inlines(inlines) for inlines in note_paragraphs(note)]
        return {"t": "note", "id": note_id(note.id), "n": str(note.number), "c": paragraphs, "in_row": self.in_row}


def _row(row: Row, columns: Sequence[_Maker]) -> Plain:
    """Return a row; a `long` one may run on to the next page."""
    cells = [{"align": cell.align, "c": made.cell(cell.blocks)} for made, cell in zip(columns, row.cells, strict=True)]
    return {"total": row.kind == "total", "long": not columns[0].in_row, "cells": cells}


def _last_apart(plain: dict[str, Plain]) -> Iterator[Plain]:
    """Give a block that stays with the next; one of several parts in two, so that only the last is moved with it."""
    inner = {"quote": "c", "list": "items"}.get(plain["t"])
    if inner and (count := len(plain[inner])) > 1:
        yield {**plain, inner: plain[inner][:-1], "by": [], "stays": False}
        plain = {**plain, inner: plain[inner][-1:], "start": count}
    yield {**plain, "stays": True}


def _divisible(word: re.Match[str]) -> str:
    """Return a word that is longer than a line so that it can be divided anywhere; an address can be already."""
    return word[0] if "://" in word[0] else re.sub(r"(?!^)(?![\u0300-\u036f])", "\u200b", word[0])


def _depths(blocks: Blocks) -> dict[str, int]:
    """Return a level for each heading so that the first has 1 and none is skipped on the way down (PDF/UA, 7.4.2)."""
    found: dict[str, int] = {}
    above: list[int] = []
    for block in walk_blocks(blocks):
        if isinstance(block, Heading):
            above = [*(level for level in above if level < block.level), block.level]
            found[block.id] = len(above)
    return found


def _day(created: str) -> Plain:
    """Return the parts of an ISO date, or nothing."""
    if not created:
        return None
    year, month, day = (int(part) for part in created.split("-"))
    return {"year": year, "month": month, "day": day}


def _look(look: Look) -> Plain:
    """Return the look as its file has it, with sizes and lengths in points."""
    groups = look.groups()
    sizes: dict[str, Callable[[float], float]] = {"size": look.type_size, "space": look.points, "indent": look.points}
    for name, in_points in sizes.items():
        groups[name] = {
            key: [in_points(one) for one in value] if isinstance(value, tuple) else in_points(value)
            for key, value in groups[name].items()
        }
    groups["size"]["text"] = look.type_size()
    groups["page"]["paper"] = {"A4": "a4", "Letter": "us-letter"}[look.page.paper]
    return {**groups, "faces": list(families(look.face)), "caps": list(families(SMALL_CAPITALS))}


def _language(lang: str, face: str) -> Plain:
    """Return a BCP 47 tag as the program takes it: language, region, faces in order, and which way it runs."""
    language, *rest = lang.split("-")
    region = next((part.lower() for part in rest if len(part) == 2 and part.isalpha()), None)
    rtl = "dir" in language_attributes(lang)
    latin = families(face)
    first = {"zh": CHINESE}.get(language, ARABIC if rtl else latin[0])
    faces = [first, *(family for family in latin if family != first)]
    return {"lang": language.lower(), "region": region, "rtl": rtl, "faces": faces, "upright": first != latin[0]}
