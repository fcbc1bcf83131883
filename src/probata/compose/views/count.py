"""A count as templates see one: one wrong, the allegations that it gathers, and the argument on each person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from probata.compose.printer import Printer
from probata.compose.sentences.grammar import stacked
from probata.compose.views.allegation import AllegationView
from probata.compose.views.evidence import EvidenceView, source_named
from probata.compose.views.limb import LimbView, limbs_argued, limbs_reached
from probata.compose.views.person import PersonView
from probata.compose.views.provision import provisions_cited, provisions_named
from probata.compose.views.role import RoleView
from probata.document.inlines import Cite
from probata.document.origin import Origin
from probata.document.walk import plain_text
from probata.forum import Profile
from probata.graph.filings import Gathered, argued_in, persons_charged
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue, ParagraphsValue
from probata.model.allegation import AllegedProvision
from probata.model.count import ArguedCount, Argument
from probata.model.dates import When
from probata.model.person import Person

# The argument on one person on a count as templates see one: in the author's words, else composed from allegations.

_SPACE = LiteralValue(" ")
_Run = tuple[LiteralValue | InlineValue | MarkdownValue, ...]


class ArgumentView:
    """What is argued of one person on one count."""

    def __init__(
        self,
        person: PersonView,
        count: ArguedCount | None,
        allegations: Sequence[AllegationView],
        limbs: tuple[LimbView, ...],
        printer: Printer,
    ) -> None:
        self._count = count
        self._printer = printer
        arguments = count.arguments if count else ()
        self._index = next((index for index, one in enumerate(arguments) if one.person == person.id), None)
        self.person = person
        """The person."""
        self.allegations = tuple(allegations)
        """The allegations of the count that are made against the person."""
        self.limbs = limbs
        """The limbs of the forum's test on this person, in its order, a view for each text on one."""

    @property
    def _argument(self) -> Argument | None:
        return self._count.arguments[self._index] if self._count and self._index is not None else None

    def _at(self, field: str) -> Origin:
        return Origin(f"counts/{self._count.id if self._count else ''}", f"arguments.{self._index}.{field}")

    def _recorded_at(self, name: str) -> Origin | None:
        """Return the field that a name is printed from; `None` of an argument that has no record."""
        return self._at(name) if self._argument and name in Argument.model_fields else None

    def _written(self, field: str) -> MarkdownValue | None:
        if self._argument is None or self._count is None:
            return None
        text = getattr(self._argument, field)
        return self._printer.markdown(text, "counts", self._count.id, "arguments", self._index or 0, field)

    @property
    def act(self) -> LiteralValue | None:
        """The acts in a few words, such as "the beatings"."""
        return self._printer.literal(self._argument.act, self._at("act")) if self._argument else None

    @property
    def roles(self) -> tuple[RoleView, ...]:
        """The roles of the person on which the count rests."""
        roles = (alleged.role for one in self.allegations for alleged in one.roles)
        return tuple({role.id: role for role in roles if role.person_id == self.person.id}.values())

    @property
    def conduct(self) -> MarkdownValue | ParagraphsValue | None:
        """What the person did or left undone."""
        return self._written("conduct") or paragraphs(
            (alleged.grounds,)
            for one in self.allegations
            for alleged in one.roles
            if alleged.grounds and alleged.role.person_id == self.person.id
        )

    @property
    def evidence(self) -> MarkdownValue | ParagraphsValue | None:
        """What shows it."""
        return self._written("evidence") or _items(self._about(lambda one: one.evidence))

    @property
    def why(self) -> MarkdownValue | ParagraphsValue | None:
        """Why the limbs are met."""
        return self._written("why") or paragraphs((limb.text,) for limb in self.limbs if limb.text)

    @property
    def against(self) -> MarkdownValue | ParagraphsValue | None:
        """What speaks against it."""
        return self._written("against") or _items(self._contrary)

    @property
    def answer(self) -> MarkdownValue | ParagraphsValue | None:
        """How that is met, and the person's answer with the day on which it was asked for or given."""
        answered = [(one.answered,) for one in self._contrary if one.answered]
        own = [(a.answer_lead, _SPACE, a.answer) for a in self.allegations if a.answer]
        return self._written("answer") or paragraphs((*answered, *own))

    @property
    def best(self) -> InlineValue | None:
        """The best evidence, one a line, by the short name of its source with a note; for a table."""
        if self._argument and self._argument.best:
            origin = self._at("best")
            cited = ((one, self._printer.cite((one,), origin)) for one in self._argument.best)
            return stacked([(*source_named(one, self._printer, origin).inlines, *cites) for one, cites in cited])
        found = sorted(self._about(lambda one: one.evidence), key=lambda one: not one.persons)
        return stacked([(*one.source.inlines, *one.cites.inlines) for one in found[:1]])

    @property
    def best_cited(self) -> InlineValue | None:
        """The same as citations alone, one a line: for the matrix, which cites in its text."""
        if self._argument and self._argument.best:
            return stacked([self._printer.cite((one,), self._at("best")) for one in self._argument.best])
        found = sorted(self._about(lambda one: one.evidence), key=lambda one: not one.persons)
        return stacked([one.cites.inlines for one in found[:1]])

    @property
    def _contrary(self) -> list[EvidenceView]:
        return self._about(lambda one: one.contrary)

    def _about(self, items: Callable[[AllegationView], Sequence[EvidenceView]]) -> list[EvidenceView]:
        found = (one for allegation in self.allegations for one in items(allegation) if one.is_about(self.person.id))
        return list({_said((one.supports or one.source, one.cites)): one for one in found}.values())


def _items(evidence: Iterable[EvidenceView]) -> ParagraphsValue | None:
    return paragraphs(((one.supports or one.source, one.cites) for one in evidence), is_lettered=True)


def paragraphs(runs: Iterable[_Run], *, is_lettered: bool = False) -> ParagraphsValue | None:
    """Return the paragraphs, each once; `None` where there is none."""
    found = {_said(run): run for run in runs}
    return ParagraphsValue(tuple(found.values()), is_lettered) if found else None


def _said(run: _Run) -> tuple[object, ...]:
    """Return what tells two runs apart: their words, and what they cite."""
    said: list[object] = []
    for value in run:
        if isinstance(value, InlineValue):
            said += [plain_text(value.inlines), *(one.items for one in value.inlines if isinstance(one, Cite))]
        else:
            said.append(value.text)
    return tuple(said)


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
