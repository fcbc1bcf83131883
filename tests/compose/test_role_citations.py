"""Citations of single fields of a role stand as notes where the field is printed, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import html
from tests.case_folder import POSITIONS, SOURCES, Built, build, write_case
from tests.each import each
from tests.parted import OF_PARTED, PLAIN, PLAINEST, write_parted

from probata.pipeline import open_workspace

TITLES = {"yearbook": "A Yearbook", "decree": "A Decree", "roster": "A Roster"}
CITED_SOURCES = SOURCES + "".join(f"- {{id: {key}, title: {title}, held: held}}\n" for key, title in TITLES.items())
ROLE = """\
- id: solvan-commander
  person: solvan
  seats: [{position: commander, citations: "roster, p. 9"}]
  title: Commander of the Harbour Guard
  rank: {value: Colonel, citations: "yearbook, p. 5"}
  dates: {stated: 2021-02/2023-09, citations: "decree, p. 2"}
  responsibility: command
"""


def plainly(folder: Path, template: str, **files: str) -> Built:
    """Make the case with a template of the test's own."""
    case = write_case(folder, case=OF_PARTED, sources=CITED_SOURCES, **files)
    return build(case, workspace=open_workspace(write_parted(folder, template, PLAIN)))


def row_of_the_role(folder: Path, **files: str) -> list[tuple[str, list[str]]]:
    """Return each cell of the role's row in the table of posts: its own words, and the works in its notes."""
    built = plainly(folder, PLAINEST, **{"roles": ROLE, **files})
    page = html.document_fromstring(built.text)
    (row,) = (r for r in page.iter("tr") if len(r) == 4 and "Colonel" in _words(r))
    return [_cell(cell, page) for cell in row]


def _cell(cell: Any, page: html.HtmlElement) -> tuple[str, list[str]]:
    notes = [page.get_element_by_id(link.get("href").removeprefix("#")) for link in cell.iter("a")]
    for mark in cell.xpath(".//sup"):
        mark.drop_tree()
    return _words(cell), [_work(_words(note)) for note in notes]


def _words(element: Any) -> str:
    return "".join(element.itertext())


def _work(note: str) -> str:
    return next(title for title in (*TITLES.values(), "The Gazette", "") if title in note)


def test_the_rank_the_body_and_the_dates_of_a_post_have_their_own_notes(tmp_path: Path) -> None:
    assert row_of_the_role(tmp_path) == [
        ("Commander of the Harbour Guard (Colonel)", ["A Yearbook"]),
        ("Harbour Guard", ["A Roster"]),
        ("February 2021 to September 2023", ["A Decree"]),
        ("command", []),
    ]


def test_the_citations_of_the_whole_role_still_stand_behind_its_title(tmp_path: Path) -> None:
    title, *_ = row_of_the_role(tmp_path, roles=ROLE + "  citations: gazette, p. 3\n")

    assert title == ("Commander of the Harbour Guard (Colonel)", ["A Yearbook", "The Gazette"])


def test_the_citation_of_a_seat_without_a_body_stands_behind_the_title(tmp_path: Path) -> None:
    title, body, *_ = row_of_the_role(tmp_path, positions=POSITIONS.replace(", body: guard", ""))

    assert title == ("Commander of the Harbour Guard (Colonel)", ["A Yearbook", "A Roster"])
    assert body == ("[body: to complete]", [])


def test_the_dates_of_a_command_have_their_own_note(tmp_path: Path) -> None:
    bodies = "- {id: guard, name: Harbour Guard}\n- {id: ministry, name: Ministry of the Harbour}\n"
    dates = '{stated: 2010/2012, citations: "decree, p. 2"}'
    commands = f"- {{id: c, superior: ministry, subordinate: guard, kind: oversight, dates: {dates}}}\n"
    template = '{% import "_base/parts.md.j2" as parts with context %}\n{{ parts.commands_table("Commands") }}\n'
    built = plainly(tmp_path, template, bodies=bodies, commands=commands)
    page = html.document_fromstring(built.text)
    cells = [cell for cell in page.iter("td") if _words(cell).startswith("2010 to 2012")]

    assert [_cell(cell, page) for cell in cells] == [("2010 to 2012", ["A Decree"])]


@each("cited", ["roster", "yearbook", "decree"])
def test_a_source_that_is_not_there_is_found_in_each_of_these_fields(tmp_path: Path, cited: str) -> None:
    found = build(write_case(tmp_path, roles=ROLE.replace(cited, "lost"), sources=CITED_SOURCES)).found(
        "unknown-source"
    )
    (line,) = (n for n, text in enumerate(ROLE.splitlines(), 1) if cited in text)

    assert (found.message, found.span and found.span.line) == ("no source or authority has the id `lost`", line)
