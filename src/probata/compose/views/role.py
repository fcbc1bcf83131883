"""A role as templates see one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from probata.compose.printer import LineValue, Printer
from probata.compose.sentences.grammar import stacked
from probata.compose.sentences.ground_sentence import Teller, holder_of
from probata.compose.views.person import PersonView
from probata.compose.views.record import RecordView, Shown, code, flag, required
from probata.document.foreign import own_words, texts
from probata.document.inlines import Inline, Inlines, Text
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue
from probata.messages import Wording, load_grammar
from probata.messages.wording import role_in_words
from probata.model.allegation import AllegedRole
from probata.model.body import Body
from probata.model.citation import Citations
from probata.model.dates import When
from probata.model.person import Person
from probata.model.position import Position
from probata.model.responsibility import Responsibilities, Responsibility
from probata.model.role import Role, Seat


def labels(grounds: Iterable[Responsibility], wording: Wording) -> str:
    """Return the plain labels of several grounds: "command", "command and oversight", or "not stated"."""
    found = {ground.shown_label for ground in grounds}
    shown = [wording.label(f"label.{label}") for label in ("command", "oversight") if label in found]
    return wording.join(shown) if shown else wording.label("label.none")


def effective(own: Responsibilities, of_role: Responsibilities) -> Responsibilities:
    """Return the grounds that an allegation puts forward: its own, or those of the role where it states none."""
    return own or of_role


Held = tuple[Role, Responsibilities]
"""A role with the grounds that are put forward from it."""


def grounds_in_words(
    held: Sequence[Held], printer: Printer, origin: Origin, acts: Sequence[str] = ()
) -> tuple[InlineValue, ...]:
    """Return what is said of roles, in sentences, those that say nothing left out.

    Where the same is said of several roles of a person, one after the other, it is said once. `acts` are what was done,
    each a noun with its article where the language has one: "the beatings".
    """
    runs: list[list[Held]] = []
    for role, grounds in held:
        if runs and _what_is_stated(*runs[-1][-1]) == _what_is_stated(role, grounds):
            runs[-1].append((role, grounds))
        else:
            runs.append([(role, grounds)])
    return tuple(value for run in runs if (value := _worded(run, printer, origin, acts)))


def _what_is_stated(role: Role, grounds: Responsibilities) -> tuple[str, bool, Responsibilities]:
    """Return what a sentence on a role tells besides the post: who it is, whether it is still held, and the grounds."""
    untold = {"citations": (), "stated": None, "period": None}
    return role.person, role.status == "current", tuple(ground.model_copy(update=untold) for ground in grounds)


def _worded(run: Sequence[Held], printer: Printer, origin: Origin, acts: Sequence[str]) -> InlineValue | None:
    """Return what is said of roles of one person; where the next rests on the same, one note behind both will do."""
    cited = zip(*(grounds for _, grounds in run), strict=True)
    grounds = [
        alike[0].model_copy(update={"citations": tuple(dict.fromkeys(c for one in alike for c in one.citations))})
        for alike in cited
    ]
    holder = holder_of([role for role, _ in run], printer.graph, printer.wording)
    told = Teller(holder, acts, load_grammar(printer.wording.language)).tell(grounds)
    made: list[Inline] = []
    for one, following in zip_longest(told, told[1:]):
        cites = () if following and following.citations == one.citations else one.citations
        made += [Text(" ", origin)] if made else []
        made += [*texts(origin, *one.pieces), *printer.cite(cites, origin)]
    return InlineValue(tuple(made)) if made else None


@dataclass(frozen=True, slots=True)
class PostView:
    """A post that was held, and what it gave whoever held it."""

    title: LiteralValue
    functions: MarkdownValue


class RoleView(RecordView[Role]):
    """A holding of posts, with dates and responsibility."""

    _kind = "roles"

    id = Shown(code, "Id of the record")
    person_id = Shown(code, "Id of the person", "person")
    context_only = Shown(flag, "Whether nothing rests on it")
    title = Shown(required, "Title as stated")
    rank = Shown(Printer.text_field, "Rank at the time, with its citations")

    @property
    def short_title(self) -> LiteralValue:
        """The shorter form of the title where one is recorded; the title where none is."""
        short = own_words(self._record.short_title)
        return LiteralValue(short, self._at("short_title")) if short else self.title

    @property
    def dates(self) -> LineValue:
        """From when to when, with the citations of the dates; never more precise than recorded."""
        words = role_in_words(self._printer.wording, self._record)
        return self._printer.tenure(self._record.dates, self._at("dates"), words) or LiteralValue("")

    @property
    def when(self) -> When:
        """The stated period, for sorting."""
        return self._record.dates.stated

    @property
    def other_accounts(self) -> InlineValue | None:
        """Other dates that sources give."""
        lines: list[Inlines] = []
        for other in self._record.dates.other_accounts:
            dates = self._printer.wording.when(other.dates)
            text = Text(self._printer.wording.label("role.other_account", dates=dates), self._at("dates"))
            lines.append((text, *self._printer.cite(other.citations, self._at("dates"))))
        return stacked(lines)

    @property
    def seats(self) -> tuple[Position, ...]:
        """Posts held."""
        found = (self._printer.graph.find("positions", Position, seat.position) for seat in self._record.seats)
        return tuple(position for position in found if position)

    @property
    def functions(self) -> tuple[PostView, ...]:
        """The posts held whose functions are recorded, but for those told with an earlier role of the person."""
        told = self._stated_before()
        indexed = ((position, self._printer.markdown(position.functions, "positions", position.id, "functions"))
                   for position in self.seats if position.id not in told)  # fmt: skip
        found = ((LiteralValue(p.title, Origin(f"positions/{p.id}", "title")), text) for p, text in indexed if text)
        return tuple(PostView(title, text) for title, text in found)

    def _stated_before(self) -> frozenset[str]:
        roles = self._printer.graph.roles
        ids = [role.id for role in roles if role.person == self.person_id and not role.context_only]
        earlier = ids[: ids.index(self.id)] if self.id in ids else ()
        return frozenset(seat.position for role in roles if role.id in earlier for seat in role.seats)

    @property
    def bodies(self) -> InlineValue | None:
        """Bodies to which the posts belong, each with the citations of the seats in it."""
        names: dict[str, Citations] = {}
        for seat in self._record.seats:
            if body := self._body_of(seat):
                name = body.short_name or body.name
                names[name] = names.get(name, ()) + seat.citations
        origin = self._at("seats")
        return stacked([(Text(name, origin), *self._printer.cite(cited, origin)) for name, cited in names.items()])

    def _body_of(self, seat: Seat) -> Body | None:
        position = self._printer.graph.find("positions", Position, seat.position)
        return self._printer.graph.find("bodies", Body, position.body or "") if position else None

    @property
    def label(self) -> LiteralValue:
        """Command, oversight, both, or not stated."""
        return LiteralValue(labels(self._record.responsibility, self._printer.wording), self._at("responsibility"))

    @property
    def grounds(self) -> InlineValue | None:
        """The grounds of responsibility in sentences, each with its citations."""
        held = (self._record, self._record.responsibility)
        return next(iter(grounds_in_words([held], self._printer, self._at("responsibility"))), None)

    @property
    def cites(self) -> InlineValue:
        """Citations of the role, and of seats that no printed body stands for."""
        loose = (citation for seat in self._record.seats if not self._body_of(seat) for citation in seat.citations)
        return self._printer.cited((*self._record.citations, *loose), self._at("citations"))


@dataclass(frozen=True, slots=True)
class AllegedRoleView:
    """A role on which an allegation rests, with the responsibility alleged from it."""

    role: RoleView
    person: PersonView | None
    label: LiteralValue
    """Command, oversight, both, or not stated."""
    grounds: InlineValue | None
    """The grounds in sentences, each with its citations."""
    cites: InlineValue


@dataclass(frozen=True, slots=True)
class ChargedView:
    """A person against whom an allegation is put forward."""

    person: PersonView
    label: LiteralValue | None
    """Command, oversight or both."""


def alleged_role_view(
    alleged: AllegedRole, printer: Printer, origin: Origin, acts: Sequence[str] = ()
) -> AllegedRoleView | None:
    """Return a role with its person and grounds; `None` where there is no such role.

    `acts` are what is said to have been done, each a noun: "the beatings".
    """
    role = printer.graph.find("roles", Role, alleged.role)
    if role is None:
        return None
    grounds = effective(alleged.responsibility, role.responsibility)
    person = printer.graph.find("people", Person, role.person)
    return AllegedRoleView(
        RoleView(role, printer),
        PersonView(person, printer) if person else None,
        LiteralValue(labels(grounds, printer.wording), origin),
        next(iter(grounds_in_words([(role, grounds)], printer, origin, acts)), None),
        printer.cited(alleged.citations or role.citations, origin),
    )


def charged_views(roles: Iterable[AllegedRole], printer: Printer, origin: Origin) -> tuple[ChargedView, ...]:
    """Return everybody who held one of the roles, once, with command, oversight or both over theirs."""
    charged: dict[str, list[AllegedRole]] = {}
    for alleged in roles:
        if role := printer.graph.find("roles", Role, alleged.role):
            charged.setdefault(role.person, []).append(alleged)
    found = ((printer.graph.find("people", Person, key), own) for key, own in charged.items())
    return tuple(ChargedView(PersonView(p, printer), label_over(own, printer, origin)) for p, own in found if p)


def label_over(roles: Iterable[AllegedRole], printer: Printer, origin: Origin) -> LiteralValue | None:
    """Return command, oversight or both, over several roles; `None` where nothing is said of any."""
    grounds: list[Responsibility] = []
    for alleged in roles:
        role = printer.graph.find("roles", Role, alleged.role)
        grounds.extend(effective(alleged.responsibility, role.responsibility if role else ()))
    return LiteralValue(labels(grounds, printer.wording), origin) if grounds else None
