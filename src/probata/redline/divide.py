"""Dividing a paragraph: words from runs, and what cannot be divided whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Final

from probata.redline.atoms import (
    CONTROL,
    NOTE_MARKS,
    TEXT,
    WRAPPERS,
    Atom,
    Atoms,
    NoteKeys,
    NoteMark,
    Part,
    name_of_note,
)
from probata.redline.canonical import canonical
from probata.redline.field_ends import open_ends
from probata.redline.in_words import in_words
from probata.word.elements import R_NAMESPACE, Element, make, w
from probata.word.new_pages import is_page_break

_RUN: Final = w("r")
_FIELD: Final = w("fldChar")
_CONTENT: Final = w("sdtContent")
_OF_WRAPPERS: Final = frozenset(w(name) for name in ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"))
_LEFT_OUT: Final = frozenset((w("pPr"), w("proofErr")))
_SHOWN: Final = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\N{NON-BREAKING HYPHEN}"}
_NOTHING: Final = frozenset((w("rPr"), w("lastRenderedPageBreak"), w("softHyphen")))
_OF_COMMENTS: Final = frozenset((w("commentReference"), w("annotationRef")))


class Divider:
    """Divides the paragraphs of one part."""

    def __init__(self, note_keys: NoteKeys, targets: Mapping[str, str]) -> None:
        """Take what notes are called, and what the part's relationships lead to: an address, a digest of a picture."""
        self._note_keys = note_keys
        self._targets = targets

    def atoms(self, paragraph: Element) -> Atoms:
        """Return the pieces of a paragraph; the elements in them are the paragraph's own."""
        found: list[Atom] = []
        before: list[Element] = []
        field_runs: list[Element] = []
        depth = 0
        loose = open_ends(paragraph)
        for element, inside in _content(paragraph, ()):
            if element.tag != _RUN:
                if depth or _is_mark(element):
                    before.append(element)
                else:
                    found.append(self._whole(element, (element,), inside, before))
                    before = []
                continue
            ends = element.find(_FIELD)
            if ends is not None and element not in loose:
                depth += {"begin": 1, "end": -1}.get(ends.get(w("fldCharType"), ""), 0)
                field_runs.append(element)
                if not depth:
                    found.append(self._field(field_runs, inside, before))
                    field_runs, before = [], []
            elif depth:
                field_runs.append(element)
            elif element in loose or _is_of_comment(element):
                before.append(element)
            else:
                for one in self._of_run(element, inside):
                    if isinstance(one, Atom):
                        one.before, before = before, []
                        found.append(one)
                    else:
                        before.append(one)
        return Atoms(list(in_words(found)), before)

    def _of_run(self, run: Element, inside: tuple[Element, ...]) -> Iterator[Atom | Element]:
        """Give the pieces of a run; the break of a page marks no text, and stays where the new version has it."""
        link = self._link(inside)
        for child in run:
            if child.tag == TEXT:
                if text := child.text or "":
                    yield Atom(f"{link}{text}", text, (Part(text, run),), inside=inside)
            elif is_page_break(child):
                yield _alone(child, run)
            elif child.tag in _SHOWN and not child.attrib:
                yield self._one(child, run, _SHOWN[str(child.tag)], inside)
            elif child.tag in NOTE_MARKS:
                note = name_of_note(child)
                yield Atom(self._key_of(note), runs=(_alone(child, run),), inside=inside, notes=(note,))
            elif child.tag not in _NOTHING:
                yield self._one(child, run, _SHOWN.get(str(child.tag), ""), inside)

    def _one(self, child: Element, run: Element, text: str, inside: tuple[Element, ...]) -> Atom:
        return Atom(f"\x1e{canonical(child, self._targets)}", text, runs=(_alone(child, run),), inside=inside)

    def _whole(
        self, element: Element, runs: tuple[Element, ...], inside: tuple[Element, ...], before: list[Element]
    ) -> Atom:
        return Atom(f"\x1e{canonical(element, self._targets)}", "", runs=runs, before=before, inside=inside)

    def _field(self, runs: list[Element], inside: tuple[Element, ...], before: list[Element]) -> Atom:
        codes = (code for run in runs for code in run.iter(w("instrText")))
        kind, *others = "".join(element.text or "" for element in codes).split() or [""]
        code = " ".join((kind, *sorted(set(others))))  # LibreOffice writes switches in another order, and twice
        text = "".join(_shown(run) for run in runs)
        notes = tuple(name_of_note(mark) for run in runs for mark in run.iter(*NOTE_MARKS))
        key = f"\x1efield {code}" + "".join(map(self._key_of, notes))
        return Atom(key, text, runs=tuple(runs), before=before, inside=inside, notes=notes, result=text)

    def _key_of(self, note: NoteMark) -> str:
        return f"\x1enote {self._note_keys.get(note, note[1])}"

    def _link(self, inside: tuple[Element, ...]) -> str:
        """Return what tells text inside a link from the same text with another address."""
        ids = (element.get(f"{{{R_NAMESPACE}}}id", "") for element in inside if element.tag == w("hyperlink"))
        return "".join(f"\x1e{self._targets.get(id_, '')} " for id_ in ids if id_)


def _content(parent: Element, inside: tuple[Element, ...]) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    for child in parent:
        if child.tag in _LEFT_OUT or child.tag in _OF_WRAPPERS:
            continue
        if child.tag in WRAPPERS:
            content = child.find(_CONTENT) if child.tag == CONTROL else child
            if content is not None:
                yield from _content(content, (*inside, child))
        else:
            yield child, inside


def _is_mark(element: Element) -> bool:
    """Tell elements that show nothing and stand between runs: bookmarks, ranges of comments and permissions."""
    return str(element.tag).endswith(("Start", "End"))


def _is_of_comment(run: Element) -> bool:
    return any(child.tag in _OF_COMMENTS for child in run)


def _alone(child: Element, run: Element) -> Element:
    """Return a run that holds one child, with the looks of the run in which it stands."""
    made = make("r")
    looks = run.find(w("rPr"))
    if looks is not None:
        made.append(deepcopy(looks))
    made.append(deepcopy(child))
    return made


def _shown(run: Element) -> str:
    return "".join((one.text or "") if one.tag == TEXT else _SHOWN.get(str(one.tag), "") for one in run)
