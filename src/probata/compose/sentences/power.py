"""The power that a ground of responsibility tells of, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probata.compose.sentences.grammar import Pieces
from probata.compose.sentences.holder import Holder
from probata.messages import Wording
from probata.model.responsibility import Responsibility

_NOUN_OF_LINK: Final = {"member_of_deciding_body": "shared", "supervising_body": "control"}


def noun_of(ground: Responsibility) -> str:
    """Return by which noun the power is called; empty where the ground tells of none."""
    if ground.shown_label == "command":
        return "authority" if ground.setting == "civilian" else "command"
    if ground.link in _NOUN_OF_LINK:
        return _NOUN_OF_LINK[ground.link]
    if ground.link == "author_or_promoter":
        return ""
    return "oversight" if ground.shown_label else "stated" if ground.over else ""


def exercised(ground: Responsibility, holder: Holder, grammar: Wording) -> str:
    """Return the verb: "had" of a power by law, "is alleged to have had" of every other."""
    tense = "now" if holder.is_in_post else "past"
    tense = tense if ground.relation == "de_jure" else f"alleged_{tense}"
    if noun_of(ground) == "shared":
        return grammar.label(f"shared.{tense}")
    return grammar.label("exercised.how", verb=grammar.label(f"exercised.{tense}"), relation=_relation(ground, grammar))


def power_over(group: Sequence[Responsibility], grammar: Wording) -> Pieces:
    """Return one power, or several over the same: "direct legal command of the guards"."""
    ground, noun = group[0], noun_of(group[0])
    relation = _relation(ground, grammar)
    if noun == "shared":
        what = ""
    else:
        names = [f"power_noun.{noun_of(one)}{f'_{one.grade}' if one.grade else ''}" for one in group]
        what = grammar.join([grammar.label(name, relation=relation) for name in names])
    key = f"power.{noun}" if ground.over else f"power_alone.{noun if noun == 'shared' else 'others'}"
    return grammar.composed(key, what=(what,), over=(ground.over or "",))


def _relation(ground: Responsibility, grammar: Wording) -> str:
    return grammar.label(f"relation.{ground.relation}")
