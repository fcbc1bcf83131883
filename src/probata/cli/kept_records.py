"""What a build says of the records beside its documents: kept from a build with nothing changed since, or found now."""

from __future__ import annotations

from probata.cli.cache_folder import cache_folder
from probata.cli.check_key import check_key
from probata.cli.kept_findings import Checked, keep, read_kept
from probata.cli.opening import Named
from probata.diagnostics import Diagnostic
from probata.pipeline import Session


def findings_on_records(named: Named, key: str | None, session: Session) -> tuple[Diagnostic, ...]:
    """Return what reading and the checks of records find, and let the session have their answers.

    `key` is that of the case before it was read, where findings may be kept; nothing is where it changed since.
    """
    if key is None or check_key(named) != key:
        return tuple(session.report)
    folder, entry = cache_folder(), f"{key}-records"
    if kept := read_kept(folder, entry):
        session.answers.add_missing(kept.answers)
        return kept.findings
    found = tuple(session.report)
    keep(folder, entry, Checked(found, {}, session.answers.on_records))
    return found
