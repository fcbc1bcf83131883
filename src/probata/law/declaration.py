"""The declarations with which a statement may end, in their official wording."""

from __future__ import annotations

from typing import Literal

from probata.law.checked import Checked, Code, Text


class Declaration(Checked):
    """A declaration at the end of a statement."""

    id: Code
    """Short name, as statements and forums write it."""
    title: Text
    """What it is called."""
    rule: Text
    """The rule that prescribes it, as cited, or that none does."""
    executed: Literal["anywhere", "outside_united_states", "within_united_states"] = "anywhere"
    """Where it must be signed for this wording to be right."""
    wording: Text
    """The official wording, letter by letter, with its own alternatives and blanks."""
    printed: Text
    """The wording as documents print it: one alternative chosen, `{date}` for the day of signature."""
    date_in_wording: bool = False
    """True where the wording itself holds the date."""
