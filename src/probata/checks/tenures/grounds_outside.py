"""What is found of the grounds of an allegation that have a time of their own, against the roles that they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.tenures.alleged_grounds import Held, timed_grounds
from probata.checks.tenures.each_person import of_each
from probata.checks.tenures.held_in_part import holds_in_part
from probata.checks.tenures.sure_days import Days
from probata.checks.tenures.uncovered import as_told, in_words, left_by
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation
from probata.model.dates import Answer, When


def grounds_outside(
    case: CheckInput, allegation: Allegation, left: tuple[Days, ...], held: tuple[Held, ...]
) -> Iterator[Finding]:
    """Compare the grounds that have a period with their roles; what one post leaves, the next may bear."""
    groups: dict[tuple[str, When], list[tuple[Held, int]]] = {}
    for one, number, ground, period in timed_grounds(held):
        label = ground.shown_label or "responsibility"
        if one.tenure.touches(as_told(period)) is Answer.NO:
            yield case.finding(
                "allegations", allegation.id,
                f"{say.plain(label)} is alleged for {say.date(period)} from role {say.role(one.role)}, which was held "
                f"{say.date(one.role.dates.stated)}",
                "correct `period` of the ground or the dates of the role from their sources, or give the ground "
                "to the role held at the time",
                at=one.loc_of(number, "period"),
                person=one.role.person, in_part=holds_in_part(allegation, of_each(held)[one.role.person]),
            )  # fmt: skip
        else:
            groups.setdefault((label, period), []).append((one, number))
    for (name, period), borne in groups.items():
        found = left_by([one.tenure for one, _ in borne], period, case.graph.case.as_of)
        # The same days of the same period were told of the allegation.
        if found and (period != allegation.period or found != left):
            yield _ground_beyond(case, allegation, name, period, borne, found)


def _ground_beyond(
    case: CheckInput, allegation: Allegation, label: str, period: When, borne: list[tuple[Held, int]],
    found: tuple[Days, ...],
) -> Finding:  # fmt: skip
    return case.finding(
        "allegations", allegation.id,
        f"{say.plain(label)} is alleged for {say.date(period)}; none of the roles relied on covers {in_words(found)}",
        "write as `period` of each ground the time at which its role was held, or give the ground to the role that "
        "bears the rest, too",
        at=borne[0][0].loc_of(borne[0][1], "period"), severity=Severity.WARNING, in_part=True,
        notes=tuple(dict.fromkeys(
        f"role {say.role(one.role)} was held {say.date(one.role.dates.stated)}" for one, _ in borne)),
    )  # fmt: skip
