"""The grounds of responsibility that an allegation puts forward, with command or oversight as their plain label."""

from __future__ import annotations

from collections.abc import Iterable

from probata.messages import Wording
from probata.model.responsibility import Responsibilities, Responsibility


def labels(grounds: Iterable[Responsibility], wording: Wording) -> str:
    """Return the plain labels of several grounds: "command", "command and oversight", or "not stated"."""
    found = {ground.shown_label for ground in grounds}
    shown = [wording.label(f"label.{label}") for label in ("command", "oversight") if label in found]
    return wording.join(shown) if shown else wording.label("label.none")


def effective(own: Responsibilities, of_role: Responsibilities) -> Responsibilities:
    """Return the grounds that an allegation puts forward: its own, or those of the role where it states none."""
    return own or of_role
