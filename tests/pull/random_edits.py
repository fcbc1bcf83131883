"""Edits of a Word file at random places, each as its programs make it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import TypeVar

from tests.pull.word_edits import Element, W, WordEdits, italics, run_of, text_of

WORDS = ("ledger", "harbour", "“quoted”", "North-West", "2019", "naïve", "ключ", "五", "(so)", "e.g.", "a_b", "*star*")


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

    def __init__(self, data: bytes, chance: Chance) -> None:
        self.word = WordEdits(data)
        self.chance = chance
        self.kinds: list[tuple[str, Callable[[], bool]]] = [
            ("replace", self._replace), ("insert", self._insert), ("delete", self._delete), ("split", self._split),
            ("add", self._add), ("remove", self._remove), ("note text", self._note_text), ("new note", self._new_note),
            ("no note", self._no_note), ("italics", self._italics),
        ]  # fmt: skip

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


def _outside_fields(paragraph: Element) -> list[Element]:
    found: list[Element] = []
    depth = 0
    for element in paragraph.iter(f"{W}t", f"{W}fldChar"):
        if element.tag == f"{W}t":
            found += [element] if not depth else []
        else:
            depth += {"begin": 1, "end": -1}.get(element.get(f"{W}fldCharType", ""), 0)
    return found
