"""Changing records of a case through one door: text files, one file and workbook alike, all changes or none."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from tests.each import each

from probata.edits.change import Change, Loc, NewRecords, NewValue, NewWords, NoValue
from probata.edits.change_case import changed_files
from probata.graph import CaseGraph
from probata.graph.load import load_case
from probata.graph.resolve import REFERENCES, Known
from probata.output.together import Replaced, write_together
from probata.source.change_yaml import Edit
from probata.source.node import MappingNode, Node, Scalar, to_plain
from probata.source.text_edits import CannotChangeError
from probata.workbook.convert import to_workbook
from probata.workbook.shape import shape_of

CLAIMS = Path(__file__).parents[2] / "claims"
CASES = ("example", "liu-jianchao")
FILES = {
    "case.yaml": "title: The Harbour Case # of 2026\nsummary: |\n  One.\n\n  Two.\n",
    "people.yaml": (
        "- id: rill\n  name: {family: Rill, given: Ana}\n  birth: {date: 1974}\n- id: merrik\n  name: Tove Merrik\n"
    ),
    "events.yaml": (
        "- id: raid\n  kind: incident\n  title: The raid\n  dates: 2022-05\n"
        "  description: >-\n    They came\n    at night.\n"
    ),
    "narrative/background.md": "---\ntitle: Background\n---\n\nThe harbour *was* quiet.\n",
}


def case_of(path: Path) -> CaseGraph:
    graph = load_case(path, f"claims/{path.name}", Known()).graph
    assert graph is not None
    return graph


def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / "mine" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "mine" / name).write_bytes(text.encode())
    return tmp_path / "mine"


def workbook(tmp_path: Path) -> Path:
    made = to_workbook(folder(tmp_path), "mine", REFERENCES)
    book = tmp_path / "book" / "case.xlsx"
    book.parent.mkdir()
    book.write_bytes(next(iter(made.new.values())))
    return book.parent


def one_file(tmp_path: Path) -> Path:
    parts = [f"case:\n{_indented(FILES['case.yaml'])}"]
    parts += [f"{name}:\n{_indented(FILES[f'{name}.yaml'])}" for name in ("people", "events")]
    parts.append("narrative:\n  - {id: background, title: Background, text: The harbour *was* quiet.}\n")
    path = tmp_path / "mine.yaml"
    path.write_bytes("".join(parts).encode())
    return path


def _indented(text: str) -> str:
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))


Form = Callable[[Path], Path]
FORMS = each("form", [folder, one_file, workbook])


def records(graph: CaseGraph) -> dict[tuple[str, str], Any]:
    return {("case", ""): to_plain(graph.case_node), **{key: to_plain(node) for key, node in graph.nodes.items()}}


def texts(graph: CaseGraph) -> Iterator[tuple[str, str, Loc, str]]:
    """Give every text of a case but ids, which records are known by."""
    for (kind, record), node in [*graph.nodes.items(), (("case", ""), graph.case_node)]:
        yield from ((kind, record, loc, text) for loc, text in _below(node, ()) if loc[-1] != "id")


def _below(node: Node, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(node, Scalar):
        yield from [] if node.is_null else [(loc, node.text)]
    elif isinstance(node, MappingNode):
        for entry in node.entries:
            yield from _below(entry.value, (*loc, entry.key.text))
    else:
        for number, item in enumerate(node.items):
            yield from _below(item, (*loc, number))


CHANGES: list[Change] = [
    NewWords("case", "", ("summary",), (Edit(0, 3, "First"),)),
    NewValue("people", "rill", ("name", "given"), "Ana, B."),
    NewValue("people", "rill", ("birth", "date"), "1 April 1974"),
    NewValue("people", "merrik", ("birth", "date"), "about 1980"),
    NoValue("people", "rill", ("name", "given")),
    NewValue("events", "raid", ("dates",), "Aug 2015 – Apr 2017"),
    NewWords("events", "raid", ("description",), (Edit(10, 12, "late at"),)),
    NewValue("narrative", "background", ("text",), "The harbour *was never* quiet.\n\nThen they came."),
    NewValue("narrative", "background", ("title",), "Background: the harbour"),
    NewRecords("people", [{"id": "new", "name": "Somebody: New"}, {"id": "newer", "name": "Ünal"}]),
    NewRecords("bodies", [{"id": "guard", "name": "Harbour Guard"}]),
]


@FORMS
def test_changes_of_several_records_come_together(form: Form, tmp_path: Path) -> None:
    graph = case_of(form(tmp_path))

    write_together(changed_files(graph, [one for one in CHANGES if not isinstance(one, NoValue)]))

    after = records(case_of(tmp_path / Path(graph.one_file).name if form is one_file else graph.root))
    assert after["case", ""]["summary"].startswith("First.\n\nTwo.")
    assert after["people", "rill"] == {
        "id": "rill", "name": {"family": "Rill", "given": "Ana, B."}, "birth": {"date": "1974-04-01"},
    }  # fmt: skip
    assert after["people", "merrik"] == {"id": "merrik", "name": "Tove Merrik", "birth": {"date": "~1980"}}
    assert after["events", "raid"] == {
        "id": "raid", "kind": "incident", "title": "The raid", "dates": "2015-08/2017-04",
        "description": "They came late at night.",
    }  # fmt: skip
    assert after["narrative", "background"] == {
        "id": "background", "title": "Background: the harbour",
        "text": "The harbour *was never* quiet.\n\nThen they came.",
    }  # fmt: skip
    assert after["people", "new"] == {"id": "new", "name": "Somebody: New"}
    assert after["people", "newer"] == {"id": "newer", "name": "Ünal"}
    assert after["bodies", "guard"] == {"id": "guard", "name": "Harbour Guard"}
    assert len(after) == 8


def test_only_the_lines_concerned_change(tmp_path: Path) -> None:
    files = changed_files(case_of(folder(tmp_path)), [one for one in CHANGES if not isinstance(one, NewRecords)][5:])

    assert [(file.path.name, file.shown) for file in files] == [
        ("events.yaml", "claims/mine/events.yaml"), ("background.md", "claims/mine/narrative/background.md"),
    ]  # fmt: skip
    assert (files[0].after or b"").decode() == (
        "- id: raid\n  kind: incident\n  title: The raid\n  dates: 2015-08/2017-04\n"
        "  description: >-\n    They came\n    late at night.\n"
    )


@FORMS
def test_edits_of_one_text_may_come_one_by_one(form: Form, tmp_path: Path) -> None:
    graph = case_of(form(tmp_path))
    words = [NewWords("events", "raid", ("description",), (edit,)) for edit in (Edit(0, 4, "Men"), Edit(10, 12, "by"))]

    write_together(changed_files(graph, words))

    after = records(case_of(tmp_path / Path(graph.one_file).name if form is one_file else graph.root))
    assert after["events", "raid"]["description"] == "Men came by night."


@FORMS
@each(
    ("change", "code"),
    [
        (NewValue("people", "nobody", ("name",), "A"), "SRC167"),
        (NewWords("people", "rill", ("note",), (Edit(0, 0, "A"),)), "SRC167"),
        (NewWords("people", "rill", ("name",), (Edit(0, 0, "A"),)), "SRC167"),
        (NewWords("people", "rill", ("name", "family"), (Edit(3, 9, "A"),)), "SRC167"),
        (NewValue("people", "rill", ("birth", "date"), "last spring"), "REC103"),
        (NewValue("events", "raid", ("title",), ""), "REC102"),
        (NewValue("people", "rill", ("colour",), "green"), "REC101 SRC164"),
        (NewValue("people", "rill", ("name", "family"), "A\x00"), "SRC106"),
        (NewRecords("people", [{"id": "a b", "name": "A"}]), "REC106"),
        (NewRecords("narrative", [{"id": "../../up", "title": "A", "text": "B"}]), "SRC101 REC106"),
    ],
)
def test_what_cannot_be_is_a_finding_and_nothing_changes(form: Form, change: Change, code: str, tmp_path: Path) -> None:
    graph = case_of(form(tmp_path))

    with pytest.raises(CannotChangeError) as raised:
        changed_files(graph, [NewValue("people", "merrik", ("name",), "Other"), change])

    assert raised.value.diagnostic.code in code.split()
    assert raised.value.diagnostic.span is not None


@each("name", ["people.yaml", "narrative/background.md"])
def test_a_file_that_was_changed_since_it_was_read_is_left_alone(name: str, tmp_path: Path) -> None:
    graph = case_of(folder(tmp_path))
    (tmp_path / "mine" / name).write_text("- id: rill\n  name: Another\n", "utf-8")
    change = next(one for one in CHANGES if not isinstance(one, NewRecords) and name.startswith(one.kind))

    with pytest.raises(CannotChangeError) as raised:
        changed_files(graph, [change])

    assert raised.value.diagnostic.code == "SRC168"


def test_a_workbook_that_was_changed_since_it_was_read_is_left_alone(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    graph, other = case_of(path), NewValue("people", "rill", ("name", "given"), "Mara")
    write_together(changed_files(graph, [other]))

    with pytest.raises(CannotChangeError) as raised:
        changed_files(graph, [NewWords("people", "rill", ("name", "given"), (Edit(0, 1, "I"),))])

    assert raised.value.diagnostic.code == "SRC168"


@each("name", CASES)
def test_one_word_more_in_every_text_changes_only_the_lines_of_these_words(name: str) -> None:
    graph = case_of(CLAIMS / name)
    longer = [
        NewValue(kind, record, loc, text.replace(" ", " zqx ", 1)) for kind, record, loc, text in texts(graph)
        if " " in text.strip()
    ]  # fmt: skip

    files = changed_files(graph, longer)

    assert sum(_words(file) for file in files) == len(longer)
    for file in files:
        for old, new in _changed_lines(file):
            assert new.replace(" zqx", "").rstrip() == old.rstrip()


def _words(file: Replaced) -> int:
    return (file.after or b"").count(b"zqx")


def _changed_lines(file: Replaced) -> Iterator[tuple[str, str]]:
    assert file.before is not None
    assert file.after is not None
    before, after = (data.decode().split("\n") for data in (file.before, file.after))
    lines = [line for line in unified_diff(before, after, n=0, lineterm="") if line[:3] not in ("---", "+++")]
    old = [line[1:] for line in lines if line[0] == "-"]
    new = [line[1:] for line in lines if line[0] == "+"]
    yield from zip(old, new, strict=True)


@each("name", CASES)
def test_every_text_of_a_workbook_changes_in_its_cell(name: str, tmp_path: Path) -> None:
    book = tmp_path / "case" / "case.xlsx"
    book.parent.mkdir()
    book.write_bytes(next(iter(to_workbook(CLAIMS / name, name, REFERENCES).new.values())))
    if (CLAIMS / name / "data").is_dir():
        shutil.copytree(CLAIMS / name / "data", book.parent / "data")
    graph = case_of(book.parent)
    found = list(texts(graph))
    some = found[::4]  # each takes as long, and all are written alike
    same = [NewValue(*one) for one in some]
    longer = [NewValue(kind, record, loc, f"{text.strip()} zqx") for kind, record, loc, text in some if " " in text]
    longer = [one for one in longer if "rests_on" not in one.loc and not is_date(one)]

    assert changed_files(graph, same) == []
    write_together(changed_files(graph, longer))

    after = {(kind, record, loc): text for kind, record, loc, text in texts(case_of(book.parent))}
    assert {key for key in after if after[key].rstrip().endswith(" zqx")} == {
        (one.kind, one.record, one.loc) for one in longer
    }
    assert len(after) == len(found)


def is_date(change: NewValue) -> bool:
    return shape_of(change.kind).at(tuple(key for key in change.loc if isinstance(key, str))).is_date
