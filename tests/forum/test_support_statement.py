"""The statement in support: corner block, declarations, exhibits, and its maker's words letter by letter."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml
from tests.answers import KEPT
from tests.checks.example_case import load_example
from tests.each import each
from tests.filings.cases import EXAMPLE, REAL, FilingName
from tests.filings.made import made_filing, session, workspace
from tests.readers.docx_text import read_docx
from tests.readers.html_text import read_html
from tests.readers.item import Item
from tests.readers.tree_text import read_tree
from tests.reads import have_read

from probata.diagnostics import Diagnostic, Severity
from probata.document.blocks import Box, Paragraph, Role
from probata.document.tree import Document
from probata.document.walk import own_inlines, plain_text, walk_blocks
from probata.forum import own_templates
from probata.model.case_file import Filing
from probata.pipeline import Session, Workspace, draft, filings, make_document, open_case, plan, refusals
from probata.writers.format import WriteOptions, load_format

ROOTS = Workspace((own_templates(),), store=KEPT)
STATEMENT = FilingName(EXAMPLE, "support-statement")
SPECIMEN = FilingName(REAL, "support-statement")
BLANK = "_" * 20
DATA = yaml.safe_load((own_templates() / "support-statement" / "example.yaml").read_text(encoding="utf-8"))
del DATA["reads"]  # a change makes them void
WORDINGS = {
    "belief": "I believe that the facts stated in this statement are true.",
    "us_1746_outside": (
        "I declare under penalty of perjury under the laws of the United States of America that the foregoing is true "
        "and correct. Executed on 30 October 2026."
    ),
    "us_1746_within": (
        "I declare under penalty of perjury that the foregoing is true and correct. Executed on 30 October 2026."
    ),
}
"""Our own words, and 28 USC 1746, as the sheets of facts quote it."""
Change = Callable[[dict[str, Any]], None]


def opened(folder: Path, change: Change) -> Session:
    """Read the forum's own example with a change."""
    data = deepcopy(DATA)
    change(data)
    folder.mkdir(exist_ok=True)
    path = folder / "example.yaml"
    path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True), encoding="utf-8")
    return open_case(have_read(path), path.name, ROOTS)


def statement(folder: Path, change: Change, final: bool = True) -> Document:
    found = opened(folder, change)
    if final:
        assert refusals(found, ROOTS, filings(found)[0]) == ()
    tree, _, faults = make_document(found, ROOTS, filings(found)[0], final)
    assert tree is not None, faults
    return tree


def lines(tree: Document, role: Role) -> list[str]:
    blocks = (block for block in walk_blocks(tree.blocks) if isinstance(block, Paragraph) and block.role is role)
    return [plain_text(block.inlines) for block in blocks]


def words(tree: Document) -> str:
    return "\n".join(plain_text(own_inlines(block)) for block in walk_blocks(tree.blocks))


def below(tree: Document, heading: str) -> list[Item]:
    """Return what stands between a heading and the next."""
    items = read_tree(tree)
    start = next(n for n, item in enumerate(items) if item.kind == "heading" and item.text == heading) + 1
    ends = (n for n, item in enumerate(items[start:], start) if item.kind in {"heading", "note"})
    return items[start : next(ends, len(items))]


# The first page


def test_the_corner_block_holds_its_items_in_the_order_of_the_practice_direction() -> None:
    tree = made_filing(STATEMENT).tree

    assert isinstance(tree.blocks[0], Paragraph)
    assert tree.blocks[0].role is Role.COVER_RIGHT
    assert lines(tree, Role.COVER_RIGHT) == [
        "On behalf of: Custody Watch Kelvandra",
        "Maker: M Tolgarth",
        "Number of statement: 1",
        "Exhibits: EX/1, EX/2, EX/3",
        "Date: 30 October 2026",
    ]


def test_the_first_page_names_the_submission_and_says_that_it_is_not_for_court() -> None:
    cover = lines(made_filing(STATEMENT).tree, Role.COVER)

    assert cover[0] == (
        "In support of: Submission for the designation of Daveth Orskelin and Ismeren Tovalka, 30 October 2026"
    )
    assert cover[-1] == "This statement is not made for court proceedings."


def test_without_a_deponent_it_is_a_specimen_that_nobody_signs_or_declares() -> None:
    tree = made_filing(SPECIMEN).tree
    (filing,) = plan(session(REAL), workspace(), [SPECIMEN.filing])
    notices = [words(Document(tree.meta, box.blocks)) for box in walk_blocks(tree.blocks) if isinstance(box, Box)]

    assert any(line.startswith("SPECIMEN") for line in tree.meta.running)
    assert any("no maker is recorded, and nobody has made this statement" in notice for notice in notices)
    assert len(lines(tree, Role.COVER_RIGHT)) == 5
    assert all(line.endswith("____") for line in lines(tree, Role.COVER_RIGHT))
    assert lines(tree, Role.SIGNATURE) == lines(tree, Role.DECLARATION) == []
    assert "filing-without-statement" in {found.name for found in refusals(session(REAL), workspace(), filing)}


