"""Which record a node of the document came from."""

from __future__ import annotations

from probata.diagnostics.value import value

SECTIONS = "narrative"


@value()
class Origin:
    """A record and one of its fields. Ids never change; places may, so none is kept here."""

    record: str
    """Id with its kind, such as `allegations/a-1`."""

    field: str = ""
    """Path inside the record, such as `particulars`; empty means the whole."""

    @property
    def is_section(self) -> bool:
        """Whether it is a section of the narrative that is still to be written; the field is its place then."""
        return self.record == SECTIONS


NOTHING = Origin("nothing", "recorded")
"""Where the words come from that a document for filing has in place of a gap."""
