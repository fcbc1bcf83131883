"""The page of HTML that the layout engine gets."""

from __future__ import annotations

import unicodedata
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

from probata.document.blocks import Picture
from probata.document.inlines import Note
from probata.document.look import Look
from probata.document.tree import Document, Meta
from probata.fonts.files import families
from probata.writers.html.context import Child, Context, Element, element, link_targets, mark_id, note_id, serialise
from probata.writers.html.inlines import language_attributes, note_mark, note_number, note_paragraphs, render_inlines
from probata.writers.html.page import main_part, notes_in, page
from probata.writers.look_css import css_faces, printed
from probata.writers.pdf.composed import composed
from probata.writers.pdf.weasyprint.stops import LongRow, Place, falling_breaks, long_rows, places
from probata.writers.png import to_png
from probata.writers.svg_source import checked_svg, texts_of

# Notes in the PDF: the mark, and right after it the note that the layout moves to the page's foot.


def mark_and_note(note: Note, context: Context) -> Sequence[Child]:
    """Place the mark and the note. A mark inside a link follows it, so links are allowed here."""
    return (note_mark(note), _note(note, context))


def _note(note: Note, context: Context) -> Element:
    """Make the note of spans: a block inside a paragraph would move the note into the text."""
    children: list[Child] = [note_number(note)]
    for place, inlines in enumerate(note_paragraphs(note)):
        if place == 0:
            children += render_inlines(inlines, context)
        else:
            children.append(element("span", render_inlines(inlines, context), {"class": "further"}))
    return element("span", children, {"class": "note", "id": note_id(note.id)})


JOINED = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
"""Classes of letters that run from right to left (Unicode, UAX 9)."""


def printed_picture(picture: Picture) -> Element:
    """Return the element of a picture for the layout engine.

    It sets the text of an SVG letter by letter from left to right: letters that join, that stand on others or that run
    the other way come out wrong, so a picture with such letters is given as PNG.
    """
    if not any(_needs_shaping(text) for text in texts_of(picture)):
        return checked_svg(picture)
    source = f"data:image/png;base64,{b64encode(to_png(picture.svg)).decode()}"
    size = f"width: {picture.width:.2f}mm; height: {picture.height:.2f}mm"
    return element("img", (), {"src": source, "alt": picture.alternative, "style": size})


def _needs_shaping(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in JOINED or unicodedata.combining(letter) for letter in text)


# The style sheet of one document: our own, and what its layout and running lines add.

GAP = "2em"
"""Between the title at the foot of a page and its number."""
MILLIMETRES = 25.4 / 72


def style_sheet(meta: Meta, print_css: str) -> str:
    """Join our style sheet, the document's page and the forum's own rules, which win."""
    own = files("probata.writers.pdf.weasyprint").joinpath("print.css").read_text("utf-8")
    return "\n".join((own, printed(meta.look), _page(meta), print_css))


def css_string(text: str) -> str:
    """Write any text as a CSS string, with everything but letters, digits and spaces as code points.

    The space after a code point belongs to it, so that a space or digit of the text is not taken for part of it.
    """
    safe = (char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in text)
    return f'"{"".join(safe)}"'


def _page(meta: Meta) -> str:
    page, rule = meta.look.page, f"{meta.look.rule.note:g}pt"
    margins = " ".join(f"{side:g}mm" for side in (page.top, page.right, page.bottom, page.left))
    type_ = _type(meta.look)
    right_to_left = "dir" in language_attributes(meta.language)
    start, end = ("right", "left") if right_to_left else ("left", "right")
    # A foot of one line stands in the middle of the margin, the second line of a longer one below it.
    half_a_line = meta.look.type_size(meta.look.size.running) * meta.look.line.note / 2 * MILLIMETRES
    lowered = f"padding-top: {max(0.0, page.bottom / 2 - half_a_line):g}mm"
    return f"""@page {{
  size: {page.paper};
  margin: {margins};
  @top-center {{ content: {_running(meta)}; {type_} }}
  @footnote {{ border-top: {rule} solid #000 }}
  @bottom-{start} {{ content: {css_string(meta.short_title)}; {type_}; {lowered}; padding-{end}: {GAP} }}
  @bottom-{end} {{ content: {_page_number(meta)}; {type_}; {lowered} }}
}}"""


def _type(look: Look) -> str:
    """Return the type at the head and foot of a page, where custom properties are not known."""
    size = look.type_size(look.size.running)
    return f"font: {size:g}pt/{look.line.note:g} {css_faces(families(look.face))}; color: {look.colour.running}"


def _running(meta: Meta) -> str:
    return css_string("\n".join(meta.running)) if meta.running else "none"


def _page_number(meta: Meta) -> str:
    page, of = css_string(f"{meta.label('page')} "), css_string(f" {meta.label('of')} ")
    return f"{page} counter(page) {of} counter(pages)"


@dataclass(frozen=True, slots=True)
class Source:
    """The page and what must be known to read its layout back."""

    html: str
    places: tuple[Place, ...]
    notes: tuple[tuple[str, str], ...]
    """Mark and text of each note, as ids of the page."""

    paragraphs: frozenset[str]
    """Ids of all paragraphs."""

    falling: tuple[str, ...] = ()
    """Ids of the page breaks that may fall."""

    rows: tuple[LongRow, ...] = ()
    """Rows that may run on to the next page."""


def pdf_source(document: Document, print_css: str, substitutes: Mapping[int, str]) -> Source:
    """Make the page; `substitutes` are printed instead of the characters that no font has."""
    context = Context(document.meta, link_targets(document), mark_and_note, printed_picture)
    main = main_part(document, context, lambda _: ())
    _substitute(main, substitutes)
    stops = places(main)
    falling = falling_breaks(main)
    css = style_sheet(_printable(document.meta, substitutes), print_css)
    notes = tuple((mark_id(note.id), note_id(note.id)) for note in notes_in(document.blocks))
    paragraphs = frozenset(made.get("id", "") for made in main.iter("p"))
    html = serialise(page(document.meta, css, [main]))
    return Source(html, stops, notes, paragraphs, falling, long_rows(main, stops))


def _substitute(main: Element, substitutes: Mapping[int, str]) -> None:
    for made in main.iter():
        made.text = composed(made.text).translate(substitutes) if made.text else None
        made.tail = composed(made.tail).translate(substitutes) if made.tail else None


def _printable(meta: Meta, substitutes: Mapping[int, str]) -> Meta:
    return replace(
        meta,
        running=tuple(composed(line).translate(substitutes) for line in meta.running),
        short_title=composed(meta.short_title).translate(substitutes),
        labels=tuple((key, word.translate(substitutes)) for key, word in meta.labels),
    )
