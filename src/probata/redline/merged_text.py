"""Writing a merged paragraph: pieces into runs, runs into marks, marks into what is open round them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Literal

from lxml import etree

from probata.redline.atoms import CONTROL, NOTE_MARKS, Atom, Part, name_of_note
from probata.redline.containers import forget_numbers
from probata.redline.divide import result_of
from probata.redline.looks import Look, differs, with_look
from probata.redline.marking import Change, as_deleted
from probata.redline.story import Story
from probata.redline.words import side_by_side
from probata.word.elements import R_ID, XML_SPACE, Element, add, child, copied, w

# The links and content controls that are open in a merged paragraph while its pieces are written.


class OpenWrappers:
    """Opens and closes them, one inside the other.

    A control that came or went is not written: Word would show an empty one where its text is rejected or accepted,
    and LibreOffice would keep a row for its sake.
    """

    def __init__(self, paragraph: Element, story: Story, stays: Mapping[Element, Element]) -> None:
        """Write into `paragraph`; `stays` are the old links and controls that live on, and as which new ones."""
        self._paragraph = paragraph
        self._story = story
        self._open: list[tuple[Element, Element]] = []  # the wrapper in its source, and where its content goes
        self._opened: set[Element] = set()
        self._now = dict(stays)
        self._standing = frozenset(self._now.values())

    @property
    def innermost(self) -> Element:
        """What takes what is written next."""
        return self._open[-1][1] if self._open else self._paragraph

    def round_new(self, inside: tuple[Element, ...]) -> tuple[Element, ...]:
        """Return which of those round a new piece are written."""
        return tuple(one for one in inside if one.tag != CONTROL or one in self._standing)

    def round_old(self, inside: tuple[Element, ...]) -> tuple[Element, ...]:
        """Return those that are written round a piece that is no more, as what they live on."""
        return tuple(self._now.get(one, one) for one in inside if one.tag != CONTROL or one in self._now)

    def enter(self, inside: tuple[Element, ...], is_old: bool) -> bool:
        """Close and open links and controls until those round the next piece are open; tell whether any was."""
        kept = 0
        while kept < min(len(inside), len(self._open)) and self._open[kept][0] is inside[kept]:
            kept += 1
        if kept == len(inside) == len(self._open):
            return False
        del self._open[kept:]
        for source in inside[kept:]:
            self._begin(source, is_old)
        return True

    def _begin(self, source: Element, is_old: bool) -> None:
        shell, content = _shell(source)
        if source in self._opened:  # a control that is there twice has its number once
            forget_numbers(shell)
        self._opened.add(source)
        if is_old and source not in self._standing and self._story.brought.admit(shell) is None:
            shell.attrib.pop(R_ID)  # a link whose address is lost
        self.innermost.append(shell)
        self._open.append((source, content))


def _shell(source: Element) -> tuple[Element, Element]:
    shell = copied(source)
    for part in [one for one in shell if not str(one.tag).endswith("Pr")]:
        shell.remove(part)
    return (shell, add(shell, "sdtContent")) if source.tag == CONTROL else (shell, shell)


# Pieces that both versions have and that look otherwise now.


class LooksKept:
    """Compares the looks of the pieces of one paragraph.

    Both are taken below the style that the paragraph has now: a paragraph of another style is told as that, and not
    word by word.
    """

    def __init__(self, paragraph: Element, story: Story) -> None:
        """Take the paragraph of the new version."""
        self._brought = story.brought
        self._old, self._new = story.looks
        self._base = self._new.of_paragraph(paragraph)
        self._known: dict[tuple[Element, Element], Element | None] = {}

    def before(self, old: Element, new: Element) -> Element | None:
        """Return the `w:rPr` that a run of the new version had in the old one; nothing where it looks the same."""
        if (old, new) not in self._known:
            was = self._old.of_run(old.find(w("rPr")), self._base)
            now = self._new.of_run(new.find(w("rPr")), self._base)
            self._known[old, new] = self._former(old, was) if differs(was, now) else None
        return self._known[old, new]

    def _former(self, run: Element, look: Look) -> Element:
        """Return the properties of an old run, with what its character style says written out in place of the style.

        LibreOffice takes a character style away where a change of looks is rejected, and gives back none.
        """
        properties = run.find(w("rPr"))
        copy = None if properties is None else self._brought.admit(deepcopy(properties))
        style = None if copy is None else copy.find(w("rStyle"))
        if copy is not None and style is not None:
            copy.remove(style)
        return with_look(copy, look, self._new.of_run(copy, self._base))

    def stay(self, old: Sequence[Atom], new: Sequence[Atom]) -> bool:
        """Tell whether all pieces look as before; as many on both sides."""
        both = ((one, other) for one, other in zip(old, new, strict=True) if one.is_text and other.is_text)
        parts = (pair for one, other in both for pair in side_by_side(one.parts, other.parts))
        return all(self.before(was.run, now.run) is None for was, now in parts)


State = Literal["", "ins", "del"]


class MergedText:
    """Adds pieces to a paragraph that has none yet; neighbours of one state and one look share a run."""

    def __init__(
        self, paragraph: Element, story: Story, stays: Mapping[Element, Element] | None = None,
        looks_kept: LooksKept | None = None,
    ) -> None:  # fmt: skip
        """Write into `paragraph`; `stays` are the old links and controls that live on, and as which new ones.

        `looks_kept` knows of pieces that stay how they looked.
        """
        self._story = story
        self._looks_kept = looks_kept
        self._wrappers = OpenWrappers(paragraph, story, stays or {})
        self._holder: Element | None = None
        self._state: State = ""
        self._looks: bytes | None = None

    def keep(self, old: Atom, new: Atom) -> None:
        """Add a piece that both versions have."""
        self._enter(new.inside)
        self._bring_marks(old.before)
        self._add_marks(new.before)
        if old.is_text and new.is_text:
            for was, part in side_by_side(old.parts, new.parts):
                self._bring_marks(was.marks)
                self._add_marks(part.marks)
                before = self._looks_kept.before(was.run, part.run) if self._looks_kept else None
                self._add_text(part, "", before)
        elif old.result == new.result:
            self._add(new, "")
        else:
            self._add_field(old, new)

    def insert(self, new: Atom) -> None:
        """Add a piece that is new."""
        self._enter(self._wrappers.round_new(new.inside))
        self._add_marks(new.before)
        self._add(new, "ins")
        self._story.notes.inserted.update(new.notes)

    def delete(self, old: Atom) -> None:
        """Add a piece that is no more."""
        self._enter(self._wrappers.round_old(old.inside), is_old=True)
        self._bring_marks(old.before)
        self._add(old, "del")

    def end(self, old: Sequence[Element], new: Sequence[Element]) -> None:
        """Add what stands behind the last piece."""
        self._enter(())
        self._bring_marks(old)
        self._add_marks(new)

    def _add_field(self, old: Atom, new: Atom) -> None:
        """Add a field that shows something else: the change is inside it, so that it goes on to count."""
        before, after = result_of(old.runs), result_of(new.runs)
        if before is None or after is None:
            self._add(old, "del")
            self._add(new, "ins")
            return
        first, last = after
        self._add_runs(new.runs[:first], "")
        self._add_runs(old.runs[before[0] : before[1]], "del")
        self._add_runs(new.runs[first:last], "ins")
        self._add_runs(new.runs[last:], "")

    def _add(self, atom: Atom, state: State) -> None:
        for part in atom.parts:
            (self._bring_marks if state == "del" else self._add_marks)(part.marks)
            self._add_text(part, state)
        self._add_runs(atom.runs, state)

    def _add_runs(self, runs: Sequence[Element], state: State) -> None:
        for run in runs:
            copy = copied(run)
            if state == "del" and self._story.brought.admit(copy) is None:
                continue
            holder = self._holder_of(state)
            holder.append(as_deleted(copy) if state == "del" else copy)
            self._looks = None
            if state == "del":
                self._story.notes.deleted += [(mark, name_of_note(mark)) for mark in copy.iter(*NOTE_MARKS)]

    def _add_text(self, part: Part, state: State, before: Element | None = None) -> None:
        looks = part.run.find(w("rPr"))
        told = b"".join(
            b"\0" if one is None else etree.tostring(one, method="c14n", exclusive=True) for one in (looks, before)
        )
        holder = self._holder_of(state)
        if self._looks == told and len(holder):
            last = holder[-1][-1]
            last.text = (last.text or "") + part.text
            return
        run = add(holder, "r")
        if looks is not None:
            copy = copied(looks)
            if state != "del" or self._story.brought.admit(copy) is not None:
                run.append(copy)
        if before is not None:
            self._story.marker.mark_look(child(run, "rPr"), deepcopy(before))
        text = add(run, "delText" if state == "del" else "t")
        text.set(XML_SPACE, "preserve")
        text.text = part.text
        self._looks = told

    def _holder_of(self, state: State) -> Element:
        """Return where runs of a state go: a mark, or what is open round it."""
        outside = self._wrappers.innermost
        if self._holder is None or self._state != state:
            self._holder, self._state, self._looks = outside, state, None
            if state:
                change: Change = state
                self._holder = self._story.marker.mark(change)
                outside.append(self._holder)
        return self._holder

    def _enter(self, inside: tuple[Element, ...], is_old: bool = False) -> None:
        if self._wrappers.enter(inside, is_old):
            self._holder = None

    def _add_marks(self, marks: Sequence[Element]) -> None:
        for mark in marks:
            self._add_mark(mark)

    def _bring_marks(self, marks: Sequence[Element]) -> None:
        for mark in marks:
            copy = self._story.brought.bookmark(deepcopy(mark))
            if copy is not None:
                self._add_mark(copy)

    def _add_mark(self, mark: Element) -> None:
        mark.tail = None
        self._wrappers.innermost.append(mark)
        self._holder = None
