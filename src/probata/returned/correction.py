"""The letter that corrects a filing that was sent: each changed passage, as it was filed and as it reads now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from probata.document.blocks import Block, Cell, Paragraph, Role, Row, Table
from probata.document.inlines import Inlines, Strong, Text
from probata.document.tree import BRIEF, Document, Meta
from probata.messages import Wording
from probata.model.case_file import Filing
from probata.model.sent import Sent
from probata.redline.changes import ChangeTold


def letter(
    sent: Sent,
    filing: Filing,
    meta: Meta,
    signed_by: str,
    changes: Sequence[tuple[str, ChangeTold]],
    wording: Wording,
    *,
    has_bundle: bool,
) -> Document:
    """Return the letter; `meta` is that of the filing, and each change stands with what its part is called.

    What is only listed elsewhere, such as a line of contents, is left out. `has_bundle`: a bundle went with it.
    """
    addressee = filing.addressee
    lines = (
        sent.to,
        *(addressee.lines if addressee and addressee.name == sent.to else ()),
        wording.label("correction.day"),
    )
    date = wording.of(sent.on)
    title = wording.label("correction.title", date=date)
    blocks: list[Block] = [_line(line) for line in lines]
    blocks.append(_line(title, Role.TITLE))
    if sent.reference:
        blocks.append(_line(wording.label("correction.reference", reference=sent.reference)))
    blocks.append(_line(wording.label("correction.opening", title=meta.title, date=date)))
    blocks.append(_table(changes, wording))
    if has_bundle:
        blocks.append(_line(wording.label("correction.bundle")))
    blocks.append(_line(wording.label("correction.closing")))
    blocks.append(_line(signed_by, Role.SIGNATURE))
    return Document(replace(meta, title=title, short_title=title, running=(), part=BRIEF, parts=()), tuple(blocks))


def _table(changes: Iterable[tuple[str, ChangeTold]], wording: Wording) -> Table:
    heads = (wording.label(f"correction.{one}") for one in ("place", "filed", "corrected"))
    return Table(
        (18, 41, 41),
        (_row(*((Strong((Text(head),)),) for head in heads)),),
        tuple(_row((Text(_place(part, one, wording)),), *_both(one, wording)) for part, one in changes),
    )


def _place(part: str, change: ChangeTold, wording: Wording) -> str:
    kind, number = change.called
    place = wording.label(f"correction.{kind}", number=number) if number else change.heading
    above = f" ({change.heading})" if number and not number[0].isdecimal() and change.heading else ""
    return f"{place}{above} {part}".strip()


def _both(change: ChangeTold, wording: Wording) -> tuple[Inlines, Inlines]:
    old = change.old or wording.label("correction.added")
    new = change.new or wording.label("correction.taken_out")
    return (Text(old),), (Text(new),)


def _row(*cells: Inlines) -> Row:
    return Row(tuple(Cell((Paragraph(inlines),)) for inlines in cells))


def _line(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph((Text(text),), role)
