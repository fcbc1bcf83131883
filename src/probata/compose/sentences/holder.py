"""Of whom a sentence on responsibility speaks, and from which post: the name, the pronoun, the post with its dates."""

from __future__ import annotations

from dataclasses import dataclass

from probata.compose.sentences.grammar import Pieces
from probata.document.foreign import own_words
from probata.graph.case_graph import CaseGraph
from probata.messages import Wording
from probata.messages.tenure import role_in_sentence
from probata.model.gender import Gender, gender_of
from probata.model.person import Person
from probata.model.position import Position
from probata.model.role import Role


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in one of their roles."""

    name: str
    """The family name; the whole name where it does not divide, or where others of the case share it."""
    gender: Gender | None
    post: str
    dates: str
    is_one_of_several: bool
    """Whether others hold the same post at the same time, as the members of a council do."""
    holds_it_now: bool

    def subject(self, grammar: Wording, again: bool = False) -> Pieces:
        """Return the name, or the pronoun where it was named before and the gender is recorded."""
        return grammar.pieces(f"subject.{self.gender or 'unknown'}" if again else "subject.name", name=self.name)

    def lead(self, grammar: Wording) -> Pieces:
        """Return the post with its dates: "as Commander of the battalion (2021 to 2023), "."""
        form = "dates_with_brackets" if "(" in self.dates else "dates"
        dates = grammar.pieces(f"post.{form}", dates=self.dates) if self.dates else ()
        key = "post.one_of_several" if self.is_one_of_several else "post.one"
        return grammar.composed(key, post=(self.post,), dates=dates)


def holder_of(role: Role, graph: CaseGraph, wording: Wording) -> Holder:
    """Return the person who holds a role; their id where the case has no such person."""
    person = graph.find("people", Person, role.person)
    return Holder(
        name=_short_name(person, graph) if person else role.person,
        gender=gender_of(person) if person else None,
        post=own_words(role.short_title) or role.title,
        dates=role_in_sentence(wording, role),
        is_one_of_several=_is_one_of_several(role, graph),
        holds_it_now=role.status == "current",
    )


def _short_name(person: Person, graph: CaseGraph) -> str:
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
