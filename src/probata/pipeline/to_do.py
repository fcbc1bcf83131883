"""The to-do list of a draft: its gaps by section, and the line of its first page that says how many there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from probata.compose.gap_labels import labels_of_fields
from probata.diagnostics import Diagnostic, Span
from probata.document.blocks import Block, Blocks, Heading, Paragraph
from probata.document.inlines import Gap, Strong, Text
from probata.document.list_ids import GAP_COUNT
from probata.document.origin import Origin
from probata.document.parts import begins_part
from probata.document.tree import Document
from probata.document.walk import inlines_in_order, plain_text
from probata.forum import Forum
from probata.graph import CaseGraph
from probata.messages import Wording

_UNPLACED = "Not in the text"
_FIRST_PAGE = "First page"


@dataclass(frozen=True, slots=True)
class _ToDo:
    section: str
    what: str
    origin: Origin | None = None
    place: Span | None = None
    needed: bool = False

    @property
    def line(self) -> str:
        of = (self.origin.record, self.origin.field) if self.origin else ()
        told = ", ".join(filter(None, (*of, str(self.place or ""))))
        return f"{'*' if self.needed else '-'} {self.what}{f': {told}' if told else ''}"


def to_do_list(
    document: Document, missing: Sequence[Diagnostic], graph: CaseGraph, forum: Forum, wording: Wording
) -> dict[str, list[str]]:
    """Return a line for each gap, by section in the order of the document; first what no place of the text shows.

    `missing` is what the checks miss for this filing. A gap of one field is told once, where it stands first; a line
    that begins with a star stops a filing.
    """
    shown = list(dict.fromkeys(_shown(document, graph, wording)))
    labels = labels_of_fields(forum, wording.language)
    unplaced = [_ToDo(_UNPLACED, _left_out(graph.left_out), needed=True)] if graph.left_out else []
    for found in missing:
        label = labels.get(found.gap, found.gap)
        alike = [n for n, one in enumerate(shown) if _is_same(one, label, found.record)]
        for n in alike:
            own = shown[n].origin or Origin(found.record)
            shown[n] = replace(shown[n], origin=own, place=found.span, needed=shown[n].needed or found.refuses)
        if not alike:
            unplaced.append(_ToDo(_UNPLACED, label, Origin(found.record), found.span, found.refuses))
    listed: dict[str, list[str]] = {}
    for one in (*unplaced, *shown):
        listed.setdefault(one.section, []).append(one.line)
    return listed


def with_gap_count(document: Document, to_do: Mapping[str, Sequence[str]], wording: Wording) -> Document:
    """Put how many gaps are printed where the template asks for it; without any, and in a final, nothing."""
    number = sum(len(lines) for section, lines in to_do.items() if section != _UNPLACED)
    return replace(document, blocks=tuple(_counted(document.blocks, number, wording)))


def _counted(blocks: Blocks, number: int, wording: Wording) -> Iterator[Block]:
    for block in blocks:
        if not (isinstance(block, Paragraph) and block.id == GAP_COUNT):
            yield block
        elif number:
            words = wording.label(f"document.gaps{'_one' * (number == 1)}", number=str(number))
            yield replace(block, inlines=(Strong((Text(words),)),))


def _shown(document: Document, graph: CaseGraph, wording: Wording) -> Iterator[_ToDo]:
    """Give the gaps in the text, of one field in several sections the first; else the heading tells the record."""
    before, _, after = wording.words["document.not_recorded"].partition("{what}")
    section, about, seen = _FIRST_PAGE, None, set[Origin]()
    titles = {head.name: head.title for head in document.meta.parts}
    for block in document.blocks:
        if part := begins_part(block):
            section, about = titles.get(part, part), None
        if isinstance(block, Heading):
            section = f"{block.number} {plain_text(block.inlines)}".strip()
            named = (getattr(inline, "origin", None) for inline in inlines_in_order((block,)))
            about = next((Origin(origin.record) for origin in named if origin), None)
        for inline in inlines_in_order((block,)):
            if isinstance(inline, Gap) and inline.origin not in seen:
                seen |= {inline.origin} if inline.origin else set()
                what, of = inline.text.removeprefix(before).removesuffix(after), inline.origin or about
                yield _ToDo(section, what, of, _place(of, graph))


def _place(origin: Origin | None, graph: CaseGraph) -> Span | None:
    if origin is None:
        return None
    kind, _, key = origin.record.partition("/")
    return graph.span(kind, key or graph.name)


def _is_same(one: _ToDo, label: str, record: str) -> bool:
    """Tell whether a gap of the text is what a check misses: so called, and of its record."""
    of = one.origin.record if one.origin else record
    is_of_record = of == record or (of == "case" and record.partition("/")[0] in ("case", "filings"))
    return is_of_record and one.what.lower().startswith(label.lower())


def _left_out(number: int) -> str:
    return f"could not be read and left out: {'one record or field' if number == 1 else f'{number} records or fields'}"
