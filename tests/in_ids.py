"""A sentence of a finding as tests compare it: records by their ids and dates as recorded, whatever readers see."""

from __future__ import annotations

from probata.diagnostics.message import Date, Message, Ref


def in_ids(sentence: str) -> str:
    """Return a sentence with the id of each record that it names, and with its dates as they are recorded."""
    return "".join(f"`{part.text}`" if isinstance(part, Ref | Date) else str(part) for part in Message(sentence).parts)
