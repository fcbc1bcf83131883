"""The catalogue: all that the data files beside this module hold, joined.

A new instrument is one file in `instruments/`; the order of files does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from probata.law.conduct import ConductCode
from probata.law.declaration import Declaration
from probata.law.element import Element, Requirement
from probata.law.instrument import Instrument, Provision
from probata.law.mode import Mode
from probata.law.participation import Participation
from probata.source.node import to_plain
from probata.source.yaml_reader import read_yaml

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
        instruments=[_read(file.name, file.read_text("utf-8")) for file in instruments if file.name.endswith(".yaml")],
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
