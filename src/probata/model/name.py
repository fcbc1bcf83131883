"""Names in the script they are written in and in Latin letters."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator

from probata.model.citation import Citations
from probata.model.record import Line, Part, Prose


class NativeName(Part):
    """A name in its own script."""

    text: Line
    """The name as its own language writes it, such as 刘建超."""
    lang: Line = "zh"
    """Language of the name as a BCP 47 tag: `zh`, `ar`, `ru`."""
    script: Line | None = None
    """Script as an ISO 15924 code: `Hans`, `Arab`, `Cyrl`."""
    language_name: Prose | None = None
    """Name of the language in words, such as `Kelvandran`, where its tag has none, as `qaa`, or another is usual."""


class PersonName(Part):
    """A person's name in Latin letters, in parts."""

    also_translated: ClassVar[tuple[str, ...]] = ("full",)

    family: Line | None = None
    """Family name."""
    given: Line | None = None
    """Given names."""
    full: Line | None = None
    """The whole name where it does not divide into family and given name."""
    order: Literal["family_first", "given_first"] = "given_first"
    """Which part is written first."""
    system: Line | None = None
    """System of romanisation, such as `Hanyu Pinyin`."""
    native: NativeName | None = None
    """The name in its own script."""

    @property
    def display(self) -> str:
        """The name as it is printed in running text; empty where nothing is recorded."""
        if self.full:
            return self.full
        parts = [self.family, self.given] if self.order == "family_first" else [self.given, self.family]
        return " ".join(part for part in parts if part)


def _wrap(value: Any) -> Any:
    return {"full": value} if isinstance(value, str) else value


NameField = Annotated[PersonName, BeforeValidator(_wrap, json_schema_input_type=str | PersonName)]
"""A name in parts, or one line of text."""


class Alias(Part):
    """Another name of the same person."""

    name: NameField
    """The other name."""
    kind: Literal["also_known_as", "formerly", "pen_name", "nickname", "misspelling", "variation"] = "also_known_as"
    """What sort of other name it is."""
    strength: Literal["strong", "weak"] | None = None
    """`weak` where many people share it; left out where nobody has judged it."""
    citations: Citations = ()
    """Where it is taken from."""
