"""How a State stands to a treaty, as documents say it where the catalogue knows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import html
from tests.case_folder import ALLEGATIONS, CASE, build, write_case
from tests.each import each

from probata.compose.views.provision import standing_in_words
from probata.law import Participation
from probata.messages import load_wording

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
