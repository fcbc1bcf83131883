"""The forum's legal test against the allegations: how each limb is met, or the gap."""

from __future__ import annotations

from dataclasses import dataclass

from probata.compose.printer import Printer
from probata.compose.views.allegation import AllegationView
from probata.compose.views.responsibility import effective
from probata.document.inlines import Cite, CiteItem, Pinpoint
from probata.forum import Limb, Profile
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue
from probata.model.allegation import Allegation
from probata.model.responsibility import Responsibility
from probata.model.role import Role


@dataclass(frozen=True, slots=True)
class LimbView:
    """One limb for one allegation. `text` is `None` where nothing is recorded: a gap."""

    id: str
    kind: str
    words: LiteralValue
    """The words of the limb, printed beside or in place of its number."""
    text: MarkdownValue | None
    persons: tuple[str, ...]
    """Ids of the persons whom it is about; empty where it is about all."""
    cites: InlineValue

    def is_about(self, person_id: str) -> bool:
        """Tell whether it is said of a person, alone or with others."""
        return not self.persons or person_id in self.persons


def limb_views(
    allegation: Allegation, view: AllegationView, profile: Profile, printer: Printer
) -> tuple[LimbView, ...]:
    """Return the limbs that the records lead to or name, in the order of the test."""
    grounds: list[Responsibility] = []
    for alleged in allegation.roles:
        role = printer.graph.find("roles", Role, alleged.role)
        grounds.extend(effective(alleged.responsibility, role.responsibility if role else ()))
    reached = {limb.id for limb in profile.limbs_for(allegation.conduct, grounds)}
    named = {found.limb for found in allegation.limbs if found.forum in profile.names}
    reached = {limb for limb in reached if not _is_status(profile, limb)}
    shown = (limb for limb in profile.legal_test if limb.id in reached | named)
    return tuple(_view(limb, allegation, view, profile, printer) for limb in shown)


def _is_status(profile: Profile, limb: str) -> bool:
    """A limb of status repeats what the kinds of involvement say; it is shown only where the records name it."""
    found = profile.limb(limb)
    return found is not None and found.kind == "status"


def _view(limb: Limb, allegation: Allegation, view: AllegationView, profile: Profile, printer: Printer) -> LimbView:
    cites = InlineValue(())
    instrument = printer.catalogue.instrument(limb.instrument or "")
    if instrument and limb.provision:
        place = Pinpoint(instrument.unit, limb.provision)
        cites = InlineValue((Cite((CiteItem(instrument.id, place),)),))
    found = (found for found in allegation.limbs if found.forum in profile.names and found.limb == limb.id)
    persons = tuple(person for finding in found for person in finding.persons)
    told = next((text for forum in profile.names if (text := view.limb(forum, limb.id))), None)
    return LimbView(limb.id, limb.kind, LiteralValue(limb.text), told, persons, cites)
