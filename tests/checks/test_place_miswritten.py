"""Places that are no number, and ranges that go down, are found, and no way to write a place that is in use."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.checks.test_evidence_weight import alleged, found_by
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.records.citations import items_with_miswritten_place, place_miswritten
from probata.checks.support.places import ranges_in, with_full_ranges
from probata.diagnostics import Severity

CASE = """
case: {title: Example}
sources:
  - {id: book, title: Prisons, type: book, held: held}
  - {id: release, title: Prisons, type: press-release, held: held}
  - {id: film, title: Prisons, type: motion_picture, held: held}
authorities:
  - {id: pol, kind: judgment, name: Pol v State, form: echr_case, number: 112/22, date: 2023-03-07}
  - {id: code, kind: statute, name: Penal Code, state: Kelvandra}
  - {id: act, kind: statute, form: statute, name: Prison Act 1952}
people:
  - {id: wolk, name: Mara Wolk, description: "It is said [@CITED]."}
"""


def faults(folder: Path, cited: str) -> list[str]:
    found = found_by(place_miswritten, folder, CASE.replace("CITED", cited))
    return [in_ids(one.message).partition(" is cited, and ")[2] for one in found]


@each(
    ("cited", "fault"),
    [
        ("book, p. abc", "this is no number of a page"),
        ("book, p. ??", "this is no number of a page"),
        ("book, p. TBC", "this is no number of a page"),
        ("pol, para. x", "this is no number of a paragraph"),
        ("pol, para xx", "this is no number of a paragraph"),
        ("iccpr, art tbd", "this is no number of an article"),
        ("book, pp. 44-41", "the range goes down, from 44 to 41"),
        ("book, pp. 12-9", "the range goes down, from 12 to 9"),
        ("book, pp. 3, 25–3", "the range goes down, from 25 to 23"),
        ("pol, paras 79-74", "the range goes down, from 79 to 74"),
        ("release, paras 4-2", "the range goes down, from 4 to 2"),
        ("film, at 00:13:00-00:12:00", "the range goes down"),
        ("book, para 3, pp. 44-41", "the range goes down, from 44 to 41"),
        ("film, 13:00-12:00", "the range goes down"),
        ("book, p.", "no number follows"),
        ("book, pp", "no number follows"),
        ("book, p., emphasis added", "no number follows"),
        ("pol, para", "no number follows"),
        ("iccpr, art", "no number follows"),
        ("code, §", "no number follows"),
        ("film, at", "no number follows"),
        ("act, c. 52", "this is the number of the Act itself, and no place in it"),
        ("act, cap 52", "this is the number of the Act itself, and no place in it"),
        ("samla, c 13", "this is the number of the Act itself, and no place in it"),
        ("book, p.; see @pol, para 12", "no number follows"),
    ],
)
def test_a_place_that_is_none_is_found(cited: str, fault: str, tmp_path: Path) -> None:
    assert faults(tmp_path, cited) == [fault]


@each(
    "cited",
    [
        "book, p. 12", "book, p. xiv", "book, p. x", "book, p. XX", "book, p. 12n4", "book, p. A-3", "book, p. 4bis",
        "book, pp. 12, 14", "book, pp. 12-19", "book, pp. 112-9", "book, pp. 23-4", "book, pp. 12-114",
        "book, p. 12-12",
        "book, p. cover", "book, p. B", "book, pp. iv-ix", "book, p. 四", "book, p. 12 ff", "book, p. headed Findings",
        "book, pp. 4 and 2", "book, pp. 14, 2", "book, para 4-1", "book, section Methods", "book, chapter Findings",
        "book, note 3", "book, line 4-6", "pol, para (a)", "pol, para (x)", "pol, para iv", "pol, para a",
        "pol, paras 74–79", "pol, p. passim", "iccpr, art X", "iccpr, art preamble", "code, art 222-1",
        "code, art unique",
        "code, art premier", "code, para 19-3", "film, at 00:12:00-00:13:00", "film, at the end", "nowhere, p. abc",
        "book, p. 2022-05-19", "book, annex", "book, table", "book, preamble", "book, emphasis added", "book",
        "nowhere, p.", "book, c. 3", "code, c. 3", "act, s 52", "act, c. 52 was repealed",
    ],
)  # fmt: skip
def test_a_place_as_works_have_them_is_left_alone(cited: str, tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, CASE.replace("CITED", cited))

    assert list(place_miswritten.find(case)) == []


def test_a_place_that_cannot_be_found_is_told_at_its_words(tmp_path: Path) -> None:
    (found,) = found_by(place_miswritten, tmp_path, CASE.replace("CITED", "book, p. abc"))
    line = next(line for line in CASE.splitlines() if "CITED" in line)

    assert found.severity is Severity.WARNING
    assert found.help == "open `book` and write the place as it stands there"
    assert found.span is not None
    assert found.span.column == line.index("@CITED") + 1


def test_evidence_with_a_place_that_is_none_supports_nothing(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, alleged("{id: report, type: report, held: held}", '["report, p. abc"]'))

    assert list(items_with_miswritten_place(case, case.pursued[0])) == [0]


def test_a_field_with_the_word_for_a_place_and_no_number_is_found_and_supports_nothing(tmp_path: Path) -> None:
    records = alleged("{id: report, type: report, held: held}", '["report, p.", "report, p. 4"]')
    case, _ = load_example(tmp_path, records)

    assert [in_ids(one.message) for one in place_miswritten.find(case)] == [
        "page `p.` of `report` is cited, and no number follows"
    ]
    assert list(items_with_miswritten_place(case, case.pursued[0])) == [0]


def test_a_place_without_number_is_told_at_its_words(tmp_path: Path) -> None:
    (found,) = found_by(place_miswritten, tmp_path, CASE.replace("CITED", "book, p."))
    line = next(line for line in CASE.splitlines() if "CITED" in line)

    assert found.span is not None
    assert found.span.column == line.index("@CITED") + 1
    assert found.help == "open `book` and write the place as it stands there"


@each(
    ("value", "ranges", "full"),
    [
        ("112-9", [(112, 119)], "112-119"),
        ("12-9", [(12, 9)], "12-9"),
        ("23–4", [(23, 24)], "23–24"),
        ("1103-4, 7", [(1103, 1104)], "1103-1104, 7"),
        ("112 - 24", [(112, 124)], "112 - 124"),
        ("A-12, 12.3-4, 2022-05-19", [], "A-12, 12.3-4, 2022-05-19"),
        ("9" * 20 + "-1", [], "9" * 20 + "-1"),
        ("", [], ""),
    ],
)
def test_a_shortened_range_is_read_in_full(value: str, ranges: list[tuple[int, int]], full: str) -> None:
    assert list(ranges_in(value)) == ranges
    assert with_full_ranges(value) == full
