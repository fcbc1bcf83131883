"""What can be done with each change: taken into a record, kept in this document, or only named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from probata.document.list_ids import GAP_COUNT
from probata.document.printed import PrintedLine
from probata.pull.by_text import of_each_text
from probata.pull.cell_of_table import told_cell
from probata.pull.change import Change
from probata.pull.filled_gaps import is_of_gap
from probata.pull.keep import kept
from probata.pull.looks import EMPHASIS, PLAIN
from probata.pull.paragraph_numbers import paragraph_numbers
from probata.pull.references_broken import referring_to
from probata.pull.take import Taker
from probata.pull.taken import Taken
from probata.pull.where_written import also_under, origins_of, places_of, told_places, told_texts

_OWNERS: Final = {
    "template": "these words come from the template of the forum: change them there, in {template}",
    "dataset": "this is printed from {places}: change the table or figure there",
    "citation": "what is said of a work comes from its record, and how from the style of citation: change the source",
    "note": "the place in the work, and your own words, stand in {places}: change them there; for what is said of "
    "the work itself, change the source",
    "gap": "nothing is recorded for this gap yet: record it in the case, and it is printed here",
    GAP_COUNT: "this line counts the gaps of the draft: record what is missing, and it changes, and goes with the last",
    "several": "words of several records or of the template meet here: change each in its own place",
    "record": "this is printed from {places}, in other words than it is written: change it there",
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
    "a whole section, printed from {places}: to have it in other documents alone, name their forums under its `forums`"
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
    return Offer(number, change, taken, alone, "" if taken else _why(change, taker, template), breaks=breaks)


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
    places = (not is_row and told_cell(change, lines, taker.graph)) or told_places(
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
        return _why_beside_words(change, template, places)
    if is_row and places:
        return _ADDED.format(places=places)
    if is_row or change.kind == "row":
        return _CELLS + (f": {places}" if places else "")
    texts = taker.texts(change.origin) if change.origin and change.owner == "record" else []
    if not change.after.text.strip() and any(text.is_required for text in texts):
        return _REQUIRED.format(places=places)
    if len(texts) > 1:
        return _COMPOSED.format(places=told_texts(texts, change.base.text, taker.language))
    said = _OWNERS[_owner(change, lines, places)].format(template=template, places=places)
    return said + (from_ if change.owner == "several" else "")


def _owner(change: Change, lines: Sequence[PrintedLine], places: str) -> str:
    """Return under which owner the reason is told; gaps, their number and notes have one of their own."""
    if any(lines[n].anchor == GAP_COUNT for n in change.lines):
        return GAP_COUNT
    if change.owner == "template" and is_of_gap(change, lines):
        return "gap"
    return "note" if change.owner == "citation" and change.note and places else change.owner


def _why_beside_words(change: Change, template: str, places: str) -> str:
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
