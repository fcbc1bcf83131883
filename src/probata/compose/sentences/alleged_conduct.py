"""What somebody is alleged to have done or left undone, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probata.compose.sentences.grammar import Pieces, series
from probata.compose.sentences.holder import Holder
from probata.compose.sentences.power import noun_of
from probata.messages import Wording
from probata.model.responsibility import Responsibility

_OMISSIONS: Final = ("knew_and_did_not_prevent", "did_not_punish")
_POLICY: Final = ("made_policy", "spread_policy")


def alleged_conduct(ground: Responsibility, holder: Holder, acts: Sequence[str], grammar: Wording) -> Pieces:
    """Return what is alleged: "is alleged to have ordered the beatings"; empty where the ground tells of no conduct.

    `acts` are what was done; where there are none, "the acts in question". Named again, they are "those acts".
    """
    active, omission = _clauses(ground)
    rule = ground.over if ground.over and ground.link == "author_or_promoter" else grammar.label("object.policy")
    named = tuple(acts) or (grammar.label("object.act"),)
    made: list[Pieces] = []
    for clause in (*active, *omission):
        pieces = grammar.composed(
            f"conduct.{clause}",
            act=series([(act,) for act in named], grammar),
            part_in=series([grammar.composed("object.part_in", act=(act,)) for act in named], grammar),
            policy=(rule,),
            again=holder.subject(grammar, again=True),
        )
        made.append(pieces)
        if clause not in (*_POLICY, "made_and_spread_policy", "made_or_spread_policy"):
            named = (grammar.label("object.act_again"),)
    if active and omission:
        done = grammar.composed("sentence.or", head=series(made[:-1], grammar), tail=made[-1])
    else:
        done = series(made, grammar)
    return grammar.composed("conduct.alleged", done=done) if done else ()


def _clauses(ground: Responsibility) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the clauses of what was done, and that of what was left undone.

    Who shared the responsibility of a deciding body took part by that.
    """
    found: list[str] = [one for one in ground.conduct if one != "not_stated"]
    if ground.link == "author_or_promoter" and not set(found) & set(_POLICY):
        found.append("made_or_spread_policy")
    if noun_of(ground) == "shared" and ground.over and "took_part" in found:
        found.remove("took_part")
    active = tuple(one for one in found if one not in _OMISSIONS)
    omissions = tuple(one for one in found if one in _OMISSIONS)
    return (
        _merged(active, _POLICY, "made_and_spread_policy"),
        _merged(omissions, _OMISSIONS, "neither_prevented_nor_punished"),
    )


def _merged(found: tuple[str, ...], both: tuple[str, ...], merged: str) -> tuple[str, ...]:
    """Return clauses with two of them as one, in the place of the first, where both are there."""
    if not set(both) <= set(found):
        return found
    first, second = (one for one in found if one in both)
    return tuple(merged if one == first else one for one in found if one != second)
