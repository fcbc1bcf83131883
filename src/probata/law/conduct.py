"""The code list of conduct that an allegation may name."""

from __future__ import annotations

from probata.law.checked import Checked, Code, Text


class Huridocs(Checked):
    """The term of a HURIDOCS micro-thesaurus that a code stands for."""

    thesaurus: Text = "MT4"
    """Number of the micro-thesaurus; MT4 holds types of act."""
    term: Text
    """The term."""


class ConductCode(Checked):
    """A code of conduct. It says what is alleged to have been done, not under which provision."""

    code: Code
    """The code, as records write it."""
    label: Text
    """How documents call it, in the middle of a sentence."""
    act: Text | None = None
    """The same as the object of a verb, with an article where the language wants one; else the label."""
    is_omission: bool = False
    """True where it is what somebody failed to do, which nobody orders or leaves unpunished."""
    definition: Text
    """What falls under it, in a sentence."""
    huridocs: Huridocs | None = None
    """The matching HURIDOCS term, where one is known."""
