"""What holds names of protected persons when they were taken out of the records of a case: for somebody to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from probata.diagnostics.say import counted
from probata.disclosure.name_search import NameSearch
from probata.edits.case_files import CaseFiles
from probata.evidence.held_copies import HeldCopies
from probata.evidence.store import Store
from probata.graph.case_graph import CaseGraph
from probata.source.in_child import Child, ChildError

WORD = re.compile(r"[\w./#-]+")
"""What may be an id, alone or behind its kind: `people/quarrow#name`."""


def ids_of(graph: CaseGraph) -> frozenset[str]:
    """Return the ids of all records."""
    return frozenset(key for held in graph.records.values() for key in held)


def id_in(word: str) -> str:
    """Return what may be an id in a word."""
    return word.rstrip(".").partition("#")[0].rpartition("/")[2]


def places_left(
    graph: CaseGraph, names: NameSearch, changed: Mapping[str, bytes]
) -> Iterator[tuple[str, Sequence[str]]]:
    """Give the places that hold a name when files are changed, each with the ids that do, where nothing else does.

    `changed` are by their shown path. Words of others are told by their record too.
    """
    yield from ((place, ()) for place in _words_of_others(graph, names))
    ids = ids_of(graph)
    for shown, text in sorted(graph.texts.items()):
        told = changed[shown].decode(errors="replace") if shown in changed else text
        for number, line in enumerate(told.splitlines(), 1):
            if _names_in(names, line):
                yield f"{shown}:{number}", _ids_alone(line, names, ids)
    for name, table in sorted(graph.tables.items()):
        for number, row in enumerate(table.rows):
            if table.path not in graph.texts and any(map(names.found, row)):
                yield f"{table.path}, row {number + 1} of {name}", ()
    for shown in sorted(graph.texts):
        if names.found(shown.rpartition("/")[2], is_address=True):
            yield f"the name of the file {shown}", ()


def _words_of_others(graph: CaseGraph, names: NameSearch) -> Iterator[str]:
    for one in graph.statements:
        for part in one.paragraphs:
            if names.found(part.text):
                yield f"the statement {one.id}, paragraph {part.id}: its words are never changed"
    for quoted in graph.quotations:
        said = (quoted.text, quoted.original.text if quoted.original else "", *_translated(quoted.translations))
        if any(names.found(text) for text in said if text):
            yield f"the quotation {quoted.id}: its words are never changed"


def _translated(translations: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    yield from (text for fields in translations.values() for text in fields.values())


def _names_in(names: NameSearch, line: str) -> bool:
    return bool(names.found(line)) or any(names.found(one, is_address=True) for one in line.split() if "-" in one)


def _ids_alone(line: str, names: NameSearch, ids: frozenset[str]) -> Sequence[str]:
    """Return the ids in a line that name somebody; none where something else there does too."""
    words = [one for one in WORD.finditer(line) if id_in(one[0]) in ids]
    naming = [id_in(one[0]) for one in words if names.found(one[0], is_address=True)]
    rest = line
    for one in reversed(words):
        rest = f"{rest[: one.start()]} {rest[one.end() :]}"
    return () if _names_in(names, rest) else tuple(dict.fromkeys(naming))


def names_in_copies(held: HeldCopies, names: NameSearch) -> tuple[list[str], list[str]]:
    """Return the held copies that name somebody, and those whose words could not be read, or not all of them."""
    naming, unread = list[str](), list[str]()
    for copy in held.copies.values():
        text = held.text(copy.id)
        if text and (number := sum(bool(names.found(page.text)) for page in text.pages)):
            pages = f"{number} of {counted(len(text.pages), 'page')}"
            naming.append(f"the held copy {copy.id}, {pages}: held/{copy.sha256[:2]}/{copy.sha256[:12]}…")
        elif not text or text.fault or any(page.is_picture for page in text.pages):
            unread.append(f"the held copy {copy.id}")
    return naming, unread


def names_in_files(graph: CaseGraph, case: Path, names: NameSearch) -> tuple[list[str], list[str]]:
    """Return the files of a case that are read as no text of it and name somebody, and those not read whole.

    Such are notes, what was put aside when a case became a workbook, the workbook itself, with its remarks, and what
    was filed. Held copies and what git keeps are told apart. `case` is its folder or its one file.
    """
    naming, unread = list[str](), list[str]()
    with Child(seconds=_SECONDS) as child:
        for path in (path for path in _other_files(graph, case) if path.is_file() and not path.is_symlink()):
            parts, is_whole = _parts_with_names(path, names, child)
            naming += [f"{path.as_posix()}{f', {part}' if part else ''}" for part in parts]
            unread += () if is_whole else (path.as_posix(),)
    return naming, unread


def _other_files(graph: CaseGraph, case: Path) -> Iterator[Path]:
    texts = {CaseFiles.of(graph).path_of(shown) for shown in graph.texts}
    copies = {copy.sha256 for copy in graph.copies}
    if case.is_dir():
        inside = (path for path in sorted(case.rglob("*")) if ".git" not in path.relative_to(case).parts)
        yield from (path for path in inside if path.name not in copies and path.resolve() not in texts)
        return
    yield from () if case.resolve() in texts else (case,)
    filed = (Store.of(graph.root).path_of(file.sha256) for sent in graph.sent for file in sent.files)
    yield from filter(None, filed)


_SECONDS = 120.0


def _parts_with_names(path: Path, names: NameSearch, child: Child) -> tuple[Sequence[str], bool]:
    """Return the parts of a file that name somebody, and whether all its words were read."""
    try:
        read = child.call("probata.protection.read_file:read", path=str(path.resolve()))
    except ChildError:
        return (), False
    naming = dict.fromkeys(part for part, text, _ in read["passages"] if names.found(text))
    return tuple(naming), not (read["unread"] or read["pictures"])
