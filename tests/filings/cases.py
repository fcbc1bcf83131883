"""The cases of the repository and their filings, found without the project."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[2]
CLAIMS = ROOT / "claims"
EXAMPLE, REAL = "example", "liu-jianchao"
Record = dict[str, Any]
"""A record as its file has it: every scalar is a string."""


class FilingName(NamedTuple):
    """A case and one file of one of its filings."""

    case: str
    filing: str
    """Name of the file: that of the filing for its brief, with the part behind it for another, as `uk-ghr-annexes`."""

    def __str__(self) -> str:
        return f"{self.case}/{self.filing}"

    @property
    def of(self) -> str:
        """Id of the filing."""
        return max((id_ for id_ in FILES[self.case] if f"{self.filing}-".startswith(f"{id_}-")), key=len)

    @property
    def part(self) -> str:
        """Which part of the filing it is."""
        return self.filing.removeprefix(self.of).removeprefix("-") or "brief"


_SUBMISSION = ("annexes", "sheet")
_LETTER = ("annexes", "source", "protection")
FILES: dict[str, dict[str, tuple[str, ...]]] = {
    EXAMPLE: {
        "uk-ghr": _SUBMISSION,
        "support-statement": (),
        "uk-cpr-ws": ("exhibits",),
        "us-glomag": _SUBMISSION,
        "eu-ghrsr": _SUBMISSION,
        "un-sp": _LETTER,
        "un-sp-fr": _LETTER,
        "un-sp-es": _LETTER,
    },
    REAL: {
        "uk-ghr": ("annexes",),
        "support-statement": (),
        "uk-cpr-ws": (),
        "us-glomag": ("annexes",),
        "eu-ghrsr": ("annexes",),
        "un-sp": ("annexes",),
    },
}
"""The files that each filing is made into beside its brief; an illustration is submitted by nobody."""


def read_yaml(path: Path) -> Any:
    """Read a file as text, lists and mappings, no scalar interpreted."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 (text only, no objects)


@cache
def records(case: str, kind: str) -> list[Record]:
    """Return the records of a kind, to be read and not changed; none where the case has no such file."""
    path = CLAIMS / case / f"{kind}.yaml"
    found = read_yaml(path) if path.is_file() else []
    assert isinstance(found, list)
    return found


@cache
def by_id(case: str, kind: str) -> dict[str, Record]:
    """Return the records of a kind by id."""
    return {record["id"]: record for record in records(case, kind)}


@cache
def language_of(name: FilingName) -> str:
    """Return the language of a filing without its region, such as `fr`."""
    case = read_yaml(CLAIMS / name.case / "case.yaml")
    (filing,) = (found for found in case["filings"] if found["id"] == name.of)
    return str(filing.get("language", case["language"])).partition("-")[0]


FILINGS = tuple(
    FilingName(case, "-".join((filing, *part)))
    for case, filings in sorted(FILES.items())
    for filing, parts in filings.items()
    for part in ((), *((one,) for one in parts))
)
"""Every file of every filing of every case."""


COURT = "uk-cpr-ws"
"""The statement for court: it holds the witness's words alone, no allegations, tables or contents."""
STATEMENT = "support-statement"
"""The statement in support: its maker's words alone."""


def alleges(name: FilingName) -> bool:
    """Tell whether a file sets out allegations, with tables, notes and all."""
    return name.part == "brief" and name.of not in (COURT, STATEMENT)


ALLEGING = tuple(name for name in FILINGS if alleges(name))
"""The filings that set out allegations."""


def filings_of(case: str) -> tuple[FilingName, ...]:
    """Return the files of one case."""
    return tuple(name for name in FILINGS if name.case == case)
