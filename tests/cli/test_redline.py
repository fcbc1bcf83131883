"""`probata redline`: what is written, refused, and under which allegation a change stands."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.case_folder import ALLEGATIONS, write_case
from tests.cli.command import Command
from tests.redline.test_redline import marked
from tests.writers.docx_file import document_of, found, paragraph, part, written

from probata.cli.redline_revisions import by_record
from probata.document.blocks import Block, Cell, Heading, Paragraph, Row, Table
from probata.document.inlines import Note, Text
from probata.document.origin import Origin
from probata.document.tree import Document
from probata.graph import CaseGraph
from probata.pipeline import open_case, open_workspace
from probata.redline import make_redline
from probata.redline.changes import changes_of, line_of
from probata.redline.read_shown import read_shown
from probata.redline.verify import View, read_stories

GIT = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]


@pytest.fixture
def two_files(probata: Command) -> tuple[Path, Path]:
    """Two versions of a document in the working folder."""
    paths = (Path("filed.docx"), Path("returned.docx"))
    for path, word in zip(paths, ("filed", "returned"), strict=True):
        (probata.folder / path).write_bytes(written(document_of(paragraph(f"The {word} version."))))
    return paths


@pytest.fixture
def kept(probata: Command, harbour: Path) -> Path:
    """A case in a repository of git, with a commit, whose records were changed since."""
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "as it was filed")
    git("tag", "filed")
    people = probata.folder / harbour / "allegations.yaml"
    text = people.read_text()
    people.write_text(text.replace("title: ", "title: Second ", 1))
    git("commit", "-q", "-a", "-m", "allegation: its title")
    return harbour


def git(*arguments: str) -> None:
    subprocess.run([*GIT, *arguments], check=True, capture_output=True)


def test_two_files_give_a_redline_and_a_page_beside_the_newer(probata: Command, two_files: tuple[Path, Path]) -> None:
    ran = probata("redline", *two_files)
    assert ran.code == 0, ran.err
    made = probata.folder / "returned.changes-since.filed.docx"
    assert marked(made.read_bytes()) == [("del", "filed"), ("ins", "returned")]
    assert "paragraph changed: “filed” to “returned”" in ran.out
    page = made.with_suffix(".html").read_text()
    assert "<del>filed</del><ins>returned</ins>" in page
    assert "privileged" not in page


def test_the_marks_bear_the_name_that_is_given(probata: Command, two_files: tuple[Path, Path]) -> None:
    assert probata("redline", *two_files, "--author", "A. Counsel", "--date", "2026-03-01").code == 0
    data = (probata.folder / "returned.changes-since.filed.docx").read_bytes()
    marks = found(part(data, "word/document.xml"), "//w:ins/@w:author | //w:ins/@w:date")
    assert sorted(marks) == ["2026-03-01T00:00:00Z", "A. Counsel"]


def test_a_file_with_other_content_is_never_written_over(probata: Command, two_files: tuple[Path, Path]) -> None:
    stands = probata.folder / "returned.changes-since.filed.docx"
    stands.write_bytes(b"my own notes")
    ran = probata("redline", *two_files)
    assert (ran.code, stands.read_bytes()) == (0, b"my own notes")
    assert "redline: returned.changes-since.filed.new.docx" in ran.out
    again = probata("redline", *two_files)
    assert "redline: returned.changes-since.filed.new.docx" in again.out


def test_a_case_since_a_revision_goes_to_internal_with_what_changed_in_the_records(
    probata: Command, kept: Path
) -> None:
    ran = probata("redline", kept, "--since", "filed")
    assert ran.code == 0, ran.err
    made = sorted((probata.folder / "output").glob("*/internal/redlines/*.docx"))
    assert made
    assert not list((probata.folder / "output").glob("*/outgoing/*"))
    for one in made:
        page = one.with_suffix(".html").read_text()
        assert "Internal and privileged" in page
        assert "the record was changed: title" in page
        assert "“allegation: its title”" in page
    assert any("Second" in " ".join(text for _, text in marked(one.read_bytes())) for one in made)


def test_two_revisions_are_compared_whatever_the_records_are_now(probata: Command, kept: Path) -> None:
    git("tag", "amended")
    allegations = probata.folder / kept / "allegations.yaml"
    allegations.write_text(allegations.read_text().replace("title: Second", "title: Third", 1))
    git("commit", "-q", "-a", "-m", "allegation: its title again")
    ran = probata("redline", kept, "--since", "filed", "--until", "amended")
    assert ran.code == 0, ran.err
    (made,) = (probata.folder / "output").glob("*/internal/redlines/*submission.*.docx")
    assert ".since-filed-" in made.name
    assert ".until-amended-" in made.name
    said = " ".join(text for _, text in marked(made.read_bytes()))
    assert ("Second" in said, "Third" in said) == (True, False)
    page = made.with_suffix(".html").read_text()
    assert "“allegation: its title”" in page
    assert "“allegation: its title again”" not in page


def test_a_redline_of_ours_gives_way_to_the_next_one(probata: Command, kept: Path) -> None:
    first = probata("redline", kept, "--since", "filed")
    allegations = probata.folder / kept / "allegations.yaml"
    allegations.write_text(allegations.read_text().replace("title: Second", "title: Third", 1))
    second = probata("redline", kept, "--since", "filed")
    assert (first.code, second.code) == (0, 0)
    assert not list((probata.folder / "output").glob("*/internal/redlines/*.new.*"))


def test_a_filed_document_is_compared_with_what_the_records_make_now(probata: Command, harbour: Path) -> None:
    assert probata("build", harbour, "--format", "docx").code in (0, 1)
    ours = {path.name: path for path in (probata.folder / "output").glob("*/outgoing/*.docx")}
    named = {"filed.docx": ours["DRAFT-submission.en-GB.docx"], **ours}
    assert len(named) == 1 + 3
    for name, built in named.items():  # by its name it is known for a part of the filing, else taken for the brief
        filed = Path(shutil.copy(built, probata.folder / name))
        ran = probata("redline", name, harbour, "--forum", "submission")
        assert ran.code == 0, ran.err
        assert "no change" in ran.out
        (made,) = (probata.folder / "output").glob(f"*/internal/redlines/*.{filed.stem}.docx")
        assert read_stories(made.read_bytes(), View.REJECTED) == read_stories(filed.read_bytes(), View.ACCEPTED)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("filed.docx",), "one version alone has no changes"),
        (("filed.docx", "nothing.docx"), "`nothing.docx` cannot be read: no such file"),
        (("filed.docx", "text.docx"), "`text.docx` is no Word file"),
        (("filed.docx", "paper.pdf"), "`paper.pdf` is a PDF"),
        (("claims/harbour", "claims/harbour"), "two cases are not two versions"),
        (("filed.docx", "--since", "v1"), "`--since` compares a case with itself"),
        (("claims/harbour", "--until", "v1"), "`--until` says where a comparison ends"),
        (("filed.docx", "returned.docx", "--until", "v1"), "`--until` says where a comparison ends"),
        (("filed.docx", "returned.docx", "--date", "1 March"), "`1 March` is no day"),
        (("filed.docx", "returned.docx", "--date", "2026-02-30"), "`2026-02-30` is no day"),
        (("filed.docx", "returned.docx", "--date", "0000-01-01"), "`0000-01-01` is no day"),
        (("claims/nowhere", "--since", "v1"), "there is no case"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_words(
    probata: Command, two_files: tuple[Path, Path], arguments: tuple[str, ...], said: str
) -> None:
    (probata.folder / "text.docx").write_bytes(b"plain words")
    (probata.folder / "paper.pdf").write_bytes(b"%PDF-1.7")
    ran = probata("redline", *arguments)
    assert ran.code == 2
    assert said in ran.err
    assert "next step: " in ran.err


def test_a_redline_of_drafts_is_not_put_among_what_goes_to_others(probata: Command, kept: Path) -> None:
    ran = probata("redline", kept, "--since", "filed", "--out", "output/harbour/outgoing")
    assert ran.code == 2
    assert "is for others" in ran.err
    assert probata("redline", kept, "--since", "filed", "--out", "mine").code == 0
    pages = list((probata.folder / "mine").glob("*.html"))
    assert pages
    assert all("Internal and privileged" in page.read_text() for page in pages)


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "", "filed:claims"])
def test_a_revision_that_there_is_not_is_told(probata: Command, kept: Path, revision: str) -> None:
    ran = probata("redline", kept, f"--since={revision}")
    assert (ran.code, f"there is no revision `{revision}`" in ran.err) == (2, True)


def test_no_program_of_the_repository_is_called(probata: Command, kept: Path) -> None:
    """A case from somebody else may name programs in its settings of git: filters, monitors, helpers."""
    evil = f"touch {probata.folder}/called"
    for name in (
        "core.fsmonitor",
        "filter.x.smudge",
        "filter.x.clean",
        "diff.external",
        "core.pager",
        "core.sshCommand",
    ):
        git("config", name, evil)
    (probata.folder / ".gitattributes").write_text("* filter=x diff=x\n")
    ran = probata("redline", kept, "--since", "filed")
    assert ran.code == 0, ran.err
    assert not (probata.folder / "called").exists()


def test_a_link_in_the_history_is_not_followed(probata: Command, kept: Path) -> None:
    secret = probata.folder / "secret.yaml"
    secret.write_text("- id: secret\n")
    (probata.folder / kept / "figures.yaml").unlink(missing_ok=True)
    (probata.folder / kept / "figures.yaml").symlink_to(secret)
    git("add", "-A")
    git("commit", "-q", "-m", "a link")
    git("tag", "linked")
    (probata.folder / kept / "figures.yaml").unlink()
    ran = probata("redline", kept, "--since", "linked")
    assert ran.code == 0, ran.err
    assert "secret" not in ran.out


Tree = Callable[[str], tuple[Block, ...]]
"""Gives the blocks of a document on a day."""
ALLEGATION, SOURCE = Origin("allegations/beatings", "statement"), Origin("sources/report")


def graph(folder: Path, **files: str) -> CaseGraph:
    found = open_case(write_case(folder, **files), "harbour", open_workspace()).graph
    assert found is not None
    return found


def told(tree: Tree, graphs: tuple[CaseGraph, CaseGraph]) -> list[tuple[str, list[str]]]:
    """Return each group with the new words of its changes, where the day in a document was changed."""
    old, new = (document_of(*tree(day)) for day in ("Monday", "Friday"))
    changes = changes_of(read_shown(make_redline(written(old), written(new), "A").data))
    return [(group.title, [one.new for one in group.changes]) for group in by_record((old, new), graphs, [], changes)]


def test_what_stands_below_the_heading_of_one_allegation_belongs_to_it(tmp_path: Path) -> None:
    graphs = (graph(tmp_path / "before"), graph(tmp_path / "after"))

    def tree(day: str) -> tuple[Block, ...]:
        alleged = Paragraph((Text("It is alleged that guards beat detainees."),), origin=ALLEGATION)
        heading = Heading(1, (Text("Allegation 1"),), "a", number="B")
        return (
            Heading(1, (Text("Facts"),), "f", number="A"),
            paragraph(f"Before, {day}."),
            heading,
            alleged,
            paragraph(f"It was done on {day}."),
        )

    assert told(tree, graphs) == [
        ("allegations “Alleged beatings in the harbour” (`beatings`)", ["It was done on Friday."]),
        ("A Facts", ["Before, Friday."]),
    ]


def version(day: str, page: str) -> tuple[Block, ...]:
    note = Note("n", (paragraph(f"A Report, p. {page}."),))
    row = Row((Cell((paragraph("A Report"),)), Cell((paragraph(f"page {page}"),))), origin=SOURCE)
    return (
        paragraph(f"Of no record, {day}."),
        Table((1, 1), (), (row,)),
        Paragraph((Text("It is alleged that guards beat detainees"), note, Text(".")), origin=ALLEGATION),
    )


def test_changes_stand_with_their_record_and_with_what_changed_in_it(tmp_path: Path) -> None:
    said = ALLEGATIONS.replace("guards beat detainees.", "guards struck detainees.")
    graphs = (graph(tmp_path / "before"), graph(tmp_path / "after", allegations=said))
    old, new = (document_of(*version(*words)) for words in (("Monday", "7"), ("Friday", "9")))
    changes = changes_of(read_shown(make_redline(written(old), written(new), "A").data))
    groups = by_record((old, new), graphs, ["a page was wrong"], changes)
    assert [(group.title, [*group.why, *map(line_of, group.changes)]) for group in groups] == [
        ("allegations “Alleged beatings in the harbour” (`beatings`)",
         ["the record was changed: `statement`", "note 1 changed: “7” to “9”"]),
        ("sources “A Report on the Harbour” (`report`)", ["row “A Report” of a table changed: “7” to “9”"]),
        ("Before the first heading", ["paragraph changed: “Monday” to “Friday”"]),
        ("What the history says of it", ["“a page was wrong”"]),
    ]  # fmt: skip


def section(number: str, key: str, *said: str) -> tuple[Block, ...]:
    """Return a section about one allegation, whose first words are the record's."""
    first, *rest = said
    heading = Heading(1, (Text(f"Allegation on {key}"),), f"{key}-{number}", number=number)
    return heading, Paragraph((Text(first),), origin=Origin(f"allegations/{key}", "statement")), *map(paragraph, rest)


