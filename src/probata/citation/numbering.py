"""Numbers every note of a document, plain ones too, before any citation is written.

Only so is *ibid* right: a plain note between two citations breaks it, and `(n 4)` counts it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from probata.citation.library import is_schedule
from probata.diagnostics.value import value
from probata.document.blocks import Block, Contents, Heading, Paragraph, Role
from probata.document.inlines import Cite, CiteItem, Inline, Inlines, Note, NoteRef, Superscript, Text
from probata.document.origin import Origin
from probata.document.parts import begins_part
from probata.document.rebuild import map_block, map_children, same_or_new, without_notes
from probata.document.tree import BRIEF
from probata.document.walk import LEAVES, own_inlines, plain_text, walk_blocks, walk_inlines

# Ids of notes: from the record and the content, never from a counter over the document.
# A redline compares two versions of a filing by these ids, so a note that did not change keeps its id when another is
# added before it.

_DIGITS = 20
_AS_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False)


class NoteIds:
    """Gives ids in document order. Only a note equal to an earlier one in all its content counts it."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def id_for(self, note: Note) -> str:
        """Return `n` and 20 hexadecimal digits: a name that Word accepts for a bookmark."""
        content = _AS_JSON.encode([_origin(note.origin), *_content(note)])
        occurrence = self._seen[content]
        self._seen[content] += 1
        digest = hashlib.sha256(f"{content}\n{occurrence}".encode()).hexdigest()
        return f"n{digest[:_DIGITS]}"


def _content(note: Note) -> Iterator[list[str]]:
    for block in walk_blocks(note.blocks):
        for inline in walk_inlines(own_inlines(block)):
            yield _inline(inline)


def _inline(inline: Inline) -> list[str]:
    if isinstance(inline, Cite):
        return ["cite", _origin(inline.origin), *(part for item in inline.items for part in _item(item))]
    if isinstance(inline, Text):
        return ["text", inline.text]
    return [type(inline).__name__, plain_text((inline,))]


def _item(item: CiteItem) -> tuple[str, ...]:
    place = (item.pinpoint.type, item.pinpoint.value) if item.pinpoint else ("", "")
    return (item.key, *place, item.prefix, item.suffix, str(item.suppress_author))


def _origin(origin: Origin | None) -> str:
    return f"{origin.record}#{origin.field}" if origin else ""


_STOPS = frozenset({".", ",", ";"})
_QUOTED = re.compile("[“”‘«»]|’(?!\\w)")
_NEW_SENTENCE = re.compile(r"[.!?]\s")


def merge_citations(inlines: Inlines) -> Inlines:
    """Make one citation of those that stand side by side, in notes too, and in the text of a run of them to one work.

    Two marks beside each other read as one number: notes 1 and 2 as note 12. A run goes on from sentence to sentence,
    and its note stands at the end of the last; what is quoted keeps a note of its own.
    """
    return same_or_new(inlines, tuple(_runs_joined(_merged(inlines))))


def _merged(inlines: Inlines) -> Inlines:
    kinds = [type(inline) for inline in inlines]
    if kinds.count(Cite) < 2 and LEAVES.issuperset(kinds):
        return inlines  # nearly all
    merged: list[Inline] = []
    for inline in (map_children(child, _merged) for child in inlines):
        before = _citation_before(merged) if isinstance(inline, Cite) else None
        if isinstance(inline, Cite) and before is not None:
            del merged[before + 1 :]
            merged[before] = _joined(merged[before], inline)
        else:
            merged.append(inline)
    return same_or_new(inlines, tuple(merged))


def _runs_joined(inlines: Sequence[Inline]) -> list[Inline]:
    made: list[Inline] = []
    for inline in inlines:
        first = next((place for place in reversed(range(len(made))) if isinstance(made[place], Cite | Note)), None)
        if first is not None and isinstance(inline, Cite) and _goes_on(made, first, inline):
            before, behind = made[:first], made[first + 1 :]
            _drop_space(before)
            made, inline = [*before, *behind], _joined(made[first], inline)
        made.append(inline)
    return made


def _goes_on(made: Sequence[Inline], first: int, second: Cite) -> bool:
    """Tell whether a citation is of the work of the one before it, in its sentence or the next, and none is quoted."""
    one = made[first]
    if not isinstance(one, Cite) or not (_work(one) and _work(one) == _work(second)):
        return False
    before, between = plain_text(tuple(made[:first]))[-2:], plain_text(tuple(made[first + 1 :]))
    return not _QUOTED.search(before + between) and not _NEW_SENTENCE.search(between, 1)


def _work(cite: Cite) -> str:
    """Return the one work that is cited, without words of the author; empty where there is none such."""
    keys = {"" if item.prefix or item.suffix else item.key for item in cite.items}
    return keys.pop() if len(keys) == 1 else ""


