"""Grounds of responsibility as sentences: what power somebody had over whom, and what they are alleged to have done.

A power by law is stated, since a document gives it; a power in fact, and all conduct, is alleged.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from probata.compose.sentences.grammar import Pieces, capitalised, fitted, series
from probata.document.foreign import own_words
from probata.graph.case_graph import CaseGraph
from probata.messages import Wording
from probata.messages.wording import role_in_sentence
from probata.model.citation import Citations
from probata.model.person import Gender, Person, gender_of
from probata.model.position import Position
from probata.model.responsibility import Responsibility
from probata.model.role import Role

# Of whom a sentence on responsibility speaks, and from which post: the name, the pronoun, the post with its dates.


@dataclass(frozen=True, slots=True)
class Post:
    """A post that somebody held, or holds."""

    title: str
    dates: str
    is_one_of_several: bool = False
    """Whether others hold the same post at the same time, as the members of a council do."""
    is_held_now: bool = False


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in one of their posts, or in several of which the same is said."""

    name: str
    """The family name; the whole name where it does not divide, or where others of the case share it."""
    gender: Gender | None
    posts: tuple[Post, ...]

    @property
    def is_in_post(self) -> bool:
        """Whether one of the posts is held today."""
        return any(post.is_held_now for post in self.posts)

    def subject(self, grammar: Wording, again: bool = False) -> Pieces:
        """Return the name, or the pronoun where it was named before and the gender is recorded."""
        return grammar.pieces(f"subject.{self.gender or 'unknown'}" if again else "subject.name", name=self.name)

    def lead(self, grammar: Wording) -> Pieces:
        """Return the posts with their dates: "as Commander of the battalion (2021 to 2023), "."""
        return grammar.composed("post.lead", posts=series([_in_post(post, grammar) for post in self.posts], grammar))


def _in_post(post: Post, grammar: Wording) -> Pieces:
    form = "dates_with_brackets" if "(" in post.dates else "dates"
    dates = grammar.pieces(f"post.{form}", dates=post.dates) if post.dates else ()
    key = "post.one_of_several" if post.is_one_of_several else "post.one"
    return grammar.composed(key, post=(post.title,), dates=dates)


def holder_of(roles: Sequence[Role], graph: CaseGraph, wording: Wording) -> Holder:
    """Return the person who held some roles; their id where the case has no such person."""
    person = graph.find("people", Person, roles[0].person)
    return Holder(
        name=short_name(person, graph) if person else roles[0].person,
        gender=gender_of(person) if person else None,
        posts=tuple(
            Post(
                own_words(role.short_title) or own_words(role.title) or role.short_title or role.title,
                role_in_sentence(wording, role),
                _is_one_of_several(role, graph),
                role.status == "current",
            )
            for role in roles
        ),
    )


def short_name(person: Person, graph: CaseGraph) -> str:
    """Return the family name; the whole name where it does not divide, or where others of the case share it."""
    family = person.name.family
    is_shared = sum(other.name.family == family for other in graph.people) > 1
    return family if family and not is_shared else person.name.display or person.id


def _is_one_of_several(role: Role, graph: CaseGraph) -> bool:
    if len(role.seats) != 1:
        return False
    position = graph.find("positions", Position, role.seats[0].position)
    if position and position.seats:
        return position.seats > 1
    return any(ground.link == "member_of_deciding_body" for ground in role.responsibility)


# The power that a ground of responsibility tells of, in words.

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
