"""A count as templates see one: one wrong, the allegations that it gathers, and the argument on each person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from probata.compose.printer import Printer
from probata.compose.views.allegation import AllegationView
from probata.compose.views.argument import ArgumentView, paragraphs
from probata.compose.views.limb import LimbView, limbs_argued, limbs_reached
from probata.compose.views.person import PersonView
from probata.compose.views.provision import provisions_cited, provisions_named
from probata.document.origin import Origin
from probata.forum import Profile
from probata.graph.charged import persons_charged
from probata.graph.counts import Gathered, argued_in
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue, ParagraphsValue
from probata.model.allegation import AllegedProvision
from probata.model.dates import When
from probata.model.person import Person


class CountView:
    """The count with its allegations and arguments. Without a record it is one allegation."""

    def __init__(
        self,
        gathered: Gathered,
        number: int,
        allegations: Sequence[AllegationView],
        persons: Sequence[Person],
        profile: Profile,
        printer: Printer,
    ) -> None:
        self._gathered = gathered
        self._persons = persons
        self._profile = profile
        self._printer = printer
        self.number = number
        """Number among the counts of the filing."""
        self.allegations = tuple(allegations)
        """The allegations that it gathers, as far as the filing puts them forward."""

    def _at(self, field: str) -> Origin:
        record = self._gathered.record
        return Origin(f"counts/{record.id}" if record else f"allegations/{self.id}", field)

    def _recorded_at(self, name: str) -> Origin:
        """Return the field that a name is printed from."""
        return self._at("statement" if name == "wrong" and not self._gathered.record else name)

    @property
    def id(self) -> str:
        """Id of the record; of an allegation that no count gathers, its id."""
        return self._gathered.record.id if self._gathered.record else self.allegations[0].id

    @property
    def title(self) -> LiteralValue:
        """Short heading."""
        record = self._gathered.record
        return LiteralValue(record.title, self._at("title")) if record else self.allegations[0].title

    @property
    def wrong(self) -> MarkdownValue | ParagraphsValue | None:
        """What was done, and what it is in law."""
        record = self._gathered.record
        written = self._printer.markdown(record.wrong, "counts", record.id, "wrong") if record else None
        told = (
            value for one in self.allegations for value in (one.statement, one.particulars, *one.contentions) if value
        )
        return written or paragraphs((value,) for value in told)

    @property
    def provisions(self) -> InlineValue | None:
        """Provisions of its allegations, one a line and each once, with one note for all of them behind the last."""
        return provisions_cited(self._provisions, self._printer, self._of_first("provisions"))

    @property
    def provision_names(self) -> InlineValue | None:
        """Provisions, one a line, without a note: for an overview."""
        return provisions_named(self._provisions, self._printer, self._of_first("provisions"))

    @property
    def _provisions(self) -> tuple[AllegedProvision, ...]:
        found = (law for one in self._gathered.allegations for law in one.provisions)
        return tuple({(law.instrument, law.provision, law.named): law for law in found}.values())

    @property
    def period(self) -> LiteralValue | None:
        """From the beginning of what its allegations tell to the end."""
        whole = _spanned(one.period for one in self._gathered.allegations if one.period)
        return self._printer.when(whole, self._of_first("period"))

    def _of_first(self, field: str) -> Origin:
        """Return the field of an allegation; of several, that of the first."""
        return Origin(f"allegations/{self._gathered.allegations[0].id}", field)

    @property
    def arguments(self) -> tuple[ArgumentView, ...]:
        """The argument on each person of the filing, in the order of the record; then on those it leaves out."""
        record = self._gathered.record
        charged = {person.id: person for person in self._persons if any(self._against(person.id))}
        ordered = dict.fromkeys((*(one.person for one in (record.arguments if record else ())), *charged))
        return tuple(self._argument(charged[key]) for key in ordered if key in charged)

    @property
    def limbs(self) -> tuple[LimbView, ...]:
        """The limbs that its arguments rest on, each text once."""
        return tuple(dict.fromkeys(limb for argument in self.arguments for limb in argument.limbs))

    def _against(self, person: str) -> list[bool]:
        """Tell of each allegation whether it is made against a person."""
        return [person in persons_charged(one, self._printer.graph) for one in self._gathered.allegations]

    def _argument(self, person: Person) -> ArgumentView:
        record, printer = self._gathered.record, self._printer
        pairs = zip(self._gathered.allegations, self.allegations, self._against(person.id), strict=True)
        against = [(one, view) for one, view, is_against in pairs if is_against]
        own = [one for one in (argued_in("counts", record) if record else ()) if one.is_about(person.id)]
        limbs = {one.found.limb for one in own if one.found.forum in self._profile.names}
        below = [argued for one, _ in against for argued in argued_in("allegations", one)]
        argued = [*own, *(one for one in below if one.is_about(person.id) and one.found.limb not in limbs)]
        reached = limbs_reached([one for one, _ in against], self._profile, printer.graph, person.id)
        shown = tuple(limbs_argued(argued, reached, self._profile, printer))
        return ArgumentView(PersonView(person, printer), record, [view for _, view in against], shown, printer)


def _spanned(periods: Iterable[When]) -> When | None:
    """Return the time from the first beginning to the last end; `None` of nothing, or where neither is known."""
    several = list(periods)
    if len(set(several)) <= 1:
        return several[0] if several else None
    first, last = min(several, key=lambda one: one.first).start, max(several, key=lambda one: one.last).end
    if first is None and last is None:
        return None
    text = "/".join(point.text if point else ".." for point in (first, last))
    return When(text, first, last, is_period=first != last)
