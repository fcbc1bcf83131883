"""Amounts in the words of findings, which are English."""

from __future__ import annotations

from probata.figures import Amount, ends_shown, write_number
from probata.figures.compute import places_of

_DECIMALS = 2


def write_amount(amount: Amount) -> str:
    """Write an amount: `1,231`, `at least 86`, `at most 30`, `16-76`, `about 7.14`; two decimals at most."""
    ends = [end for end in (amount.low, amount.high) if end is not None]
    decimals = min(_DECIMALS, max((places_of(end) for end in ends), default=0))
    low, high = ends_shown(amount, decimals)
    about = "about " if amount.is_about else ""
    if low is None or high is None:
        bound = f"at least {about}{write_number(low)}" if low is not None else ""
        return bound or (f"at most {about}{write_number(high)}" if high is not None else "not known")
    return about + (write_number(low) if amount.low == amount.high else f"{write_number(low)}-{write_number(high)}")
