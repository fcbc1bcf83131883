"""Edits of a Word file at random places, each as its programs make it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from hashlib import sha256
from typing import TypeVar

from lxml import etree
from tests.pull.word_edits import Element, W, WordEdits, italics, run_of, text_of

WORDS = ("ledger", "harbour", "“quoted”", "North-West", "2019", "naïve", "ключ", "五", "(so)", "e.g.", "a_b", "*star*")

OF_WORDS = (
    "replace", "insert", "delete", "split", "add", "remove", "note text", "new note", "no note", "italics"
)  # fmt: skip
"""The kinds that change words and notes, which most readers do most."""

T = TypeVar("T")


class Chance:
    """Numbers that nobody chose, the same for the same seed."""

    def __init__(self, seed: str) -> None:
        self._seed, self._count = seed, 0

    def randrange(self, first: int, behind: int | None = None) -> int:
        """Return a number from 0 to `first`, or from `first` on, without the last."""
        self._count += 1
        start, end = (0, first) if behind is None else (first, behind)
        return start + int(sha256(f"{self._seed} {self._count}".encode()).hexdigest(), 16) % (end - start)

    def choice(self, among: Sequence[T]) -> T:
        """Return one of some things."""
        return among[self.randrange(len(among))]


class RandomEdits:
    """A file and a source of chance."""

    def __init__(self, data: bytes, chance: Chance, names: Sequence[str] = ()) -> None:
        """`names` are the kinds that are made; without them, all."""
        self.word = WordEdits(data)
        self.chance = chance
        self.kinds: list[tuple[str, Callable[[], bool]]] = [
            ("replace", self._replace), ("insert", self._insert), ("delete", self._delete), ("split", self._split),
            ("add", self._add), ("remove", self._remove), ("note text", self._note_text), ("new note", self._new_note),
            ("no note", self._no_note), ("italics", self._italics), ("move", self._move), ("join", self._join),
            ("add row", self._add_row), ("move row", self._move_row), ("paste", self._paste),
            ("swap notes", self._swap_notes), ("quotes", self._quotes), ("style", self._style), ("link", self._link),
            ("comment", self._comment), ("strike", self._strike), ("highlight", self._highlight),
            ("no controls", self._no_controls), ("formula", self._formula), ("foot", self._foot),
        ]  # fmt: skip
        self.kinds = [kind for kind in self.kinds if not names or kind[0] in names]

    def edit(self) -> str:
        """Make one edit and return its kind; nothing where there was no place for it."""
        name, make = self.chance.choice(self.kinds)
        return name if make() else ""

    def _text(self, root: Element | None = None, in_cell: bool = True) -> Element | None:
        """Return the text of a run outside contents and fields."""
        found: list[Element] = []
        for paragraph in (self.word.body if root is None else root).iter(f"{W}p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            is_contents = style is not None and style.get(f"{W}val", "").startswith("Toc")
            is_cell = next(paragraph.iterancestors(f"{W}tc"), None) is not None
            if not is_contents and (in_cell or not is_cell):
                found += [one for one in _outside_fields(paragraph) if len((one.text or "").split()) > 2]
        return self.chance.choice(found) if found else None

    def _words(self) -> str:
        return " ".join(self.chance.choice(WORDS) for _ in range(1 + self.chance.randrange(3)))

    def _replace(self, root: Element | None = None) -> bool:
        text = self._text(root)
        if text is None:
            return False
        words = (text.text or "").split(" ")
        place = self.chance.randrange(len(words))
        text.text = " ".join([*words[:place], self._words(), *words[place + 1 :]])
        return True

    def _insert(self) -> bool:
        text = self._text()
        if text is None:
            return False
        words = (text.text or "").split(" ")
        place = self.chance.randrange(1, len(words))
        text.text = " ".join([*words[:place], self._words(), *words[place:]])
        return True

    def _delete(self) -> bool:
        text = self._text()
        if text is None:
            return False
        words = (text.text or "").split(" ")
        place = self.chance.randrange(1, len(words) - 1)
        text.text = " ".join([*words[:place], *words[place + 1 :]])
        return True

    def _split(self) -> bool:
        text = self._text(in_cell=False)
        if text is None:
            return False
        paragraph = next(text.iterancestors(f"{W}p"))
        words = (text.text or "").split(" ")
        before = " ".join(words[self.chance.randrange(1, len(words)) :])
        if text_of(paragraph).count(before) != 1 or self.word.paragraph(before) is not paragraph:
            return False
        self.word.split(before)
        return True

    def _add(self) -> bool:
        text = self._text(in_cell=False)
        if text is None:
            return False
        paragraph = next(text.iterancestors(f"{W}p"))
        added = paragraph.makeelement(f"{W}p")
        added.append(run_of(f"Added {self._words()} here."))
        paragraph.addnext(added)
        return True

    def _remove(self) -> bool:
        text = self._text(in_cell=False)
        parent = None if text is None else (paragraph := next(text.iterancestors(f"{W}p"))).getparent()
        if parent is None or paragraph.find(f".//{W}sectPr") is not None:
            return False
        parent.remove(paragraph)
        return True

    def _note_text(self) -> bool:
        return self._replace(self.word.notes)

    def _new_note(self) -> bool:
        text = self._text()
        if text is None:
            return False
        words = " ".join((text.text or "").split(" ")[:2])
        if not words.strip() or words not in text_of(next(text.iterancestors(f"{W}r"))):
            return False
        self.word.add_note_in(next(text.iterancestors(f"{W}r")), words, f"New note {self._words()}.")
        return True

    def _no_note(self) -> bool:
        marks = list(self.word.body.iter(f"{W}footnoteReference"))
        if not marks:
            return False
        self.word.remove_mark(self.chance.choice(marks))
        return True

    def _italics(self) -> bool:
        text = self._text()
        run = None if text is None else text.getparent()
        if run is None or run.find(f"{W}rPr") is not None:
            return False
        run.insert(0, italics())
        return True

    def _paragraph(self) -> Element | None:
        """Return a paragraph of running text that no section ends with."""
        text = self._text(in_cell=False)
        paragraph = None if text is None else next(text.iterancestors(f"{W}p"))
        return None if paragraph is None or paragraph.find(f".//{W}sectPr") is not None else paragraph

    def _move(self) -> bool:
        moved, target = self._paragraph(), self._paragraph()
        if moved is None or target is None or moved is target:
            return False
        target.addnext(moved)
        return True

    def _join(self) -> bool:
        first = self._paragraph()
        following = None if first is None else first.getnext()
        if (
            first is None
            or following is None
            or following.tag != f"{W}p"
            or following.find(f".//{W}sectPr") is not None
        ):
            return False
        for child in list(following):
            if child.tag != f"{W}pPr":
                first.append(child)
        following.getparent().remove(following)  # type: ignore[union-attr]
        return True

    def _row(self) -> Element | None:
        rows = list(self.word.body.iter(f"{W}tr"))
        return self.chance.choice(rows) if rows else None

    def _add_row(self) -> bool:
        row = self._row()
        if row is None:
            return False
        added = deepcopy(row)
        for paragraph in added.iter(f"{W}p"):
            for child in [child for child in paragraph if child.tag != f"{W}pPr"]:
                paragraph.remove(child)
            paragraph.append(run_of(self._words()))
        row.addnext(added)
        return True

    def _move_row(self) -> bool:
        row = self._row()
        other = None if row is None else row.getnext()
        if row is None or other is None or other.tag != f"{W}tr":
            return False
        other.addnext(row)
        return True

    def _paste(self) -> bool:
        """Paste what stands elsewhere, as Word does from another window: words and looks, no controls, no notes."""
        copied, target = self._paragraph(), self._paragraph()
        if copied is None or target is None:
            return False
        pasted = copied.makeelement(f"{W}p")
        for text in _outside_fields(copied):
            run = run_of(text.text or "")
            properties = text.getparent().find(f"{W}rPr")  # type: ignore[union-attr]
            run[:0] = [] if properties is None else [deepcopy(properties)]
            pasted.append(run)
        pasted.append(run_of(f" {self._words()}"))
        target.addnext(pasted)
        return True

    def _swap_notes(self) -> bool:
        marks = [list(paragraph.iter(f"{W}footnoteReference")) for paragraph in self.word.body.iter(f"{W}p")]
        pairs = [found for found in marks if len(found) > 1]
        if not pairs:
            return False
        one, other = (mark.getparent() for mark in self.chance.choice(pairs)[:2])
        first, second = _with_bookmark(one), _with_bookmark(other)
        place = first[0].getprevious()
        parent = first[0].getparent()
        assert parent is not None
        after = second[-1]
        for element in reversed(first):
            after.addnext(element)
        start = 0 if place is None else parent.index(place) + 1
        parent[start:start] = second
        return True

    def _quotes(self) -> bool:
        text = self._text()
        if text is None:
            return False
        words = (text.text or "").split(" ")
        place = self.chance.randrange(len(words))
        text.text = " ".join(
            [*words[:place], f"‘{words[place]}’" if place % 2 else f"“{words[place]}”", *words[place + 1 :]]
        )
        return True

    def _style(self) -> bool:
        paragraph = self._paragraph()
        if paragraph is None:
            return False
        added = paragraph.makeelement(f"{W}p")
        properties = etree.SubElement(added, f"{W}pPr")
        style = self.chance.choice(("Heading2", "Heading3", "ListBullet", "ListNumber", "Quote"))
        etree.SubElement(properties, f"{W}pStyle", {f"{W}val": style})
        added.append(run_of(f"Added {self._words()} here."))
        paragraph.addnext(added)
        return True

    def _some_words(self) -> str:
        """Return two words that stand in one run, the first such run of the file that has them."""
        text = self._text(in_cell=False)
        words = "" if text is None else " ".join((text.text or "").split(" ")[:2])
        is_there = (
            any(words in text_of(run) for run in self.word.paragraph(words).iter(f"{W}r")) if words.strip() else False
        )
        return words if is_there and words == words.strip() else ""

    def _link(self) -> bool:
        words = self._some_words()
        return bool(words) and bool(self.word.link(words, f"https://example.org/{self.chance.randrange(99)}"))

    def _comment(self) -> bool:
        words = self._some_words()
        return bool(words) and bool(self.word.comment(words, f"Is it {self._words()}?", "Reader B", "2026-11-20"))

    def _strike(self) -> bool:
        words = self._some_words()
        return bool(words) and bool(self.word.mark(words, "strike"))

    def _highlight(self) -> bool:
        words = self._some_words()
        return bool(words) and bool(self.word.mark(words, "highlight", val="yellow"))

    def _formula(self) -> bool:
        words = self._some_words()
        return bool(words) and bool(self.word.formula(words, f"x={self.chance.randrange(99)}"))

    def _no_controls(self) -> bool:
        return bool(self.word.without_controls())

    def _foot(self) -> bool:
        return bool(self.word.in_heads("DRAFT", f"DRAFT {self._words()}"))


def _with_bookmark(run: Element | None) -> list[Element]:
    """Return the run of a mark with the bookmark round it, where it has one."""
    assert run is not None
    before, after = run.getprevious(), run.getnext()
    if before is None or after is None or (before.tag, after.tag) != (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        return [run]
    return [before, run, after]


def _outside_fields(paragraph: Element) -> list[Element]:
    found: list[Element] = []
    depth = 0
    for element in paragraph.iter(f"{W}t", f"{W}fldChar"):
        if element.tag == f"{W}t":
            found += [element] if not depth else []
        else:
            depth += {"begin": 1, "end": -1}.get(element.get(f"{W}fldCharType", ""), 0)
    return found
