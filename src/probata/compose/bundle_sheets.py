"""The index of a bundle and the cover sheets of its exhibits, as documents of our own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from probata.document.anchors import IN_BUNDLE
from probata.document.blocks import Block, Blocks, Cell, Heading, PageBreak, Paragraph, Role, Row, Table
from probata.document.inlines import Inline, Inlines, Link, Text
from probata.document.tree import Document, Meta
from probata.document.walk import plain_text
from probata.messages import Wording

MOST_CITED = 60
"""Pages named on a cover sheet as those that refer to the exhibit, so that it stays one sheet."""
_LONGEST = 600
"""Characters of what a cover sheet says of its exhibit, for the same reason."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the index: a part of the filing, or an exhibit."""

    key: str
    """What links to it lead to."""
    mark: str
    """Empty for a part of the filing."""
    described: Inlines
    page: str = ""
    """Its first page, as it is numbered; empty where it is not in the bundle."""
    last: str = ""
    why: str = ""
    """Why it is not in the bundle."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on one cover sheet."""

    listed: Listed
    cited_on: tuple[tuple[str, str], ...] = ()
    """The pages that refer to it, each with what a link to the place leads to."""
    remarks: tuple[str, ...] = ()
    """What its reader must know of how it was printed."""
    own: Blocks = ()
    """The sheet as its forum has it, where it has one."""


def index_of_bundle(meta: Meta, listed: Sequence[Listed], wording: Wording) -> Document:
    """Return the index: what is in the bundle with its page, and below it what is not, with why."""

    def label(name: str) -> str:
        return wording.label(f"bundle.{name}")

    blocks: list[Block] = [Heading(1, (Text(label("index")),), "bundle-index")]
    there = [one for one in listed if not one.why]
    blocks.append(_table([label(f"column_{name}") for name in ("mark", "document", "page")], (3, 14, 3), [
        [(Text(one.mark),), one.described, _leading(one.key, one.page)] for one in there
    ]))  # fmt: skip
    if absent := [one for one in listed if one.why]:
        blocks.append(Heading(2, (Text(label("absent")),), "bundle-absent", "none"))
        blocks.append(_table([label(f"column_{name}") for name in ("mark", "document", "why")], (3, 12, 5), [
            [(Text(one.mark),), one.described, (Text(one.why),)] for one in absent
        ]))  # fmt: skip
    return Document(meta, tuple(blocks))


def cover_sheets(meta: Meta, covers: Sequence[Cover], wording: Wording) -> Document:
    """Return the cover sheets in the order of the exhibits, each a page."""
    blocks: list[Block] = []
    for number, cover in enumerate(covers):
        blocks += (PageBreak(),) if number else ()
        blocks += _sheet(cover, f"cover-{number}", wording)
    return Document(meta, tuple(blocks))


def _sheet(cover: Cover, anchor: str, wording: Wording) -> Iterator[Block]:
    one = cover.listed
    if cover.own:
        yield from cover.own
    else:
        title = wording.label("bundle.exhibit", mark=one.mark)
        yield Heading(1, (Text(title),), anchor)
        yield Paragraph(one.described if len(plain_text(one.described)) <= _LONGEST else (Text(_cut(one.described)),))
    words = "pages" if one.last != one.page else "one_page"
    yield Paragraph((Text(wording.label(f"bundle.{words}", first=one.page, last=one.last)),))
    yield from (Paragraph((Text(remark),)) for remark in cover.remarks)
    if cover.cited_on:
        name = "cited_on" if len(cover.cited_on) > 1 else "cited_on_one"
        before, _, after = wording.words[f"bundle.{name}"].partition("{pages}")
        yield Paragraph((Text(before), *_pages(cover.cited_on), Text(after)) if after else
                        (Text(before), *_pages(cover.cited_on)))  # fmt: skip


def _cut(described: Inlines) -> str:
    return f"{plain_text(described)[:_LONGEST].rsplit(' ', 1)[0]} …"


def _pages(cited_on: Sequence[tuple[str, str]]) -> Iterator[Inline]:
    for number, (page, key) in enumerate(cited_on[:MOST_CITED]):
        yield from (Text(", "),) if number else ()
        yield from _leading(key, page)
    if len(cited_on) > MOST_CITED:
        yield Text(", …")


def _leading(key: str, page: str) -> Inlines:
    return (Link(f"{IN_BUNDLE}{key}", (Text(page),)),)


def _table(heads: Sequence[str], widths: tuple[int, ...], rows: Sequence[Sequence[Inlines]]) -> Table:
    def row(cells: Sequence[Inlines]) -> Row:
        return Row(tuple(Cell((Paragraph(inlines, Role.BODY),) if inlines else ()) for inlines in cells))

    return Table(widths, (row([(Text(head),) for head in heads]),), tuple(map(row, rows)))


def meta_of_sheets(meta: Meta, title: str, part: str) -> Meta:
    """Return what the index and the cover sheets say of themselves: as the brief, under a title of their own.

    They have no pages of their own, only those of the bundle.
    """
    labels = tuple((key, "" if key == "page" else word) for key, word in meta.labels)
    return replace(meta, title=title, short_title=title, part=part, parts=(), labels=labels, authority_pages=False)
