"""Grounds of responsibility as sentences: what power somebody had over whom, and what they are alleged to have done.

A power by law is stated, since a document gives it; a power in fact, and all conduct, is alleged.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from probata.compose.sentences.alleged_conduct import alleged_conduct
from probata.compose.sentences.grammar import Pieces, capitalised, fitted
from probata.compose.sentences.holder import Holder
from probata.compose.sentences.power import exercised, noun_of, power_over
from probata.document.foreign import own_words
from probata.messages import Wording
from probata.model.citation import Citations
from probata.model.responsibility import Responsibility

Group = list[Responsibility]
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one ground, or of several that are told together, with its citations."""

    pieces: Pieces
    citations: Citations


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells of the grounds of one role."""

    holder: Holder
    acts: Sequence[str]
    """What is said to have been done, each a noun with its article where the language has one: "the beatings"."""
    grammar: Wording

    def tell(self, grounds: Sequence[Responsibility]) -> tuple[Told, ...]:
        """Return sentences on the grounds in their order; those that say nothing are left out.

        What an author wrote as `wording` of a ground, in the language of the document, stands in place of ours.
        """
        made: list[Told] = []
        for run in _together(_together(grounds, _is_of_the_same), self._is_one_sentence):
            made += self._own(run) or self._powers(run, again=bool(made)) or self._deed(run[0], again=bool(made))
        return tuple(made)

    def _own(self, run: Sequence[Group]) -> list[Told]:
        words = own_words(run[0][0].wording)
        return [Told((words,), _citations(run[0]))] if words else []

    def _is_one_sentence(self, before: Group, group: Group) -> bool:
        """Tell whether two powers, and no conduct, are told in one sentence."""
        return (
            self._is_power_alone(before)
            and self._is_power_alone(group)
            and before[0].alternative is group[0].alternative
            and exercised(before[0], self.holder, self.grammar) == exercised(group[0], self.holder, self.grammar)
        )

    def _is_power_alone(self, group: Group) -> bool:
        ground = group[0]
        is_told = own_words(ground.wording) or alleged_conduct(ground, self.holder, (), self.grammar)
        return bool(noun_of(ground)) and not is_told

    def _powers(self, run: Sequence[Group], *, again: bool) -> list[Told]:
        """Tell of powers in one sentence, each with its citations; of none where conduct is alleged with the power."""
        if not self._is_power_alone(run[0]):
            return []
        powers = [power_over(group, self.grammar) for group in run]
        verb = exercised(run[0][0], self.holder, self.grammar)
        said = self.grammar.composed("sentence.power", exercised=(verb,), power=powers[0])
        between = self.grammar.label(f"powers.{'behind_first_of_two' if len(run) == 2 else 'behind_each'}")
        last = self.grammar.label("powers.before_last")
        parts = [self._sentence(said, run[0][0], again=again), *(fitted(power, self.grammar) for power in powers[1:])]
        parts = [*parts[:-1], (last, *parts[-1])] if len(parts) > 1 else parts
        ends = (*(between,) * (len(run) - 1), self.grammar.label("powers.end"))
        return [Told((*part, end), _citations(one)) for part, end, one in zip(parts, ends, run, strict=True)]

    def _deed(self, group: Group, *, again: bool) -> list[Told]:
        """Tell of the power and the conduct: of the first in a sentence of its own, unless put in the alternative."""
        ground, end = group[0], self.grammar.label("powers.end")
        said = alleged_conduct(ground, self.holder, self.acts, self.grammar)
        if not said:
            return []
        power: Pieces = ()
        if noun_of(ground):
            verb = exercised(ground, self.holder, self.grammar)
            had = self.grammar.composed("sentence.power", exercised=(verb,), power=power_over(group, self.grammar))
            if ground.alternative:
                said = self.grammar.composed("sentence.both", power=had, conduct=said)
            else:
                power = (*self._sentence(had, ground, again=again), f"{end} ")
        return [Told((*power, *self._sentence(said, ground, again=again or bool(power)), end), _citations(group))]

    def _sentence(self, said: Pieces, ground: Responsibility, *, again: bool) -> Pieces:
        """Return a sentence without its end; the post and the name stand in the first of a role."""
        whole = self.grammar.composed(
            "sentence.alternative" if ground.alternative else "sentence.plain",
            lead=() if again else self.holder.lead(self.grammar),
            subject=self.holder.subject(self.grammar, again=again),
            said=said,
        )
        return capitalised(fitted(whole, self.grammar))


def _together(items: Sequence[_Item], belong: Callable[[_Item, _Item], bool]) -> list[list[_Item]]:
    """Return neighbours that belong together as lists."""
    made: list[list[_Item]] = []
    for item in items:
        if made and belong(made[-1][-1], item):
            made[-1].append(item)
        else:
            made.append([item])
    return made


def _is_of_the_same(before: Responsibility, ground: Responsibility) -> bool:
    """Tell whether a power is told with the one before: command and oversight of the same, with the same conduct."""
    alike = ("over", "relation", "setting", "conduct", "alternative", "wording")
    is_alike = all(getattr(before, name) == getattr(ground, name) for name in alike)
    return is_alike and bool(before.over) and {noun_of(before), noun_of(ground)} == {"command", "oversight"}


def _citations(group: Group) -> Citations:
    return tuple(dict.fromkeys(one for ground in group for one in ground.citations))
