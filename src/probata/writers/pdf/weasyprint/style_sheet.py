"""The style sheet of one document: our own, and what its layout and running lines add."""

from __future__ import annotations

from importlib.resources import files

from probata.document.tree import Layout, Meta
from probata.writers.html.language import language_attributes

GAP = "2em"
"""Between the title at the foot of a page and its number."""
HALF_A_LINE = 1.9
"""Millimetres: a foot of one line stands in the middle of the margin, the second line of a longer one below it."""


def style_sheet(meta: Meta, print_css: str) -> str:
    """Join our style sheet, the document's page and the forum's own rules, which win."""
    own = files("probata.writers.pdf.weasyprint").joinpath("print.css").read_text("utf-8")
    return "\n".join((own, _page(meta), _body(meta.layout), print_css))


def css_string(text: str) -> str:
    """Write any text as a CSS string, with everything but letters, digits and spaces as code points.

    The space after a code point belongs to it, so that a space or digit of the text is not taken for part of it.
    """
    safe = (char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in text)
    return f'"{"".join(safe)}"'


def _body(layout: Layout) -> str:
    return f"html {{ font-size: {layout.font_size:g}pt; line-height: {layout.line_height:g} }}"


def _page(meta: Meta) -> str:
    layout = meta.layout
    sides = (layout.margin_top, layout.margin_right, layout.margin_bottom, layout.margin_left)
    margins = " ".join(f"{side:g}mm" for side in sides)
    right_to_left = "dir" in language_attributes(meta.language)
    start, end = ("right", "left") if right_to_left else ("left", "right")
    lowered = f"padding-top: {max(0.0, layout.margin_bottom / 2 - HALF_A_LINE):g}mm"
    return f"""@page {{
  size: {layout.paper};
  margin: {margins};
  @top-center {{ content: {_running(meta)} }}
  @bottom-{start} {{ content: {css_string(meta.short_title)}; {lowered}; padding-{end}: {GAP} }}
  @bottom-{end} {{ content: {_page_number(meta)}; {lowered} }}
}}"""


def _running(meta: Meta) -> str:
    return css_string("\n".join(meta.running)) if meta.running else "none"


def _page_number(meta: Meta) -> str:
    page, of = css_string(f"{meta.label('page')} "), css_string(f" {meta.label('of')} ")
    return f"{page} counter(page) {of} counter(pages)"
