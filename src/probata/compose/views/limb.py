"""The forum's legal test against the allegations: how each limb is met, or the gap."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from probata.compose.printer import Printer
from probata.compose.views.allegation import AllegationView
from probata.compose.views.role import effective
from probata.document.foreign import own_words, texts
from probata.document.inlines import Cite, CiteItem, Pinpoint
from probata.document.walk import plain_text
from probata.forum import Limb, Profile
from probata.graph.case_graph import CaseGraph
from probata.graph.filings import ArguedLimb, argued_in
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue
from probata.model.allegation import Allegation
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
    reached = limbs_reached((allegation,), profile, printer.graph)
    return tuple(
        replace(shown, person_names=_named(shown.persons, view, printer))
        for shown in limbs_argued(argued_in("allegations", allegation), reached, profile, printer)
    )


def limbs_reached(
    allegations: Iterable[Allegation], profile: Profile, graph: CaseGraph, person: str | None = None
) -> set[str]:
    """Return the limbs to which the conduct and the grounds of allegations lead, of one person or of all.

    A limb of status repeats what the kinds of involvement say; it is shown only where the records name it.
    """
    reached: set[str] = set()
    for allegation in allegations:
        grounds: list[Responsibility] = []
        for alleged in allegation.roles:
            role = graph.find("roles", Role, alleged.role)
            if person is None or (role and role.person == person):
                grounds.extend(effective(alleged.responsibility, role.responsibility if role else ()))
        reached |= {limb.id for limb in profile.limbs_for(allegation.conduct, grounds) if limb.kind != "status"}
    return reached


def limbs_argued(
    argued: Sequence[ArguedLimb], reached: set[str], profile: Profile, printer: Printer
) -> Iterator[LimbView]:
    """Give the limbs that are reached or argued, in the order of the test, a view for each text on one."""
    named = {one.found.limb for one in argued if one.found.forum in profile.names}
    for limb in profile.legal_test:
        if limb.id in reached | named:
            yield from _views(limb, argued, profile, printer)


def _views(limb: Limb, argued: Sequence[ArguedLimb], profile: Profile, printer: Printer) -> Iterator[LimbView]:
    cites = InlineValue(())
    instrument = printer.catalogue.instrument(limb.instrument or "")
    if instrument and limb.provision:
        place = Pinpoint(instrument.unit, limb.provision)
        cites = InlineValue((Cite((CiteItem(instrument.id, place),)),))
    words, texts_on_it = LiteralValue(limb.text), _texts_on(limb, argued, profile)
    for one in texts_on_it:
        own = LiteralValue(own_words(one.found.wording) or limb.text)
        text = printer.markdown(one.found.text, one.kind, one.record, "limbs", one.index, "text")
        yield LimbView(limb.id, limb.kind, own, text, one.found.persons, None, cites)
    if not texts_on_it:
        yield LimbView(limb.id, limb.kind, words, None, (), None, cites)


def _texts_on(limb: Limb, argued: Sequence[ArguedLimb], profile: Profile) -> list[ArguedLimb]:
    """Return the texts on a limb.

    What is written for the forum itself stands in place of what is written of the same persons for one that it
    inherits from.
    """
    found = [one for one in argued if one.found.limb == limb.id]
    farthest_first = reversed(profile.names)
    nearest = {frozenset(one.found.persons): forum for forum in farthest_first
               for one in found if one.found.forum == forum}  # fmt: skip
    return [one for one in found if nearest.get(frozenset(one.found.persons)) == one.found.forum]


def _named(persons: Collection[str], view: AllegationView, printer: Printer) -> InlineValue | None:
    charged = [one.person for one in view.persons]
    meant = [person for person in charged if person.id in persons]
    if not meant or len(meant) == len(charged):
        return None
    names = [plain_text(person.name.inlines) for person in meant]
    return InlineValue(texts(None, *printer.wording.listed(names)))
