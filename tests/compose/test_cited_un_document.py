"""Documents of the United Nations that are sources are cited by their symbol, as authorities, in every style."""

from __future__ import annotations

from typing import Any

from tests.citation.cases import citation, item, note_texts, paragraph
from tests.compose.test_cited_law import library, written
from tests.each import each

REPORT: dict[str, Any] = {
    "id": "report",
    "type": "report",
    "title": "Enforced or involuntary disappearances",
    "author": ["Working Group on Enforced or Involuntary Disappearances"],
    "number": "A/HRC/45/13",
    "issued": "2020",
    "url": "https://undocs.example/A/HRC/45/13",
    "held": "held",
}
ALLEGATION: dict[str, Any] = {
    "id": "allegation",
    "kind": "general_allegation",
    "name": "General allegation on custody",
    "court": "Working Group",
    "date": "2019-09-02",
    "url": "https://ohchr.example/119",
}


@each(
    ("name", "first", "later"),
    [
        # oscola-4 and -5: 2006, IV C, author, title, date, number; bluebook: 21.7.3; un-plain: A/66/203, note 18
        ("oscola-4", "1 Working Group on Enforced or Involuntary Disappearances, "
         "‘Enforced or involuntary disappearances’ (2020) UN Doc A/HRC/45/13, para 7.",
         "3 A/HRC/45/13 (n #1), para 9."),
        ("bluebook-21", "1 Working Group on Enforced or Involuntary Disappearances, "
         "_Enforced or involuntary disappearances_, ¶ 7, U.N. Doc. A/HRC/45/13 (2020).",
         "3 A/HRC/45/13, _supra_ note #1, ¶ 9."),
        ("un-plain", "1 Working Group on Enforced or Involuntary Disappearances, "
         "Enforced or involuntary disappearances (A/HRC/45/13, para. 7).",
         "3 Working Group on Enforced or Involuntary Disappearances, Enforced or involuntary disappearances "
         "(A/HRC/45/13, para. 9)."),
    ],
)  # fmt: skip
def test_a_source_with_a_symbol_is_cited_by_it(name: str, first: str, later: str) -> None:
    notes = [citation(item("report", "paragraph", "7")), citation("hart"), citation(item("report", "paragraph", "9"))]
    found = note_texts(written(library(REPORT), *(paragraph("A", one) for one in notes), name=name))
    assert [_plain(found[0]), _plain(found[2])] == [first, later]


@each(
    ("name", "title"),
    [
        ("oscola-4", "‘{zh: 关于失踪的报告} [Report on disappearances]’ (2020)"),
        ("bluebook-21", "_{zh: 关于失踪的报告} [Report on disappearances]_,"),
        ("un-plain", "{zh: 关于失踪的报告} [Report on disappearances] ("),
    ],
)
def test_a_title_in_another_script_keeps_it_with_its_translation_in_brackets(name: str, title: str) -> None:
    report = {**REPORT, "title": "关于失踪的报告", "translated_title": "Report on disappearances", "language": "zh"}
    (note,) = note_texts(written(library(report), paragraph("A", citation("report")), name=name))
    assert title in note


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@each(
    "symbol",
    [
        "S/2019/42",
        "A/66/203",
        "CAT/C/GC/2",
        "E/CN.4/2006/56",
        "A/HRC/WGEID/125/1",
        "A/1775",
        "S/25274",
        "S/25704/Add.1",
    ],
)
def test_symbols_of_organs_and_treaty_bodies_are_known(symbol: str) -> None:
    assert "report" in library({**REPORT, "number": symbol}).authorities


@each(
    "other",
    [
        {"number": "A-45/13"},
        {"number": "A/B"},
        {"number": "A/2019/17"},
        {"number": "CAT 12"},
        {"number": ""},
        {"type": "article-journal"},
        {"title": "", "url": "https://undocs.example/A/HRC/45/13"},
    ],
)
def test_a_number_of_another_series_or_a_work_of_another_kind_is_left_to_the_csl_style(other: dict[str, str]) -> None:
    known = library({key: value for key, value in {**REPORT, **other}.items() if value})
    assert "report" in known.sources
    assert "report" not in known.authorities


@each(
    ("title", "printed"),
    [
        ("Enforced disappearances (A/HRC/45/13)", "Enforced disappearances"),
        ("Enforced disappearances, UN Doc. A/HRC/45/13", "Enforced disappearances"),
        ("Enforced disappearances : A/HRC/45/13.", "Enforced disappearances"),
        ("A/HRC/45/13 - Enforced disappearances", "Enforced disappearances"),
        ("Enforced disappearances [U.N. Doc. A/HRC/45/13]: report", "Enforced disappearances: report"),
        ("Follow-up to A/HRC/45/13 in 2021", "Follow-up to A/HRC/45/13 in 2021"),
        ("Corrigendum to A/HRC/45/13/Corr.1", "Corrigendum to A/HRC/45/13/Corr.1"),
        ("Annex (A/HRC/45/13/Add.2)", "Annex (A/HRC/45/13/Add.2)"),
        ("A/HRC/45/13", "A/HRC/45/13"),
    ],
)
def test_a_symbol_in_the_title_is_not_printed_twice(title: str, printed: str) -> None:
    (note,) = note_texts(written(library(REPORT | {"title": title}), paragraph("A", citation(item("report")))))
    assert f"‘{printed}’ (2020) UN Doc A/HRC/45/13." in _plain(note)