# What the deponent says


def test_a_table_gives_the_source_of_what_is_not_the_maker_s_own_knowledge(tmp_path: Path) -> None:
    def with_hearsay(data: dict[str, Any]) -> None:
        data["statements"][0]["paragraphs"][1:1] = [
            {"id": "told", "basis": "information", "source": "my colleague, Tal Merrow", "text": "I was told of it."},
            {"id": "belief", "basis": "belief", "source": "the interviews", "text": "I believe it."},
            {"id": "paper", "basis": "document", "source": "the Gazette", "text": "I read it in the Gazette."},
        ]

    tree = statement(tmp_path, with_hearsay)
    numbers = {
        plain_text(block.inlines): block.number
        for block in tree.blocks
        if isinstance(block, Paragraph) and block.role is Role.NUMBERED
    }
    items = read_tree(tree)
    start = next(n for n, item in enumerate(items) if item.text == "What is not the maker’s own knowledge")
    cells = [item.text for item in takewhile(lambda item: item.kind == "cell", items[start + 1 :])]
    rows = [cells[n : n + 2] for n in range(0, len(cells), 2)]

    assert rows == [
        ["Paragraph", "Source"],
        [numbers["I was told of it."], "my colleague, Tal Merrow"],
        [numbers["I believe it."], "the interviews"],
        [numbers["I read it in the Gazette."], "the Gazette"],
    ]


@each("declaration", WORDINGS)
def test_a_declaration_has_its_exact_wording(tmp_path: Path, declaration: str) -> None:
    tree = statement(tmp_path, lambda data: data["statements"][0].update(declaration=declaration))

    assert lines(tree, Role.DECLARATION) == [WORDINGS[declaration]]


def test_the_wordings_are_those_of_the_catalogue() -> None:
    path = Path(__file__).parents[2] / "src" / "probata" / "law" / "declarations.yaml"
    found = yaml.safe_load(path.read_text(encoding="utf-8"))["declarations"]

    printed = {one["id"]: one["printed"].replace("{date}", "30 October 2026") for one in found}

    assert printed.items() >= WORDINGS.items()


@each("chosen", [{"declaration": "none"}, {}])
def test_without_a_choice_there_is_no_declaration(tmp_path: Path, chosen: dict[str, str]) -> None:
    tree = statement(tmp_path, lambda data: data["statements"][0].update(chosen))

    assert lines(tree, Role.DECLARATION) == []
    assert lines(tree, Role.SIGNATURE) == [
        "Signed in the original", "Ada Brun, Secretary of Prison Watch", "Date: 30 October 2026", "Place: Ashminster",
    ]  # fmt: skip


def test_an_unsigned_statement_has_a_blank_for_the_signature(tmp_path: Path) -> None:
    tree = statement(tmp_path, lambda data: data["statements"][0].pop("signed_on"), final=False)

    assert lines(tree, Role.SIGNATURE)[0] == f"Signed: {BLANK}"


# The exhibits


def test_exhibits_stand_in_one_table_that_says_which_may_not_be_shown_as_they_are() -> None:
    cells = [item.text for item in below(made_filing(STATEMENT).tree, "Exhibits") if item.kind == "cell"]
    rows = {cells[n]: cells[n + 3] for n in range(0, len(cells), 4)}

    assert rows == {
        "Mark": "Restriction", "EX/1": "", "EX/2": "to be shown only without what identifies a person", "EX/3": "",
    }  # fmt: skip


# Who may see it


SURVIVOR = {"id": "survivor", "name": {"family": "Sarrow", "given": "Iven"}, "consent_required": True}


def supporting(forum: str, audiences: list[str], **change: Any) -> Change:
    """Return the change that makes the statement support a filing, and gives a survivor a consent."""

    def made(data: dict[str, Any]) -> None:
        own = data["case"]["filings"][0]
        own.pop("supports")
        own["supports_filing"] = "submission"
        data["case"]["filings"].append({"id": "submission", "forum": forum, "title": "The Submission", **change})
        data["people"].append(SURVIVOR)
        said = {"id": "told", "basis": "information", "source": "him", "text": "Iven Sarrow was beaten."}
        data["statements"][0]["paragraphs"].insert(1, said)
        data["consents"] = [
            {"id": "c", "person": "survivor", "forums": ["support-statement"], "audiences": audiences},
        ]

    return made


@each(
    ("forum", "audiences", "is_shown"),
    [
        ("uk-ghr", ["decision_maker"], False),
        ("uk-ghr", ["decision_maker", "accused"], True),
        ("un-sp", ["decision_maker", "accused"], False),
        ("un-sp", ["decision_maker", "accused", "state"], True),
        ("uk-cpr-ws", ["decision_maker", "accused", "state"], False),
        ("uk-cpr-ws", ["decision_maker", "accused", "public"], True),
    ],
)
def test_a_consent_covers_the_readers_of_the_submission_too(
    tmp_path: Path, forum: str, audiences: list[str], is_shown: bool
) -> None:
    found = opened(tmp_path, supporting(forum, audiences))
    drafted, faults = draft(found, ROOTS, filings(found)[0], False)

    assert drafted is not None
    assert ("Sarrow" in words(drafted.document)) is is_shown
    assert ("person-without-consent" in named(faults)) is not is_shown


