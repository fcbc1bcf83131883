"""A ground of responsibility in words, with command or oversight as its plain label."""

from __future__ import annotations

from collections.abc import Iterable

from probata.messages import Wording
from probata.model.responsibility import Responsibilities, Responsibility


def labels(grounds: Iterable[Responsibility], wording: Wording) -> str:
    """Return the plain labels of several grounds: "command", "command and oversight", or "not stated"."""
    found = {ground.shown_label for ground in grounds}
    shown = [wording.label(f"label.{label}") for label in ("command", "oversight") if label in found]
    return wording.join(shown) if shown else wording.label("label.none")


def describe(ground: Responsibility, wording: Wording) -> tuple[str, ...]:
    """Return one ground as a phrase, in pieces: label with grade, link, relation, setting, over what, conduct.

    "Direct command, as direct superior, by law, over the guards; it is alleged that the person ordered the acts".
    """
    label = wording.label(f"label.{ground.shown_label or 'none'}")
    if ground.grade:
        label = wording.label("responsibility.graded", grade=wording.label(f"grade.{ground.grade}"), label=label)
    details = [
        wording.label(f"link.{ground.link}") if ground.link != "not_stated" else "",
        wording.label(f"relation.{ground.relation}"),
        wording.label(f"setting.{ground.setting}"),
    ]
    between = wording.label("list.between")
    pieces: tuple[str, ...] = (between.join(part for part in (label, *details) if part),)
    if ground.over:
        over = wording.pieces("responsibility.over", what=ground.over)
        pieces = (*pieces, between if any(details) else " ", *over)
    if done := [words for words in (wording.label(f"conduct_of.{one}") for one in ground.conduct) if words]:
        pieces = wording.around("responsibility.done", "ground", pieces, conduct=wording.join(done))
    return wording.around("responsibility.alternative", "ground", pieces) if ground.alternative else pieces


def effective(own: Responsibilities, of_role: Responsibilities) -> Responsibilities:
    """Return the grounds that an allegation puts forward: its own, or those of the role where it states none."""
    return own or of_role
