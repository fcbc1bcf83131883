"""Ids that records may name and that stand outside the records of a case."""

from __future__ import annotations

from probata.cli.opening import Opened
from probata.forum import known_forums
from probata.law import load_catalogue


def outside_ids(opened: Opened) -> dict[str, frozenset[str]]:
    """Return them by what they are, as the table of references calls it."""
    catalogue = load_catalogue()
    filings = opened.session.graph.case.filings if opened.session.graph else ()
    return {
        "forums": frozenset(known_forums(opened.workspace.template_roots)),
        "instruments": frozenset(catalogue.instruments),
        "conduct": frozenset(catalogue.conduct),
        "elements": frozenset(catalogue.elements),
        "filings": frozenset(filing.id for filing in filings),
    }
