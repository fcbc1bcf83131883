"""Modes of liability: by which provision a ground of responsibility would be judged as a crime.

They are a yardstick and no charge: a forum has its own criteria. What a ground of command leaves unproved under them is
what the other side will ask for anywhere.
"""

from __future__ import annotations

from typing import Literal

from probata.law.checked import Checked, Code, Text
from probata.model.dates import Answer
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

    def may_be_of(self, ground: Responsibility) -> Answer:
        """Answer whether the plain word and the setting of a ground are such as the mode asks for.

        It is possible where one is not stated, unless the mode takes that too. What the person did is left aside: it is
        alleged beside the relation, and more of it may come.
        """
        label, setting = ground.shown_label, ground.setting
        if (self.labels and label and label not in self.labels) or (
            self.settings and setting != NOT_STATED and setting not in self.settings
        ):
            return Answer.NO
        is_stated = (label or not self.labels) and (not self.settings or setting in self.settings)
        return Answer.CERTAIN if is_stated else Answer.POSSIBLE
