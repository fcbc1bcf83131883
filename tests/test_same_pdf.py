"""The same records give a PDF of the same bytes in processes and environments of their own: charts, scripts, languages.

The filings of the real case take most of a minute each; what they draw is made by a template that prints little else.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.filings import made
from tests.filings.cases import CLAIMS, REAL, ROOT
from tests.writers.pdf_pages import page_texts

SCRIPT = ROOT / "tests" / "filings" / "write_pdfs.py"
CHARTS = ROOT / "tests" / "filings" / "charts"
HERE = {**made.ELSEWHERE, "HOME": "/nonexistent"}
THERE = {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "PATH": os.defpath}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Return two folders with the PDF of both cases, each made in a process and an environment of its own."""
    folder = tmp_path_factory.mktemp("same-pdf")
    shutil.copytree(CHARTS, folder / "templates" / "charts")
    cases = [_real_case_with_charts_alone(folder / REAL), _small_case_in_french(folder / "french.yaml")]
    made_in = (folder / "a", folder / "b" / "deeper")
    with ThreadPoolExecutor(2) as workers:
        list(workers.map(lambda own, env: _write(own, env, folder / "templates", cases), made_in, (HERE, THERE)))
    return made_in


def _real_case_with_charts_alone(folder: Path) -> Path:
    shutil.copytree(CLAIMS / REAL, folder)
    case = folder / "case.yaml"
    text = case.read_text(encoding="utf-8")
    one = "filings:\n  - {id: charts, forum: charts}\n"
    case.write_text(re.sub(r"^filings:\n(?: .*\n)+", one, text, flags=re.MULTILINE), encoding="utf-8")
    return folder


def _small_case_in_french(file: Path) -> Path:
    text = (ROOT / "templates" / "un-sp" / "example.yaml").read_text(encoding="utf-8")
    file.write_text(text.replace("      language: en-GB\n", "      language: fr\n", 1), encoding="utf-8")
    return file


def _write(folder: Path, environment: dict[str, str], templates: Path, cases: list[Path]) -> None:
    folder.mkdir(parents=True)
    command: list[str | Path] = [sys.executable, SCRIPT, templates, folder, *cases]
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", [REAL, "french"])
def test_a_pdf_has_the_same_bytes_in_another_process(folders: tuple[Path, ...], name: str) -> None:
    first, second = ((folder / f"{name}.pdf").read_bytes() for folder in folders)
    is_same = first == second
    assert is_same


def test_what_is_compared_has_charts_chinese_names_and_french(folders: tuple[Path, ...]) -> None:
    charts, french = ("\n".join(page_texts((folders[0] / f"{name}.pdf").read_bytes())) for name in (REAL, "french"))

    assert "刘建超" in charts
    assert len(set(re.findall(r"Figure(\d+)", charts))) >= 8
    assert "illisibleetomis" not in french, "the whole of its records is read"
    assert "Titulairedemandat" in french
