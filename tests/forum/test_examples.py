"""The example of every forum: the smallest fictional case that it accepts, made as final in every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml
from tests.answers import KEPT
from tests.each import each
from tests.readers.tree_text import read_tree
from tests.reads import have_read

from probata.diagnostics import Diagnostic, Severity
from probata.document.blocks import Heading
from probata.document.tree import Document
from probata.document.walk import own_inlines, plain_text, walk_blocks
from probata.forum import RequiredField, known_forums, load_forum, own_templates
from probata.pipeline import FORMATS, Session, Workspace, filings, findings_for, make, open_case, prepare, refusals

WORKSPACE = Workspace((own_templates(),), store=KEPT)
FORUMS = known_forums(WORKSPACE.template_roots)


def example(forum: str) -> Session:
    path = own_templates() / forum / "example.yaml"
    return open_case(path, path.name, WORKSPACE)


@each("forum", FORUMS)
def test_the_example_of_a_forum_is_accepted_as_final(forum: str) -> None:
    session = example(forum)
    (filing,) = [found for found in filings(session) if found.forum == forum][:1]

    assert [found.message for found in refusals(session, WORKSPACE, filing)] == []
    made = list(make(session, WORKSPACE, filing, FORMATS, final=True))
    faults = [found.message for file in made for found in file.diagnostics if found.severity is Severity.ERROR]
    assert faults == []
    assert {Path(file.name).suffix.lstrip(".") for file in made if file.data} == set(FORMATS)


@each("forum", FORUMS)
def test_an_example_is_fictional_and_says_so(forum: str) -> None:
    text = (own_templates() / forum / "example.yaml").read_text(encoding="utf-8")

    assert "Fictional: no person, body or state in it is real." in text.splitlines()[0] + text.splitlines()[1]


BEATINGS = "allegation “Alleged beatings at North Prison in March 2022” (`beatings`)"


@each(
    ("line", "reason", "is_refused"),
    [
        ("    conduct: [torture]\n", f"not recorded for {BEATINGS}: conduct; required by `uk-ghr`", True),
        ("    birth: {date: 1964-02}\n", "not recorded for Mara Wolk: date of birth; required by `uk-ghr`", False),
    ],
)
def test_an_example_with_less_is_refused_where_the_rule_was_read_and_told_of_where_it_was_not(
    tmp_path: Path, line: str, reason: str, is_refused: bool
) -> None:
    text = (own_templates() / "uk-ghr" / "example.yaml").read_text(encoding="utf-8")
    assert line in text
    less = tmp_path / "example.yaml"
    less.write_text(text.replace(line, ""), encoding="utf-8")
    session = open_case(have_read(less), less.name, WORKSPACE)
    filing = filings(session)[0]

    assert [found.message for found in refusals(session, WORKSPACE, filing)] == [reason] * is_refused
    (told,) = (found for found in findings_for(session, WORKSPACE, filing) if found.message == reason)
    assert told.gap
    assert told.severity is (Severity.ERROR if is_refused else Severity.WARNING)


Case = dict[str, Any]
"""An example as its file has it: every scalar is a string."""


def read_example(forum: str) -> Case:
    text = (own_templates() / forum / "example.yaml").read_text(encoding="utf-8")
    found: Case = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 (text only, no objects)
    return found


def built_as_final(case: Case, folder: Path) -> tuple[list[Diagnostic], Document | None]:
    """Build as `--final` does: return why it is refused, or the document."""
    path = folder / "example.yaml"
    path.write_text(yaml.dump(case, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
    session = open_case(path, path.name, WORKSPACE)
    if session.graph is None or session.graph.left_out:
        return list(session.report), None
    filing = filings(session)[0]
    if found := refusals(session, WORKSPACE, filing):
        return list(found), None
    prepared = prepare(session, WORKSPACE, filing, final=True)
    return [found for found in prepared.findings if found.severity is Severity.ERROR], prepared.document


def faults_in(document: Document) -> list[str]:
    """Return what no document for filing says: of its first page that something is missing, and dead references."""
    first = tuple(takewhile(lambda block: not isinstance(block, Heading), document.blocks))
    cover = [plain_text(own_inlines(block)) for block in walk_blocks(first)]
    everywhere = [item.text for item in read_tree(document)]
    return [
        *(text for text in cover if "not recorded" in text),
        *(text for text in everywhere if "nothing with a number" in text),
    ]


def take_out(case: Case, field: RequiredField) -> None:
    """Take a required field out of all records that hold it."""
    holders: dict[str, list[Any]] = {
        "case": [case["case"]],
        "filing": case["case"]["filings"],
        "person": case["people"],
        "allegation": case.get("allegations", []),
        "statement": case.get("statements", []),
    }
    above, _, last = field.path.rpartition(".")
    for holder in holders[field.of]:
        inner = holder.get(above, {}) if above else holder
        if isinstance(inner, dict):
            inner.pop(last, None)
    if (field.of, field.path) == ("filing", "persons"):
        case["case"].pop("persons_concerned", None)


@each(("forum", "kind"), [(forum, kind) for forum in FORUMS for kind in read_example(forum) if kind != "case"])
def test_an_example_that_lacks_something_is_refused_or_says_nowhere_that_it_does(
    forum: str, kind: str, tmp_path: Path
) -> None:
    case = read_example(forum)
    case.pop(kind)
    refused, document = built_as_final(case, tmp_path)

    assert refused or (document is not None and faults_in(document) == [])


def lacking(forum: str) -> Iterator[tuple[str, RequiredField, bool]]:
    """Give each required field of a forum with whether it must be filled, as the page of the forum says."""
    loaded = load_forum(forum, WORKSPACE.template_roots).forum
    assert loaded is not None
    for field in loaded.profile.required_fields:
        is_must = loaded.profile.weight_of(field) is Severity.ERROR
        yield forum, field, is_must


@each(("forum", "field", "is_must"), [one for forum in FORUMS for one in lacking(forum)])
def test_an_example_without_a_field_is_refused_exactly_where_the_page_of_the_forum_says_so(
    forum: str, field: RequiredField, is_must: bool, tmp_path: Path
) -> None:
    case = read_example(forum)
    take_out(case, field)
    path = tmp_path / "example.yaml"
    path.write_text(yaml.dump(case, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
    again = yaml.load(have_read(path).read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 (text only, no objects)
    refused, document = built_as_final(again, tmp_path)

    assert bool(refused) is is_must, [found.message for found in refused]
    assert refused or (document is not None and faults_in(document) == [])


@each("forum", FORUMS)
def test_no_record_of_an_example_can_be_taken_away(forum: str, tmp_path: Path) -> None:
    whole = read_example(forum)
    of_the_whole = set(heavy_findings(whole, tmp_path))
    superfluous = []
    for kind, records in whole.items():
        for position in range(len(records) if kind != "case" else 0):
            case = deepcopy(whole)
            record = case[kind].pop(position)
            if all(found in of_the_whole for found in heavy_findings(case, tmp_path)):
                superfluous.append(f"{kind}/{record['id']}")

    assert superfluous == []


def heavy_findings(case: Case, folder: Path) -> Iterator[str]:
    """Give the must-fix and should-fix findings on the records, then those on the document."""
    path = folder / "example.yaml"
    path.write_text(yaml.dump(case, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
    session = open_case(path, path.name, WORKSPACE)
    if session.graph is None:
        yield from (found.message for found in session.report)
        return
    filing = filings(session)[0]
    yield from _heavy(findings_for(session, WORKSPACE, filing))
    yield from _heavy(prepare(session, WORKSPACE, filing, final=True).findings)


def _heavy(findings: Iterable[Diagnostic]) -> Iterator[str]:
    return (one.message for one in findings if one.severity is not Severity.INFO)