def notes_from_citations(inlines: Inlines, mark_after: str) -> Inlines:
    """Turn every citation in running text into a note, and put its mark where it belongs.

    A space before the mark is removed; the mark moves behind punctuation of `mark_after`. Free notes stand
    where their author put them, and keep the citations inside them; but two marks never have a stop between them where
    the language puts marks first. Expects what `merge_citations` gives.
    """
    placed: list[Inline] = []
    rest = list(inlines)
    while rest:
        inline = rest.pop(0)
        if isinstance(inline, Cite):
            _drop_space(placed)
            placed.extend(_punctuation(rest, mark_after))
            _put(placed, Note(id="", blocks=(Paragraph((inline,)),), origin=inline.origin), mark_after)
        elif isinstance(inline, Note):
            _put(placed, inline, mark_after)
        else:
            placed.append(map_children(inline, lambda inner: notes_from_citations(inner, mark_after)))
    return same_or_new(inlines, tuple(placed))


def _put(placed: list[Inline], note: Note, mark_after: str) -> None:
    """Put a mark at the end; before a stop that stands behind another mark, where the language puts marks first."""
    straddles = not mark_after and _ends_with_mark_and_stop(placed)
    placed.insert(len(placed) - straddles, note)


def _citation_before(merged: list[Inline]) -> int | None:
    """Return the place of a citation at the end of the list, looking through bare space."""
    for place in range(len(merged) - 1, -1, -1):
        inline = merged[place]
        if isinstance(inline, Cite):
            return place
        if not (isinstance(inline, Text) and not inline.text.strip()):
            return None
    return None


def _joined(first: Inline, second: Cite) -> Cite:
    before = first.items if isinstance(first, Cite) else ()
    origin = first.origin if isinstance(first, Cite) else None
    return Cite(tuple(dict.fromkeys((*before, *second.items))), origin or second.origin)


def _drop_space(placed: list[Inline]) -> None:
    if not (placed and isinstance(placed[-1], Text)):
        return
    shortened = placed[-1].text.rstrip()
    if shortened:
        placed[-1] = Text(shortened, placed[-1].origin)
    else:
        placed.pop()


def _ends_with_mark_and_stop(placed: list[Inline]) -> bool:
    match placed[-2:]:
        case [Note(), Text(text=text)]:
            return text in _STOPS
    return False


@cache
def _stops(mark_after: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(mark_after)}]+[”’]?")


def _punctuation(rest: list[Inline], mark_after: str) -> Inlines:
    """Take the punctuation that the mark must follow off the text that comes next."""
    following = rest[0] if rest else None
    if not (mark_after and isinstance(following, Text)):
        return ()
    found = _stops(mark_after).match(following.text)
    if found is None:
        return ()
    rest.pop(0)
    if following.text[found.end() :]:
        rest.insert(0, Text(following.text[found.end() :], following.origin))
    return (Text(found.group(), following.origin),)


@value()
class NumberedNote:
    """A note with its final id and number, its citations not yet written."""

    note: Note
    ordinal: int
    """Place among all notes of the document, from 1; the number that Pandoc is told."""

    section: int
    """0 where numbers run on through the document; else the count of level-1 headings and parts up to here."""

    part: str = ""
    """Number of the heading that it stands below, `B`, where numbers begin again at each."""

    heading: str = ""
    """The words of that heading."""

    begins_part: bool = False
    """Whether a heading of level 1 stands between it and the note before: *ibid* does not lead out of a part."""

    file: str = BRIEF
    """The part of the filing in which it stands, a file of its own."""

    @property
    def number_begins(self) -> bool:
        """Whether it is the first of those that are numbered together."""
        return self.note.number == 1


