"""The bundle as a file: what viewers show of it, where links lead, and that its pages stay what they were."""

from __future__ import annotations

import re
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from tests.bundle.made_pdfs import A4, brief, exhibit, labels_of, links_of, outline_of, piece, text_of, words_at
from tests.each import each

from probata.bundle.join import Named
from probata.bundle.make_bundle import Limits, TooLargeError, begins_of, make_bundle, marks_in
from probata.bundle.margins import spots
from probata.bundle.numbers import number_pages
from probata.bundle.pdf_pages import clean_pdf
from probata.bundle.pieces import Piece, Place
from probata.document.anchors import IN_BUNDLE

NAMED = Named("Bundle of the case", "en-GB")
WHOLE = Limits()
KEYS = ("exhibit-e1", "exhibit-e2")


def bundled(folder: Path, pieces: list[Piece], places: dict[str, Place] | None = None, limits: Limits = WHOLE,
            fixed: dict[str, tuple[str, ...]] | None = None) -> list[Path]:  # fmt: skip
    numbers = number_pages([(one.key, one.pages) for one in pieces], fixed)
    led = {**begins_of(pieces), **(places or {})}
    return [volume.path for volume in make_bundle(pieces, numbers, led, NAMED, limits, folder / "bundle.pdf")]


@pytest.fixture
def pieces(tmp_path: Path) -> list[Piece]:
    """A brief, and two exhibits to which it leads."""
    first = exhibit(tmp_path / "one.pdf", ["first of one", "second of one"])
    second = exhibit(tmp_path / "two.pdf", ["first of two"])
    return [
        piece("brief", brief(tmp_path / "brief.pdf", KEYS), "Brief", is_ours=True),
        piece("exhibit-e1", first, "E1 Letter"),
        piece("exhibit-e2", second, "E2 Minutes"),
    ]


def test_every_mark_leads_to_the_first_page_of_its_exhibit(tmp_path: Path, pieces: list[Piece]) -> None:
    marks = marks_in(tmp_path / "brief.pdf")
    (path,) = bundled(tmp_path, pieces)
    begin = pieces[0].pages
    led = [(page, to) for page, kind, to in links_of(path) if kind == "page" and isinstance(to, int) and to >= begin]

    assert led == [(place.page, begin if key == "exhibit-e1" else begin + 2) for key, place in marks]
    assert "first of one" in text_of(path, begin)
    assert "first of two" in text_of(path, begin + 2)
    assert IN_BUNDLE.encode() not in path.read_bytes()


def test_the_number_on_each_page_is_its_label(tmp_path: Path, pieces: list[Piece]) -> None:
    (path,) = bundled(tmp_path, pieces)
    labels = labels_of(path)

    assert labels == [str(number) for number in range(1, len(labels) + 1)]
    for page, label in enumerate(labels):
        word, left, upper, right, lower = words_at(path, page)[-1]
        assert word == label
        assert (left > 500, upper > 800, right < A4[0], lower < A4[1]) == (True, True, True, True)


def test_pages_that_come_in_late_have_letters_as_number_and_as_label(tmp_path: Path, pieces: list[Piece]) -> None:
    numbers = iter(range(1, 100))
    fixed = {one.key: tuple(str(next(numbers)) for _ in range(one.pages)) for one in pieces}
    late = piece("exhibit-e1a", exhibit(tmp_path / "late.pdf", ["late", "later"]), "E1A Late")
    (path,) = bundled(tmp_path, [*pieces[:2], late, pieces[2]], fixed=fixed)
    last = pieces[0].pages + pieces[1].pages

    assert labels_of(path)[last - 1 :] == [str(last), f"{last}A", f"{last}B", str(last + 1)]
    assert f"{last}A" in text_of(path, last).split()


def test_the_outline_has_the_brief_with_its_headings_and_each_exhibit(tmp_path: Path, pieces: list[Piece]) -> None:
    (path,) = bundled(tmp_path, pieces)
    begin = pieces[0].pages
    (top, *lines) = outline_of(path)

    assert top == (0, "Brief, p 1", 0)
    assert [words for depth, words, _ in lines if depth == 1] == ["A Part 1", "B Part 2", "C Part 3"]
    assert lines[-2:] == [(0, f"E1 Letter, p {begin + 1}", begin), (0, f"E2 Minutes, p {begin + 3}", begin + 2)]


