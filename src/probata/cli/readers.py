"""Codes of findings that no check makes: what they belong to, for whoever asks what one means."""

from __future__ import annotations

import re

_CODE = re.compile(r"(?P<family>[A-Z]{3})\d{3}")
READERS = {
    "SRC": "the files of a case are read",
    "REC": "the fields of a record are read",
    "REF": "records are joined by their ids",
    "TAB": "tables of figures are read",
    "MIG": "a case of an older format is brought into this one",
    "IMP": "sources of another program are read",
    "MKD": "Markdown is read",
    "CIT": "citations are written",
    "FOR": "the profile of a forum is read",
    "TPL": "a template is filled",
    "DIS": "it is settled whom a document may name",
    "LNG": "the texts of a document are taken in its language",
    "PDF": "a PDF is written",
    "WRT": "a file is written",
    "HSE": "the settings of the office in `probata.toml` are read",
    "CHK": "the checks are run",
}
"""What the program does when it makes a finding, by the first three letters of its code."""


def page_of_reader(code: str) -> str | None:
    """Return the page for a code that is no check's; `None` where it is no code of ours either."""
    found = _CODE.fullmatch(code.upper())
    if not found or found["family"] not in READERS:
        return None
    return (
        f"# {code.upper()}\n\n"
        f"This is no check: the finding is made while {READERS[found['family']]}. The finding says itself what is "
        "wrong, where, and what to do next.\n\n"
        "It needs no decision, and `decisions.yaml` cannot decide it: mend what it names. docs/findings.md tells how "
        "to read a finding.\n"
    )
