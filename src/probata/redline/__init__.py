"""Redlines: two versions of a document as one Word file with real tracked changes, verified before it is given out."""

from __future__ import annotations

from probata.redline.redline import make_redline
from probata.redline.verify import RedlineRefusedError

__all__ = ["RedlineRefusedError", "make_redline"]
