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
    """Return one ground in words, in pieces: label with grade, link, relation, setting, conduct, over what."""
    label = wording.label(f"label.{ground.shown_label or 'none'}")
    if ground.grade:
        label = wording.label("responsibility.graded", grade=wording.label(f"grade.{ground.grade}"), label=label)
    parts = [
        wording.label(f"link.{ground.link}") if ground.link != "not_stated" else "",
        wording.label(f"relation.{ground.relation}"),
        wording.label(f"setting.{ground.setting}"),
        wording.join([w for w in (wording.label(f"conduct_of.{c}") for c in ground.conduct) if w]),
    ]
    between = wording.label("list.between_long")
    detail = [between.join(part for part in parts if part)]
    if ground.over:
        detail += [between if detail[0] else "", *wording.pieces("responsibility.over", what=ground.over)]
    pieces = wording.around("responsibility.detail", "detail", detail, label=label) if any(detail) else (label,)
    return wording.around("responsibility.alternative", "ground", pieces) if ground.alternative else pieces


def effective(own: Responsibilities, of_role: Responsibilities) -> Responsibilities:
    """Return the grounds that an allegation puts forward: its own, or those of the role where it states none."""
    return own or of_role
