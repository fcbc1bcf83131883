"""A redline as one page of HTML: what changed first, then the whole text with its changes, notes at the end.

Self-contained: no script, no font, no address is fetched. What the documents say enters as text of elements, so none of
it can become markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from lxml import etree

from probata.redline.listed import Group, line_of
from probata.redline.page_blocks import add_block, add_note
from probata.redline.page_elements import add, printable
from probata.redline.shown import Shown
from probata.word.elements import Element


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the text."""

    title: str
    old: str
    """What the old version is: `DRAFT-uk-ghr.en-GB.docx`."""
    new: str
    confidential: bool = False
    """Whether the page says that it is the team's own."""


def page(heading: Heading, shown: Shown, groups: Sequence[Group], remarks: Sequence[str]) -> bytes:
    """Return the page in UTF-8; the same arguments give the same bytes."""
    root = etree.Element("html", lang="en")
    head = add(root, "head")
    add(head, "meta", charset="utf-8")
    add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    add(head, "title").text = printable(heading.title)
    add(head, "style").text = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    body = add(root, "body")
    _add_top(body, heading, groups, remarks)
    main = add(body, "main")
    for block in shown.blocks:
        add_block(main, block)
    if shown.notes:
        notes = add(body, "section", {"class": "notes"})
        for name, note in shown.notes.items():
            add_note(notes, name, note)
    return b"<!DOCTYPE html>\n" + etree.tostring(root, method="html", encoding="utf-8") + b"\n"


def _add_top(body: Element, heading: Heading, groups: Sequence[Group], remarks: Sequence[str]) -> None:
    top = add(body, "header")
    add(top, "h1").text = printable(heading.title)
    if heading.confidential:
        add(add(top, "p"), "strong").text = "Internal and privileged: it shows what was taken out of drafts."
    versions = add(top, "p")
    versions.text = printable(f"Old: {heading.old}")
    add(versions, "br").tail = printable(f"New: {heading.new}")
    legend = add(top, "p", {"class": "legend"})
    add(legend, "ins").text = "inserted"
    legend[-1].tail = " · "
    add(legend, "del").text = "deleted"
    legend[-1].tail = " · "
    add(legend, "span", {"class": "turned"}).text = "looks otherwise now"
    legend[-1].tail = " · "
    add(legend, "s").text = "struck through in the document itself"
    _add_remarks(top, remarks)
    _add_list(body, groups)
    label = add(body, "label")
    add(label, "input", type="checkbox", id="only").tail = " Show what changed alone"


def _add_remarks(parent: Element, remarks: Sequence[str]) -> None:
    if not remarks:
        return
    box = add(parent, "div", {"class": "remarks"})
    add(box, "p").text = "Not marked in the text:"
    held = add(box, "ul")
    for remark in remarks:
        add(held, "li").text = printable(remark)


def _add_list(body: Element, groups: Sequence[Group]) -> None:
    nav = add(body, "nav")
    add(nav, "h2").text = "What changed"
    if not groups:
        add(nav, "p").text = "Nothing."
    for group in groups:
        holder = add(nav, "details") if group.is_folded else nav
        add(add(holder, "summary") if group.is_folded else holder, "h3").text = _plain(group.title)
        held = add(holder, "ul")
        for line in group.why:
            add(held, "li").text = _plain(line)
        for change in group.changes:
            add(add(held, "li"), "a", href=f"#{change.name}").text = printable(line_of(change))


def _plain(text: str) -> str:
    """Take out the marks that set ids apart in a terminal."""
    return printable(text).replace("`", "")
