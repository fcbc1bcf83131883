"""Forums: what each decision-maker wants to see, by which rules, and where those were read.

One folder under `templates/` is one forum. It inherits by `extends`; see
`probata.forum.inheritance` for what the child's word does to the parent's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from probata.lazy import names_from

if TYPE_CHECKING:
    from probata.document.own_templates import own_templates
    from probata.forum.condition import Condition, Ground
    from probata.forum.discovery import known_forums
    from probata.forum.lacking import Lacking
    from probata.forum.legal_test import Limb, NeededLimb, Uncovered
    from probata.forum.load import Forum, LoadedForum, load_forum
    from probata.forum.parts import Mandate, Measure, Particular, RequiredField, RequiredRead, Threshold
    from probata.forum.profile import Profile
    from probata.forum.rule import Analogy, Rule
    from probata.forum.words import Words
else:
    __getattr__ = names_from(
        __name__, "discovery", "condition", "rule", "legal_test", "lacking", "parts", "words", "profile",
        "load", "look",
    )  # fmt: skip

__all__ = [
    "Analogy",
    "Condition",
    "Forum",
    "Ground",
    "Lacking",
    "Limb",
    "LoadedForum",
    "Mandate",
    "Measure",
    "NeededLimb",
    "Particular",
    "Profile",
    "RequiredField",
    "RequiredRead",
    "Rule",
    "Threshold",
    "Uncovered",
    "Words",
    "known_forums",
    "load_forum",
    "own_templates",
]
