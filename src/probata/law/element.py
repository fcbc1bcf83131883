"""Elements: the facts that legal tests ask for, and what one test asks for in its own words.

An element is a fact in issue. Several tests ask for the same one, so evidence names it once: that pain was severe goes
to a treaty, to a crime and to a sanctions regime alike. The wording is each test's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from probata.law.checked import Checked, Code, Fact, Text

TRUE = ("true", True)
"""How data files and code write that something was read at its source."""


class Element(Fact):
    """A fact that legal tests ask for. What it is called here is ours; the words of the law stand in the tests."""

    id: Code
    """Short name, by which evidence says what it goes to: `severe-pain`."""
    label: Text
    """How tables call it."""
    about: Literal["conduct", "person"]
    """What was done, or what one person had to do with it. Of the second each person has their own answer."""
    act_of: Literal["state", "state_that_removes"] | None = None
    """Whose act it asks for by itself: that of a State, or of the State that expels, returns or extradites."""
    at_the_time: bool = False
    """True for a risk or a knowledge, which must have been there when the conduct was."""
    definition: Text
    """What must be shown, in our own words."""


class Requirement(Checked):
    """What one legal test asks for, in its own words."""

    any_of: Annotated[tuple[Code, ...], Field(min_length=1)]
    """The element; of several that stand in the alternative, one is enough."""
    text: Text
    """What this test asks for, in our own words close to those of the text."""


def as_its_provision(requirement: Any, provision: Mapping[str, Any]) -> Any:
    """Give a requirement that says nothing of its own source that of its provision, and whether it was read there."""
    if not isinstance(requirement, Mapping) or {"source", "verified"} & set(requirement):
        return requirement
    if provision.get("verified") not in TRUE:
        return {**requirement, "verified": False}
    return {**requirement, **{key: provision[key] for key in ("source", "read_on", "verified") if key in provision}}
