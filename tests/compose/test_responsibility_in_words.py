"""A ground of responsibility is printed as a phrase, and one ground alone is no list."""

from __future__ import annotations

from typing import Any

import pytest

from probata.compose.views.responsibility import describe
from probata.messages import load_wording
from probata.model.responsibility import Responsibility

COMMAND: dict[str, Any] = {
    "grade": "direct",
    "label": "command",
    "link": "direct_superior",
    "relation": "de_jure",
    "setting": "military_or_like",
    "conduct": ["ordered", "did_not_punish"],
    "over": "the guards",
}


@pytest.mark.parametrize(
    ("without", "expected"),
    [
        (
            (),
            "direct command, as direct superior, de jure, in a military or like setting, over the guards; alleged to "
            "have ordered the acts and not punished the acts",
        ),
        (("link", "relation", "setting", "conduct"), "direct command over the guards"),
        (("link", "relation", "setting", "over", "grade"), "command; alleged to have ordered the acts "
         "and not punished the acts"),
        (("grade", "link", "relation", "setting", "over", "conduct"), "command"),
    ],
)  # fmt: skip
def test_a_ground_is_a_phrase_of_what_is_recorded(without: tuple[str, ...], expected: str) -> None:
    ground = Responsibility.model_validate({key: value for key, value in COMMAND.items() if key not in without})

    assert "".join(describe(ground, load_wording("en"))) == expected


def test_a_ground_in_the_alternative_says_so() -> None:
    ground = Responsibility.model_validate({"label": "command", "over": "the guards", "alternative": True})

    assert "".join(describe(ground, load_wording("en"))) == "in the alternative, command over the guards"