def test_the_tags_of_all_files_of_ours_stay(tmp_path: Path, pieces: list[Piece]) -> None:
    annexes = piece("annexes", brief(tmp_path / "annexes.pdf", KEYS, 2), is_ours=True)
    (path,) = bundled(tmp_path, [pieces[0], annexes, *pieces[1:]])

    def said(file: Path) -> tuple[list[str], set[str]]:
        """Return what Poppler reads, without the numbers of objects and what keeps names of two files apart.

        And of what it complains.
        """
        done = subprocess.run(["pdfinfo", "-struct-text", str(file)], check=True, capture_output=True, text=True)
        read = [re.sub(r"Object \d+|(?<=<)\d+ ", "", line).strip() for line in done.stdout.splitlines()]
        return read, {re.sub(r"\d+", "", line) for line in done.stderr.splitlines()}

    parts = [said(tmp_path / f"{file}.pdf") for file in ("brief", "annexes")]
    own = [line for read, _ in parts for line in ["Part", *read[1:]]]
    read, complaints = said(path)
    assert read == ["Document", *own]
    assert complaints <= parts[0][1] | parts[1][1]
    assert any(line.startswith("H1") for line in own)


def test_each_tag_is_found_by_the_number_of_its_page_or_link(tmp_path: Path, pieces: list[Piece]) -> None:
    annexes = piece("annexes", brief(tmp_path / "annexes.pdf", KEYS, 2), is_ours=True)
    (path,) = bundled(tmp_path, [pieces[0], annexes, *pieces[1:]])
    with pikepdf.open(path) as pdf:
        root = pdf.Root.StructTreeRoot
        found, names, left = dict[object, set[object]](), list[bytes](), list[Any]([root.K])
        while left:
            one = left.pop()
            names += [bytes(one.ID)] if "/ID" in one else []
            for kid in list(one.K) if isinstance(one.K, Array) else [one.K]:
                if isinstance(kid, int):
                    found.setdefault(one.Pg.objgen, set()).add((kid, one.objgen))
                elif kid.get("/Type") == Name.MCR:
                    found.setdefault(kid.get("/Pg", one.get("/Pg")).objgen, set()).add((int(kid.MCID), one.objgen))
                elif kid.get("/Type") == Name.OBJR:
                    found.setdefault(kid.Obj.objgen, set()).add(one.objgen)
                else:
                    assert kid.P.objgen == one.objgen
                    left.append(kid)
        by_number = dict(pikepdf.NumberTree(root.ParentTree).items())
        numbered = list[int]()
        for page in pdf.pages:
            links = page.obj.get("/Annots", ())
            if "/StructParents" in page.obj:
                numbered.append(int(page.obj.StructParents))
                elements = enumerate(by_number[numbered[-1]])
                assert {(mark, one.objgen) for mark, one in elements if one} == found.get(page.obj.objgen, set())
            for link in links:
                numbered.append(int(link.StructParent))
                assert {by_number[numbered[-1]].objgen} == found[link.objgen]
        assert sorted(numbered) == sorted(by_number)
        assert len(numbered) > 20
        assert sorted(names) == sorted({name.encode() for name in pikepdf.NameTree(root.IDTree)})


def test_a_file_that_is_cut_has_no_tags(tmp_path: Path, pieces: list[Piece]) -> None:
    first, *_ = bundled(tmp_path, pieces, limits=Limits(pages=pieces[0].pages - 1))
    with pikepdf.open(first) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert not any("/StructParents" in page.obj for page in pdf.pages)
        assert not any("/StructParent" in link for page in pdf.pages for link in page.obj.get("/Annots", ()))


def test_links_within_a_part_of_the_filing_lead_to_the_copied_page(tmp_path: Path, pieces: list[Piece]) -> None:
    with pikepdf.open(tmp_path / "one.pdf", allow_overwriting_input=True) as pdf:
        rect = Array([0, 0, 9, 9])
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rect, Dest=Array([pdf.pages[1].obj, Name.Fit]))
        web = Dictionary(S=Name.URI, URI=String("https://example.org/"))
        out = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rect, A=web)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link), out])
        pdf.save()
    annexes = piece("annexes", tmp_path / "one.pdf", is_ours=True)
    (path,) = bundled(tmp_path, [pieces[0], annexes])
    begin = pieces[0].pages

    assert [one for one in links_of(path) if one[0] == begin] == [
        (begin, "page", begin + 1),
        (begin, "other", "https://example.org/"),
    ]


@each(
    "action",
    [
        Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")),
        Dictionary(S=Name.Launch, F=String("run.exe")),
        Dictionary(S=Name.URI, URI=String("file:///etc/passwd")),
        Dictionary(S=Name.URI, URI=String(f"{IN_BUNDLE}exhibit-e2")),
        Dictionary(S=Name.SubmitForm, F=String("https://example.org/")),
    ],
)
def test_what_an_exhibit_would_do_stays_behind(tmp_path: Path, action: pikepdf.Object) -> None:
    path = exhibit(tmp_path / "acting.pdf", ["acting"])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0].obj
        page.AA = Dictionary(O=action)
        page.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)])
        pdf.Root.OpenAction = action
        pdf.save()
    with pikepdf.open(bundled(tmp_path, [piece("exhibit-e2", path)])[0]) as pdf:
        page = pdf.pages[0].obj
        assert "/AA" not in page
        assert "/Annots" not in page
        assert "/OpenAction" not in pdf.Root


