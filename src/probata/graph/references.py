"""Which fields name other records: the one table that resolution, checks and importers read.

A path goes through parts and lists with dots. Citations are not here: every citation names a source, an authority or
an instrument, wherever it stands.
"""

from __future__ import annotations

REFERENCES: dict[str, dict[str, tuple[str, ...]]] = {
    "bodies": {"relations.body": ("bodies",)},
    "positions": {"body": ("bodies",)},
    "roles": {"person": ("people",), "seats.position": ("positions",), "term.body": ("bodies",)},
    "commands": {"superior": ("bodies", "positions"), "subordinate": ("bodies", "positions")},
    "events": {
        "part_of": ("events",),
        "lead_bodies": ("bodies",),
        "bodies": ("bodies",),
        "persons": ("people",),
        "conduct": ("conduct",),
    },
    "allegations": {
        "roles.role": ("roles",),
        "conduct": ("conduct",),
        "provisions.instrument": ("instruments",),
        "events": ("events",),
        "bodies": ("bodies",),
        "affected.persons": ("people",),
        "contentions.forums": ("forums",),
        "evidence.elements": ("elements",),
        "evidence.persons": ("people",),
        "evidence.quotations": ("quotations",),
        "evidence.datasets": ("datasets",),
        "gaps.elements": ("elements",),
        "gaps.persons": ("people",),
        "limbs.forum": ("forums",),
        "limbs.persons": ("people",),
        "not_in": ("filings",),
    },
    "counts": {
        "allegations": ("allegations",),
        "arguments.person": ("people",),
        "limbs.forum": ("forums",),
        "limbs.persons": ("people",),
    },
    "quotations": {
        "speaker.person": ("people",),
        "speaker.body": ("bodies",),
        "nested": ("quotations",),
        "version_of": ("quotations",),
    },
    "figures": {
        "of.figure": ("figures",),
        "of.dataset": ("datasets",),
        "of.role": ("roles",),
        "to.role": ("roles",),
        "ascribed_to": ("roles",),
    },
    "statements": {
        "person": ("people",),
        "organisation": ("bodies",),
        "exhibits": ("exhibits",),
        "paragraphs.exhibits": ("exhibits",),
        "source": ("sources",),
    },
    "authorities": {"source": ("sources",)},
    "exhibits": {"source": ("sources",), "statement": ("statements",)},
    "consents": {"person": ("people",), "given_by": ("people",), "forums": ("forums",)},
    "steps": {"persons": ("people",)},
    "listings": {"person": ("people",)},
    "changes": {"filing": ("filings", "forums")},
    "points": {"filing": ("filings", "forums"), "answers": ("points",)},
    "narrative": {"epigraphs": ("quotations",), "forums": ("forums",)},
    "case": {
        "persons_concerned": ("people",),
        "standings.instrument": ("instruments",),
        "filings.forum": ("forums",),
        "filings.persons": ("people",),
        "filings.counts": ("counts",),
        "filings.statement": ("statements",),
        "filings.supports_filing": ("filings",),
    },
}

SHORT_FORMS = frozenset({("roles", "seats.position")})
"""References that may stand alone in place of the part that holds them, as the post does for a seat."""
