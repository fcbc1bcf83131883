"""Messages of networks and press releases have their site and day in styles that are older than their types."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.citation import Library

from .cases import citation, cited, note_texts, paragraph

POST: dict[str, Any] = {
    "type": "post",
    "title": "We were told to look away",
    "author": [{"family": "Tern", "given": "Ola"}],
    "container-title": "X",
    "issued": {"date-parts": [[2022, 5, 15]]},
    "URL": "https://x.example/1",
    "language": "en-GB",
}
RELEASE: dict[str, Any] = {
    "type": "press-release",
    "title": "The service denies all",
    "author": [{"literal": "Prison Service"}],
    "issued": {"date-parts": [[2023, 4, 2]]},
    "URL": "https://service.example/12",
    "language": "en-GB",
}


def note(source: dict[str, Any], name: str) -> str:
    return note_texts(cited(paragraph("A", citation("a")), library=Library({"a": source}), name=name))[0]


@each(
    ("name", "told"),
    [("oscola-4", "(_X_, 15 May 2022)"), ("bluebook-21", "X (May 15, 2022)"), ("un-plain", "X, 15 May 2022")],
)
def test_a_message_of_a_network_has_its_site_and_its_day(name: str, told: str) -> None:
    assert told in note(POST, name)


@each(
    ("name", "told"), [("oscola-4", "(2 April 2023)"), ("bluebook-21", "(Apr. 2, 2023)"), ("un-plain", "2 April 2023")]
)
def test_a_press_release_has_its_day(name: str, told: str) -> None:
    assert told in note(RELEASE, name)
