"""The foot of each page has a title that fits beside the number of the page."""

from __future__ import annotations

from probata.compose.head_of_document import running_title
from probata.document.look import base_look

LOOK = base_look()
LONG = "Preventive detention at the holding centre in Brann Street: communication to several special procedures"
USUAL = "Communication to the special procedures"


def test_a_title_that_fits_stands() -> None:
    assert running_title("A submission", USUAL, LOOK) == "A submission"


def test_instead_of_a_title_of_two_lines_the_usual_one_of_the_forum_stands() -> None:
    assert running_title(LONG, USUAL, LOOK) == USUAL


def test_a_long_title_stands_where_the_usual_one_is_too_long_as_well() -> None:
    assert running_title(LONG, LONG + " and more", LOOK) == LONG
