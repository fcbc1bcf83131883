"""Word files that strangers made, opened safely and read without what hides or doubles their text; and written back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probata.lazy import names_from

if TYPE_CHECKING:
    from probata.word.opc_reading import WordFileError
    from probata.word.package import WordFile, open_word
else:
    __getattr__ = names_from(__name__, "opc_reading", "package")

__all__ = ["WordFile", "WordFileError", "open_word"]
