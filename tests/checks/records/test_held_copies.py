"""What is said of a source is compared with the copy that is held, and nothing is said where none is."""

from __future__ import annotations

import hashlib
from pathlib import Path

import img2pdf
import pikepdf
from PIL import Image
from tests.checks.example_case import load_example
from tests.each import each
from tests.evidence.test_held_text import a_pdf
from tests.in_ids import in_ids

from probata.checks import list_checks, run_checks
from probata.checks.support.proved import proved
from probata.pipeline import open_case
from probata.pipeline.session import Workspace

CHECKS = [page.check for page in list_checks() if page.check.code in {f"EVI16{number}" for number in range(1, 8)}]
REGISTER = "The list was kept by the deputy governor. It was burnt in June.\n"


def found_in(folder: Path, case: str, data: bytes = REGISTER.encode(), kind: str = "text/plain") -> list[str]:
    """Write a case with one copy, and return what the checks of copies find: the name, and who it is found on."""
    sha256 = hashlib.sha256(data).hexdigest()
    place = folder / "held" / sha256[:2] / sha256
    place.parent.mkdir(parents=True)
    place.write_bytes(data)
    copy = (
        f"copies: [{{id: copy, source: register, sha256: {sha256}, name: r, size: {len(data)}, media_type: {kind}}}]\n"
    )
    loaded, faults = load_example(folder, f"case: {{title: Example}}\n{case}{copy}")
    assert [in_ids(one.message) for one in faults] == []
    return [f"{one.severity.label}: {one.name}" for result in run_checks(loaded, CHECKS) for one in result.findings]


def quoted(text: str, place: str = "", more: str = "", source: str = "held: held") -> str:
    return (
        f"sources: [{{id: register, title: Register, type: document, {source}}}]\n"
        f"quotations: [{{id: q, speaker: {{described: the register}}, text: '{text}',{more} "
        f"quoted_in: 'register{place}'}}]\n"
    )


RUSSIAN = quoted("It was burnt in July", more=" original: {lang: ru, text: Он был сожжён},", source="language: ru")


@each(
    ("case", "expected"),
    [
        (quoted("It was burnt in June"), []),
        (quoted("It was burnt in May"), ["should fix: quotation-differs-from-copy"]),
        (quoted("The governor himself told the guards of the fire"), ["must fix: quotation-not-in-copy"]),
        (
            quoted("The governor himself told the guards of the fire", source="read_in_part: pp. 1-3"),
            ["should fix: quotation-not-in-copy"],
        ),
        # A translation of ours does not stand in the source; what was said there is looked for.
        (quoted("We burnt all of it", more=" translation: {kind: human},", source="language: ru"), []),
        (RUSSIAN, ["must fix: quotation-not-in-copy"]),
        (quoted("Nous avons tout brûlé hier soir", source="language: fr"), []),
    ],
)
def test_a_quotation_is_found_in_its_copy(case: str, expected: list[str], tmp_path: Path) -> None:
    assert found_in(tmp_path, case) == expected


IN_TEXT = """
sources: [{id: register, title: Register, type: document, held: held}]
narrative: [{id: n, title: Facts, place: facts, text: 'The register says “the list was QUOTED” [@register].'}]
"""


@each(
    ("words", "expected"),
    [
        ("kept by the deputy governor", []),
        ("kept by the governor", ["should fix: quotation-differs-from-copy"]),
        ("never shown to any of the inspectors", ["should fix: quotation-not-in-copy"]),
    ],
)
def test_what_a_text_quotes_right_before_a_citation_is_looked_for_too(
    words: str, expected: list[str], tmp_path: Path
) -> None:
    assert found_in(tmp_path, IN_TEXT.replace("QUOTED", words)) == expected


SAID = "The guard says “QUOTED”CLAUSE [@register]."
ELSEWHERE = """
sources:
  - {id: register, title: Register, type: document, held: held}
  - {id: letter, title: Letter, type: document, held: held}
quotations:
  - {id: q, speaker: {described: a guard}, text: 'We were told to burn all of the lists', quoted_in: letter}
"""


@each(
    ("quoted", "clause"),
    [
        ("told to burn all of the lists", ""),
        ("told […] all of the lists", ""),
        ("never shown to anybody", ", which the list bears out"),
    ],
    ids=["of another work, as recorded", "with words left out", "a clause between"],
)
def test_words_that_may_be_of_another_work_are_not_looked_for(quoted: str, clause: str, tmp_path: Path) -> None:
    said = SAID.replace("QUOTED", quoted).replace("CLAUSE", clause)
    text = f"narrative: [{{id: n, title: Facts, place: facts, text: '{said}'}}]\n"
    assert found_in(tmp_path, ELSEWHERE + text) == []


