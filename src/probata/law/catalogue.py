"""The catalogue: all that the data files beside this module hold, joined.

A new instrument is one file in `instruments/`; the order of files does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeVar

from pydantic import ValidationError

from probata.law.checked import Checked, Code, Text
from probata.law.instrument import Element, Instrument, Provision, Requirement
from probata.law.participation import Participation
from probata.model.dates import Answer
from probata.model.responsibility import Responsibility
from probata.source.node import to_plain
from probata.source.yaml_reader import read_yaml


class Huridocs(Checked):
    """The term of a HURIDOCS micro-thesaurus that a code stands for."""

    thesaurus: Text = "MT4"
    """Number of the micro-thesaurus; MT4 holds types of act."""
    term: Text
    """The term."""


class ConductCode(Checked):
    """A code of conduct. It says what is alleged to have been done, not under which provision."""

    code: Code
    """The code, as records write it."""
    label: Text
    """How documents call it, in the middle of a sentence."""
    act: Text | None = None
    """The same as the object of a verb, with an article where the language wants one; else the label."""
    is_omission: bool = False
    """True where it is what somebody failed to do, which nobody orders or leaves unpunished."""
    definition: Text
    """What falls under it, in a sentence."""
    huridocs: Huridocs | None = None
    """The matching HURIDOCS term, where one is known."""


# The declarations with which a statement may end, in their official wording.


class Declaration(Checked):
    """A declaration at the end of a statement."""

    id: Code
    """Short name, as statements and forums write it."""
    title: Text
    """What it is called."""
    rule: Text
    """The rule that prescribes it, as cited, or that none does."""
    executed: Literal["anywhere", "outside_united_states", "within_united_states"] = "anywhere"
    """Where it must be signed for this wording to be right."""
    wording: Text
    """The official wording, letter by letter, with its own alternatives and blanks."""
    printed: Text
    """The wording as documents print it: one alternative chosen, `{date}` for the day of signature."""
    date_in_wording: bool = False
    """True where the wording itself holds the date."""


# Modes of liability: by which provision a ground of responsibility would be judged as a crime.
# They are a yardstick and no charge: a forum has its own criteria. What a ground of command leaves unproved under them
# is what the other side will ask for anywhere.

NOT_STATED = "not_stated"


class Mode(Checked):
    """A mode of liability. Each list that is given must be met; a list left out is no condition."""

    id: Code
    """Short name."""
    label: Text
    """How tables call it."""
    instrument: Code
    """Instrument that holds its elements."""
    provision: Text
    """Provision that holds them."""
    labels: tuple[Literal["command", "oversight"], ...] = ()
    """The plain word of the ground."""
    settings: tuple[Text, ...] = ()
    """Settings of the ground; `not_stated` is one of them."""
    conduct: tuple[Text, ...] = ()
    """What the person did or left undone; `not_stated` is met by a ground that states nothing."""

    def is_of(self, ground: Responsibility) -> bool:
        """Tell whether a ground of responsibility is put forward in this mode."""
        done = set[str](ground.conduct) or {NOT_STATED}
        return (
            (not self.labels or ground.shown_label in self.labels)
            and (not self.settings or ground.setting in self.settings)
            and (not self.conduct or bool(done & set(self.conduct)))
        )

    def may_be_of(self, ground: Responsibility) -> Answer:
        """Answer whether the plain word and the setting of a ground are such as the mode asks for.

        It is possible where one is not stated, unless the mode takes that too. What the person did is left aside: it is
        alleged beside the relation, and more of it may come.
        """
        label, setting = ground.shown_label, ground.setting
        if (self.labels and label and label not in self.labels) or (
            self.settings and setting != NOT_STATED and setting not in self.settings
        ):
            return Answer.NO
        is_stated = (label or not self.labels) and (not self.settings or setting in self.settings)
        return Answer.CERTAIN if is_stated else Answer.POSSIBLE


K = TypeVar("K")
V = TypeVar("V")


class CatalogueError(Exception):
    """A data file of the catalogue is faulty. The files ship with the program, so this is a fault of ours."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the program knows of the law. Every question with an unknown id is answered with `None`."""

    instruments: Mapping[str, Instrument]
    conduct: Mapping[str, ConductCode]
    declarations: Mapping[str, Declaration]
    participation: Mapping[tuple[str, str], Participation]
    """State's code of two letters and instrument's id → the state's standing."""
    elements: Mapping[str, Element] = field(default_factory=dict)
    """Facts that legal tests ask for."""
    modes: tuple[Mode, ...] = ()
    """Modes of liability."""

    def instrument(self, instrument: str) -> Instrument | None:
        """Return an instrument by its id."""
        return self.instruments.get(instrument)

    def provision(self, instrument: str, number: str) -> Provision | None:
        """Return a provision by its exact number, white space aside."""
        found = self.instruments.get(instrument)
        return found.provision(number) if found else None

    def requirements(self, instrument: str, number: str) -> tuple[Requirement, ...]:
        """Return what must be shown for a provision, one by one; none where that is not recorded."""
        found = self.instruments.get(instrument)
        return found.requirements(number) if found else ()

    def is_same_state(self, one: str, other: str) -> bool:
        """Tell whether two names mean one State, by the names that are known."""
        return bool({_plain_name(one), *self._names(one)} & {_plain_name(other), *self._names(other)})

    def _names(self, state: str) -> set[str]:
        """Return the names of a State of which the catalogue knows this one; none where it knows none."""
        named = _plain_name(state)
        known = ({_plain_name(name) for name in (one.state, *one.also)} for one in self.participation.values())
        return {name for names in known if named in names for name in names}

    def conduct_code(self, code: str) -> ConductCode | None:
        """Return a code of conduct."""
        return self.conduct.get(code)

    def declaration(self, declaration: str) -> Declaration | None:
        """Return a declaration by its id."""
        return self.declarations.get(declaration)

    def standing_of(self, state: str, instrument: str) -> Participation | None:
        """Return how a state, by any name of it that is known, stands to an instrument."""
        named = _plain_name(state)
        isos = (f.iso for f in self.participation.values() if named in map(_plain_name, (f.state, *f.also)))
        return self.participation_of(next(isos, ""), instrument)

    def participation_of(self, iso: str, instrument: str) -> Participation | None:
        """Return how a state (code of two letters) stands to an instrument; `None` where it is not recorded."""
        return self.participation.get((iso, instrument))


