"""Whom a rule binds: the duty-bearer, without whom nobody breaches it."""

from __future__ import annotations

from typing import Literal

from probata.law.checked import Checked, Code, Text

Bearer = Literal["state", "state_with_jurisdiction", "state_that_removes", "united_nations", "person", "nobody"]
"""A State party towards other States or in general; towards those within its territory or jurisdiction; as the one that
expels, returns or extradites; the United Nations; natural persons, as criminal law does; nobody by itself."""


class Duty(Checked):
    """Whom an instrument or a provision binds, and where it says so."""

    bearer: Bearer
    """Who is bound."""
    text: Text
    """Who is bound, in our own words close to those of the text."""
    conduct: tuple[Code, ...] = ()
    """The conduct as to which it is so, where it is not so for all; a provision may bind one State as to torture and
    another as to a return to it."""
