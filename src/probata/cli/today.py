"""The day and the moment, as the clock of this machine has them."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today() -> date:
    """Return the day where the user is."""
    return datetime.now(UTC).astimezone().date()


def now() -> str:
    """Return this moment with the zone of this machine, as records write it."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
