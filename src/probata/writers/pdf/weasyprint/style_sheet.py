"""The style sheet of one document: our own, and what its layout and running lines add."""

from __future__ import annotations

from importlib.resources import files

from probata.document.look import Look
from probata.document.tree import Meta
from probata.fonts.files import families
from probata.writers.html.language import language_attributes
from probata.writers.look_css import css_faces, printed

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
