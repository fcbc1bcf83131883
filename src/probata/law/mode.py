"""Modes of liability: by which provision a ground of responsibility would be judged as a crime.

They are a yardstick and no charge: a forum has its own criteria. What a ground of command leaves unproved under them is
what the other side will ask for anywhere.
"""

from __future__ import annotations

from typing import Literal

from probata.law.checked import Checked, Code, Text
from probata.model.responsibility import Responsibility

NOT_STATED = "not_stated"


class Mode(Checked):
    """A mode of liability. Each list that is given must be met; a list left out is no condition."""

    id: Code
    """Short name."""
    label: Text
    """How tables call it."""
    instrument: Code
    """Instrument that holds its elements."""
    provision: Text
    """Provision that holds them."""
    labels: tuple[Literal["command", "oversight"], ...] = ()
    """The plain word of the ground."""
    settings: tuple[Text, ...] = ()
    """Settings of the ground; `not_stated` is one of them."""
    conduct: tuple[Text, ...] = ()
    """What the person did or left undone; `not_stated` is met by a ground that states nothing."""

    def is_of(self, ground: Responsibility) -> bool:
        """Tell whether a ground of responsibility is put forward in this mode."""
        done = set[str](ground.conduct) or {NOT_STATED}
        return (
            (not self.labels or ground.shown_label in self.labels)
            and (not self.settings or ground.setting in self.settings)
            and (not self.conduct or bool(done & set(self.conduct)))
        )
