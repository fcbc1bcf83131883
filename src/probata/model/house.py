"""The settings of an office, which stand where a case or a forum says nothing of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from probata.model.case_file import Author, CaseFile


@dataclass(frozen=True, slots=True)
class House:
    """What an office adds to every case."""

    author: Author | None = None
    language: str | None = None
    letterhead: bytes | None = None
    """The Word file itself."""
    letterhead_path: str = ""
    """Where it stands, for findings."""
    look: Mapping[str, Any] = field(default_factory=dict)
    """What its `look.toml` says, checked."""
    pdf_engine: str | None = None
    """As in the settings."""

    def complete(self, case: CaseFile) -> CaseFile:
        """Return the case with what it leaves out and the office says: its author field by field, its language."""
        update: dict[str, Any] = {}
        if self.author and (author := _author(self.author, case.prepared_by)) is not case.prepared_by:
            update["prepared_by"] = author
        if self.language and "language" not in case.model_fields_set:
            update["language"] = self.language
        return case.model_copy(update=update) if update else case


def _author(of_house: Author, of_case: Author) -> Author:
    """Return the author of the case with what it leaves out and the house says; that of the case where it says none."""
    from probata.model.house_settings import AUTHOR_FIELDS  # with the models of records, which take time to load

    taken = {name for name in AUTHOR_FIELDS if getattr(of_case, name) is None}
    said = {name: value for name in taken if (value := getattr(of_house, name)) is not None}
    if not said:
        return of_case
    return of_case.model_copy(update=said | {"translations": _translations(of_house, of_case, taken)})


def _translations(of_house: Author, of_case: Author, taken: set[str]) -> dict[str, dict[str, str]]:
    """Return the case's translations, with those of the fields that are taken from the house."""
    merged = {language: dict(texts) for language, texts in of_case.translations.items()}
    for language, texts in of_house.translations.items():
        merged.setdefault(language, {}).update({name: text for name, text in texts.items() if name in taken})
    return merged
