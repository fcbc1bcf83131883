"""The same records give the same bytes: in other processes, environments, folders and years, on other machines."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from tests.case_folder import write_case
from tests.filings.cases import EXAMPLE, ROOT, FilingName, filings_of
from tests.filings.made import MadePdf, made_elsewhere, made_filing, workspace, write_apart
from tests.filings.once import made_once

from probata.pipeline import FORMATS, filings, make, open_case, open_workspace

ELSEWHERE = {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "PATH": ""}
"""A second environment, beside that in which all filings are made for the tests that read PDF."""
WITH_PDF = FilingName(EXAMPLE, "support-statement")
LATER = FilingName(EXAMPLE, "uk-cpr-ws")
MOVED_CLOCK = Path(__file__).parent / "filings" / "moved_clock"
TWO_YEARS = 2 * 365 * 86400
SMALL = ROOT / "templates" / "uk-cpr-ws" / "example.yaml"
DIGESTS = ROOT / "tests" / "golden" / "digests.txt"


@pytest.fixture(scope="module")
def folders(shared_folder: Path) -> tuple[Path, ...]:
    """Return two folders with filings, made in other processes: all in the first, those of the example in the second.

    The second holds one PDF: it takes ten seconds, and what could make one differ is in it.
    """
    return made_elsewhere(shared_folder), made_once(shared_folder, "same-bytes", _write_again)


def _write_again(folder: Path) -> None:
    tasks = [
        partial(_write, filings_of(EXAMPLE), ["docx", "html"], folder),
        partial(_write, (WITH_PDF,), ["pdf"], folder),
    ]
    with ThreadPoolExecutor(2) as workers:
        for done in [workers.submit(task) for task in tasks]:
            done.result()


def _write(names: tuple[FilingName, ...], formats: list[str], folder: Path) -> None:
    own = folder / names[0].case
    own.mkdir(parents=True, exist_ok=True)
    home = "/nonexistent" if "pdf" in formats else str(own)
    wanted = [name.filing for name in names]
    write_apart(names[0].case, wanted, formats, own, {**ELSEWHERE, "HOME": home}, start_in=own)


@pytest.mark.parametrize("format_name", ["docx", "html"])
def test_every_filing_has_the_same_bytes_in_every_process(
    folders: tuple[Path, ...], filing_name: FilingName, format_name: str
) -> None:
    here = getattr(made_filing(filing_name), format_name)
    apart = folders if filing_name.case == EXAMPLE else folders[:1]
    there = [(folder / filing_name.case / f"{filing_name.filing}.{format_name}").read_bytes() for folder in apart]
    assert [data == here for data in there] == [True] * len(apart)


def test_a_pdf_has_the_same_bytes_elsewhere(folders: tuple[Path, ...]) -> None:
    first, second = ((folder / WITH_PDF.case / f"{WITH_PDF.filing}.pdf").read_bytes() for folder in folders)
    is_same = first == second
    assert is_same


def test_a_filing_has_the_same_bytes_two_years_later(tmp_path: Path, pdfs: Mapping[FilingName, MadePdf]) -> None:
    later = {"PYTHONPATH": str(MOVED_CLOCK)}
    clocks = zip(_clocks({}), _clocks(later), strict=True)
    assert [moved - now >= TWO_YEARS for now, moved in clocks] == [True, True, True]

    write_apart(LATER.case, [LATER.filing], ["docx", "html", "pdf"], tmp_path, later)
    here = made_filing(LATER)
    for format_name, data in (("docx", here.docx), ("html", here.html), ("pdf", pdfs[LATER].data)):
        is_same = (tmp_path / f"{LATER.filing}.{format_name}").read_bytes() == data
        assert is_same, format_name  # no comparison letter by letter of what may be megabytes


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
    """Parts as they are before they are packed, since machines pack otherwise; pages of the PDF for each Pango.

    Lines of a PDF set by another Pango are kept, so that each machine adds its own.
    """
    made = list(_digests())
    known = DIGESTS.read_text(encoding="utf-8").splitlines() if DIGESTS.exists() else []
    pango = made[-1].split(" page ")[0]
    others = [line for line in known if line.startswith("pdf") and line.split(" page ")[0] != pango]
    if accept:
        DIGESTS.write_text("\n".join(sorted({*made, *others})) + "\n", encoding="utf-8")
        return
    same = [line for line in known if line not in others]
    if not any(line.startswith("pdf") for line in same):
        made = [line for line in made if not line.startswith("pdf")]
    assert sorted(made) == sorted(same)


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
            yield f"pdf by Pango {_pango()} page {number:02} {_digest(page.Contents.read_bytes())}"


def _pango() -> str:
    from weasyprint.text.ffi import pango

    number = pango.pango_version()
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:32]
