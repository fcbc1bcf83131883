"""From one version of the record format to the next: edits of a case's own text, so that remarks and layout stay.

One step is one file in `steps`, found there; nothing else is edited. A file is never written anew from its data.
"""

from probata.migrations.case_texts import CaseTexts, read_texts
from probata.migrations.migrate import Change, Migrated, keep_and_write, migrate
from probata.migrations.migration import CannotEditError, Edit, Migration, apply_edits

__all__ = [
    "CannotEditError",
    "CaseTexts",
    "Change",
    "Edit",
    "Migrated",
    "Migration",
    "apply_edits",
    "keep_and_write",
    "migrate",
    "read_texts",
]