SAID = ("It is alleged that guards beat detainees.", "It happened at night.")
OTHER = ALLEGATIONS + ALLEGATIONS.replace("beatings", "threats")


def grouped(trees: tuple[Document, Document], graphs: tuple[CaseGraph, CaseGraph]) -> list[tuple[str, list[str]]]:
    changes = changes_of(read_shown(make_redline(written(trees[0]), written(trees[1]), "A").data))
    return [(group.title, list(map(line_of, group.changes))) for group in by_record(trees, graphs, [], changes)]


def test_an_allegation_that_came_or_went_has_all_below_its_heading_though_another_says_the_same(tmp_path: Path) -> None:
    graphs = (graph(tmp_path / "one"), graph(tmp_path / "two", allegations=OTHER))
    one, end = section("A", "beatings", *SAID), paragraph("End.")
    two = (*one, *section("B", "threats", *SAID))
    trees = document_of(*one, end), document_of(*two, end)

    ((came, added),) = [found for found in grouped(trees, graphs) if found[1]]
    ((went, gone),) = [found for found in grouped((trees[1], trees[0]), (graphs[1], graphs[0])) if found[1]]

    assert came == went == "allegations “Alleged threats in the harbour” (`threats`)"
    assert [line.partition(":")[0] for line in added] == ["heading B added", "paragraph added", "paragraph added"]
    assert [line.partition(":")[0] for line in gone] == [
        "heading B of the old version taken out", "paragraph taken out", "paragraph taken out"
    ]  # fmt: skip


def test_a_heading_without_a_record_below_it_belongs_with_the_allegation_above_it(tmp_path: Path) -> None:
    graphs = (graph(tmp_path / "before"), graph(tmp_path / "after"))

    def tree(day: str) -> tuple[Block, ...]:
        below = (
            Heading(2, (Text("What the person answered"),), "w"),
            Heading(3, (Text("In writing"),), "i"),
            paragraph(f"Nothing by {day}."),
        )
        other = Heading(1, (Text("Other matters"),), "o", number="B"), Heading(2, (Text("Costs"),), "c")
        return (*section("A", "beatings", SAID[0]), *below, *other, paragraph(f"None by {day}."))

    assert told(tree, graphs) == [
        ("allegations “Alleged beatings in the harbour” (`beatings`)", ["Nothing by Friday."]),
        ("B.1 Costs", ["None by Friday."]),
    ]
