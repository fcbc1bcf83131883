"""The whole page: head, running lines, body in sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files

from probata.document.blocks import Block, Blocks, Heading
from probata.document.inlines import Note
from probata.document.look import Look
from probata.document.tree import Document, Meta
from probata.document.walk import inlines_in_order
from probata.writers.format import WriteError, WriteOptions, Written
from probata.writers.html.blocks import render_blocks
from probata.writers.html.context import Context, Element, element, link_targets, serialise, with_counted_names
from probata.writers.html.inlines import language_attributes, mark_only, notes_section
from probata.writers.look_css import shown

# The body cut into sections at its level-1 headings.


def sections(blocks: Blocks) -> Iterator[Blocks]:
    """Give what stands before the first level-1 heading, then each such heading with all that follows it."""
    current: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and current:
            yield tuple(current)
            current = []
        current.append(block)
    if current:
        yield tuple(current)


def starts_with_heading(blocks: Blocks) -> bool:
    """Tell whether a part of `sections` is a section and not the front of the document."""
    first = blocks[0] if blocks else None
    return isinstance(first, Heading) and first.level == 1


def notes_in(blocks: Blocks) -> tuple[Note, ...]:
    """Return the notes in the order of their marks, as `inlines_in_order` gives it."""
    return tuple(inline for inline in inlines_in_order(blocks) if isinstance(inline, Note))


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


# The HTML file: one page with its notes at the end, or at the end of each section.


def write_html(document: Document, options: WriteOptions) -> Written:
    """Write the document as one HTML file without scripts and without anything to fetch.

    Raises `WriteError` for a citation that was not resolved, a link of a forbidden kind, equal ids and
    characters that no document can hold.
    """
    document = with_counted_names(document)
    css = _style_sheet(document.meta.look, options)
    return Written(serialise(page(document.meta, css, _body(document))).encode("utf-8"))


def live_page(document: Document, options: WriteOptions, style_sheet: str) -> tuple[str, str]:
    """Return the page for the team's own screen and its style sheet, which it fetches from `style_sheet`.

    Its elements tell which record and field they come from (`data-record`, `data-field`). Raises as `write_html` does.
    """
    root = page(document.meta, "", _body(document, live=True))
    head = root[0]
    head.replace(head[-1], element("link", (), {"rel": "stylesheet", "href": style_sheet}))
    return serialise(root), _style_sheet(document.meta.look, options)


def _body(document: Document, live: bool = False) -> list[Element]:
    context = Context(document.meta, link_targets(document), mark_only, live=live)
    by_section = document.meta.note_numbering == "section"

    def section_end(part: Blocks) -> list[Element]:
        return _notes(part, context) if by_section else []

    body = [running_lines(document.meta)] if document.meta.running else []
    main = main_part(document, context, section_end)
    if not by_section:
        main.extend(_notes(document.blocks, context))
    return [*body, main]


def _notes(blocks: Blocks, context: Context) -> list[Element]:
    notes = notes_in(blocks)
    return [notes_section(notes, context)] if notes else []


def _style_sheet(look: Look, options: WriteOptions) -> str:
    own = shown(look) + "\n" + files("probata.writers.html").joinpath("screen.css").read_text("utf-8")
    return f"{own}\n{options.print_css}" if options.print_css else own
