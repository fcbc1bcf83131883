"""Who reads the submission that a document supports reads the document too: as the command finds it, each by itself."""

from __future__ import annotations

from pathlib import Path

from tests.cli.command import Command

CASE = """
case:
  title: Example
  as_of: 2024-06-01
  summary: TEXT
  filings: [{id: main, forum: uk-ghr}, {id: brief, forum: closed, supports_filing: main}]
"""
CLOSED = "id: closed\nextends: _base\ndocument_kind: submission\n"
SUPPORT = """
case:
  title: Example
  as_of: 2024-06-01
  filings: [{id: main, forum: un-sp}, {id: st, forum: support-statement, statement: s, supports_filing: main}]
people: [{id: w, name: Mara Wolk}]
consents: [{id: c, person: w, forums: [support-statement, un-sp], audiences: [decision_maker, accused, state]}]
statements:
  - {id: s, person: w, kind: witness, paragraphs: [{id: p, basis: own_knowledge, text: "As told [@letter]."}]}
"""
LETTER = "sources: [{id: letter, title: Letter, confidentiality: confidential}]\n"


def lines_of(probata: Command, code: str, folder: Path, case: str) -> list[str]:
    """Return what the command finds by this code in a case with a forum that nobody but its addressee reads."""
    for name, content in {
        "example.yaml": case,
        "templates/closed/forum.yaml": CLOSED,
        "templates/closed/brief.md.j2": "# Summary\n\n{{ case_summary }}\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return [
        line for line in probata("check", folder / "example.yaml", "--all").out.splitlines() if f", {code})" in line
    ]


def test_a_confidential_source_is_found_in_a_document_that_supports_one_the_accused_reads(
    probata: Command, tmp_path: Path
) -> None:
    case = CASE.replace("TEXT", '"Two were called in [@letter]."') + LETTER

    assert any(
        "`brief`, which the person accused may read" in line for line in lines_of(probata, "EVI201", tmp_path, case)
    )


def test_the_state_is_named_among_the_readers_of_a_statement_in_support(probata: Command, tmp_path: Path) -> None:
    (line,) = lines_of(probata, "EVI201", tmp_path, SUPPORT + LETTER)

    assert "`st`, which the person accused and the State may read" in line


def test_a_consent_must_cover_the_readers_of_what_is_supported(probata: Command, tmp_path: Path) -> None:
    victim = "people: [{id: q, name: Iven Quarrow, part_played: [victim]}]\n"
    consent = "consents: [{id: c, person: q, forums: [closed, uk-ghr], audiences: [decision_makerMORE]}]\n"
    case = CASE.replace("TEXT", "Iven Quarrow was beaten.") + victim + consent

    lines = lines_of(probata, "STR209", tmp_path, case.replace("MORE", ""))
    assert any("`brief` names the victim" in line for line in lines)
    assert lines_of(probata, "STR209", tmp_path, case.replace("MORE", ", accused")) == []
