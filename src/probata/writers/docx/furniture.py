"""Head and foot of the page: running lines, short title, page X of Y."""

from __future__ import annotations

from probata.word.elements import (
    R_ID,
    Element,
    P,
    add,
    child,
    make,
    parse,
    serialise,
    w,
)
from probata.word.opc import OFFICE, Package, Part
from probata.word.schema_order import SECTION
from probata.writers.docx.faces import add_run, add_text
from probata.writers.docx.fields import add_field
from probata.writers.docx.paragraphs import add_paragraph
from probata.writers.docx.reference.parts import default_part
from probata.writers.docx.state import State
from probata.writers.docx.style_names import PAGE_LINE, RUNNING_LINE
from probata.writers.docx.widths import twips_of

_LEAST_DISTANCE = 283
"""Twips between head or foot and the edge of the paper: printers reach no further."""
_LEAST_GAP = 240
"""Twips between a title and the number of the page on one line; a title without that room has a line of its own."""


def write_furniture(package: Package, section: Element, even_pages: bool, state: State) -> None:
    """Write on every kind of page that the section has: all, the first, the even ones.

    What a letterhead prints there stays. Running lines come after it; the page number only where the
    letterhead counts no pages.
    """
    kinds = ["default"]
    kinds += ["first"] if section.find(w("titlePg")) is not None else []
    kinds += ["even"] if even_pages else []
    for kind in kinds:
        _write(package, section, "header", kind, state)
        _write(package, section, "footer", kind, state)


def centre_furniture(section: Element, state: State) -> None:
    """Put head and foot into the middle of the margins of our own page."""
    margins, measures = child(section, "pgMar"), state.measures
    size, width, face = measures.size(measures.look.size.running), measures.text_width, measures.look.face
    height = 20 * size * measures.look.line.note
    lines = sum(max(1, -(-twips_of(line, size, face=face) // width)) for line in state.meta.running)
    for name, side, count in (("header", "top", lines), ("footer", "bottom", 1)):
        room = int(margins.get(w(side), "0")) - count * height
        margins.set(w(name), str(round(max(_LEAST_DISTANCE, room / 2))))


def _write(package: Package, section: Element, name: str, kind: str, state: State) -> None:
    part = _part(package, section, name, kind, state)
    root = parse(part.data)
    if name == "header":
        _clear_if_empty(root, bool(state.meta.running))
        for line in state.meta.running:
            add_text(add_paragraph(root, RUNNING_LINE, state), line, state.face)
    elif not _counts_pages(root):
        _clear_if_empty(root, True)
        _write_page_line(root, state)
    part.data = serialise(root)


def _part(package: Package, section: Element, name: str, kind: str, state: State) -> Part:
    """Return the header or footer of a kind of page, made where the section has none."""
    main = package.main()
    for reference in section.findall(w(f"{name}Reference")):
        if reference.get(w("type"), "default") == kind:
            targets = {r.id: r.target for r in main.relationships}
            return package.parts[targets[reference.get(R_ID, "")]]
    part = default_part(name, state.meta.look)
    numbers = range(1, len(package.parts) + 2)
    part.name = next(free for n in numbers if (free := f"word/{name}{n}.xml") not in package.parts)
    root = parse(part.data)
    root.remove(root[0])
    add_paragraph(root, name, state)
    part.data = serialise(root)
    reference = make(f"{name}Reference", type=kind)
    reference.set(R_ID, package.add(part, main, f"{OFFICE}{name}"))
    section.insert(_index(section, name), reference)
    return part


def _index(section: Element, name: str) -> int:
    wanted = SECTION[: SECTION.index(f"{name}Reference") + 1]
    return sum(1 for element in section if str(element.tag).rpartition("}")[2] in wanted)


def _clear_if_empty(root: Element, replaced: bool) -> None:
    """Take away the empty paragraph that a header must have, where another takes its place."""
    is_empty = len(root) == 1 and root[0].tag == P and root[0].find(w("r")) is None
    if replaced and is_empty:
        root.remove(root[0])


def _counts_pages(root: Element) -> bool:
    codes = " ".join(element.text or "" for element in root.iter(w("instrText")))
    simple = " ".join(element.get(w("instr"), "") for element in root.iter(w("fldSimple")))
    return "PAGE" in f"{codes} {simple}".split()


def _write_page_line(root: Element, state: State) -> None:
    meta = state.meta
    paragraph = add_paragraph(root, PAGE_LINE, state)
    if meta.short_title:
        add_text(paragraph, meta.short_title, state.face)
        if not _stands_beside_the_number(state):
            paragraph = add_paragraph(root, PAGE_LINE, state)
    add(add_run(paragraph), "tab")
    add_text(paragraph, f"{meta.label('page')} ", state.face)
    add_field(paragraph, "PAGE", "1", state.face)
    add_text(paragraph, f" {meta.label('of')} ", state.face)
    add_field(paragraph, "NUMPAGES", "1", state.face)


def _stands_beside_the_number(state: State) -> bool:
    """Tell whether the title leaves room for a number of three digits."""
    meta = state.meta
    number = f"{meta.label('page')} 100 {meta.label('of')} 100"
    size = state.measures.size(meta.look.size.running)
    widths = (twips_of(text, size, face=meta.look.face) for text in (meta.short_title, number))
    return sum(widths) + _LEAST_GAP <= state.text_width
