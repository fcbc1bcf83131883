"""The same records give the same bytes: in other processes, environments, folders and years, on other machines."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from tests.case_folder import write_case
from tests.each import each
from tests.filings.cases import EXAMPLE, ROOT, FilingName
from tests.filings.every import each_of
from tests.filings.made import (
    ELSEWHERE_TOO,
    SOURCE,
    WITH_PDF,
    made_elsewhere,
    made_filing,
    pdf_of,
    workspace,
    write_apart,
)

from probata.pipeline import FORMATS, filings, make, open_case, open_workspace

LATER = FilingName(EXAMPLE, "uk-cpr-ws")
MOVED_CLOCK = Path(__file__).parent / "filings" / "moved_clock"
TWO_YEARS = 2 * 365 * 86400
SMALL = ROOT / "templates" / "uk-cpr-ws" / "example.yaml"
DIGESTS = ROOT / "tests" / "golden" / "digests.txt"


@each_of(ELSEWHERE_TOO)
@each("format_name", ["docx", "html"])
def test_a_filing_has_the_same_bytes_in_every_process(
    shared_folder: Path, filing_name: FilingName, format_name: str
) -> None:
    here = getattr(made_filing(filing_name), format_name)
    assert is_same(made_elsewhere(shared_folder), filing_name, format_name, here)


@each("name", sorted(WITH_PDF), ids=str)
def test_a_pdf_has_the_same_bytes_in_every_process(shared_folder: Path, name: FilingName) -> None:
    assert is_same(made_elsewhere(shared_folder), name, "pdf", pdf_of(name).data)


def is_same(folder: Path, name: FilingName, format_name: str, data: bytes) -> bool:
    """Compare a file with the one below a folder; a test does not compare what may be megabytes letter by letter."""
    return (folder / name.case / f"{name.filing}.{format_name}").read_bytes() == data


def test_a_filing_has_the_same_bytes_two_years_later(tmp_path: Path) -> None:
    later = {"PYTHONPATH": os.pathsep.join((str(MOVED_CLOCK), str(SOURCE)))}
    clocks = zip(_clocks({}), _clocks(later), strict=True)
    assert [moved - now >= TWO_YEARS for now, moved in clocks] == [True, True, True]

    (tmp_path / LATER.case).mkdir()
    write_apart(LATER.case, [LATER.filing], ["docx", "html", "pdf"], tmp_path / LATER.case, later)
    here = made_filing(LATER)
    for format_name, data in (("docx", here.docx), ("html", here.html), ("pdf", pdf_of(LATER).data)):
        assert is_same(tmp_path, LATER, format_name, data), format_name


def _clocks(environment: dict[str, str]) -> list[float]:
    """Ask another process for the time in the ways in which a program may ask."""
    program = "import datetime as d, time; print(time.time(), d.datetime.now().timestamp(), time.mktime(time.gmtime()))"
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    return [float(moment) for moment in done.stdout.split()]


def test_a_filing_has_the_same_bytes_whatever_the_folders_of_case_templates_and_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = _made_in(tmp_path / "a", ROOT / "templates")
    other = tmp_path / "Ordner für Fälle, № 2" / "deeper"
    shutil.copytree(ROOT / "templates", other / "own templates")
    monkeypatch.chdir(other)
    there = _made_in(other, other / "own templates")

    assert sorted(here) == sorted(FORMATS) == ["docx", "html", "pdf"]
    assert {name for name in here if here[name] != there[name]} == set()


def _made_in(folder: Path, templates: Path) -> dict[str, bytes]:
    """Write the small case below a folder and return its filing in every format."""
    opened = open_case(write_case(folder), str(folder / "harbour"), open_workspace(templates))
    (filing,) = filings(opened)
    return {made.format: made.data for made in make(opened, open_workspace(templates), filing, FORMATS, final=False)}


def test_a_small_filing_has_the_parts_that_other_machines_wrote(accept: bool) -> None:
    """Parts as they are before they are packed, since machines pack otherwise, and the pages of the PDF."""
    made = sorted(_digests())
    if accept:
        DIGESTS.write_text("\n".join(made) + "\n", encoding="utf-8")
    assert made == DIGESTS.read_text(encoding="utf-8").splitlines()


def _digests() -> Iterator[str]:
    """Give a line for each part: its name and the digest of its bytes."""
    opened = open_case(SMALL, SMALL.name, workspace())
    (filing, *_) = filings(opened)
    data = {made.format: made.data for made in make(opened, workspace(), filing, FORMATS, final=True)}
    with zipfile.ZipFile(BytesIO(data["docx"])) as archive:
        yield from (f"docx {name} {_digest(archive.read(name))}" for name in archive.namelist())
    yield f"html {_digest(data['html'])}"
    with pikepdf.open(BytesIO(data["pdf"])) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            yield f"pdf page {number:02} {_digest(page.Contents.read_bytes())}"


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:32]
