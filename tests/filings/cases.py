"""The cases of the repository and their filings, found without the project."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[2]
CLAIMS = ROOT / "claims"
EXAMPLE, REAL = "example", "liu-jianchao"
Record = dict[str, Any]
"""A record as its file has it: every scalar is a string."""


class FilingName(NamedTuple):
    """A case and one of its filings."""

    case: str
    filing: str

    def __str__(self) -> str:
        return f"{self.case}/{self.filing}"


def read_yaml(path: Path) -> Any:
    """Read a file as text, lists and mappings, no scalar interpreted."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 (text only, no objects)


def records(case: str, kind: str) -> list[Record]:
    """Return the records of a kind; none where the case has no such file."""
    path = CLAIMS / case / f"{kind}.yaml"
    found = read_yaml(path) if path.is_file() else []
    assert isinstance(found, list)
    return found


def by_id(case: str, kind: str) -> dict[str, Record]:
    """Return the records of a kind by id."""
    return {record["id"]: record for record in records(case, kind)}


def language_of(name: FilingName) -> str:
    """Return the language of a filing without its region, such as `fr`."""
    case = read_yaml(CLAIMS / name.case / "case.yaml")
    (filing,) = (found for found in case["filings"] if found["id"] == name.filing)
    return str(filing.get("language", case["language"])).partition("-")[0]


def _filing_names() -> tuple[FilingName, ...]:
    cases = sorted(path.parent.name for path in CLAIMS.glob("*/case.yaml"))
    return tuple(
        FilingName(case, filing["id"]) for case in cases for filing in read_yaml(CLAIMS / case / "case.yaml")["filings"]
    )


FILINGS = _filing_names()
"""Every filing of every case."""


COURT = "uk-cpr-ws"
"""The statement for court: it holds the witness's words alone, no allegations, tables or contents."""


def alleges(name: FilingName) -> bool:
    """Tell whether a filing sets out allegations, with tables, notes and all."""
    return name.filing != COURT


ALLEGING = tuple(name for name in FILINGS if alleges(name))
"""The filings that set out allegations."""


def filings_of(case: str) -> tuple[FilingName, ...]:
    """Return the filings of one case."""
    return tuple(name for name in FILINGS if name.case == case)
