"""Whether a person is recorded as a man or a woman."""

from __future__ import annotations

from typing import Literal

from probata.model.person import Person

Gender = Literal["male", "female"]
_GENDERS: dict[str, Gender] = {
    **dict.fromkeys(("male", "man", "m", "masculine", "masculin", "homme", "masculino", "hombre"), "male"),
    **dict.fromkeys(("female", "woman", "f", "feminine", "féminin", "femme", "femenino", "mujer"), "female"),
}
"""The words of the record's own language, or of the language that it was translated into."""
OTHER_GENDER: dict[Gender, Gender] = {"male": "female", "female": "male"}


def gender_of(person: Person) -> Gender | None:
    """Return the recorded gender; `None` where none is recorded, or one that has no pronoun of its own here."""
    return _GENDERS.get(person.gender.value.strip().casefold()) if person.gender else None
