"""Fields whose ends belong to no paragraph's text: those that run over several paragraphs, and numbers of pages."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from probata.word.elements import XML_SPACE, Element, add, make, w


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
        parent = simple.getparent()
        if parent is None:
            continue
        code = make("r")
        text = add(code, "instrText")
        text.set(XML_SPACE, "preserve")
        text.text = simple.get(w("instr"), "")
        result = [deepcopy(child) for child in simple if child.tag != w("fldData")]
        for made in (_end("begin"), code, _end("separate"), *result, _end("end")):
            simple.addprevious(made)
        parent.remove(simple)


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
