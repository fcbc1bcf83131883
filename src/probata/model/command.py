"""Who stands above whom, as a record with dates and legal basis."""

from __future__ import annotations

from typing import Literal

from probata.model.citation import Citations
from probata.model.record import Id, Line, Prose, Record
from probata.model.tenure import TenureField


class CommandRelation(Record):
    """Who stands above whom. Only the two command classes carry responsibility."""

    superior: Id
    """The superior body or post."""
    subordinate: Id
    """The subordinate body or post."""
    kind: Literal["command_de_jure", "command_de_facto", "oversight", "administrative", "coordination"]
    """Command by law, command in fact, oversight, administration or coordination."""
    dates: TenureField | None = None
    """From when to when."""
    legal_basis: Prose | None = None
    """The rule on which it rests."""
    over: Prose | None = None
    """What it is about, such as one operation."""
    stated: Prose | None = None
    """How the source puts it, shortened."""
    citations: Citations = ()
    """Where it is taken from."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""
