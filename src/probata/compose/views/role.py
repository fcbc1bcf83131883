"""A role as templates see one."""

from __future__ import annotations

from dataclasses import dataclass

from probata.compose.printer import LineValue, Printer
from probata.compose.views.grounds_told import grounds_told
from probata.compose.views.joined import stacked
from probata.compose.views.responsibility import labels
from probata.document.foreign import own_words
from probata.document.inlines import Inlines, Text
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue
from probata.messages.tenure import role_in_words
from probata.model.body import Body
from probata.model.citation import Citations
from probata.model.dates import When
from probata.model.position import Position
from probata.model.role import Role, Seat


@dataclass(frozen=True, slots=True)
class PostView:
    """A post that was held, and what it gave whoever held it."""

    title: LiteralValue
    functions: MarkdownValue


class RoleView:
    """A holding of posts, with dates and responsibility."""

    def __init__(self, role: Role, printer: Printer) -> None:
        self._role = role
        self._printer = printer

    def _at(self, field: str) -> Origin:
        return Origin(f"roles/{self._role.id}", field)

    @property
    def id(self) -> str:
        """Id of the record."""
        return self._role.id

    @property
    def person_id(self) -> str:
        """Id of the person."""
        return self._role.person

    @property
    def context_only(self) -> bool:
        """Whether nothing rests on it."""
        return self._role.context_only

    @property
    def title(self) -> LiteralValue:
        """Title as stated."""
        return LiteralValue(self._role.title, self._at("title"))

    @property
    def short_title(self) -> LiteralValue:
        """The shorter form of the title where one is recorded; the title where none is."""
        short = own_words(self._role.short_title)
        return LiteralValue(short, self._at("short_title")) if short else self.title

    @property
    def rank(self) -> InlineValue | None:
        """Rank at the time, with its citations."""
        return self._printer.text_field(self._role.rank, self._at("rank"))

    @property
    def dates(self) -> LineValue:
        """From when to when, with the citations of the dates; never more precise than recorded."""
        words = role_in_words(self._printer.wording, self._role)
        return self._printer.tenure(self._role.dates, self._at("dates"), words) or LiteralValue("")

    @property
    def when(self) -> When:
        """The stated period, for sorting."""
        return self._role.dates.stated

    @property
    def other_accounts(self) -> InlineValue | None:
        """Other dates that sources give."""
        lines: list[Inlines] = []
        for other in self._role.dates.other_accounts:
            dates = self._printer.wording.when(other.dates)
            text = Text(self._printer.wording.label("role.other_account", dates=dates), self._at("dates"))
            lines.append((text, *self._printer.cite(other.citations, self._at("dates"))))
        return stacked(lines)

    @property
    def seats(self) -> tuple[Position, ...]:
        """Posts held."""
        found = (self._printer.graph.find("positions", Position, seat.position) for seat in self._role.seats)
        return tuple(position for position in found if position)

    @property
    def functions(self) -> tuple[PostView, ...]:
        """The posts held whose functions are recorded, but for those told with an earlier role of the person."""
        told = self._told_before()
        indexed = ((position, self._printer.markdown(position.functions, "positions", position.id, "functions"))
                   for position in self.seats if position.id not in told)  # fmt: skip
        found = ((LiteralValue(p.title, Origin(f"positions/{p.id}", "title")), text) for p, text in indexed if text)
        return tuple(PostView(title, text) for title, text in found)

    def _told_before(self) -> frozenset[str]:
        own = [role for role in self._printer.graph.roles if role.person == self._role.person and not role.context_only]
        ids = [role.id for role in own]
        earlier = own[: ids.index(self._role.id)] if self._role.id in ids else ()
        return frozenset(seat.position for role in earlier for seat in role.seats)

    @property
    def bodies(self) -> InlineValue | None:
        """Bodies to which the posts belong, each with the citations of the seats in it."""
        names: dict[str, Citations] = {}
        for seat in self._role.seats:
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
        return LiteralValue(labels(self._role.responsibility, self._printer.wording), self._at("responsibility"))

    @property
    def grounds(self) -> InlineValue | None:
        """The grounds of responsibility in sentences, each with its citations."""
        held = (self._role, self._role.responsibility)
        return next(iter(grounds_told([held], self._printer, self._at("responsibility"))), None)

    @property
    def cites(self) -> InlineValue:
        """Citations of the role, and of seats that no printed body stands for."""
        loose = (citation for seat in self._role.seats if not self._body_of(seat) for citation in seat.citations)
        return self._printer.cited((*self._role.citations, *loose), self._at("citations"))
