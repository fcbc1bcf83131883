"""What every record has in common: strict keys, frozen values, descriptions that the schema shows."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, StringConstraints

CONFIG = ConfigDict(
    extra="forbid",
    frozen=True,
    use_attribute_docstrings=True,
    populate_by_name=True,
    defer_build=True,
)

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=80)]
"""An id: letters, digits, hyphen, dot and underscore. Compared exactly, never guessed."""


class IsMarkdown:
    """Marks a field whose text may hold emphasis, citations and notes."""


class IsSafeguard:
    """Marks a field that keeps something from readers, or takes something back.

    Its default says more than the record may. Where it cannot be read, the record is left out whole; where it belongs
    to an entry of a list, the entry.
    """


Markdown = Annotated[str, StringConstraints(min_length=1), IsMarkdown()]
"""Text with Markdown emphasis, links, `[@source, p. 4]` citations and `^[notes]`."""

Line = Annotated[str, StringConstraints(min_length=1)]
"""A line of plain text, printed as it is written."""


class Part(BaseModel):
    """A piece of a record, without an id of its own."""

    model_config = CONFIG

    is_safeguard: ClassVar[bool] = False
    """True where every field keeps something from readers: with any fault in it the whole is left out."""


class Record(Part):
    """A record with an id, unique among the records of its kind."""

    id: Id
    """Short name of this record, used by other records to refer to it; unique in its file."""
