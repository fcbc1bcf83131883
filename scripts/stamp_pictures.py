"""Write into pictures of `docs/images/` a digest of what they show, by which the tests find those that went stale.

`take_pictures.sh` and `make_contact_sheets.py` call it for the pictures that they have just taken. A picture that was
not taken anew must not be stamped.

A picture of pages shows a document: its tree as JSON, and the looks that a forum or its layout can change, which are
the program and style sheet of a PDF or the styles of a Word file. One of the report shows a section, of which the
findings on records and the style sheet are looked at. That of a template shows the Word file. What the code of the
writers does else is not seen: whoever changes looks there takes the pictures anew.
"""

from __future__ import annotations

import re
import struct
import sys
import zlib
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from probata.cli.new_forum import make_forum
from probata.document.json_form import to_json
from probata.document.parts import documents_of
from probata.document.tree import Document
from probata.law import load_catalogue
from probata.pipeline import Session, make_document, matrix_of_proof, open_case, open_workspace, plan
from probata.pipeline.making import stem_of
from probata.report.gather import gather
from probata.report.material import Material
from probata.report.page.render import to_html
from probata.writers.docx.reference_file import reference_docx
from probata.writers.format import WriteOptions

ROOT = Path(__file__).parents[1]
WORD = "-word"
"""End of the name of a sheet of a Word file."""
SECTIONS = {"report-findings": "worst", "report-conduct": "conduct"}
"""Pictures of the report of the example, and the sections that they show."""
TEMPLATE = "word-template"
"""The picture of a template in Word as a new forum has it, and not of a document."""
FINAL = "example"
"""The case whose documents are shown as final."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"
OURS = b"probata-shows\0"
"""Keyword of our `tEXt` chunk; PNG, third edition, 11.3.3.2."""


def main(pictures: list[str]) -> None:
    """Stamp the pictures that are named."""
    for picture in map(Path, pictures):
        write_stamp(picture, digest_of(picture.stem))


def digest_of(picture: str) -> str:
    """Return the digest of what a picture would show if it were taken now."""
    if picture in SECTIONS:
        return of_report(_report(), SECTIONS[picture])
    if picture == TEMPLATE:
        return of_template(new_template())
    return _made(*document_of(picture))[picture.endswith(WORD)]


@cache
def document_of(picture: str) -> tuple[str, str]:
    """Return which case and file a picture of pages shows: what `take_pictures.sh` says, or the name of a sheet.

    Both are of no known case or filing for a picture that neither script takes.
    """
    taken = (ROOT / "scripts" / "take_pictures.sh").read_text(encoding="utf-8")
    if page := re.search(rf'^take "\$(\w+)" ".+" {picture}$', taken, re.MULTILINE):
        file = re.search(rf"^{page[1]}=\$made/([\w-]+)/outgoing/(?:DRAFT-)?([\w-]+)\.", taken, re.MULTILINE)
        return (file[1], file[2]) if file else ("", "")
    cases = [path.parent.name for path in (ROOT / "claims").glob("*/case.yaml")]
    case = next((case for case in cases if picture.startswith(f"{case}-")), "")
    return case, picture.removeprefix(f"{case}-").removesuffix(WORD)


@cache
def _session(case: str) -> Session:
    return open_case(ROOT / "claims" / case, f"claims/{case}", open_workspace())


@cache
def _made(case: str, filing: str) -> tuple[str, str]:
    own = {one.id: one for one in plan(_session(case), open_workspace())}
    planned = own[max((id_ for id_ in own if f"{filing}-".startswith(f"{id_}-")), key=len)]
    document, options, _ = make_document(_session(case), open_workspace(), planned, case == FINAL)
    if document is None:
        raise SystemExit(f"claims/{case}: `{filing}` cannot be composed; see `probata build claims/{case}`")
    parts = {stem_of(planned.id, one.meta.part): one for one in documents_of(document)}
    return of_document(parts[filing], options)


@cache
def _report() -> str:
    """Return the page of the report on the records of the example."""
    read = _session(FINAL)
    if read.graph is None:
        raise SystemExit(f"claims/{FINAL} cannot be read; see `probata check claims/{FINAL}`")
    profiles = {name: forum.profile for name, forum in read.forums.items()}
    found = Material(
        read.graph, load_catalogue(), read.tables, profiles, matrix_of_proof(read), tuple(read.report), read.figures,
        answers=tuple(read.answers),
    )  # fmt: skip
    return to_html(gather(found)).decode()


def of_document(document: Document, options: WriteOptions) -> tuple[str, str]:
    """Return the digests of what pages of a PDF and of a Word file show."""
    tree = to_json(document)
    parts = _parts(options.reference_docx or reference_docx(document.meta.look))
    program = files("probata.writers.pdf.typst").joinpath("program.typ").read_text("utf-8")
    return _digest(tree, str(document.meta.look), program, options.print_css), _digest(tree, *parts)


def new_template() -> bytes:
    """Return the template in Word of a new forum, as `take_pictures.sh` has it made."""
    with TemporaryDirectory() as folder:
        made = make_forum(Path(folder) / "my-letter", "uk-ghr", open_workspace(), in_word=True)
        return (made / "template.docx").read_bytes()


def of_template(data: bytes) -> str:
    """Return the digest of what a picture of a template in Word shows."""
    return _digest(*_parts(data))


def _parts(data: bytes) -> list[str]:
    """Return the digest of what each part holds, and not of the packed bytes, which another zlib makes otherwise."""
    with ZipFile(BytesIO(data)) as held:
        return [f"{name}\n{sha256(held.read(name)).hexdigest()}" for name in sorted(held.namelist())]


def of_report(page: str, section: str) -> str:
    """Return the digest of what a picture of one section of the report shows."""
    wanted = rf'<style>.*?</style>|<header>.*</nav>|<section id="{section}".*?</section>'
    return _digest(*re.findall(wanted, page, re.DOTALL))


def read_stamp(picture: Path) -> str | None:
    """Return the digest that a picture bears; `None` where it bears none."""
    found = [body for kind, body in _chunks(picture.read_bytes()) if kind == b"tEXt" and body.startswith(OURS)]
    return found[0].removeprefix(OURS).decode("latin-1") if found else None


def write_stamp(picture: Path, digest: str) -> None:
    """Write a digest into a picture, in the place of one that it bears; no pixel is touched."""
    kept = [(kind, body) for kind, body in _chunks(picture.read_bytes()) if not body.startswith(OURS)]
    kept.insert(1, (b"tEXt", OURS + digest.encode("latin-1")))
    picture.write_bytes(SIGNATURE + b"".join(_chunk(kind, body) for kind, body in kept))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give kind and content of each chunk of a PNG file."""
    place = len(SIGNATURE)
    while place < len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        yield kind, data[place + 8 : place + 8 + length]
        place += length + 12


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body), kind) + body + struct.pack(">I", zlib.crc32(kind + body))


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()


if __name__ == "__main__":
    main(sys.argv[1:])