@each("rotate", [0, 90, 180, 270])
def test_the_number_is_upright_on_a_page_that_is_turned(tmp_path: Path, rotate: int) -> None:
    clean_pdf(exhibit(tmp_path / "turned.pdf", ["turned"], (400.0, 700.0), rotate), path := tmp_path / "clean.pdf")
    (_, left, upper, right, lower) = next(
        one for one in words_at(bundled(tmp_path, [piece("exhibit-e1", path)])[0], 0) if one[0] == "1"
    )
    width, height = (700.0, 400.0) if rotate in (90, 270) else (400.0, 700.0)

    assert (left > width - 60, upper > height - 30) == (True, True)
    assert lower - upper > right - left  # a digit is higher than wide


@each(
    ("drawn", "expected"),
    [
        (b"", "R"),
        (b"500 0 95 40 re f ", "T"),
        (b"500 0 95 842 re f ", "C"),
        (b"100 0 495 842 re f ", "L"),
        (b"0.9 g 0 0 595 842 re f 0 g ", "R"),
        (b"0 0 595 842 re W n " + b"".join(b"%d 0 m %d 842 l S " % (x, x) for x in range(0, 595, 7)), "-"),
    ],
)
def test_a_number_stands_on_nothing_that_is_printed(tmp_path: Path, drawn: bytes, expected: str) -> None:
    assert spots(str(exhibit(tmp_path / "drawn.pdf", ["said"], drawn=drawn))) == expected


def test_a_page_without_a_margin_is_made_smaller(tmp_path: Path) -> None:
    lines = b"".join(b"%d 0 m %d 842 l S " % (x, x) for x in range(0, 595, 7))
    path = exhibit(tmp_path / "full.pdf", ["full"], drawn=lines)
    (made,) = bundled(tmp_path, [piece("exhibit-e1", path)])
    before, (after, number) = words_at(path, 0)[0], words_at(made, 0)

    assert after[0] == "full"
    assert after[3] - after[1] < before[3] - before[1]
    assert number[0] == "1"
    assert spots(str(made)) == "C"  # nothing is drawn below but the number


def test_a_bundle_in_parts_goes_on_with_numbers_and_links(tmp_path: Path, pieces: list[Piece]) -> None:
    begin = pieces[0].pages
    first, second = bundled(tmp_path, pieces, limits=Limits(pages=begin + 2))

    assert labels_of(second) == [str(begin + 3)]
    assert text_of(second, 0).split()[-1] == str(begin + 3)
    led = [to for _, kind, to in links_of(first) if kind == "file"]
    assert led
    assert set(led) == {("bundle.part-2.pdf", 0)}


def test_a_piece_larger_than_a_part_is_cut(tmp_path: Path) -> None:
    long = piece("exhibit-e1", exhibit(tmp_path / "long.pdf", [f"page {n}" for n in range(5)]))
    parts = bundled(tmp_path, [long], limits=Limits(pages=2))

    assert [labels_of(path) for path in parts] == [["1", "2"], ["3", "4"], ["5"]]


def test_a_brief_that_is_cut_has_in_each_part_the_lines_of_its_outline_that_lead_there(
    tmp_path: Path, pieces: list[Piece]
) -> None:
    (whole,) = bundled(tmp_path, pieces[:1])
    said = [(title, place) for depth, title, place in outline_of(whole) if depth]
    parts = bundled(tmp_path, pieces[:1], limits=Limits(pages=2))
    lines = [(part, *line) for part, path in enumerate(parts) for line in outline_of(path)]

    assert [title for title, _ in said] == ["A Part 1", "B Part 2", "C Part 3"]
    assert [(title, 2 * part + place) for part, depth, title, place in lines if depth] == said
    assert len(parts) > 1


def test_parts_stay_below_the_bytes_that_a_forum_takes(tmp_path: Path) -> None:
    noise = b"% " + b" ".join(sha256(b"%d" % number).hexdigest().encode() for number in range(1_000))
    made = [
        piece(f"exhibit-e{n}", exhibit(tmp_path / f"{n}.pdf", ["said"], drawn=noise + b"%d\n" % n)) for n in range(6)
    ]
    parts = bundled(tmp_path, made, limits=Limits(bytes=80_000))

    assert len(parts) > 2
    assert all(path.stat().st_size <= 80_000 for path in parts)
    with pytest.raises(TooLargeError):
        bundled(tmp_path, made, limits=Limits(bytes=5_000))


def test_the_same_pieces_give_the_same_bytes(tmp_path: Path, pieces: list[Piece]) -> None:
    (path,) = bundled(tmp_path, pieces)
    first = path.read_bytes()

    assert bundled(tmp_path, pieces)[0].read_bytes() == first
