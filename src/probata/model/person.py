"""A person: who they are, in every form that an identification needs."""

from __future__ import annotations

from typing import Annotated, Literal

from probata.model.citation import Citations
from probata.model.cited_value import DateField, TextField
from probata.model.dates import When
from probata.model.name import Alias, NameField
from probata.model.record import IsSafeguard, Line, OwnMarkdown, Part, Prose, Record


class BirthAlternative(Part):
    """Another date or place of birth that a source gives. What it does not give is left out."""

    date: When | None = None
    """The other date, no more precise than its source."""
    place: Prose | None = None
    """The other place."""
    country: Prose | None = None
    """The country of that place, or another country of birth."""
    citations: Citations = ()
    """Where it is taken from."""


class Birth(Part):
    """Birth and origin, which are two things: a person "from" a town need not be born there."""

    date: DateField | None = None
    """Date of birth, no more precise than its source."""
    place: TextField | None = None
    """Place of birth."""
    country: Prose | None = None
    """Country of birth."""
    origin: TextField | None = None
    """Where the source says the person is from; never printed as a place of birth."""
    alternatives: tuple[BirthAlternative, ...] = ()
    """Other dates and places of birth that sources give; printed behind these as (2), (3) and so on."""


class Identifier(Part):
    """A number that identifies the person."""

    type: Prose
    """What it is: passport, identity card, register number."""
    number: Line
    """The number, as printed."""
    country: Prose | None = None
    """Country that issued it."""
    issued: When | None = None
    """Date of issue."""
    expires: When | None = None
    """Date of expiry."""
    citations: Citations = ()
    """Where it is taken from."""


class Education(Part):
    """A stage of the person's education."""

    institution: Prose
    """School or university."""
    subject: Prose | None = None
    """What was studied."""
    country: Prose | None = None
    """Country."""
    dates: When | None = None
    """Period."""
    citations: Citations = ()
    """Where it is taken from."""


class Particular(Part):
    """Something that tells who the person is, besides the name."""

    kind: Literal[
        "given_name",
        "initials",
        "telephone",
        "email",
        "handle",
        "address",
        "workplace",
        "birth_date",
        "relation",
        "other",
    ]
    """What it is; `given_name` and `initials` where each of them alone would tell who is meant."""
    value: Line
    """As a text would write it: `Mill Lane 12, Ostamar`, `sister of the mayor`, `1971-03-12`."""


class Person(Record):
    """A person concerned, victim, witness, speaker or person mentioned."""

    name: NameField
    """Name in Latin letters, in parts, and in its own script."""
    pseudonym: Prose | None = None
    """How the person is called where they may not be named, such as `Witness K`; chosen once, and kept. Where there is
    none, the name of the record is the pseudonym."""
    part_played: tuple[Literal["person_concerned", "victim", "witness", "deponent", "speaker", "mentioned"], ...] = ()
    """What part the person plays in the case; several are possible."""
    aliases: tuple[Alias, ...] = ()
    """Other names."""
    title: Prose | None = None
    """Form of address, such as `Ms` or `Dr`."""
    birth: Birth = Birth()
    """Birth and origin."""
    death: DateField | None = None
    """Date of death."""
    gender: TextField | None = None
    """Gender, where a source gives it."""
    nationalities: tuple[TextField, ...] = ()
    """Nationalities."""
    identifiers: tuple[Identifier, ...] = ()
    """Passports, identity cards and other numbers."""
    addresses: tuple[TextField, ...] = ()
    """Official or business addresses; private ones are not collected."""
    education: tuple[Education, ...] = ()
    """Education."""
    family: tuple[TextField, ...] = ()
    """Family ties that bear on the case, in words: `wife of the President`; others are not collected."""
    present_situation: TextField | None = None
    """What is known of the person now, with the day for which it was true."""
    description: OwnMarkdown | None = None
    """A short description."""
    protected: Annotated[tuple[Particular, ...], IsSafeguard()] = ()
    """What else would tell who the person is. Never printed; taken out of documents, and searched for in the finished
    files, wherever the name may not stand."""
    consent_required: Annotated[bool, IsSafeguard()] = False
    """True where the person may appear only with a consent recorded for the forum. So it is too where something is
    `protected`."""
    citations: Citations = ()
    """Sources for the person as a whole."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""

    @property
    def needs_consent(self) -> bool:
        """Whether documents may have this person with a consent alone: as recorded, or since something is protected."""
        return self.consent_required or bool(self.protected)


# Whether a person is recorded as a man or a woman.

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
