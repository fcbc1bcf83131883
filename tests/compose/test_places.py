"""A place and its country, in which each part stands once."""

from __future__ import annotations

from tests.each import each

from probata.compose.sentences.grammar import with_country


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
