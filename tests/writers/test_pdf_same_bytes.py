"""The same tree gives the same PDF and HTML in every process."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
from hashlib import sha256
from tests.writers.rich_document import rich_document
from probata.writers import html, pdf
from probata.writers.format import WriteOptions
for writer in (html, pdf):
    print(sha256(writer.FORMAT.write(rich_document(), WriteOptions()).data).hexdigest())
"""
ENVIRONMENTS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "C", "HOME": "/nonexistent"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LANG": "de_DE.UTF-8", "SOURCE_DATE_EPOCH": "1"},
)


def test_two_processes_with_other_hash_seeds_zones_and_languages_give_the_same_bytes() -> None:
    running = [_started(environment) for environment in ENVIRONMENTS]
    first, second = (process.communicate(timeout=60)[0].decode().split() for process in running)
    assert [process.returncode for process in running] == [0, 0]
    assert len(first) == 2
    assert first == second


def _started(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, stdout=subprocess.PIPE)


def test_the_layout_engine_is_loaded_only_when_a_pdf_is_asked_for() -> None:
    program = "import sys, probata.writers.pdf; sys.exit('weasyprint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert done.returncode == 0
