"""The same tree gives the same PDF and HTML in every process."""

import subprocess
import sys
from pathlib import Path

from tests.filings.made import SOURCE

ROOT = Path(__file__).parents[2]
PROGRAM = """
from hashlib import sha256
from tests.writers.rich_document import rich_document
from probata.writers import html, pdf
from probata.writers.format import PdfEngine, WriteOptions
for writer, engine in ((html, "typst"), *((pdf, engine) for engine in PdfEngine)):
    made = writer.FORMAT.write(rich_document(), WriteOptions(pdf_engine=PdfEngine(engine)))
    print(sha256(made.data).hexdigest())
"""
ENVIRONMENTS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "C", "HOME": "/nonexistent"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LANG": "de_DE.UTF-8", "SOURCE_DATE_EPOCH": "1"},
)


def test_two_processes_with_other_hash_seeds_zones_languages_and_folders_give_the_same_bytes(tmp_path: Path) -> None:
    folders = (ROOT, tmp_path)
    running = [_started(*where) for where in zip(ENVIRONMENTS, folders, strict=True)]
    first, second = (process.communicate(timeout=60)[0].decode().split() for process in running)
    assert [process.returncode for process in running] == [0, 0]
    assert len(first) == 3
    assert first == second


def _started(environment: dict[str, str], folder: Path) -> subprocess.Popen[bytes]:
    env = {**environment, "PYTHONPATH": f"{SOURCE}:{ROOT}"}
    return subprocess.Popen([sys.executable, "-c", PROGRAM], cwd=folder, env=env, stdout=subprocess.PIPE)


def test_the_layout_engines_are_loaded_only_when_a_pdf_is_asked_for() -> None:
    program = "import sys, probata.writers.pdf; sys.exit(bool({'weasyprint', 'typst'} & {*sys.modules}))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert done.returncode == 0
