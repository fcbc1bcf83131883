from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from tests.case_folder import ALLEGATIONS, BARE, BODIES, CASE, DATASETS, PEOPLE, write_case
from tests.cli.command import Command
from tests.reads import have_read

from probata.forum import own_templates

OUTGOING = Path("output/harbour/outgoing")
DRAFT = "DRAFT-submission.en-GB"
TO_DO = "output/harbour/internal/submission.en-GB.to-do.txt"


def test_a_draft_is_written_and_named_whatever_the_findings(probata: Command, harbour: Path) -> None:
    (probata.folder / harbour / "case.yaml").write_text(BARE, encoding="utf-8")
    found = probata("build", harbour, "--format", "html", "--format", "docx")

    assert found.code == 0
    made = sorted(path.name for path in (probata.folder / OUTGOING).iterdir())
    parts = ("submission", "submission-annexes", "submission-sheet")
    assert made == sorted(f"DRAFT-{part}.en-GB.{ending}" for part in parts for ending in ("docx", "html"))
    assert f"open first: {OUTGOING.as_posix()}/{DRAFT}.docx" in found.out
    (line,) = (line for line in found.out.splitlines() if " gaps to fill, listed in " in line)
    listed = (probata.folder / line.rpartition(" ")[2]).read_text(encoding="utf-8")
    assert line == f"{len(re.findall('^  ', listed, re.MULTILINE))} gaps to fill, listed in {TO_DO}"
    assert re.search(r"\nFirst page\n  . addressee: filings/submission, .*case\.yaml:\d", listed)


def test_the_to_do_list_goes_with_the_last_gap(probata: Command) -> None:
    shutil.copy(own_templates() / "uk-cpr-ws" / "example.yaml", probata.folder / "statement.yaml")
    old = probata.folder / "output/statement/internal/uk-cpr-ws.en-GB.to-do.txt"
    old.parent.mkdir(parents=True)
    old.write_text("An old list.", encoding="utf-8")

    assert "to fill" not in probata("build", "statement.yaml", "--format", "html").out
    assert (old.parent / "findings.txt").exists()
    assert not old.exists()


def test_findings_are_written_to_the_internal_folder_only(probata: Command, tmp_path: Path) -> None:
    harbour = write_case(tmp_path, case=BARE)
    found = probata("build", harbour, "--format", "html")

    internal = probata.folder / "output/harbour/internal"
    made = {"findings.txt", "findings.json", "lists", "report.html", "report.xlsx", "written.json", Path(TO_DO).name}
    assert {path.name for path in internal.iterdir()} == made
    findings = (internal / "findings.txt").read_text(encoding="utf-8")
    assert ": addressee; needed by our own rule before filing in `uk-ghr`" in findings
    assert "listed in output/harbour/internal/findings.txt" in found.out


def test_what_refuses_several_documents_is_told_once_and_what_refuses_one_below_its_name(
    probata: Command, tmp_path: Path
) -> None:
    second = "filings:\n  - {id: letter, forum: us-glomag, relief: [{measure: Listing}]}\n"
    harbour = write_case(tmp_path, case=CASE.replace("filings:\n", second))
    found = probata("build", harbour, "--format", "html", "--final")
    lines = found.err.splitlines()

    assert lines[0] == "`letter`, `submission` are not ready for filing and were not made:"
    assert lines[1] == "  in each of them:"
    assert found.err.count(", STR109)") == 1
    to_each = lines[2 : lines.index("  in `letter`:")]
    assert any(", STR109)" in line for line in to_each)
    only_one = lines[lines.index("  in `letter`:") + 1 :]
    assert any("addressee; needed by our own rule before filing in `us-glomag`" in line for line in only_one)
    assert not any("addressee" in line for line in to_each)


