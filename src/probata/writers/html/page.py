"""The whole page: head, running lines, body in sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from probata.document.blocks import Blocks
from probata.document.tree import Document, Meta
from probata.writers.format import WriteError
from probata.writers.html.blocks import render_blocks
from probata.writers.html.context import Context
from probata.writers.html.element import Element, element
from probata.writers.html.language import language_attributes
from probata.writers.html.sections import sections, starts_with_heading

SectionEnd = Callable[[Blocks], Iterable[Element]]


def page(meta: Meta, css: str, body: Iterable[Element]) -> Element:
    """Make the page. `css` goes into it, so that it needs no other file.

    Raises `WriteError` where two places of the document have the same id.
    """
    root = element("html", [_head(meta, css), element("body", body)], language_attributes(meta.language))
    _refuse_equal_ids(root)
    return root


def running_lines(meta: Meta) -> Element:
    """Make the lines that a printed page carries at its head."""
    lines = (element("p", [line]) for line in meta.running)
    return element("div", lines, {"class": "running", "role": "note"})


def main_part(document: Document, context: Context, section_end: SectionEnd) -> Element:
    """Make the body; `section_end` gives what stands at the end of a section, such as its notes."""
    return element("main", (_section(part, context, section_end) for part in sections(document.blocks)))


def _section(part: Blocks, context: Context, section_end: SectionEnd) -> Element:
    children = [*render_blocks(part, context), *section_end(part)]
    if starts_with_heading(part):
        return element("section", children)
    return element("div", children, {"class": "front"})


def _head(meta: Meta, css: str) -> Element:
    return element("head", _head_parts(meta, css))


def _head_parts(meta: Meta, css: str) -> Iterator[Element]:
    yield element("meta", (), {"charset": "utf-8"})
    yield element("meta", (), {"name": "viewport", "content": "width=device-width, initial-scale=1"})
    yield element("title", [meta.title])
    named = {"author": meta.author, "description": meta.subject, "dcterms.created": meta.created}
    for name, content in named.items():
        if content:
            yield element("meta", (), {"name": name, "content": content})
    yield element("style", [_contained(css)])


def _contained(css: str) -> str:
    r"""Keep a style sheet from ending its own element: `\/` means the same as `/` in a CSS string."""
    return css.replace("</", "<\\/")


def _refuse_equal_ids(root: Element) -> None:
    counted = Counter(identity for made in root.iter() if (identity := made.get("id")))
    twice = [identity for identity, count in counted.items() if count > 1]
    if twice:
        raise WriteError(f"two places of the document have the same id, `{twice[0]}`")
