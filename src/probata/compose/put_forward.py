"""What a filing puts forward: its allegations, the roles that they rest on, and the events that are alleged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from probata.forum import Profile
from probata.graph import CaseGraph
from probata.graph.filings import persons_charged
from probata.model.allegation import Allegation
from probata.model.case_file import Filing
from probata.model.event import Event
from probata.model.role import Role


@dataclass(frozen=True)  # without slots, for what is worked out once
class PutForward:
    """The case as one filing puts it forward in its forum."""

    graph: CaseGraph
    filing: Filing
    profile: Profile

    @property
    def hides_submitter(self) -> bool:
        """Whether its readers are not to learn who submits it."""
        return self.profile.disclosure.source_confidential and not self.filing.names_submitter

    @property
    def reaches_state(self) -> bool:
        """Whether the State concerned may come to read it."""
        return "state" in self.profile.disclosure.audiences

    @cached_property
    def persons(self) -> frozenset[str]:
        """The ids of the persons concerned."""
        return frozenset(person.id for person in self.graph.persons_concerned(self.filing))

    @cached_property
    def allegations(self) -> tuple[Allegation, ...]:
        """The allegations put forward: those on its persons, and those on nobody yet."""
        found = (a for a in self.graph.allegations if a.pursued and self.filing.id not in a.not_in)
        return tuple(self._argued_here(a) for a in found if not (held := self.charged(a)) or held & self.persons)

    def _argued_here(self, allegation: Allegation) -> Allegation:
        """Return the allegation with the contentions that are about this forum's law."""
        kept = tuple(c for c in allegation.contentions if not c.forums or set(c.forums) & set(self.profile.names))
        return allegation.model_copy(update={"contentions": kept})

    def charged(self, allegation: Allegation) -> set[str]:
        """Return the ids of the persons on whose roles an allegation rests."""
        return set(persons_charged(allegation, self.graph))

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """All roles of the persons concerned."""
        return tuple(role for role in self.graph.roles if role.person in self.persons)

    @property
    def roles_drawn(self) -> tuple[Role, ...]:
        """The roles of the persons concerned on which something rests; all of them where that is none."""
        return tuple(role for role in self.roles if not role.context_only) or self.roles

    @property
    def events_drawn(self) -> list[Event]:
        """The events that are alleged; where none is, those that are more than context."""
        alleged = {event for allegation in self.allegations for event in allegation.events}
        return [e for e in self.graph.events if (e.id in alleged if alleged else not e.context_only)]

    @property
    def events_by_role(self) -> dict[str, list[Event]]:
        """The events of the allegations that rest on each role, by its id."""
        events: dict[str, list[Event]] = {}
        for allegation in self.allegations:
            found = [event for key in allegation.events if (event := self.graph.find("events", Event, key))]
            for alleged in allegation.roles:
                events.setdefault(alleged.role, []).extend(found)
        return events
