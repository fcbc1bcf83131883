"""Every filing of the repository, made once for all tests that read it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tests.answers import KEPT
from tests.filings.cases import CLAIMS, EXAMPLE, FILINGS, REAL, ROOT, FilingName, filings_of
from tests.filings.once import made_once, value_made_once
from tests.readers.item import Item
from tests.readers.tree_text import read_tree

from probata.cli.fingerprint import fingerprint
from probata.document.tree import Document
from probata.output import OutputFolder
from probata.pipeline import Session, Workspace, file_name, make_document, open_case, open_workspace, plan
from probata.writers.discovery import load_format
from probata.writers.format import WriteOptions
from probata.writers.html.counted_names import with_counted_names

ELSEWHERE = {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}
"""An environment that no machine of ours has."""
SCRIPT = Path(__file__).with_name("write_filings.py")


@dataclass(frozen=True, slots=True)
class MadeFiling:
    """A document as a tree, and the files written from it in this process: as it goes out.

    The example is final, and the real case, which is never final, a draft.
    """

    name: FilingName
    tree: Document
    shown: list[Item]
    """What every format must show."""
    docx: bytes
    html: bytes

    @property
    def paged(self) -> Document:
        """The tree with the names of its anchors as PDF and HTML have them."""
        return with_counted_names(self.tree)


@dataclass(frozen=True, slots=True)
class MadePdf:
    """A PDF written in a process of its own."""

    data: bytes
    findings: list[str]


def workspace() -> Workspace:
    """Return the workspace with the templates of the repository, and the answers of the citation program so far."""
    return replace(open_workspace(CLAIMS.parent / "templates"), store=KEPT)


@cache
def session(case: str) -> Session:
    """Return a case of the repository, read once."""
    return open_case(CLAIMS / case, f"claims/{case}", workspace())


def is_final(case: str) -> bool:
    """Tell the case whose documents are final."""
    return case == EXAMPLE


@cache
def made_filing(name: FilingName) -> MadeFiling:
    """Return a filing as it goes out, with all but its PDF; made by one worker for all."""
    return value_made_once("-".join(name), lambda: _made(name))


def _made(name: FilingName) -> MadeFiling:
    tree, options = tree_of(name, final=is_final(name.case))
    docx, html = (load_format(written).write(tree, options) for written in ("docx", "html"))
    assert docx.diagnostics == html.diagnostics == ()
    return MadeFiling(name, tree, read_tree(tree), docx.data, html.data)


@cache
def tree_of(name: FilingName, final: bool) -> tuple[Document, WriteOptions]:
    """Compose and cite a filing; done by one worker for all."""
    return value_made_once(f"{'-'.join(name)}-{'final' if final else 'draft'}", lambda: _tree_of(name, final))


def _tree_of(name: FilingName, final: bool) -> tuple[Document, WriteOptions]:
    (filing,) = plan(session(name.case), workspace(), [name.filing])
    tree, options, _ = make_document(session(name.case), workspace(), filing, final)
    assert tree is not None
    return tree, options


def make_pdfs(folder: Path) -> Mapping[FilingName, MadePdf]:
    """Return the PDF of every filing as it goes out; workers of one test run share the files in `folder`."""
    made = made_elsewhere(folder)
    return {name: _read_pdf_of(name, made) for name in FILINGS}


def made_elsewhere(folder: Path) -> Path:
    """Return a folder with every filing in every format, made in other processes and an environment of their own."""
    return made_once(folder, "elsewhere", _write_all)


def _write_all(folder: Path) -> None:
    """Write every filing below `folder`, with the findings on its PDF beside it; two processes at a time.

    Each process reads its case once and writes every other filing of it.
    """
    halves = [filings_of(case)[start::2] for case in (REAL, EXAMPLE) for start in (0, 1)]
    with ThreadPoolExecutor(2) as workers:
        list(workers.map(lambda names: _write_half(names, folder), halves))


def _write_half(names: tuple[FilingName, ...], folder: Path) -> None:
    case, filings = names[0].case, [name.filing for name in names]
    own = folder / case
    own.mkdir(exist_ok=True)
    for name in names:
        if data := standing_pdf(name):
            (own / f"{name.filing}.pdf").write_bytes(data)
    told = write_apart(case, filings, ["docx", "html", "pdf"], own, {**ELSEWHERE, "HOME": "/nonexistent"}, own)
    for name in names:
        begin = f"{name.filing}: "
        findings = [line.removeprefix(begin) for line in told.splitlines() if line.startswith(begin)]
        (own / f"{name.filing}.txt").write_text("\n".join(findings), encoding="utf-8")


def _read_pdf_of(name: FilingName, folder: Path) -> MadePdf:
    """Return what `_write_half` has written of a filing."""
    findings = (folder / name.case / f"{name.filing}.txt").read_text(encoding="utf-8").splitlines()
    return MadePdf((folder / name.case / f"{name.filing}.pdf").read_bytes(), findings)


def standing_pdf(name: FilingName) -> bytes | None:
    """Return the PDF that `make brief` made of a filing, where a build now would leave it standing; else `None`.

    It comes from the very tree and program that are tested, and had no finding. To lay one out takes half a minute.
    """
    out = ROOT / "output"
    if not (out / name.case / "internal").is_dir():
        return None
    tree, options = tree_of(name, is_final(name.case))
    (filing,) = plan(session(name.case), workspace(), [name.filing])
    file = file_name(filing, tree, "pdf", is_final(name.case))
    placed = OutputFolder(out, name.case).standing(file, fingerprint(tree, options, "pdf"))
    return placed.path.read_bytes() if placed else None


def write_apart(
    case: str,
    filings: list[str],
    formats: list[str],
    folder: Path,
    environment: dict[str, str] | None = None,
    start_in: Path | None = None,
) -> str:
    """Write filings as they go out, in another process, an environment and a folder of its own; return its findings."""
    command = [sys.executable, str(SCRIPT), case, ",".join(filings), ",".join(formats), str(folder)]
    command += ["final"] if is_final(case) else []
    done = subprocess.run(command, env=environment, cwd=start_in, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()
