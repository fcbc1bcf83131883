"""`probata export sources`: what goes out, and that it is told to be internal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.command import Command

from probata.citation.program import find_program
from probata.importers.bibtex import read_bibtex

SOURCES = """\
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
    (harbour / "sources.yaml").write_text(SOURCES, encoding="utf-8")
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
    assert (case / "sources.yaml").read_text(encoding="utf-8") == SOURCES


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
