"""Forums: what each decision-maker wants to see, by which rules, and where those were read.

One folder under `templates/` is one forum. It inherits by `extends`; see
`probata.forum.layer` for what the child's word does to the parent's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from probata.lazy import names_from

if TYPE_CHECKING:
    from probata.document.own_templates import own_templates
    from probata.forum.discovery import known_forums
    from probata.forum.legal_test import Condition, Lacking, Limb, NeededLimb, Uncovered
    from probata.forum.load import Forum, load_forum
    from probata.forum.profile import Mandate, Measure, Particular, Profile, RequiredField, Rule, Threshold
    from probata.forum.words import Words
else:
    __getattr__ = names_from(
        __name__, "discovery", "legal_test", "words", "profile", "load", "look",
    )  # fmt: skip

__all__ = [
    "Condition",
    "Forum",
    "Lacking",
    "Limb",
    "Mandate",
    "Measure",
    "NeededLimb",
    "Particular",
    "Profile",
    "RequiredField",
    "Rule",
    "Threshold",
    "Uncovered",
    "Words",
    "known_forums",
    "load_forum",
    "own_templates",
]
