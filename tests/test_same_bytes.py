"""The same records give the same bytes: in other processes, environments and folders."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.filings.cases import EXAMPLE, REAL, FilingName, filings_of
from tests.filings.made import MadePdf, made_filing, write_apart
from tests.filings.once import made_once

ENVIRONMENTS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "PATH": ""},
)
WITH_PDF = FilingName(EXAMPLE, "support-statement")


@pytest.fixture(scope="module")
def folders(shared_folder: Path) -> tuple[Path, ...]:
    """Return two folders with every filing in Word and HTML, and one filing in PDF."""
    made = made_once(shared_folder, "same-bytes", _write_twice)
    return made / "first", made / "second"


def _write_twice(folder: Path) -> None:
    with ThreadPoolExecutor(2) as workers:
        list(workers.map(_write_all, (folder / "first", folder / "second"), ENVIRONMENTS))


def _write_all(folder: Path, environment: dict[str, str]) -> None:
    for case in (EXAMPLE, REAL):
        own = folder / case
        own.mkdir(parents=True)
        names = [name.filing for name in filings_of(case)]
        write_apart(case, names, ["docx", "html"], own, {**environment, "HOME": str(own)}, start_in=own)
    write_apart(
        WITH_PDF.case, [WITH_PDF.filing], ["pdf"], folder, {**environment, "HOME": "/nonexistent"}, start_in=folder
    )


@pytest.mark.parametrize("format_name", ["docx", "html"])
def test_every_filing_has_the_same_bytes_in_every_process(
    folders: tuple[Path, ...], filing_name: FilingName, format_name: str
) -> None:
    here = getattr(made_filing(filing_name), format_name)
    there = [(folder / filing_name.case / f"{filing_name.filing}.{format_name}").read_bytes() for folder in folders]
    assert [data == here for data in there] == [True, True]


def test_a_pdf_has_the_same_bytes_in_every_process(
    folders: tuple[Path, ...], pdfs: Mapping[FilingName, MadePdf]
) -> None:
    there = [(folder / f"{WITH_PDF.filing}.pdf").read_bytes() for folder in folders]
    assert [data == pdfs[WITH_PDF].data for data in there] == [True, True]