@cache
def load_catalogue() -> Catalogue:
    """Read the catalogue that ships with the program, once; raises `CatalogueError` where a file is faulty."""
    room = files("probata.law")
    instruments = sorted(room.joinpath("instruments").iterdir(), key=lambda file: file.name)
    return catalogue_from(
        instruments=[
            _instrument(file.name, file.read_text("utf-8")) for file in instruments if file.name.endswith(".yaml")
        ],
        conduct=_read_list(room.joinpath("conduct.yaml").read_text("utf-8"), "conduct"),
        declarations=_read_list(room.joinpath("declarations.yaml").read_text("utf-8"), "declarations"),
        participation=_read_list(room.joinpath("participation.yaml").read_text("utf-8"), "participation"),
        elements=_read_list(room.joinpath("elements.yaml").read_text("utf-8"), "elements"),
        modes=_read_list(room.joinpath("modes.yaml").read_text("utf-8"), "modes"),
    )


def catalogue_from(
    instruments: Iterable[Any],
    conduct: Iterable[Any],
    declarations: Iterable[Any],
    participation: Iterable[Any],
    elements: Iterable[Any] = (),
    modes: Iterable[Any] = (),
) -> Catalogue:
    """Type the plain data of the files and join it.

    Raises `CatalogueError` where an id stands twice or a reference leads nowhere, and pydantic's `ValidationError`
    where a value has the wrong form.
    """
    standings = [Participation.model_validate(data) for data in participation]
    catalogue = Catalogue(
        instruments=_by_id((found.id, found) for found in map(Instrument.model_validate, instruments)),
        conduct=_by_id((found.code, found) for found in map(ConductCode.model_validate, conduct)),
        declarations=_by_id((found.id, found) for found in map(Declaration.model_validate, declarations)),
        participation=_by_id(((found.iso, found.instrument), found) for found in standings),
        elements=_by_id((found.id, found) for found in map(Element.model_validate, elements)),
        modes=tuple(map(Mode.model_validate, modes)),
    )
    _check_references(catalogue)
    return catalogue


def _by_id(pairs: Iterable[tuple[K, V]]) -> dict[K, V]:
    found: dict[K, V] = {}
    for key, value in pairs:
        if key in found:
            raise CatalogueError(f"{key!r} stands twice")
        found[key] = value
    return found


def _plain_name(state: str) -> str:
    return state.replace("’", "'").casefold().removeprefix("the ")


def _check_references(catalogue: Catalogue) -> None:
    for instrument in catalogue.instruments.values():
        for provision in instrument.provisions:
            unknown = set(provision.conduct) - set(catalogue.conduct)
            if unknown:
                raise CatalogueError(f"{instrument.id} {provision.number}: no such conduct: {sorted(unknown)}")
            _check_elements(catalogue, instrument, provision)
    for mode in catalogue.modes:
        if not catalogue.requirements(mode.instrument, mode.provision):
            raise CatalogueError(f"mode {mode.id}: {mode.instrument} {mode.provision} has no elements")
    for (iso, instrument_id), standing in catalogue.participation.items():
        if instrument_id not in catalogue.instruments:
            raise CatalogueError(f"participation: no such instrument: {instrument_id}")
        if standing.until and not _ended(standing, standing.until):
            raise CatalogueError(f"participation: {iso} cannot leave {instrument_id} before it was a party")


def _ended(standing: Participation, until: str) -> bool:
    """Tell whether a state was a party before the day on which it left; days are compared as far as both are known."""
    joined = standing.in_force or standing.deposited or ""
    known = min(len(joined), len(until))
    return standing.status == "party" and joined[:known] <= until[:known]


def _check_elements(catalogue: Catalogue, instrument: Instrument, provision: Provision) -> None:
    """See that elements and provisions named are there, and that alternatives are all about the same."""
    place = f"{instrument.id} {provision.number}"
    if any(instrument.provision(number) is None for number in provision.elements_of):
        raise CatalogueError(f"{place}: no such provisions: {', '.join(provision.elements_of)}")
    for requirement in provision.elements:
        named = [catalogue.elements.get(element) for element in requirement.any_of]
        if None in named:
            raise CatalogueError(f"{place}: no such elements: {', '.join(requirement.any_of)}")
        if len({element.about for element in named if element}) > 1:
            raise CatalogueError(f"{place}: alternatives about conduct and person: {', '.join(requirement.any_of)}")


def _instrument(name: str, text: str) -> Instrument:
    try:
        return Instrument.model_validate(_read(name, text))
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        raise CatalogueError(f"{name}: {'; '.join(faults)}") from error


def _read(name: str, text: str) -> Any:
    node, findings = read_yaml(text, name)
    if node is None or findings:
        raise CatalogueError(f"{name}: {findings[0].message if findings else 'the file is empty'}")
    return to_plain(node)


def _read_list(text: str, key: str) -> list[Any]:
    data = _read(f"{key}.yaml", text)
    if not isinstance(data, dict) or not isinstance(data.get(key), list):
        raise CatalogueError(f"{key}.yaml: `{key}` must be a list")
    return list(data[key])
