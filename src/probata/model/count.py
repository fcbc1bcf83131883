"""A count: one wrong, the allegations that it gathers, and for each person the argument on it."""

from __future__ import annotations

from probata.model.allegation import LimbFinding
from probata.model.citation import Citations
from probata.model.record import Id, Line, OwnMarkdown, Part, Prose, Record


class Argument(Part):
    """What is argued of one person on a count. What is left out is composed from its allegations."""

    person: Id
    """The person, on whose role one of the allegations rests."""
    act: Prose | None = None
    """The acts in a few words, as sentences have them behind "ordered": `the beatings`."""
    conduct: OwnMarkdown | None = None
    """What the person did or left undone; where left out, the responsibility alleged from each role."""
    evidence: OwnMarkdown | None = None
    """What shows it, with citations; where left out, the evidence about this person, item by item."""
    why: OwnMarkdown | None = None
    """Why the limbs are met; where left out, the texts under `limbs`, else those of the allegations."""
    against: OwnMarkdown | None = None
    """What speaks against it, with citations; where left out, the evidence against, item by item."""
    answer: OwnMarkdown | None = None
    """How that is met; where left out, `answered` of each item against, and the person's answer."""
    best: Citations = ()
    """The best evidence, for the table of persons and counts; where left out, the first item about this person."""


class ArguedCount(Record):
    """A count: one wrong, and for each person the argument on it. Allegations stay as fine as the evidence asks for."""

    title: Prose
    """Short heading; it says no more than the text."""
    allegations: tuple[Id, ...] = ()
    """The allegations that it gathers."""
    wrong: OwnMarkdown | None = None
    """What was done, and what it is in law, with citations; where left out, the statements of its allegations."""
    arguments: tuple[Argument, ...] = ()
    """The argument on each person, in the order in which it is printed."""
    limbs: tuple[LimbFinding, ...] = ()
    """How it meets the legal test of a forum, limb by limb; a text here stands in place of those of its allegations."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""
