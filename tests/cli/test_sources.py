"""`probata import sources` and `export sources`: what is added, filled in and refused, and what goes out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.case_folder import SOURCES, write_case
from tests.cli.command import Command

from probata.citation.program import find_program
from probata.importers.bibtex import read_bibtex

WORKS: list[dict[str, Any]] = [
    {"id": "who:1", "type": "report", "title": "On <i>Quays</i>", "URL": "https://e.example/1", "abstract": "long"},
    {
        "id": "x",
        "type": "webpage",
        "title": "The gazette",
        "DOI": "10.1/G",
        "author": [{"family": "Rill", "given": "A"}],
    },
    {"id": "y", "type": "report", "title": "A Report on the Harbour", "publisher": "P"},
    {"id": "z", "type": "treaty", "title": "A Treaty"},
]


def library(folder: Path, works: object = WORKS, name: str = "library.json") -> str:
    text = works if isinstance(works, str) else json.dumps(works, indent=1)
    (folder / name).write_text(text, encoding="utf-8")
    return name


def sources_of(case: Path) -> str:
    return (case / "sources.yaml").read_bytes().decode()


def test_sources_are_added_and_filled_in_and_the_rest_is_refused_aloud(probata: Command, harbour: Path) -> None:
    (harbour / "sources.yaml").write_bytes(f"# ours\r\n{SOURCES.replace(chr(10), chr(13) + chr(10))}# end\r\n".encode())

    ran = probata("import", "sources", library(probata.folder), "--case", harbour)

    assert ran.code == 1
    assert sources_of(harbour).split("\r\n") == [
        "# ours",
        "- {id: gazette, title: The Gazette, held: held, author: [{family: Rill, given: A}], doi: 10.1/G}",
        "- {id: report, title: A Report on the Harbour, held: held, type: report, publisher: P}",
        "",
        "- id: who-1",
        "  type: report",
        "  title: On Quays",
        "  url: https://e.example/1",
        "# end",
        "",
    ]
    assert "added `who-1`: On Quays (library.json:2)" in ran.out
    assert "filled in `gazette`: `author`, `doi` (library.json:9)" in ran.out
    assert "not kept, since a source has no field for it: `abstract` (1)" in ran.out
    assert "claims/harbour/sources.yaml: 1 added, 2 filled in, 0 there already, 1 refused" in ran.out
    assert "refused `A Treaty`" in ran.err
    assert probata("check", harbour, "--select", "SRC").code == 0


def test_the_same_file_a_second_time_changes_nothing(probata: Command, harbour: Path) -> None:
    name = library(probata.folder)
    probata("import", "sources", name, "--case", harbour)
    before = sources_of(harbour)

    ran = probata("import", "sources", name, "--case", harbour)

    assert sources_of(harbour) == before
    assert "0 added, 0 filled in, 3 there already, 1 refused" in ran.out
    assert "there already `gazette`" not in ran.out
    named = probata("import", "sources", name, "--case", harbour, "--dry-run", "--verbose")
    assert "there already `gazette`: The gazette (library.json:9)" in named.out


def test_what_contradicts_is_refused_with_both_sides_also_when_quiet(probata: Command, harbour: Path) -> None:
    work = {"id": "a", "type": "webpage", "title": "The Gazette", "publisher": "Theirs"}
    (harbour / "sources.yaml").write_text("- {id: gazette, title: The Gazette, publisher: Ours}\n", encoding="utf-8")

    ran = probata("import", "sources", library(probata.folder, [work]), "--case", harbour, "--quiet")

    assert (ran.code, ran.out) == (1, "")
    assert "refused `The Gazette` (library.json:2)\n    it is like `gazette` and contradicts it" in ran.err
    assert "`publisher`: ours `Ours`, theirs `Theirs`" in ran.err


def test_no_id_is_given_that_an_authority_or_instrument_has(probata: Command, harbour: Path) -> None:
    works = [{"id": "uncat", "type": "book", "title": "A book on it"}]

    ran = probata("import", "sources", library(probata.folder, works), "--case", harbour)

    assert "the id `uncat` is taken by another record: `uncat-2` is given" in ran.out


@pytest.mark.parametrize(
    ("works", "said"),
    [
        ('[{"title": "A"}', "library.json:1"),
        ("", "the file is empty"),
        ([{"type": "report"}], "it has neither a title nor an address, DOI or number"),
    ],
)
def test_bad_input_writes_nothing(probata: Command, harbour: Path, works: object, said: str) -> None:
    ran = probata("import", "sources", library(probata.folder, works), "--case", harbour)

    assert ran.code in (1, 2)
    assert said in ran.err
    assert sources_of(harbour) == SOURCES


def test_sources_that_cannot_be_read_are_not_added_to(probata: Command, harbour: Path) -> None:
    (harbour / "sources.yaml").write_text('- id: "a\n', encoding="utf-8")

    ran = probata("import", "sources", library(probata.folder), "--case", harbour)

    assert ran.code == 2
    assert "the sources of the case cannot be read" in ran.err
    assert sources_of(harbour) == '- id: "a\n'


def test_a_list_that_is_written_in_brackets_is_refused_and_left(probata: Command, harbour: Path) -> None:
    text = "[{id: gazette, title: The Gazette}]\n"
    (harbour / "sources.yaml").write_text(text, encoding="utf-8")

    ran = probata("import", "sources", library(probata.folder), "--case", harbour)

    assert ran.code == 2
    assert "SRC162" in ran.err
    assert sources_of(harbour) == text


def test_sources_in_a_folder_of_files_are_filled_in_where_they_stand_and_new_ones_get_a_file(probata: Command) -> None:
    parts = {
        "sources/a.yaml": "- {id: gazette, title: The Gazette}\n",
        "sources/b.yaml": "- id: report\n  title: A Report on the Harbour\n",
    }
    case = write_case(probata.folder / "claims", sources=None, **parts)

    probata("import", "sources", library(probata.folder), "--case", "harbour")

    assert "doi: 10.1/G" in (case / "sources/a.yaml").read_text(encoding="utf-8")
    assert (case / "sources/b.yaml").read_text(encoding="utf-8").endswith("  type: report\n  publisher: P\n")
    assert "- id: who-1" in (case / "sources/imported.yaml").read_text(encoding="utf-8")


def test_a_spreadsheet_names_other_headings_and_takes_those_that_are_mapped(probata: Command, harbour: Path) -> None:
    name = library(probata.folder, "Titre,Quelle,Odd\nOne,https://e.example/q,x\n", "list.csv")

    first = probata("import", "sources", name, "--case", harbour, "--dry-run")
    second = probata("import", "sources", name, "--case", harbour, "--map", "Quelle=url", "--map", "Odd=")

    assert "not taken, since no field is meant: `Quelle`, `Odd`" in first.err
    assert second.err == ""
    assert "url: https://e.example/q" in sources_of(harbour)


SOURCES_EXPORT = """\
- id: gazette
  title: The Gazette
  translated_title: The Paper
  archive_url: https://web.archive.example/1
  note: for us alone
