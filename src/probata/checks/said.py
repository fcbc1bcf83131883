"""What a check found about the records on which something is decided, as fingerprints."""

from __future__ import annotations

from collections.abc import Mapping

Said = Mapping[tuple[str, str], frozenset[str]]
"""Fingerprints of what a check found about a record, by the check's name and the record."""
