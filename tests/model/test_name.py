"""Names in Latin letters and in their own script."""

from __future__ import annotations

from tests.each import each

from probata.model.name import PersonName
from probata.model.person import Person


@each(
    ("fields", "display"),
    [
        ({"family": "Liu", "given": "Jianchao", "order": "family_first"}, "Liu Jianchao"),
        ({"family": "Solvan", "given": "Ardel"}, "Ardel Solvan"),
        ({"family": "Solvan"}, "Solvan"),
        ({"given": "Ardel"}, "Ardel"),
        ({"full": "Suharto", "family": "x"}, "Suharto"),
        ({}, ""),
    ],
)
def test_a_name_is_printed_in_its_own_order(fields: dict[str, str], display: str) -> None:
    assert PersonName.model_validate(fields).display == display


def test_one_line_of_text_is_a_name() -> None:
    person = Person.model_validate({"id": "a", "name": "Suharto", "aliases": [{"name": "Pak Harto"}]})

    assert person.name == PersonName(full="Suharto")
    assert person.aliases[0].name.display == "Pak Harto"