- {id: witness, type: interview, title: Interview, confidentiality: confidential}
"""


@pytest.fixture
def case(harbour: Path) -> Path:
    """A case with an open and a confidential source."""
    (harbour / "sources.yaml").write_text(SOURCES_EXPORT, encoding="utf-8")
    return harbour


def test_sources_go_to_the_terminal_and_the_warning_beside_them(probata: Command, case: Path) -> None:
    ran = probata("export", "sources", "--case", case, "--to", "csl-json")

    first, second = json.loads(ran.out)
    assert first["note"] == "translated-title: The Paper"
    assert first["archive"] == "https://web.archive.example/1"
    assert second["id"] == "witness"
    assert "for us alone" not in ran.out
    assert "this is internal: 2 sources of the case, and no consent was asked" in ran.err
    assert "confidential among them: `witness`" in ran.err


def test_confidential_sources_can_be_left_out_and_that_is_told(probata: Command, case: Path) -> None:
    ran = probata("export", "sources", "--case", case, "--to", "csl-json", "--open-only")

    assert [one["id"] for one in json.loads(ran.out)] == ["gazette"]
    assert "left out as confidential: 1" in ran.err


def test_what_was_exported_adds_nothing_when_it_is_imported(probata: Command, case: Path) -> None:
    probata("export", "sources", "--case", case, "--to", "csl-json", "--out", "out.json")

    ran = probata("import", "sources", "out.json", "--case", case)

    assert "0 added, 0 filled in, 2 there already, 0 refused" in ran.out
    assert (case / "sources.yaml").read_text(encoding="utf-8") == SOURCES_EXPORT


@pytest.mark.parametrize("form", ["bibtex", "biblatex"])
def test_bibtex_comes_from_pandoc_and_says_what_it_loses(probata: Command, case: Path, form: str) -> None:
    ran = probata("export", "sources", "--case", case, "--to", form)

    assert "{gazette,\n" in ran.out
    assert "web.archive" not in ran.out
    assert "BibTeX has no place for archived copies and translated titles" in ran.err
    assert ("plain BibTeX has none for days" in ran.err) == (form == "bibtex")


@pytest.mark.parametrize("form", ["bibtex", "biblatex"])
def test_titles_in_bibtex_keep_their_capitals_and_come_back_with_them(probata: Command, case: Path, form: str) -> None:
    title = "Prison water was <i>bad</i> in Rome & the iPhone of McRill"
    (case / "sources.yaml").write_text(f'- {{id: water, type: report, title: "{title}"}}\n', encoding="utf-8")

    ran = probata("export", "sources", "--case", case, "--to", form, "--out", "out.bib")
    written = (probata.folder / "out.bib").read_text(encoding="utf-8")
    work = read_bibtex(written, "out.bib", find_program(), biblatex=form == "biblatex")[0]

    assert ran.code == 0
    assert work.item["title"] == title
    assert "Prison Water" not in written


def test_nothing_is_written_over_and_nothing_goes_among_the_documents_for_others(probata: Command, case: Path) -> None:
    (probata.folder / "out.json").write_text("mine", encoding="utf-8")
    (probata.folder / "outgoing").mkdir()

    taken = probata("export", "sources", "--case", case, "--to", "csl-json", "--out", "out.json")
    outgoing = probata("export", "sources", "--case", case, "--to", "csl-json", "--out", "outgoing/out.json")

    assert (taken.code, outgoing.code) == (2, 2)
    assert (probata.folder / "out.json").read_text(encoding="utf-8") == "mine"
    assert not list((probata.folder / "outgoing").iterdir())
    assert "this file is yours alone" in outgoing.err
