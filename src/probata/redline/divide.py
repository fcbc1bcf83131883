"""Dividing a paragraph: words from runs, and what cannot be divided whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Final

from lxml import etree

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
from probata.redline.words import in_words
from probata.word.elements import R_NAMESPACE, XML_SPACE, Element, add, copied, make, remove, w
from probata.word.reading import is_page_break

# What is no text, as a text that is equal for what a reader takes for the same.


def canonical(element: Element, targets: Mapping[str, str]) -> str:
    """Return an element as text in which neither the ids of relationships nor those of drawings count.

    `targets` are what the part's relationships lead to. A picture is the same where its data are: programs write its
    frame anew whenever they save, and LibreOffice the raster that stands in for a drawing of lines.
    """
    held = [targets.get(id_, "") for one in element.iter() if not _stands_in(one) for id_ in _relationships(one)]
    if any(held) and element.tag not in WRAPPERS:
        texts = "".join(one.text or "" for one in element.iter(TEXT))
        return f"{' '.join(sorted(set(held)))} {texts}"
    copy = copied(element)
    for one in copy.iter():
        for name in list(one.attrib):
            if "rsid" in str(name) or (str(one.tag).endswith("}docPr") and name in ("id", "name")):
                del one.attrib[name]
    return etree.tostring(copy, method="c14n", exclusive=True).decode()


def _stands_in(element: Element) -> bool:
    """Tell a raster that a program shows only where it cannot draw the lines."""
    return str(element.tag).endswith("}blip") and any(str(one.tag).endswith("}svgBlip") for one in element.iter())


def _relationships(element: Element) -> Iterator[str]:
    return (str(value) for name, value in element.attrib.items() if str(name).startswith(f"{{{R_NAMESPACE}}}"))


def open_ends(paragraph: Element) -> set[Element]:
    """Return the runs of a paragraph that begin, divide or end a field whose other end is in another paragraph.

    The runs of its instruction are among them, and those of a number of a page: LibreOffice keeps it as text alone.
    """
    loose: set[Element] = set()
    stack: list[list[Element]] = []
    for run in paragraph.iter(w("r")):
        mark = run.find(w("fldChar"))
        kind = "" if mark is None else mark.get(w("fldCharType"), "")
        if kind == "begin":
            stack.append([run])
        elif kind and not stack:
            loose.add(run)
        elif kind == "end":
            ended = (*stack.pop(), run)
            if any((code.text or "").split()[:1] == ["PAGEREF"] for one in ended for code in one.iter(w("instrText"))):
                loose.update(ended)
        elif kind == "separate" or (stack and run.find(w("instrText")) is not None):
            stack[-1].append(run)
    return loose.union(*stack)


def result_of(runs: Sequence[Element]) -> tuple[int, int] | None:
    """Return where the result of a field begins and ends among its runs; `None` where other fields are in it."""
    kinds = [mark.get(w("fldCharType")) for run in runs for mark in run.findall(w("fldChar"))]
    if kinds != ["begin", "separate", "end"]:
        return None
    first = next(n for n, run in enumerate(runs) if _is_end(run, "separate"))
    last = next(n for n, run in enumerate(runs) if _is_end(run, "end"))
    return first + 1, last


def _is_end(run: Element, kind: str) -> bool:
    return any(mark.get(w("fldCharType")) == kind for mark in run.findall(w("fldChar")))


def spell_out(root: Element) -> None:
    """Write each `w:fldSimple` as runs from a beginning to an end: only runs can be marked as deleted.

    A run that holds the end of a field and something else is divided.
    """
    for end in list(root.iter(w("fldChar"))):
        run = end.getparent()
        if run is not None and run.tag == w("r"):
            _divide(run)
    for simple in list(root.iter(w("fldSimple"))):
        code = make("r")
        text = add(code, "instrText")
        text.set(XML_SPACE, "preserve")
        text.text = simple.get(w("instr"), "")
        result = [deepcopy(child) for child in simple if child.tag != w("fldData")]
        for made in (_end("begin"), code, _end("separate"), *result, _end("end")):
            simple.addprevious(made)
        remove(simple)


def _divide(run: Element) -> None:
    """Put each child of a run but its properties into a run of its own."""
    looks = run.find(w("rPr"))
    children = [child for child in run if child is not looks]
    for child in children[:-1]:
        made = make("r")
        if looks is not None:
            made.append(deepcopy(looks))
        made.append(child)
        run.addprevious(made)


def _end(kind: str) -> Element:
    run = make("r")
    add(run, "fldChar", fldCharType=kind)
    return run


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
                if depth or str(element.tag).endswith(("Start", "End")):
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
            elif element in loose or any(child.tag in _OF_COMMENTS for child in element):
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
