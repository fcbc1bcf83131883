"""A letter that nobody answered is told in a sentence with the name and the day."""

from __future__ import annotations

from tests.each import each
from tests.filings.cases import EXAMPLE
from tests.filings.made import session

from probata.compose.printer import Printer
from probata.compose.views.allegation import unanswered
from probata.document.origin import Origin
from probata.law import load_catalogue
from probata.messages import load_wording
from probata.model.allegation import Answer
from probata.model.person import Person

ASKED = {"asked": True, "on": "2026-08-14"}


def told(language: str, *people: str) -> str:
    graph = session(EXAMPLE).graph
    assert graph is not None
    asked = [person for one in people if (person := graph.find("people", Person, one))]
    printer = Printer(graph, load_catalogue(), load_wording(language))
    found = unanswered(Answer.model_validate(ASKED), asked, printer, Origin("allegations/a", "answer"))
    return found.text if found else ""


@each(
    ("language", "people", "words"),
    [
        ("en-GB", ("orskelin",), "Orskelin has not answered our letter of 14 August 2026."),
        ("fr", ("orskelin",), "Orskelin n’a pas répondu à notre lettre du 14 août 2026."),
        ("es", ("orskelin",), "Orskelin no ha respondido a nuestra carta del 14 de agosto de 2026."),
        ("fr", ("orskelin", "tovalka"), "Notre lettre du 14 août 2026 est restée sans réponse."),
    ],
)
def test_who_has_not_answered_is_named_where_one_alone_was_asked(
    language: str, people: tuple[str, ...], words: str
) -> None:
    assert told(language, *people) == words