class Numbering:
    """Goes through a document once, in output order, and keeps what it numbered."""

    def __init__(self, mark_after: str, *, restart: bool) -> None:
        self.notes: list[NumberedNote] = []
        self.renamed: dict[str, str] = {}
        """Id that a note came with → its final id, for references made before this stage."""

        self.repeated: set[str] = set()
        """Ids with which more than one note came: a reference to one does not say which it means."""

        self.sections: list[int] = []
        """The section of each block."""

        self.files: dict[int, str] = {0: BRIEF}
        """The part of the filing in which each section stands."""

        self._mark_after = mark_after
        self._restart = restart
        self._section = 0
        self._part = ""
        self._heading = ""
        self._shown = 0
        self._begins_part = False
        self._before: Note | None = None
        """The note before, in the same block."""

        self._ids = NoteIds()

    def number(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return the blocks with every citation inside a numbered note, those of a list of sources excepted."""
        return tuple(self._counted(block) for block in blocks)

    def named(self) -> dict[str, NumberedNote]:
        """Return the notes that came with an id of which there is but one, by that id."""
        notes = {one.note.id: one for one in self.notes}
        return {old: notes[new] for old, new in self.renamed.items() if old not in self.repeated}

    def _counted(self, block: Block) -> Block:
        self._before = None
        numbered = self._block(block)
        self.sections.append(self._section)
        return numbered

    def _block(self, block: Block) -> Block:
        if is_list_entry(block) or is_table_entry(block):
            return map_block(block, self._notes)
        if isinstance(block, Heading) and block.level == 1:
            self._begins_part = bool(self.notes)
            if self._restart:
                self._begin_section(self.files[self._section], block.number, plain_text(block.inlines))
        elif file := begins_part(block):
            self._begin_section(file)
        if isinstance(block, Contents):
            return _unmarked(block)
        return map_block(block, self._marked)

    def _begin_section(self, file: str, part: str = "", heading: str = "") -> None:
        self._section += 1
        self._shown = 0
        self._part, self._heading, self.files[self._section] = part, heading, file

    def _marked(self, inlines: Inlines) -> Inlines:
        if all(isinstance(inline, Text) for inline in inlines):
            return inlines  # most cells of tables
        return self._notes(notes_from_citations(merge_citations(inlines), self._mark_after))

    def _notes(self, inlines: Inlines) -> Inlines:
        behind = (*inlines[1:], None)
        return same_or_new(inlines, tuple(map(self._inline, inlines, behind)))

    def _inline(self, inline: Inline, behind: Inline | None) -> Inline:
        if not isinstance(inline, Note):
            return map_children(inline, self._notes)
        touches = isinstance(behind, Note)  # only the marks of notes are kept apart, 12 and 13
        return (None if touches else self._again(inline)) or self._numbered(inline)

    def _again(self, note: Note) -> Inline | None:
        """Return the mark of the note before, where this one would say the same in one block, such as a table."""
        before, cited = self._before, _cited_alone(note)
        if before is None or cited is None or cited != _cited_alone(before):
            return None
        if note.id:
            self._known(note.id, before.id)
        return Superscript((NoteRef(before.id, before.number),))

    def _known(self, old: str, new: str) -> None:
        self.repeated |= {old} & self.renamed.keys()
        self.renamed.setdefault(old, new)

    def _numbered(self, note: Note) -> Note:
        self._shown += 1
        numbered = Note(self._ids.id_for(note), note.blocks, self._shown, note.origin)
        if note.id:
            self._known(note.id, numbered.id)
        place = len(self.notes) + 1
        where = self._section, self._part, self._heading, self._begins_part, self.files[self._section]
        self.notes.append(NumberedNote(numbered, place, *where))
        self._begins_part = False
        self._before = numbered
        return numbered


def _cited_alone(note: Note) -> tuple[CiteItem, ...] | None:
    """Return what a note cites; nothing where its author has words in it."""
    match note.blocks:
        case (Paragraph(inlines=(Cite(items=items),)),):
            return items
    return None


def is_list_entry(block: Block) -> bool:
    """Tell whether the block prints citations in its text: the list of sources, evidence schedule.

    Such blocks stand at the top level.
    """
    return is_schedule(block) or (isinstance(block, Paragraph) and block.role is Role.BIBLIOGRAPHY)


def is_table_entry(block: Block) -> bool:
    """Tell whether the block is an entry of a table of authorities; such entries stand at the top level."""
    return isinstance(block, Paragraph) and block.role is Role.AUTHORITY


def by_section(notes: list[NumberedNote]) -> Iterator[tuple[NumberedNote, ...]]:
    """Give the notes of each section that has some, in order."""
    for section in sorted({note.section for note in notes}):
        yield tuple(note for note in notes if note.section == section)


def _unmarked(contents: Contents) -> Contents:
    """Take notes off the entries of a table of contents: they repeat headings, whose notes count once."""
    entries = tuple(replace(entry, inlines=without_notes(entry.inlines)) for entry in contents.entries)
    return replace(contents, title=without_notes(contents.title), entries=entries)


# The citations that stand in a note.


def citations_of(note: NumberedNote) -> list[tuple[Cite, bool]]:
    """Give the citations of a note in order, each with whether it starts the note or a sentence in it."""
    found: list[tuple[Cite, bool]] = []
    for block in walk_blocks(note.note.blocks):
        before = ""
        for inline in own_inlines(block):
            if isinstance(inline, Cite):
                found.append((inline, not before or before.rstrip()[-1:] in {".", "?", "!"}))
                before += "…"
                continue
            found += [(inner, False) for inner in walk_inlines((inline,)) if isinstance(inner, Cite)]
            before += plain_text((inline,))
    return found
