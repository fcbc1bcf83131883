"""Word files that strangers made, read safely: parts, roots and relationships; and the package written back."""

from __future__ import annotations

from probata.word.package import WordFile, open_word
from probata.word.refused import WordFileError

__all__ = ["WordFile", "WordFileError", "open_word"]
