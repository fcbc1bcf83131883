"""The age below which somebody is a child."""

from __future__ import annotations

from datetime import date

from probata.law.full_age import full_age


def test_full_age_is_eighteen_by_the_convention_and_says_where_that_was_read() -> None:
    age = full_age()

    assert (age.years, age.instrument, age.provision) == (18, "Convention on the Rights of the Child", "1")
    assert (age.verified, age.read_on) == (True, date(2026, 11, 26))
    assert age.source is not None
    assert age.source.endswith("crc.json")
