"""The forum's legal test against the allegations: how each limb is met, or the gap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.compose.printer import Printer
from probata.compose.views.allegation import AllegationView
from probata.compose.views.responsibility import effective
from probata.document.foreign import own_words, texts
from probata.document.inlines import Cite, CiteItem, Pinpoint
from probata.document.walk import plain_text
from probata.forum import Limb, Profile
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue
from probata.model.allegation import Allegation, LimbFinding
from probata.model.responsibility import Responsibility
from probata.model.role import Role


@dataclass(frozen=True, slots=True)
class LimbView:
    """One text on a limb for one allegation: a limb has as many as are recorded, for other persons each.

    `text` is `None` where nothing is recorded: a gap.
    """

    id: str
    kind: str
    words: LiteralValue
    """The words of the limb, printed beside or in place of its number."""
    text: MarkdownValue | None
    persons: tuple[str, ...]
    """Ids of the persons whom it is about; empty where it is about all."""
    person_names: InlineValue | None
    """Their names, where the allegation is made against others too."""
    cites: InlineValue

    def is_about(self, person_id: str) -> bool:
        """Tell whether it is said of a person, alone or with others."""
        return not self.persons or person_id in self.persons


def limb_views(
    allegation: Allegation, view: AllegationView, profile: Profile, printer: Printer
) -> tuple[LimbView, ...]:
    """Return the limbs that the records lead to or name, in the order of the test, a view for each text on one."""
    grounds: list[Responsibility] = []
    for alleged in allegation.roles:
        role = printer.graph.find("roles", Role, alleged.role)
        grounds.extend(effective(alleged.responsibility, role.responsibility if role else ()))
    reached = {limb.id for limb in profile.limbs_for(allegation.conduct, grounds)}
    named = {found.limb for found in allegation.limbs if found.forum in profile.names}
    reached = {limb for limb in reached if not _is_status(profile, limb)}
    shown = (limb for limb in profile.legal_test if limb.id in reached | named)
    return tuple(found for limb in shown for found in _views(limb, allegation, view, profile, printer))


def _is_status(profile: Profile, limb: str) -> bool:
    """A limb of status repeats what the kinds of involvement say; it is shown only where the records name it."""
    found = profile.limb(limb)
    return found is not None and found.kind == "status"


def _views(
    limb: Limb, allegation: Allegation, view: AllegationView, profile: Profile, printer: Printer
) -> Iterator[LimbView]:
    cites = InlineValue(())
    instrument = printer.catalogue.instrument(limb.instrument or "")
    if instrument and limb.provision:
        place = Pinpoint(instrument.unit, limb.provision)
        cites = InlineValue((Cite((CiteItem(instrument.id, place),)),))
    words, texts_on_it = LiteralValue(limb.text), _texts_on(limb, allegation, profile)
    for index, found in texts_on_it:
        own = LiteralValue(own_words(found.wording) or limb.text)
        text = printer.markdown(found.text, "allegations", allegation.id, "limbs", index, "text")
        named = _named(found, view, printer)
        yield LimbView(limb.id, limb.kind, own, text, found.persons, named, cites)
    if not texts_on_it:
        yield LimbView(limb.id, limb.kind, words, None, (), None, cites)


def _texts_on(limb: Limb, allegation: Allegation, profile: Profile) -> list[tuple[int, LimbFinding]]:
    """Return the texts on a limb with their places in the record.

    What is written for the forum itself stands in place of what is written of the same persons for one that it
    inherits from.
    """
    found = [(index, one) for index, one in enumerate(allegation.limbs) if one.limb == limb.id]
    farthest_first = reversed(profile.names)
    nearest = {frozenset(one.persons): forum for forum in farthest_first for _, one in found if one.forum == forum}
    return [(index, one) for index, one in found if nearest.get(frozenset(one.persons)) == one.forum]


def _named(found: LimbFinding, view: AllegationView, printer: Printer) -> InlineValue | None:
    charged = [one.person for one in view.persons]
    meant = [person for person in charged if person.id in found.persons]
    if not meant or len(meant) == len(charged):
        return None
    names = [plain_text(person.name.inlines) for person in meant]
    return InlineValue(texts(None, *printer.wording.listed(names)))
