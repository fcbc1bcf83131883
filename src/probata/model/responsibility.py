"""In what way a role makes its holder responsible: relation, setting, conduct and grade.

*Command* and *oversight* are the plain words that readers see. Each forum's provision is derived from the structure;
that none covers it is an ordinary answer. Oversight is not article 28(b) of the Rome Statute: that is civilian command.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from probata.model.citation import Citations
from probata.model.dates import When
from probata.model.record import Part, Prose, in_short

Label = Literal["command", "oversight"]
Link = Literal["direct_superior", "member_of_deciding_body", "supervising_body", "author_or_promoter", "not_stated"]
Conduct = Literal[
    "ordered",
    "took_part",
    "made_policy",
    "spread_policy",
    "knew_and_did_not_prevent",
    "did_not_punish",
    "held_post_only",
    "not_stated",
]

_LABEL_OF_LINK: dict[str, Label] = {
    "direct_superior": "command",
    "member_of_deciding_body": "oversight",
    "supervising_body": "oversight",
    "author_or_promoter": "oversight",
}


class Responsibility(Part):
    """One ground of responsibility. Several may stand together or in the alternative."""

    label: Label | None = None
    """`command` or `oversight`, as readers see it; where left out it follows from `link`."""
    link: Link = "not_stated"
    """How the person stands to those who acted."""
    relation: Literal["de_jure", "de_facto", "not_stated"] = "not_stated"
    """Whether the power rests on law or on fact."""
    setting: Literal["military_or_like", "civilian", "not_stated"] = "not_stated"
    """Whether the setting is military (or effectively so) or civilian."""
    conduct: tuple[Conduct, ...] = ()
    """What the person did or left undone."""
    grade: Literal["ultimate", "direct"] | None = None
    """Grade, where the source gives one."""
    over: Prose | None = None
    """Over whom or what."""
    stated: Prose | None = None
    """How the source puts it, shortened."""
    period: When | None = None
    """From when to when, where it differs from the role."""
    alternative: bool = False
    """True where this ground is put forward in case the others fail."""
    wording: Prose | None = None
    """The ground in your own sentence, which documents print instead of the one that is made of these fields."""
    citations: Citations = ()
    """Where it is taken from."""

    @property
    def shown_label(self) -> Label | None:
        """The plain word for readers; `None` where nothing is stated."""
        return self.label or _LABEL_OF_LINK.get(self.link)


def _wrap_list(value: Any) -> Any:
    return value if isinstance(value, list) or value is None else [value]


ResponsibilityField = Annotated[Responsibility, in_short("label", Responsibility)]
Responsibilities = Annotated[
    tuple[ResponsibilityField, ...],
    BeforeValidator(_wrap_list, json_schema_input_type=str | Responsibility | list[str | Responsibility]),
]
"""One or several grounds; `command` or `oversight` alone will do."""
