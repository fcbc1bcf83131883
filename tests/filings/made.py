"""Every filing of the repository, made once for all tests that read it."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tests.answers import KEPT
from tests.filings.cases import CLAIMS, EXAMPLE, FILINGS, REAL, FilingName
from tests.filings.once import made_once, value_made_once
from tests.filings.pdf_apart import pdf_apart
from tests.readers.item import Item
from tests.readers.tree_text import read_tree

import probata
from probata.document.parts import documents_of
from probata.document.tree import Document
from probata.pipeline import Session, Workspace, make_document, open_case, open_workspace, plan
from probata.writers.format import PdfEngine, WriteOptions, load_format

SOURCE = Path(probata.__file__).parents[1]
ELSEWHERE = {
    "PYTHONHASHSEED": "1",
    "TZ": "Asia/Shanghai",
    "LC_ALL": "C",
    "SOURCE_DATE_EPOCH": "1",
    "HOME": "/nonexistent",
    "PYTHONPATH": str(SOURCE),
}
"""An environment that no machine of ours has, and the program that is tested."""
ELSEWHERE_TOO = tuple(name for name in FILINGS if name.case == EXAMPLE or name.of == "uk-ghr")
"""The filings that are made elsewhere: for every forum, and of the real case one with all of its records."""
WITH_PDF = frozenset((FilingName(REAL, "uk-ghr"), FilingName(EXAMPLE, "un-sp-fr")))
"""Those that are made as a PDF too: charts, Chinese names and another language are in them."""
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


@dataclass(frozen=True, slots=True)
class MadePdf:
    """A PDF, and the findings on it."""

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
    return _written(name, *tree_of(name, final=is_final(name.case)))


def _written(name: FilingName, tree: Document, options: WriteOptions) -> MadeFiling:
    docx, html = (load_format(written).write(tree, options) for written in ("docx", "html"))
    assert docx.diagnostics == html.diagnostics == ()
    return MadeFiling(name, tree, read_tree(tree), docx.data, html.data)


@cache
def made_parts(name: FilingName) -> tuple[MadeFiling, ...]:
    """Return the files of a filing as they go out, that of the brief first; made by one worker for all."""
    return value_made_once(f"{'-'.join(name)}-parts", lambda: _made_parts(name))


def _made_parts(name: FilingName) -> tuple[MadeFiling, ...]:
    tree, options = tree_of(name, final=is_final(name.case))
    return tuple(_written(name, part, options) for part in documents_of(tree))


@cache
def tree_of(name: FilingName, final: bool) -> tuple[Document, WriteOptions]:
    """Compose and cite a filing; done by one worker for all."""
    return value_made_once(f"{'-'.join(name)}-{'final' if final else 'draft'}", lambda: _tree_of(name, final))


def _tree_of(name: FilingName, final: bool) -> tuple[Document, WriteOptions]:
    whole, options = whole_of(FilingName(name.case, name.of), final)
    (tree,) = (one for one in documents_of(whole) if one.meta.part == name.part)
    return tree, options


@cache
def whole_of(name: FilingName, final: bool) -> tuple[Document, WriteOptions]:
    """Compose and cite a filing with all its parts; done by one worker for all."""
    return value_made_once(f"{'-'.join(name)}-{'final' if final else 'draft'}-whole", lambda: _whole_of(name, final))


def _whole_of(name: FilingName, final: bool) -> tuple[Document, WriteOptions]:
    (filing,) = plan(session(name.case), workspace(), [name.of])
    tree, options, _ = make_document(session(name.case), workspace(), filing, final)
    assert tree is not None
    return tree, options


@cache
def pdf_of(name: FilingName, engine: PdfEngine = PdfEngine.TYPST) -> MadePdf:
    """Return the PDF of a filing, laid out as one that goes out; made by one worker for all."""
    return value_made_once(f"{'-'.join(name)}-{engine}", lambda: _pdf_of(name, engine))


def _pdf_of(name: FilingName, engine: PdfEngine) -> MadePdf:
    tree, options = tree_of(name, is_final(name.case))
    return MadePdf(*pdf_apart(tree, replace(options, pdf_engine=engine)))


def made_elsewhere(folder: Path) -> Path:
    """Return a folder with filings made in other processes and an environment of their own."""
    return made_once(folder, "elsewhere", _write_all)


def _write_all(folder: Path) -> None:
    """Write filings below `folder`, two processes at a time; each reads its case once."""
    with ThreadPoolExecutor(2) as workers:
        tasks = [(REAL, True, folder), (EXAMPLE, True, folder), (EXAMPLE, False, folder)]
        list(workers.map(_write_some, *zip(*tasks, strict=True)))


def _write_some(case: str, with_pdf: bool, folder: Path) -> None:
    own = folder / case
    own.mkdir(exist_ok=True)
    ids = dict.fromkeys(name.of for name in ELSEWHERE_TOO if name.case == case)
    filings = [id_ for id_ in ids if (FilingName(case, id_) in WITH_PDF) is with_pdf]
    write_apart(case, filings, ["docx", "html", *(["pdf"] if with_pdf else [])], own, ELSEWHERE, own)


def write_apart(
    case: str,
    filings: list[str],
    formats: list[str],
    folder: Path,
    environment: dict[str, str] | None = None,
    start_in: Path | None = None,
) -> None:
    """Write filings as they go out, in another process, an environment and a folder of its own."""
    command = [sys.executable, str(SCRIPT), case, ",".join(filings), ",".join(formats), str(folder)]
    command += ["final"] if is_final(case) else []
    done = subprocess.run(command, env=environment, cwd=start_in, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
