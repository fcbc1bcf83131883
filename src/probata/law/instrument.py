"""An instrument of law and its provisions: number, heading, the rule in our words, and where that was read."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import Field, PositiveInt, model_validator

from probata.law.checked import Address, Checked, Code, Fact, PartialDate, Text
from probata.model.authority import AuthorityForm, PublishedIn

# Whom a rule binds: the duty-bearer, without whom nobody breaches it.

Bearer = Literal["state", "state_with_jurisdiction", "state_that_removes", "united_nations", "person", "nobody"]
"""A State party towards other States or in general; towards those within its territory or jurisdiction; as the one that
expels, returns or extradites; the United Nations; natural persons, as criminal law does; nobody by itself."""


class Duty(Checked):
    """Whom an instrument or a provision binds, and where it says so."""

    bearer: Bearer
    """Who is bound."""
    text: Text
    """Who is bound, in our own words close to those of the text."""
    conduct: tuple[Code, ...] = ()
    """The conduct as to which it is so, where it is not so for all; a provision may bind one State as to torture and
    another as to a return to it."""


# An element is a fact in issue. Several tests ask for the same one, so evidence names it once: that pain was severe
# goes to a treaty, to a crime and to a sanctions regime alike. The wording is each test's own.

TRUE = ("true", True)
"""How data files and code write that something was read at its source."""


class Element(Fact):
    """A fact that legal tests ask for. What it is called here is ours; the words of the law stand in the tests."""

    id: Code
    """Short name, by which evidence says what it goes to: `severe-pain`."""
    label: Text
    """How tables call it."""
    about: Literal["conduct", "person"]
    """What was done, or what one person had to do with it. Of the second each person has their own answer."""
    act_of: Literal["state", "state_that_removes"] | None = None
    """Whose act it asks for by itself: that of a State, or of the State that expels, returns or extradites."""
    at_the_time: bool = False
    """True for a risk or a knowledge, which must have been there when the conduct was."""
    definition: Text
    """What must be shown, in our own words."""


class Requirement(Checked):
    """What one legal test asks for, in its own words."""

    any_of: Annotated[tuple[Code, ...], Field(min_length=1)]
    """The element; of several that stand in the alternative, one is enough."""
    text: Text
    """What this test asks for, in our own words close to those of the text."""


def as_its_provision(requirement: Any, provision: Mapping[str, Any]) -> Any:
    """Give a requirement that says nothing of its own source that of its provision, and whether it was read there."""
    if not isinstance(requirement, Mapping) or {"source", "verified"} & set(requirement):
        return requirement
    if provision.get("verified") not in TRUE:
        return {**requirement, "verified": False}
    return {**requirement, **{key: provision[key] for key in ("source", "read_on", "verified") if key in provision}}


_UNIT_FORMS = {"article": "art", "regulation": "reg", "section": "s"}
_UNIT_BEFORE = re.compile(
    r"^\s*(?:§|(?:arts?|articles?|art[íi]culos?|regs?|regulations?|ss?|secs?|sections?)\b\.?)\s*(?=\d)", re.IGNORECASE
)
"""The word for the kind of a provision before its number, in English, French and Spanish."""
_WHOLE_NUMBER = re.compile(r"(?:^|[-–,;&]|\band\b|\bto\b)\s*(\d{1,6})")
"""The number that a provision begins with, at the beginning or behind what joins several."""


@lru_cache(maxsize=4096)
def normalise_number(number: str) -> str:
    """Return the number of a provision without white space: `7 (1) (i)` is `7(1)(i)`. Nothing else is changed."""
    return "".join(number.split())


def bare_number(number: str) -> str:
    """Return the number of a provision without the word for its kind before it: `Art. 7(1)` is `7(1)`.

    Other words before a number, such as those of an annex, are part of it and stay.
    """
    return _UNIT_BEFORE.sub("", number)


class Provision(Checked):
    """One provision. Its text is a paraphrase: a filing quotes the official text, never this."""

    number: Text
    """Number as it is cited after the unit: `3`, `7(1)(i)`, `1A(2)`."""
    heading: Text
    """What it is about, in a few words."""
    text: Text
    """The rule in our own words."""
    number_in_doubt: bool = False
    """True where the words are known and the letter is not: documents then print the words beside the number."""
    conduct: tuple[Code, ...] = ()
    """Codes of the conduct that it concerns; empty for a mode of responsibility or a rule of procedure."""
    binds: tuple[Duty, ...] = ()
    """Whom it binds, where it is not whom the instrument binds."""
    elements: tuple[Requirement, ...] = ()
    """What must be shown for it, one by one; one that names no source of its own was read where the provision was."""
    elements_of: tuple[Text, ...] = ()
    """Numbers of provisions of the same instrument whose elements must be shown with its own."""

    @model_validator(mode="before")
    @classmethod
    def _give_elements_their_source(cls, data: Any) -> Any:
        if not isinstance(data, Mapping) or not isinstance(data.get("elements"), list):
            return data
        return {**data, "elements": [as_its_provision(requirement, data) for requirement in data["elements"]]}


class EntryIntoForce(Checked):
    """When a treaty entered into force at all: before that it bound nobody, whoever ratified it later."""

    day: PartialDate
    """The day, or as much of it as is known."""


class LastProvision(Checked):
    """The last provision of an instrument: the catalogue lacks most others, but beyond this one there is none."""

    number: PositiveInt
    """Its number; one with something behind it, `8 bis` or `15A`, is counted by the figures that it begins with."""


class Instrument(Checked):
    """A treaty, declaration, statute or regulation. `verified` speaks of its citation."""

    id: Code
    """Short name, used by records: `echr`, `uncat`."""
    title: Text
    """Official title."""
    short: Text
    """Title as running text says it after the first time."""
    abbreviation: Text
    """Abbreviation."""
    kind: Literal["treaty", "declaration", "statute", "regulations"]
    """What sort of instrument."""
    unit: Literal["article", "regulation", "section"] = "article"
    """What its provisions are called."""
    form: AuthorityForm
    """By which form it is cited."""
    citation: Text | None = None
    """The full citation where no form fits, with Markdown emphasis; every style prints it as it stands."""
    cited_title: Text | None = None
    """Title as citations print it, where that is not the official one."""
    number: Text | None = None
    """Number: `SI 2020/680`, `114-328`."""
    parties: Text | None = None
    """Parties, of a treaty of two or three States."""
    known_as: Text | None = None
    """Name by which it is better known, where a citation adds it."""
    adopted: PartialDate | None = None
    """Day of its adoption."""
    date: PartialDate | None = None
    """Its day, of what is cited by one."""
    court: Text | None = None
    """Organ that adopted it, of a resolution."""
    symbol: Text | None = None
    """Symbol of a document of the United Nations."""
    published_in: PublishedIn | None = None
    """Series or journal that it is published in."""
    registration: Text | None = None
    """Registration number in the United Nations Treaty Series."""
    code: Text | None = None
    """Title of a code: `22 USC`."""
    code_sections: Text | None = None
    """Sections of the code that hold it."""
    last_provision: LastProvision | None = None
    """Its last article, section or regulation; none where that was not read."""
    in_force: EntryIntoForce | None = None
    """Its entry into force, of a treaty; when it began to bind one State stands in `participation.yaml`."""
    text_source: Address | None = None
    """Where its provisions were read; a verified provision that names no source of its own was read there."""
    text_read_on: datetime.date | None = None
    """The day on which they were read."""
    binds: tuple[Duty, ...] = ()
    """Whom its provisions bind that say nothing else; none for rules that nobody breaches, as those of sanctions."""
    provisions: tuple[Provision, ...] = ()
    """The provisions, in the order of the instrument."""

    @model_validator(mode="before")
    @classmethod
    def _give_provisions_their_source(cls, data: Any) -> Any:
        if not isinstance(data, Mapping) or not isinstance(data.get("provisions"), list):
            return data
        common = {"source": data.get("text_source"), "read_on": data.get("text_read_on")}
        return {**data, "provisions": [_with_source(provision, common) for provision in data["provisions"]]}

    @model_validator(mode="after")
    def _numbers_are_unique(self) -> Self:
        numbers = [normalise_number(provision.number) for provision in self.provisions]
        repeated = sorted({number for number in numbers if numbers.count(number) > 1})
        if repeated:
            raise ValueError(f"numbers that stand twice: {', '.join(repeated)}")
        return self

    def provision(self, number: str) -> Provision | None:
        """Return the provision with exactly this number, white space aside; `None` where there is none."""
        wanted = normalise_number(number)
        return next((found for found in self.provisions if normalise_number(found.number) == wanted), None)

    def is_beyond(self, number: str) -> bool:
        """Tell whether a number, or one of several, `12, 99` or `31-40`, is greater than that of the last provision.

        Numbers in brackets, and behind a word such as `para`, are those of parts. False where the last is not known.
        """
        last = self.last_provision.number if self.last_provision else None
        return last is not None and any(int(found) > last for found in _WHOLE_NUMBER.findall(number))

    def requirements(self, number: str) -> tuple[Requirement, ...]:
        """Return all that must be shown for a provision, its own elements first; none where they are not recorded."""
        found: dict[str, Provision] = {}
        ahead = [number]
        while ahead:
            provision = self.provision(ahead.pop(0))
            if provision is not None and provision.number not in found:
                found[provision.number] = provision
                ahead.extend(provision.elements_of)
        return tuple(requirement for provision in found.values() for requirement in provision.elements)

    def duties(self, number: str | None, conduct: frozenset[str] = frozenset()) -> tuple[Duty, ...]:
        """Return whom a provision binds as to some conduct; without a number, whom any provision on that conduct does.

        Without conduct all duties count. A provision that says nothing on the conduct binds whom the instrument binds.
        """
        named = [self.provision(number)] if number else [one for one in self.provisions if conduct & set(one.conduct)]
        found = (duty for one in named if one for duty in one.binds or self.binds)
        return tuple(
            dict.fromkeys(duty for duty in found if not (duty.conduct and conduct) or conduct & set(duty.conduct))
        )

    def pinpoint(self, number: str) -> str:
        """Write a number with its unit as citations do (OSCOLA 4th edn, 2.4): `art 3`, `reg 6(3)(a)`, `s 11`."""
        return f"{_UNIT_FORMS[self.unit]} {normalise_number(number)}"


def _with_source(provision: Any, common: Mapping[str, Any]) -> Any:
    if not isinstance(provision, Mapping) or provision.get("verified") not in TRUE:
        return provision
    return {**{key: value for key, value in common.items() if value}, **provision}
