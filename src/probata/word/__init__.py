"""Word files that strangers made, opened safely and read without what hides or doubles their text; and written back."""

from __future__ import annotations

from probata.word.package import WordFile, open_word
from probata.word.refused import WordFileError

__all__ = ["WordFile", "WordFileError", "open_word"]