def scan(folder: Path) -> bytes:
    Image.new("L", (600, 800), 255).save(folder / "scan.png")
    return bytes(img2pdf.convert(str(folder / "scan.png")))


def test_of_a_scan_nothing_is_told_but_that_it_is_one(tmp_path: Path) -> None:
    data = scan(tmp_path)
    assert found_in(tmp_path, quoted("It was burnt", ", p. 1"), data, "application/pdf") == [
        "note: copy-not-searchable"
    ]


@each(
    ("place", "expected"),
    [(", p. 12", []), (", p. 2", ["should fix: page-not-in-copy"]), (", p. 70", ["should fix: page-not-in-copy"])],
    ids=["by its label", "counted, where the file has labels and the words stand elsewhere", "beyond the copy"],
)
def test_the_page_that_is_cited_holds_the_words(place: str, expected: list[str], tmp_path: Path) -> None:
    data = a_pdf([["Contents"], ["Nothing here."], ["It was burnt in June."]], "D 10")
    assert found_in(tmp_path, quoted("It was burnt in June", place), data, "application/pdf") == expected


def test_a_page_beyond_a_copy_that_does_not_number_its_pages_may_be_in_the_whole_work(tmp_path: Path) -> None:
    data = a_pdf([["It was burnt in June."]])
    text = "narrative: [{id: n, title: Facts, place: facts, text: 'It was burnt [@register, p. 7].'}]\n"
    sources = "sources: [{id: register, title: Register, type: document, held: held}]\n"
    assert found_in(tmp_path, sources + text, data, "application/pdf") == []


@each(
    ("redaction", "expected"),
    [
        ("{text: it was BURNT}", []),
        ("{page: 2, region: 10 10 80 20}", []),
        ("{page: 99}", ["should fix: redaction-not-in-copy"]),
        ("{text: It was burned}", ["should fix: redaction-not-in-copy"]),
        ("{text: It was burned, looked_at: [2]}", []),
    ],
)
def test_a_redaction_that_cannot_be_made_is_told_before_the_bundle(
    redaction: str, expected: list[str], tmp_path: Path
) -> None:
    data = a_pdf([["The list."], ["It was", "burnt in June."]])
    case = "sources: [{id: register, title: Register, type: document, held: held}]\n"
    case += f"exhibits: [{{id: x, mark: EX/1, description: it, source: register, redactions: [{redaction}]}}]\n"
    assert found_in(tmp_path, case, data, "application/pdf") == expected


def test_of_a_scan_no_redaction_of_a_text_is_doubted(tmp_path: Path) -> None:
    case = "sources: [{id: register, title: Register, type: document, held: held}]\n"
    case += "exhibits: [{id: x, mark: EX/1, description: it, source: register, redactions: [{text: a name}]}]\n"
    assert found_in(tmp_path, case, scan(tmp_path), "application/pdf") == []


def test_a_file_with_a_password_is_told(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(path, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    found = found_in(tmp_path, quoted("It was burnt in June"), path.read_bytes(), "application/pdf")
    assert found == ["should fix: copy-not-searchable"]


PROVED = """
allegations:
  - id: a
    title: Burning
    statement: The list was burnt.
    evidence: [{source: register, quote: 'QUOTED'}]
"""


@each(("words", "counts"), [("It was burnt in June", True), ("He told us to burn it at once", False)])
def test_evidence_whose_words_are_not_in_the_copy_does_not_count_until_it_is_settled(
    words: str, counts: bool, tmp_path: Path
) -> None:
    sources = "sources: [{id: register, title: Register, type: document, held: held, rank: primary}]\n"
    data = REGISTER.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    place = tmp_path / "held" / sha256[:2] / sha256
    place.parent.mkdir(parents=True)
    place.write_bytes(data)
    copy = f"copies: [{{id: copy, source: register, sha256: {sha256}, name: r, size: {len(data)}}}]\n"
    loaded, _ = load_example(tmp_path, f"case: {{title: Example}}\n{sources}{PROVED.replace('QUOTED', words)}{copy}")
    (check,) = (one for one in CHECKS if one.name == "quotation-not-in-copy")
    assert check.unfit_items is not None
    (allegation,) = loaded.graph.allegations
    assert list(check.unfit_items(loaded, allegation)) == ([] if counts else [0])
    assert proved(loaded)


def test_without_a_copy_nothing_is_said_and_nothing_is_read(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(f"case: {{title: Example}}\n{quoted('It was burnt by the guards')}", "utf-8")
    session = open_case(tmp_path / "case.yaml", "case.yaml", Workspace(()))
    assert not session.held.copies
    assert [one.name for one in session.report if one.code.startswith("EVI16")] == []
