"""Which limbs of the sanctions regulations the records of an allegation lead to."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pydantic import ValidationError
from tests.each import each

from probata.forum import Condition, Profile, load_forum, own_templates
from probata.model.responsibility import Responsibility


@pytest.fixture(scope="module")
def profile() -> Profile:
    forum = load_forum("uk-ghr", [own_templates()]).forum
    assert forum is not None
    return forum.profile


def reached(profile: Profile, conduct: list[str], *grounds: Mapping[str, object]) -> list[str]:
    typed = [Responsibility.model_validate(ground) for ground in grounds]
    return [limb.id for limb in profile.limbs_for(conduct, typed)]


@each(
    ("conduct", "right"),
    [
        ("extrajudicial_killing", "4(2)(a)"),
        ("torture", "4(2)(b)"),
        ("cruel_inhuman_degrading_treatment", "4(2)(b)"),
        ("slavery_forced_labour", "4(2)(c)"),
    ],
)
def test_conduct_against_one_of_the_three_rights_leads_to_it(profile: Profile, conduct: str, right: str) -> None:
    assert reached(profile, [conduct]) == [right]


@each("conduct", ["arbitrary_detention", "enforced_disappearance", "refoulement"])
def test_other_conduct_leads_to_no_right_by_itself(profile: Profile, conduct: str) -> None:
    assert reached(profile, [conduct]) == []
    assert profile.uncovered(conduct) is not None


@each(
    "ground",
    [
        {"label": "oversight"},
        {"link": "member_of_deciding_body"},
        {"link": "supervising_body"},
        {"link": "author_or_promoter"},
        {"label": "oversight", "conduct": ["knew_and_did_not_prevent"]},
        {"label": "command", "conduct": ["held_post_only"]},
        {"label": "command"},
        {"link": "direct_superior"},
        {},
    ],
)
def test_oversight_or_a_post_alone_leads_to_no_limb(profile: Profile, ground: dict[str, object]) -> None:
    assert reached(profile, [], ground) == []


@each(
    ("ground", "limbs"),
    [
        ({"conduct": ["took_part"]}, ["6(2)(a)", "6(3)(a)"]),
        ({"conduct": ["ordered"]}, ["6(2)(a)", "6(3)(a)", "6(3)(b)"]),
        ({"label": "oversight", "conduct": ["ordered"]}, ["6(2)(a)", "6(3)(a)", "6(3)(b)"]),
        ({"conduct": ["made_policy"]}, ["6(2)(a)", "6(3)(b)"]),
        ({"label": "command", "conduct": ["knew_and_did_not_prevent"]}, ["6(2)(a)", "6(3)(a)"]),
        ({"label": "command", "conduct": ["did_not_punish"]}, ["6(2)(a)", "6(3)(a)", "6(3)(f)"]),
    ],
)
def test_involvement_follows_from_what_was_done(profile: Profile, ground: dict[str, object], limbs: list[str]) -> None:
    assert reached(profile, [], ground) == limbs


def test_two_grounds_do_not_make_up_one_condition_between_them(profile: Profile) -> None:
    command_without_conduct = {"label": "command", "conduct": ["held_post_only"]}
    oversight_with_omission = {"label": "oversight", "conduct": ["did_not_punish"]}
    assert reached(profile, [], command_without_conduct, oversight_with_omission) == []


def test_a_condition_must_ask_for_something() -> None:
    with pytest.raises(ValidationError, match="at least one thing"):
        Condition()
