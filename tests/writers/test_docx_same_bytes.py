"""The same tree gives the same bytes, and any text appears as it is."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.writers.docx_file import document_of, paragraph, part, written
from tests.writers.rich_document import rich_document

from probata.document.inlines import Emph, Text

ROOT = Path(__file__).parents[2]
PROGRAM = (
    "import hashlib; from tests.writers.docx_file import written; "
    "from tests.writers.rich_document import rich_document; "
    "print(hashlib.sha256(written(rich_document())).hexdigest())"
)


def test_two_processes_with_other_hash_seeds_and_time_zones_give_the_same_bytes() -> None:
    digests = {_digest("1", "Asia/Shanghai"), _digest("2", "America/New_York")}
    assert digests == {sha256(written(rich_document())).hexdigest()}


def _digest(seed: str, zone: str) -> str:
    environment = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, check=True)
    return done.stdout.decode().strip()


def test_dates_inside_are_fixed_and_parts_are_sorted() -> None:
    with zipfile.ZipFile(BytesIO(written(rich_document()))) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {0}
    names = [entry.filename for entry in entries]
    assert names == sorted(names)


_XML_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
_TEXTS = st.text(_XML_CHARACTERS | st.sampled_from("\t\n\r\x85 <>&\"'{}"), min_size=1)


@given(_TEXTS, _TEXTS)
def test_any_text_appears_literally_with_its_spaces(first: str, second: str) -> None:
    data = written(document_of(paragraph(first, Emph((Text(second),)))))
    texts = list(part(data, "word/document.xml").iter("{*}t"))
    assert [element.text for element in texts] == [first, second]
    assert {element.get("{http://www.w3.org/XML/1998/namespace}space") for element in texts} == {"preserve"}