def test_a_final_build_refuses_with_what_is_missing_and_what_is_wrong_in_the_document_and_writes_nothing(
    probata: Command, tmp_path: Path
) -> None:
    spoilt = ALLEGATIONS.replace("on the quay", "on the quay, {{ figure('fines') }} of them,")
    harbour = write_case(tmp_path, case=BARE, allegations=spoilt)
    found = probata("build", harbour, "--format", "html", "--final")

    assert found.code == 1
    assert "`submission` is not ready for filing and was not made:" in found.err
    assert ": addressee; needed by our own rule before filing in `uk-ghr`" in found.err
    assert found.err.count("no figure has the id `fines`") == 1
    assert "first page" not in found.err, "what is empty in the record is not told of the first page too"
    assert list((probata.folder / OUTGOING).iterdir()) == []


def test_an_unknown_forum_is_named_with_the_nearest_one(probata: Command, harbour: Path) -> None:
    found = probata("build", harbour, "--forum", "uk-gr")

    assert found.code == 2
    assert found.err == "there is no forum `uk-gr`\nnext step: did you mean `uk-ghr`?\n"


def test_a_case_that_does_not_exist_ends_with_2_and_names_those_that_do(probata: Command, harbour: Path) -> None:
    found = probata("build", "nowhere")

    assert found.code == 2
    assert "the cases in `claims` are harbour" in found.err


def test_a_record_that_cannot_be_read_ends_with_1_and_the_rest_is_made(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, allegations=ALLEGATIONS + "- id: nameless\n")

    found = probata("build", case, "--format", "html")

    assert found.code == 1
    assert "1 record or field could not be read and is left out" in found.err
    assert (tmp_path / OUTGOING / f"{DRAFT}.html").is_file()


def test_a_case_file_that_cannot_be_read_ends_with_2_and_says_why(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, case="status: draft\n")

    found = probata("build", case, "--format", "html")

    assert found.code == 2
    assert "case.yaml:1:1" in found.err
    assert "title" in found.err
    assert not (tmp_path / "output").exists()


def test_a_case_without_filings_says_what_to_do(probata: Command, tmp_path: Path) -> None:
    found = probata("build", write_case(tmp_path, case="title: The Harbour Case\n"))

    assert found.code == 2
    assert "add one to `filings` in `case.yaml`" in found.err


def test_a_document_that_was_changed_is_kept_and_the_message_says_so(probata: Command, harbour: Path) -> None:
    probata("build", harbour, "--format", "html")
    edited = probata.folder / OUTGOING / f"{DRAFT}.html"
    edited.write_text("the lawyer's own words", encoding="utf-8")

    found = probata("build", harbour, "--format", "html")

    assert found.code == 0
    assert edited.read_text(encoding="utf-8") == "the lawyer's own words"
    assert (edited.parent / f"{DRAFT}.new.html").is_file()
    assert f"`{OUTGOING.as_posix()}/{DRAFT}.html` was changed since it was made and is left as it is" in found.err


def test_an_output_folder_that_cannot_be_made_ends_with_2(probata: Command, harbour: Path) -> None:
    (probata.folder / "taken").write_text("a file", encoding="utf-8")

    found = probata("build", harbour, "--format", "html", "--out", "taken/here")

    assert found.code == 2
    assert "a file stands where a folder is needed" in found.err


def test_a_language_that_leads_out_of_the_folder_is_refused(probata: Command, tmp_path: Path) -> None:
    case = "title: The Harbour Case\nfilings: [{id: submission, forum: uk-ghr, language: ../../en}]\n"

    found = probata("build", write_case(tmp_path / "claims", case=case), "--format", "html")

    assert found.code == 1
    assert "cannot be the name of a file" in found.err
    made = [path for path in tmp_path.rglob("*.html") if path.parent.name != "internal"]
    assert made == []


