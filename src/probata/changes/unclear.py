"""A change that cannot be made as it is written."""

from __future__ import annotations


class UnclearChangeError(Exception):
    """Says in the message what stands in the way: a fact, lower case, no final stop."""
