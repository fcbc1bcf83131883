"""`probata redline`: two files, a file and a case, a case since a revision; what is written, told and refused."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.command import Command
from tests.redline.test_redline import marked
from tests.writers.docx_file import document_of, found, paragraph, part, written

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
