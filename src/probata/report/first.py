"""What to do next, as the page opens with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from probata.checks.first_page import FilingStatus, first_page
from probata.checks.folding import groups
from probata.checks.matters import Matter
from probata.report.entries import FilingEntry, FindingEntry, FirstEntry, MatterEntry
from probata.report.material import Material


def first_of(material: Material, findings: Sequence[FindingEntry], also_open: Iterable[tuple[str, str]]) -> FirstEntry:
    """Return what stands first: filings, decisions, what to fix; `findings` are the entries of all that was found."""
    page = first_page(material.findings, material.blocked, material.places)
    entries = {one: findings[place] for place, group in enumerate(groups(material.findings)) for one in group}

    def entry(matter: Matter) -> MatterEntry:
        return _matter(matter, page.place_in_document(matter), [entries[one] for one in matter.each])

    return FirstEntry(
        tuple(_filing(material, one) for one in page.filings),
        page.of_status,
        tuple(map(entry, page.decisions)), tuple(map(entry, page.to_fix)),
        page.left, page.notes, tuple(also_open),
    )  # fmt: skip


def _filing(material: Material, status: FilingStatus) -> FilingEntry:
    forums = {one.id: one.forum for one in material.graph.case.filings}
    profile = material.profiles.get(forums.get(status.filing, status.filing))
    title = profile.title if profile else ""
    return FilingEntry(status.filing, title, status.is_ready, len(status.blocked_by), status.reasons)


def _matter(matter: Matter, printed: str, entries: Sequence[FindingEntry]) -> MatterEntry:
    numbers = dict.fromkeys(one.number for one in entries if one is not entries[0])
    return MatterEntry(entries[0], matter.also_missing, printed, matter.further_places, tuple(numbers))
