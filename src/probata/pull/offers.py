"""What can be done with each change: taken into a record, kept in this document, or only named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from probata.checks.engine.finding import for_readers
from probata.diagnostics import Span, say
from probata.document.anchors import GAP_COUNT
from probata.document.inlines import CrossRef
from probata.document.origin import NOTHING, Origin
from probata.document.printed import PrintedLine
from probata.figures.read_tables import read_columns
from probata.graph.case_graph import CaseGraph
from probata.messages import load_wording
from probata.model.dates import parse_when
from probata.pull.change import Change
from probata.pull.edits import Edit
from probata.pull.fields import FieldText, texts_of
from probata.pull.keep import kept
from probata.pull.owners import passage_of
from probata.pull.paragraph_numbers import paragraph_numbers
from probata.pull.stream import EMPHASIS, PLAIN
from probata.pull.take import Taker, is_of_gap
from probata.pull.taken import Taken
from probata.word.piece import MARK

# A change of several texts that are printed as one field, as one change for each text.


def of_each_text(change: Change, taker: Taker, notes: Mapping[str, str]) -> list[Change]:
    """Return a change as it is, or parted where each part can be taken into a text of its own, and the whole into none.

    So it is of an address and the day for which it is true, and of the names of a person in two scripts. `notes` are as
    `Taker.take` has them.
    """
    if len(change.edits) < 2 or taker.take(change, notes):
        return [change]
    held: dict[tuple[object, ...], list[Edit]] = {}
    for edit in change.edits:
        taken = taker.take(replace(change, edits=(edit,)), notes)
        if taken is None:
            return [change]
        held.setdefault((taken.text.kind, taken.text.record, taken.text.loc), []).append(edit)
    parts = [replace(change, edits=tuple(edits), is_part=True) for edits in held.values()]
    is_whole = len(parts) > 1 and all(taker.take(part, notes) for part in parts)
    return parts if is_whole else [change]


# In which cell of its file or sheet a number of a table stands that a document prints.

_COLUMNS: Final = "columns."
_ROWS: Final = "rows."
_KIND: Final = "datasets/"


def stated_cell(change: Change, lines: Sequence[PrintedLine], graph: CaseGraph) -> str:
    """Return the row and column of the table with the place of the cell in its file or sheet.

    Nothing for what is printed of no single cell, such as a heading or a declared total, and where two rows are named
    alike.
    """
    origin = change.origin
    row = lines[change.lines[0]].row if len(change.lines) == 1 else None
    if not origin or not row or row.record != origin.record or not origin.field.startswith(_COLUMNS):
        return ""
    found = list(_cells(origin, row.field.removeprefix(_ROWS), graph))
    return found[0] if len(found) == 1 else ""


def _cells(origin: Origin, row: str, graph: CaseGraph) -> Iterator[str]:
    id_, key = origin.record.removeprefix(_KIND), origin.field.removeprefix(_COLUMNS)
    table = graph.tables.get(id_)
    dataset = next((one for one in graph.datasets if one.id == id_), None)
    if table is None or dataset is None:
        return
    read = read_columns(graph, dataset, table)
    keys = [column.key for column in read.columns if column.key_column] or [column.key for column in read.columns[:1]]
    heading = next((column.heading for column in read.columns if column.key == key), None)
    for number, cells in enumerate(table.rows):
        if heading is not None and keys and cells[read.positions[keys[0]]] == row:
            said = f"the row {say.words(row)} and the column {say.words(heading)} of {say.record(origin.record)}"
            yield f"{said}{say.place(table.span(number, read.positions[key]))}"


# Which paragraphs refer to one that was left out: without it their references lead nowhere.


def referring_to(change: Change, lines: Sequence[PrintedLine], numbers: Sequence[str]) -> list[str]:
    """Return where it is referred to what a change leaves out, as headings with the number of the paragraph.

    `numbers` are those that the lines show. Nothing for a change that leaves out no whole line, for references in what
    it leaves out itself, and for the lists of sources and authorities, which are made anew.
    """
    if change.kind != "left-out":
        return []
    gone = {lines[place].anchor for place in change.lines} - {""}
    found = (
        _place(line, numbers[n])
        for n, line in enumerate(lines)
        if n not in change.lines
        and not line.is_citation
        and any(_target(stretch.inline) in gone for stretch in line.stretches)
    )
    return list(dict.fromkeys(found))


def _target(inline: object) -> str | None:
    return inline.target if isinstance(inline, CrossRef) else None


def _place(line: PrintedLine, number: str) -> str:
    under = f"“{line.under}”" if line.under else "the first page"
    return f"{under}, paragraph {number}" if number else under


# In which files and cells that is written from which a change was printed, and where else it is printed.

_WORD: Final = re.compile(r"\w+")
MOST: Final = 4
"""Places that are named; of more it is said how many."""


def origins_of(change: Change, lines: Sequence[PrintedLine]) -> list[Origin]:
    """Return the fields that a change is of; where none is known, those from which its lines are printed.

    Of rows and sections, whole records: a row is added or taken out with what it is printed from.
    """
    is_row = change.kind in ("row", "added", "section") and change.owner == "several"
    if change.origin and (not is_row or change.kind == "section"):
        return [change.origin]
    found = [origin for place in change.lines for origin in _in_line(lines[place])]
    if is_row:
        found = [Origin(origin.record) for origin in found]
    return list(dict.fromkeys(found))


def stated_places(origins: Sequence[Origin], graph: CaseGraph, filing: str, language: str, said: str = "") -> str:
    """Return `field` of `record` with its place for each, divided by semicolons; nothing where there are none.

    Of a field of several texts it is the place of the one that `said`, what is printed, repeats most of.
    """
    told = [_worded(one, graph, filing, language, said) for one in origins[:MOST]]
    more = len(origins) - MOST
    return "; ".join([*told, *([f"and {more} more"] if more > 0 else [])])


def places_of(lines: Sequence[PrintedLine]) -> dict[Origin, list[int]]:
    """Return the lines in which words of each field stand, in their order."""
    found: dict[Origin, list[int]] = {}
    for place, line in enumerate(lines):
        for origin in dict.fromkeys(_in_line(line)):
            found.setdefault(origin, []).append(place)
    return found


def also_under(change: Change, lines: Sequence[PrintedLine], places: Mapping[Origin, Sequence[int]]) -> list[str]:
    """Return the headings under which the same field is printed besides, each once, in their order.

    `places` are those of all fields, as `places_of` gives them.
    """
    if change.origin is None or not change.lines or change.note:
        return []
    here = passage_of(change.origin, change.lines, lines)
    besides = [lines[place].under for place in places.get(change.origin, ()) if place not in here]
    return list(dict.fromkeys(under or "the first page" for under in besides))


def _in_line(line: PrintedLine) -> Iterator[Origin]:
    for one in line.stretches:
        if one.origin and one.origin != NOTHING and one.text.strip() not in ("", MARK):
            yield one.origin


def stated_texts(texts: Sequence[FieldText], said: str, language: str) -> str:
    """Return each text that is printed together with the one that `said` repeats most of, with its place."""
    best = _nearest(texts, said, language)
    beside = [one for one in texts if best and (one.loc[:-1] == best.loc[:-1] or one.loc[-1] == "as_of")]
    told = [_field(".".join(map(str, one.loc)), one.kind, one.scalar.span) for one in beside[:MOST]]
    return f"{', '.join(told)} of {say.of(beside[0].kind, beside[0].record)}" if beside else ""


def _field(path: str, kind: str, span: Span | None) -> str:
    return f"{say.field(path, kind, f'`{path}`')}{say.place(span)}"


def _nearest(texts: Sequence[FieldText], said: str, language: str) -> FieldText | None:
    words = set(_WORD.findall(said))
    return max(texts, key=lambda one: len(words.intersection(_WORD.findall(_printed(one, language)))), default=None)


def _printed(text: FieldText, language: str) -> str:
    try:
        return load_wording(language).when(parse_when(text.scalar.text)) if text.form == "date" else text.scalar.text
    except ValueError:
        return text.scalar.text


def _worded(origin: Origin, graph: CaseGraph, filing: str, language: str, said: str) -> str:
    texts = texts_of(origin, graph, filing, language) if origin.field else []
    kind, _, id_ = origin.record.partition("/")
    node = graph.nodes.get((kind, id_))
    text = _nearest(texts, said, language)
    span = text.scalar.span if text else node.span if node else None
    record = say.record(origin.record)
    return f"{_field(origin.field, kind, span)} of {record}" if origin.field else f"{record}{say.place(span)}"


_OWNERS: Final = {
    "template": "these words come from the template of the forum: change them there, in {template}",
    "dataset": "this is printed from {places}: change the table or figure there",
    "citation": "what is said of a work comes from its record, and how from the style of citation: change the source",
    "note": "the place in the work, and your own words, stand in {places}: change them there; for what is said of "
    "the work itself, change the source",
    "gap": "nothing is recorded for this gap yet: record it in the case, and it is printed here",
    GAP_COUNT: "this line counts the gaps of the draft: record what is missing, and it changes, and goes with the last",
    "several": "words of several records or of the template meet here: change each in its own place",
    "record": "this is printed from {places}, which says it in other words: change it there",
}
_REQUIRED: Final = "the record must have this text ({places}): write other words, or delete the record"
_COMPOSED: Final = "this is put together from {places}: change each in its own place"
_MOVED: Final = "it was moved: the order comes from the template and from the records"
_LOOK: Final = "only the look of the words was changed: looks come from the styles of the letterhead"
_EMPHASIS: Final = (
    "the template of the forum sets these words in bold or italics, or not: change it there, in {template}"
)
_PLAIN: Final = "this field of the record holds plain words, without bold and italics ({places})"
_ADDRESS: Final = "only where the words lead was changed: change the address there"
_THING: Final = (
    "no record holds a picture, a text box or a formula: type its words as text, file a picture as an exhibit"
)
_FORM: Final = "headings and lists come from here alone: from {template}, and from longer texts of the records"
_HEAD: Final = (
    "heads and feet of pages come from the case, the wording of the forum and the letterhead: change it there"
)
_LAYOUT: Final = "how a paragraph is laid out comes from the template of the forum and the letterhead: change it there"
_SECTION: Final = "a whole section, which comes from the template: leave it out there, in {template}{places}"
_NARRATIVE: Final = (
    "a whole section, printed from {places}: to have it in other documents alone, name their forums under its "
    f"{say.field('forums')}"
)
_OF_PAGE: Final = {"head": _HEAD, "layout": _LAYOUT}
_CELLS: Final = "rows of tables come from records: add or take out the record that the row is printed from"
_ADDED: Final = "rows of tables come from records: add a record for this one; that beside it is printed from {places}"
_MANY: Final = "so much differs here that it is not sure what became of what: change the records by hand"
_CONFLICT: Final = "the records were changed here too since the document was made"


@dataclass(frozen=True, slots=True)
class Offer:
    """A change with what can be done."""

    number: int
    change: Change
    taken: Taken | None
    kept: Mapping[str, Any] | None
    why: str = ""
    """Why it cannot be taken, and where the words belong; empty where it can."""

    also: tuple[str, ...] = ()
    """The headings under which the same text is printed besides: it changes there too."""

    contradicts: tuple[int, ...] = ()
    """Numbers of the changes that would write the same text otherwise: one of them can be taken, and by name alone."""

    breaks: tuple[str, ...] = ()
    """Where it is referred to what it leaves out: taken or kept, those references lead nowhere."""


def _offer(
    number: int, change: Change, taker: Taker, notes: Mapping[str, str], template: str, numbers: Sequence[str]
) -> Offer:
    taken = taker.take(change, notes)
    alone = kept(change, taker.filing, notes, taker.now)
    is_alone = change.kind != "section" and (taken or alone)  # what is not put forward goes from all places
    breaks = tuple(referring_to(change, taker.now.lines, numbers)) if is_alone else ()
    why = "" if taken else for_readers(_why(change, taker, template), taker.graph)
    return Offer(number, change, taken, alone, why, breaks=breaks)


def offers_of(changes: Sequence[Change], taker: Taker, notes: Mapping[str, str], template: str) -> tuple[Offer, ...]:
    """Return what can be done with each change, numbered from 1; `template` is how that of the document is called.

    Of a text that is printed in several places and was changed otherwise in each, one change can be taken: which, is
    for the user to say.
    """
    numbers = paragraph_numbers(taker.now.text)
    parts = (part for change in changes for part in of_each_text(change, taker, notes))
    offers = [_offer(number, change, taker, notes, template, numbers) for number, change in enumerate(parts, 1)]
    by_text: dict[tuple[object, ...], list[Offer]] = {}
    for one in offers:
        if one.taken:
            text = one.taken.text
            by_text.setdefault((text.kind, text.record, text.loc), []).append(one)
    groups = {one.number: same for same in by_text.values() for one in same}
    lines, places = taker.now.lines, places_of(taker.now.lines)
    return tuple(
        replace(
            one,
            also=tuple(also_under(one.change, lines, places)) if one.taken else (),
            contradicts=tuple(other.number for other in groups.get(one.number, ()) if _contradict(one, other)),
        )
        for one in offers
    )


def _contradict(one: Offer, other: Offer) -> bool:
    """Tell two changes of what is printed in two places; a note stands in one place only."""
    if not one.taken or not other.taken or one.change.note or other.change.note:
        return False
    return one.taken.contradicts(other.taken)


def _why(change: Change, taker: Taker, template: str) -> str:
    if change.current is not None:
        return _CONFLICT
    if change.kind in _OF_PAGE:
        return _OF_PAGE[change.kind]
    if change.matter == "thing":
        return _THING
    lines, origins = taker.now.lines, origins_of(change, taker.now.lines)
    is_row = change.owner == "several" and change.kind == "added"
    places = (not is_row and stated_cell(change, lines, taker.graph)) or stated_places(
        origins, taker.graph, taker.filing, taker.language, change.base.text
    )
    from_ = f" ({places})" if places else ""
    if change.kind == "section":
        is_told = len(origins) == 1 and origins[0].record.startswith("narrative/")
        return _NARRATIVE.format(places=places) if is_told else _SECTION.format(template=template, places=from_)
    if change.kind == "moved":
        return _MOVED
    if not change.is_compared:
        return _MANY
    if change.base.text == change.after.text:
        return _why_next_to_words(change, template, places)
    if is_row and places:
        return _ADDED.format(places=places)
    if is_row or change.kind == "row":
        return _CELLS + (f": {places}" if places else "")
    texts = taker.texts(change.origin) if change.origin and change.owner == "record" else []
    if not change.after.text.strip() and any(text.is_required for text in texts):
        return _REQUIRED.format(places=places)
    if len(texts) > 1:
        return _COMPOSED.format(places=stated_texts(texts, change.base.text, taker.language))
    said = _OWNERS[_owner(change, lines, places)].format(template=template, places=places)
    return said + (from_ if change.owner == "several" else "")


def _owner(change: Change, lines: Sequence[PrintedLine], places: str) -> str:
    """Return under which owner the reason is told; gaps, their number and notes have one of their own."""
    if any(lines[n].anchor == GAP_COUNT for n in change.lines):
        return GAP_COUNT
    if change.owner == "template" and is_of_gap(change, lines):
        return "gap"
    return "note" if change.owner == "citation" and change.note and places else change.owner


def _why_next_to_words(change: Change, template: str, places: str) -> str:
    """Say it of a change that left the words; a record and a template can set words in bold and italics."""
    held = [change.base.part(edit.start, edit.end) for edit in change.edits]
    if any(edit.new.forms != one.forms for edit, one in zip(change.edits, held, strict=True)):
        return _FORM.format(template=template)
    if any(edit.new.links or one.links for edit, one in zip(change.edits, held, strict=True)):
        return _ADDRESS
    looks = set("".join(edit.new.looks for edit in change.edits)) - {PLAIN}
    if looks and looks <= EMPHASIS and change.owner == "template":
        return _EMPHASIS.format(template=template)
    if looks and looks <= EMPHASIS and change.owner == "record" and places:
        return _PLAIN.format(places=places)
    return _LOOK
