"""Places, the running title, the standing of the State, and what sources give differently."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import html
from tests.case_folder import ALLEGATIONS, BACKGROUND, CASE, PEOPLE, SOURCES, build, write_case
from tests.each import each

from probata.compose.head_of_document import running_title
from probata.compose.sentences.grammar import with_country
from probata.compose.views.provision import standing_in_words
from probata.document.look import base_look
from probata.law import Participation
from probata.messages import load_wording


@each(
    ("place", "country", "printed"),
    [
        ("Managua", "Nicaragua", "Managua, Nicaragua"),
        ("Nicaragua", "Nicaragua", "Nicaragua"),
        ("El Chipote, Managua, Nicaragua", "Nicaragua", "El Chipote, Managua, Nicaragua"),
        ("Managua (Nicaragua)", "Nicaragua", "Managua (Nicaragua)"),
        ("Kano, Nigeria", "Niger", "Kano, Nigeria, Niger"),
        (None, "Nicaragua", "Nicaragua"),
    ],
)
def test_a_country_that_is_part_of_the_place_is_not_said_twice(place: str | None, country: str, printed: str) -> None:
    assert "".join(with_country(place, country)) == printed


LOOK = base_look()
LONG = "Preventive detention at the holding centre in Brann Street: communication to several special procedures"
USUAL = "Communication to the special procedures"


def test_a_title_that_fits_stands() -> None:
    assert running_title("A submission", USUAL, LOOK) == "A submission"


def test_instead_of_a_title_of_two_lines_the_usual_one_of_the_forum_stands() -> None:
    assert running_title(LONG, USUAL, LOOK) == USUAL


def test_a_long_title_stands_where_the_usual_one_is_too_long_as_well() -> None:
    assert running_title(LONG, LONG + " and more", LOOK) == LONG


RATIFIED = {"act": "ratification", "deposited": "1988-10-04"}
ENDED = {"until": "2017-10-27"}


@each(
    ("fields", "language", "words"),
    [
        ({}, "en-GB", "party; not checked at its source"),
        (RATIFIED, "en-GB", "party, ratified 4 October 1988; not checked at its source"),
        (
            RATIFIED | ENDED,
            "en-GB",
            "party, ratified 4 October 1988; participation ended 27 October 2017; not checked at its source",
        ),
        ({"until": "2017"}, "en-GB", "party; participation ended 2017; not checked at its source"),
        (
            RATIFIED | {"in_force": "1988-11-03"},
            "en-GB",
            "party, ratified 4 October 1988; in force for it from 3 November 1988; not checked at its source",
        ),
        (
            RATIFIED | ENDED,
            "fr",
            "État partie (ratification : 4 octobre 1988) ; fin de la participation : 27 octobre 2017 ; "
            "point non vérifié à la source",
        ),
        (
            RATIFIED | ENDED,
            "es",
            "Estado parte (ratificación: 4 de octubre de 1988); fin de la participación: 27 de octubre de 2017; "
            "extremo no comprobado en la fuente",
        ),
    ],
)
def test_a_document_says_since_when_and_until_when_the_state_is_bound(
    fields: dict[str, str], language: str, words: str
) -> None:
    standing = {"state": "Kelvandra", "iso": "ZZ", "instrument": "uncat", "status": "party", **fields}
    told = standing_in_words(Participation.model_validate(standing), load_wording(language))

    assert told.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ") == words


def test_the_note_behind_a_standing_says_in_what_it_was_read_and_cites_no_evidence(tmp_path: Path) -> None:
    case = CASE.replace("forum: uk-ghr", "forum: un-sp") + "state: China\n"
    allegations = ALLEGATIONS.replace("provision: 1}", 'provision: 1, citations: "report, p. 9"}')
    page: Any = html.document_fromstring(build(write_case(tmp_path, case=case, allegations=allegations)).text)
    (line,) = (one for one in page.iter("p") if "party, ratified" in one.text_content())
    *_, mark = line.iter("a")
    note = page.get_element_by_id(mark.get("href").removeprefix("#")).text_content()

    assert "read on 24 November 2026; to be confirmed with the depositary" in note
    assert "http" not in note
    assert "Report" not in note


EVENTS = """\
- id: raid
  kind: incident
  title: Raid on the quay
  dates: 2022-05-03
  count: {value: 6, unit: dead, citations: "report, p. 7", other_accounts: [{value: 7, citations: "gazette, p. 2"}]}
  citations: "report, p. 7"
"""
QUOTATIONS = """\
- {id: order, speaker: {person: solvan}, text: Go on., quoted_in: "report, p. 8"}
- {id: order-2, speaker: {person: solvan}, text: "Go on, I said.", quoted_in: "gazette, p. 4", version_of: order}
"""


def printed(folder: Path, **files: str) -> str:
    """Return what the submission and its annexes say, without the marks of notes."""
    pages: list[Any] = [html.document_fromstring(made.data) for made in build(write_case(folder, **files)).made]
    for page in pages:
        for mark in page.xpath("//a[@role='doc-noteref']"):
            mark.drop_tree()
    return " ".join(" ".join(text for page in pages for text in page.itertext()).split()).replace(" ;", ";")


def test_two_counts_of_one_event_stand_in_the_chronology(tmp_path: Path) -> None:
    assert "Raid on the quay: 6 dead [E1] 7; 7 according to another source" in printed(tmp_path, events=EVENTS)


def test_another_version_of_a_quotation_stands_below_the_one_that_is_set_off(tmp_path: Path) -> None:
    files = {"narrative/background.md": BACKGROUND.replace("place:", "epigraphs: [order]\nplace:")}
    text = printed(tmp_path, quotations=QUOTATIONS, **files)

    assert "“Go on.”" in text
    assert "Another version: “Go on, I said.”" in text


def test_the_evidence_schedule_says_what_of_a_work_was_read(tmp_path: Path) -> None:
    sources = SOURCES.replace("Harbour, held: held", "Harbour, held: held, read_in_part: pp. 1-9")

    assert "read in part: pp. 1-9" in printed(tmp_path, sources=sources)


def test_family_ties_stand_on_the_sheet_of_the_person(tmp_path: Path) -> None:
    people = PEOPLE.replace("{family: Solvan, given: Ardel}", "Ardel Solvan\n  family: [brother of the President]", 1)

    assert "Family ties brother of the President" in printed(tmp_path, people=people)
    assert "Family ties" not in printed(tmp_path / "none")
