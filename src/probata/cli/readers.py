"""Codes and names of findings that no check makes: what they belong to, for whoever asks what one means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from probata.source.shipped import shipped

_CODE = re.compile(r"(?P<family>[A-Z]{3})\d{3}")
READERS = {
    "SRC": "the files of a case are read",
    "REC": "the fields of a record are read",
    "REF": "records are joined by their ids",
    "TAB": "tables of figures are read",
    "IMP": "records of another program, or a table, are read",
    "ARC": "an archive, mail or chat of others is read",
    "MKD": "Markdown is read",
    "CIT": "citations are written",
    "FOR": "the profile of a forum is read",
    "TPL": "a template is filled",
    "DIS": "it is settled whom a document may name",
    "LNG": "the texts of a document are taken in its language",
    "PDF": "a PDF is written",
    "WRT": "a file is written",
    "BDL": "a bundle is made",
    "HSE": "the settings of the office in `probata.toml` are read",
    "CHK": "the checks are run",
}
"""What the program does when it makes a finding, by the first three letters of its code."""


def names_of_readers() -> Mapping[str, Sequence[str]]:
    """Return the names of such findings, each with its codes: one name may be found at several steps."""
    return shipped("cli", "names_of_readers.toml")


def page_of_reader(asked: str) -> str | None:
    """Return the page for a name or a code that is no check's; `None` where it is none of ours either."""
    name = asked.strip().lower().replace("_", "-")
    codes = names_of_readers().get(name) or (asked.strip().upper(),)
    families = [found["family"] for code in codes if (found := _CODE.fullmatch(code))]
    if not families or any(family not in READERS for family in families):
        return None
    made = ", or ".join(READERS[family] for family in dict.fromkeys(families))
    title = f"{name} ({', '.join(codes)})" if name in names_of_readers() else codes[0]
    return (
        f"# {title}\n\n"
        f"This is no check: the finding is made while {made}. The finding says itself what is "
        "wrong, where, and what to do next.\n\n"
        "It needs no decision, and `decisions.yaml` cannot decide it: do what its next step says. docs/findings.md "
        "tells how to read a finding.\n"
    )