def test_a_template_that_cannot_be_read_is_reported_with_its_line(probata: Command, harbour: Path) -> None:
    probata("new", "forum", "broken", "--extends", "uk-ghr")
    template = probata.folder / "templates/broken/brief.md.j2"
    template.write_text("# Heading\n\n{% block %}\n", encoding="utf-8")

    found = probata("build", harbour, "--forum", "broken", "--format", "html")

    assert found.code == 1
    assert "could not be made: the template cannot be read here" in found.err
    assert "\n  place: broken/brief.md.j2:3:1\n  next step: " in found.err
    findings = (probata.folder / "output/harbour/internal/findings.txt").read_text(encoding="utf-8")
    assert "brief.md.j2:3" in findings
    assert "Traceback" not in found.err


@pytest.mark.parametrize(
    ("name", "help"), [("persns", "did you mean `persons`?"), ("zzzzzz", "the names are addressee, addressee_lines, ")]
)
def test_an_unknown_name_in_a_template_is_told_with_its_place_and_the_names_that_exist(
    probata: Command, harbour: Path, name: str, help: str
) -> None:
    probata("new", "forum", "ours", "--extends", "uk-ghr")
    (probata.folder / "templates/ours/brief.md.j2").write_text(f"a\n{{{{ {name} }}}}\n", encoding="utf-8")

    found = probata("build", harbour, "--forum", "ours", "--format", "html")

    assert f"uses a name `{name}` that does not exist\n  place: ours/brief.md.j2:2:1\n  next step: {help}" in found.err


def test_a_final_build_of_an_illustration_says_first_that_it_is_never_final(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, case=BARE + "status: illustration\n")

    found = probata("build", case, "--format", "html", "--final")
    lines = [line for line in found.err.splitlines() if line.startswith("  ")]

    assert found.code == 1
    assert "the case is an illustration: its documents are never final (status-illustration, STR103)" in lines[0]
    assert len(lines) > 1
    assert "next step: an illustration is never final, whatever is completed" in found.err
    assert "next step: complete what is named" not in found.err


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"people": "- [\n"}, "1 file could not be read and is left out"),
        ({"people": PEOPLE.encode("utf-16")}, "1 file could not be read and is left out"),
        ({"people": "- [\n", "bodies": "- [\n"}, "2 files could not be read and are left out"),
        ({"datasets": DATASETS.replace("data/", "nowhere/")}, "1 file could not be read and is left out"),
        (
            {"people": "- [\n", "bodies": BODIES + "- id: nameless\n"},
            "1 file and 1 record or field could not be read and are left out",
        ),
        ({"bodies": BODIES + "  name: Twice\n"}, "1 record or field could not be read and is left out"),
    ],
)
def test_whole_files_that_could_not_be_read_are_counted_apart(
    probata: Command, tmp_path: Path, files: dict[str, str | bytes | None], words: str
) -> None:
    assert f"\n{words}\n" in f"\n{probata('build', write_case(tmp_path, **files), '--format', 'html').err}"


def test_without_pandoc_a_draft_is_made_in_plain_citations_and_a_final_is_refused(
    probata: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("probata.citation.stage.find_program", lambda: None)
    probata("new", "case", "wells")
    for name, status in (("case", "ready"), ("allegations", "reviewed")):
        path = probata.folder / f"claims/wells/{name}.yaml"
        text = path.read_text(encoding="utf-8").replace("status: draft", f"status: {status}")
        path.write_text(text, encoding="utf-8")
    have_read(probata.folder / "claims/wells")

    draft = probata("build", "wells", "--format", "html")
    made = set((probata.folder / "output/wells/outgoing").iterdir())
    final = probata("build", "wells", "--format", "html", "--final")

    assert draft.code == 0
    assert len(made) == 2 + len({"annexes", "sheet"})
    assert final.code == 1
    assert "Pandoc, the program that writes citations, is not installed" in final.err
    assert "`uk-ghr` is not ready for filing and was not made" in final.err
    added = set((probata.folder / "output/wells/outgoing").iterdir()) - made
    assert [path.name for path in added] == ["support-statement.en-GB.html"], "which cites nothing"
