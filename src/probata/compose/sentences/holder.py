"""Of whom a sentence on responsibility speaks, and from which post: the name, the pronoun, the post with its dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probata.compose.sentences.grammar import Pieces, series
from probata.document.foreign import own_words
from probata.graph.case_graph import CaseGraph
from probata.messages import Wording
from probata.messages.tenure import role_in_sentence
from probata.model.gender import Gender, gender_of
from probata.model.person import Person
from probata.model.position import Position
from probata.model.role import Role


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
