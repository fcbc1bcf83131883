"""The settings part: what a letterhead brings and a filing must not carry taken out, notes declared."""

from __future__ import annotations

from typing import Final

from probata.word.elements import Element, add, make, w
from probata.word.schema_order import SETTINGS_AFTER_NOTES

_TAKEN_OUT: Final = (
    *("attachedTemplate", "docVars", "documentProtection", "forceUpgrade", "linkStyles", "mailMerge", "revisionView"),
    *("removePersonalInformation", "rsids", "trackRevisions", "updateFields", "writeProtection"),
)
"""Identities of editing sessions, data of other programs, locks, and what asks the reader a question."""


def clean_settings(settings: Element) -> None:
    """Take out what a filing must not carry and declare the separators of notes as our parts have them."""
    for name in (*_TAKEN_OUT, "footnotePr", "endnotePr"):
        for element in settings.findall(w(name)):
            settings.remove(element)
    later = {w(name) for name in SETTINGS_AFTER_NOTES}
    index = next(
        (i for i, e in enumerate(settings) if e.tag in later or not str(e.tag).startswith(w(""))), len(settings)
    )
    for kind in ("endnote", "footnote"):
        separators = make(f"{kind}Pr")
        for id_ in (-1, 0):
            add(separators, kind, id=id_)
        settings.insert(index, separators)
