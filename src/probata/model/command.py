"""Who stands above whom, as a record with dates and legal basis."""

from __future__ import annotations

from typing import Annotated, Literal

from probata.model.citation import Citations
from probata.model.record import Id, IsSafeguard, Line, Prose, Record
from probata.model.tenure import TenureField


class CommandRelation(Record):
    """Who stands above whom. Only the two command classes, where a source states them, carry responsibility."""

    superior: Id
    """The superior body or post."""
    subordinate: Id
    """The subordinate body or post."""
    kind: Literal["command_de_jure", "command_de_facto", "oversight", "administrative", "coordination"]
    """Command by law, command in fact, oversight, administration or coordination."""
    dates: TenureField | None = None
    """From when to when. An open end goes on, unless `end_known` is false; without dates it is open whether it held."""
    legal_basis: Prose | None = None
    """The rule on which it rests."""
    over: Prose | None = None
    """What it is about, such as one operation."""
    stated: Prose | None = None
    """How the source puts it, shortened."""
    inferred: Annotated[bool, IsSafeguard()] = False
    """True where no source states it and the relation is our own reading; the note says from what it is read. It is no
    link of a chain of command, the private chart draws it dashed, and no document prints it."""
    citations: Citations = ()
    """Where it is taken from."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""

    @property
    def shown_kind(self) -> str:
        """The kind as charts and lists tell it: `inferred` where it is our own reading."""
        return "inferred" if self.inferred else self.kind
