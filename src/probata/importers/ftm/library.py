"""The entities of one file, found by id, by what they become, and by whom they say something of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from probata.importers.ftm.block import own_id, place_in
from probata.importers.ftm.entity import Entity
from probata.importers.ftm.tables import holdings, table

_PAPERS = ("Identification", "Passport")
_PROOF, _LINK, _OCCUPANCY = "Documentation", "UnknownLink", "Occupancy"


class Library:
    """The entities of one file."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Sort the entities by what they become and by whom they are about.

        A membership that went out beside an occupancy of ours says again what that says, and becomes nothing.
        """
        self._by_id = {entity.id: entity for entity in entities}
        self._about: defaultdict[tuple[str, str], list[Entity]] = defaultdict(list)
        self._used: set[str] = set()
        self._of_ours: defaultdict[tuple[str, str], list[Entity]] = defaultdict(list)
        for entity in self._by_id.values():
            self._of_ours[own_id(entity), entity.schema].append(entity)
            if entity.schema in _PAPERS:
                self._put(entity, "holder")
            elif entity.schema == _PROOF:
                self._put(entity, "entity")
        self._used |= {entity.id for entity in self._by_id.values() if self._is_said_again(entity)}

    def _put(self, entity: Entity, name: str) -> None:
        for other in entity.properties.get(name, []):
            self._about[entity.schema if entity.schema == _PROOF else _PAPERS[0], other].append(entity)

    def find(self, name: str) -> Entity | None:
        """Return an entity, or `None`."""
        return self._by_id.get(name)

    def of(self, kind: str) -> list[Entity]:
        """Return the entities that become records of a kind."""
        found = [entity for entity in self._by_id.values() if self._kind_of(entity) == kind]
        # A role of ours with several posts went out as one occupancy for each.
        return [one for one in found if self.siblings(one)[0] is one]

    def siblings(self, entity: Entity) -> list[Entity]:
        """Return the entities that went out of the same record of ours, itself among them."""
        name = own_id(entity), entity.schema
        return self._of_ours[name] if name[0] else [entity]

    def holdings(self) -> list[Entity]:
        """Return what ties a person to a body without a post."""
        return [one for one in self.of("roles") if one.schema in holdings()]

    def _kind_of(self, entity: Entity) -> str:
        if entity.schema == _LINK:
            # Who commands whom is said by a link of ours alone: of others it may mean anything.
            return "commands" if entity.block.get("kind_of_record") == "commands" else ""
        if self._is_said_again(entity):
            return ""
        if entity.schema == "Sanction" or entity.schema in holdings():
            whom = holdings().get(entity.schema, {}).get("person", "entity")
            about = [self.find(name) for name in entity.properties.get(whom, [])]
            if not any(one is not None and one.schema == "Person" for one in about):
                return ""
        return table("kinds").get(entity.schema, "")

    def _is_said_again(self, entity: Entity) -> bool:
        name = own_id(entity)
        return bool(name) and entity.schema in holdings() and bool(self._of_ours[name, _OCCUPANCY])

    def papers_of(self, entity: Entity) -> list[Entity]:
        """Return the passports and other papers of a person."""
        found = self._about[_PAPERS[0], entity.id]
        self._used |= {one.id for one in found}
        return found

    def citations_of(self, entity: Entity) -> list[dict[str, Any]]:
        """Return the documents that are said to prove something of an entity, as citations."""
        found: list[dict[str, Any]] = []
        for proof in self._about[_PROOF, entity.id]:
            for name in proof.properties.get("document", []):
                if (document := self.find(name)) and self._kind_of(document) == "sources":
                    self._used.add(proof.id)
                    supports = "; ".join(proof.properties.get("role", []))
                    found.append({"source": name, "supports": supports, "pinpoint": place_in(proof)})
        for name in entity.properties.get("proof", []):
            entity.used.add("proof")
            if (document := self.find(name)) and self._kind_of(document) == "sources":
                found.append({"source": name})
        return [{key: text for key, text in one.items() if text} for one in found]

    def unused(self) -> list[Entity]:
        """Return the entities that became no record and no part of one."""
        return [one for one in self._by_id.values() if not self._kind_of(one) and one.id not in self._used]
