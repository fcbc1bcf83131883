"""The rank of a role: plain text as ever, or a text with citations of its own, each with its translations."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.graph.translate import odd_translations
from probata.model.cited_value import CitedText
from probata.model.role import Role
from probata.source.node import SequenceNode
from probata.source.yaml_reader import read_yaml


def _role(**fields: Any) -> Role:
    return Role.model_validate({"id": "r", "person": "p", "title": "T", "dates": "2015", **fields})


def _rank(**fields: Any) -> CitedText:
    rank = _role(**fields).rank
    assert rank is not None
    return rank


def test_a_rank_may_carry_its_own_citations() -> None:
    rank = _rank(rank={"value": "Colonel", "citations": "gazette, p. 3"})

    assert (rank.value, rank.citations[0].source) == ("Colonel", "gazette")


@each("rank", ["Colonel", {"value": "Colonel", "citations": "gazette, p. 3"}])
def test_the_translation_of_a_rank_may_stand_beside_that_of_the_title(rank: object) -> None:
    role = _role(rank=rank, translations={"fr": {"title": "Titre", "rank": "colonel"}})

    assert role.rank is not None
    assert role.rank.translations == {"fr": {"value": "colonel"}}
    assert role.translations == {"fr": {"title": "Titre"}}
    assert list(odd_translations(role, _node(), "roles/r")) == []


def test_a_second_translation_of_a_rank_is_found() -> None:
    rank = {"value": "Colonel", "translations": {"fr": {"value": "colonel"}}}
    role = _role(rank=rank, translations={"fr": {"rank": "le colonel"}})

    assert [found.name for found in odd_translations(role, _node(), "roles/r")] == ["nothing-to-translate"]


def _node() -> Any:
    node, _ = read_yaml("- id: r\n  rank: Colonel\n  translations: {fr: {rank: le colonel}}\n", "roles.yaml")
    assert isinstance(node, SequenceNode)
    return node.items[0]