def named(faults: tuple[Diagnostic, ...]) -> set[str]:
    return {fault.name for fault in faults}


def test_whose_consent_the_submission_needs_the_statement_needs(tmp_path: Path) -> None:
    def of_a_victim(forum: str) -> Change:
        def made(data: dict[str, Any]) -> None:
            supporting(forum, ["decision_maker", "accused"])(data)
            data["people"][-1] = {**SURVIVOR, "consent_required": False, "part_played": ["victim"]}

        return made

    shown = {forum: opened(tmp_path / forum, of_a_victim(forum)) for forum in ("uk-ghr", "un-sp")}
    found = {forum: draft(case, ROOTS, filings(case)[0], False)[1] for forum, case in shown.items()}

    assert "person-without-consent" not in named(found["uk-ghr"])
    assert "person-without-consent" in named(found["un-sp"])


def test_a_statement_that_supports_a_statement_follows_both_and_a_ring_ends(tmp_path: Path) -> None:
    def chained(data: dict[str, Any]) -> None:
        supporting("support-statement", ["decision_maker", "accused"], supports_filing="letter")(data)
        data["case"]["filings"].append({"id": "letter", "forum": "un-sp", "supports_filing": "submission"})

    found = opened(tmp_path, chained)

    assert "person-without-consent" in named(draft(found, ROOTS, filings(found)[0], False)[1])


def test_the_submission_is_named_by_its_title_and_date(tmp_path: Path) -> None:
    named_so = supporting("uk-ghr", ["decision_maker", "accused"], date="2026-10-28")
    tree = statement(tmp_path, named_so, final=False)

    assert lines(tree, Role.COVER)[0] == "In support of: The Submission, 28 October 2026"


def test_a_submission_without_title_is_a_gap_and_an_unknown_one_refuses(tmp_path: Path) -> None:
    untitled = opened(tmp_path / "a", supporting("uk-ghr", ["decision_maker", "accused"], title=None))
    unknown = opened(tmp_path / "b", supporting("uk-ghr", ["decision_maker", "accused"], id="elsewhere"))

    assert [found.message for found in refusals(untitled, ROOTS, filings(untitled)[0])] == [
        "not recorded for filing `support-statement`: submission that is supported; "
        "needed by our own rule before filing in `support-statement`"
    ]
    found = next(one for one in unknown.report if one.name == "unknown-reference")
    assert found.message == "no filing has the id `submission`"
    assert found.severity is Severity.ERROR
    assert found in refusals(unknown, ROOTS, filings(unknown)[0])


ODD = (
    "5*3*2 is 30 and 2**3 is 8.",
    "A backslash before \\* stays.",
    "1. I saw it.",
    "- I saw it, and <b>ran</b> &amp; fell.",
    "# 4 men and _one_ dog",
    'He said: "it\'s `mine`"... -- so',
    "[here](https://a.example) ^[then] [^1] {#id}",
)
FORUMS = ("uk-cpr-ws", "support-statement")


def stated(folder: Path, forum: str, texts: tuple[str, ...]) -> Document:
    """Compose the statement of a witness who says these paragraphs."""
    paragraphs = [{"id": f"p{n}", "basis": "own_knowledge", "text": text} for n, text in enumerate(texts)]
    records = {
        "case": {"title": "Example"},
        "people": [{"id": "w", "name": "Mara Wolk"}],
        "statements": [{"id": "s", "person": "w", "kind": "witness", "paragraphs": paragraphs}],
    }
    load_example(folder, yaml.safe_dump(records, allow_unicode=True))
    roots = Workspace((own_templates(),))
    opened = open_case(folder / "case.yaml", "case.yaml", roots)
    made, faults = draft(opened, roots, Filing(id="f", forum=forum, statement="s"), False)
    assert made is not None, faults
    return made.document


def said(document: Document) -> list[str]:
    blocks = [block for block in document.blocks if isinstance(block, Paragraph) and block.role is Role.NUMBERED]
    return [plain_text(block.inlines) for block in blocks]


@each("forum", FORUMS)
def test_what_would_be_markup_is_printed_in_word_and_html_as_it_was_said(tmp_path: Path, forum: str) -> None:
    document = stated(tmp_path, forum, ODD)

    assert [text for text in said(document) if text in ODD] == list(ODD)
    for name, read in (("docx", read_docx), ("html", read_html)):
        shown = [item.text for item in read(load_format(name).write(document, WriteOptions()).data)]
        assert [text for text in shown if text in ODD] == list(ODD), name
