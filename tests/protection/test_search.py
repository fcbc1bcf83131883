"""The search of finished files finds what tells of somebody protected, wherever it stands, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from tests.case_folder import write_case
from tests.each import each
from tests.protection.finished import packed, pdf, picture
from tests.protection.planted import INNOCENTS, LEAKS, PEOPLE, Planted

from probata.graph.load import load_case
from probata.graph.resolve import Known
from probata.protection.protected import Protected, protected_in
from probata.protection.search import ReadsPictures, Search, SearchedFile
from probata.protection.tesseract import Tesseract
from probata.source.in_child import Child

SHOWN = frozenset({"named", "other"})
NEEDS_TESSERACT = ("picture", "thumbnail", "picture by itself", "scan in a PDF")


@pytest.fixture(scope="module")
def protected(tmp_path_factory: pytest.TempPathFactory) -> Protected:
    folder = write_case(tmp_path_factory.mktemp("case"), people=PEOPLE)
    graph = load_case(folder, "harbour", Known()).graph
    assert graph is not None
    return protected_in(graph, frozenset(person.id for person in graph.people) - SHOWN)


def search(
    files: list[tuple[Path, str]], protected: Protected, reads: ReadsPictures | None = None
) -> list[SearchedFile]:
    with Child() as child:
        return [Search(protected, reads).file(path, name, child) for path, name in files]


def told(planted: tuple[Planted, ...], protected: Protected, folder: Path) -> dict[str, set[str]]:
    """Return whom each file tells, by its kind."""
    files = []
    for number, one in enumerate(planted):
        path = folder / f"{number}"
        path.write_bytes(one.make())
        files.append((path, one.name))
    program = shutil.which("tesseract")
    found = search(files, protected, Tesseract(Path(program)) if program else None)
    return {one.kind: {hit.owner for hit in file.hits} for one, file in zip(planted, found, strict=True)}


def test_every_kind_of_leak_is_found(protected: Protected, tmp_path: Path) -> None:
    found = told(LEAKS, protected, tmp_path)
    is_read = shutil.which("tesseract") is not None

    assert len({one.kind for one in LEAKS}) == len(LEAKS) >= 60
    assert [
        one.kind for one in LEAKS if one.told not in found[one.kind] and (is_read or one.kind not in NEEDS_TESSERACT)
    ] == []


def test_what_tells_nobody_is_left_alone(protected: Protected, tmp_path: Path) -> None:
    found = told(INNOCENTS, protected, tmp_path)

    assert len({one.kind for one in INNOCENTS}) == len(INNOCENTS) >= 40
    assert {kind: owners for kind, owners in found.items() if owners} == {}


def _locked() -> bytes:
    made = BytesIO()
    pdf("<p>Quillon</p>").save(made, encryption=pikepdf.Encryption(owner="a", user="b"))
    return made.getvalue()


def _bomb() -> bytes:
    return packed({"a.txt": bytes(60_000_000)})


def _deep() -> bytes:
    data = b"Quillon"
    for _ in range(12):
        data = packed({"a.zip": data})
    return data


def _entities() -> bytes:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    return f'<!DOCTYPE a [<!ENTITY l0 "ha">{lol}]><a>&l8;</a>'.encode()


@each(
    ("make", "why"),
    [
        (_locked, "it has a password"),
        (_bomb, "it unpacks to far more than its size"),
        (_deep, "files lie too deep within each other"),
        (lambda: b"%PDF-1.7\nnothing", "no page of it can be drawn"),
        (lambda: picture("Ode")[:300], "the picture is damaged"),
        (lambda: packed({"a": "b"})[:-30] + bytes(8), ""),
        (_entities, ""),
        (lambda: b"", ""),
    ],
)
def test_what_cannot_be_searched_is_said_and_nothing_breaks(
    protected: Protected, tmp_path: Path, make: Callable[[], bytes], why: str
) -> None:
    path = tmp_path / "a"
    path.write_bytes(make())
    (found,) = search([(path, "a")], protected)

    assert [said for _, said in found.unread] == ([why] if why else [])


def test_without_a_reader_of_pictures_it_is_said_that_they_were_not_read(protected: Protected, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(picture("Marit Quillon"))
    (found,) = search([(path, "a")], protected)

    assert found.hits == ()
    assert found.unread == (("pictures", "the text in 1 could not be read"),)
