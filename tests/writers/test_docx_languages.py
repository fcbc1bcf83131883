"""Languages for proofing, fonts of East Asia, text from right to left."""

from __future__ import annotations

from tests.each import each
from tests.writers.docx_file import count, document_of, found, paragraph, part, written

from probata.document.inlines import Language
from probata.document.tree import Meta
from probata.writers.docx.runs import east_asian_font, language_attributes


@each(
    ("tag", "attributes"),
    [
        ("zh", {"eastAsia": "zh-CN"}),
        ("zh-Hant", {"eastAsia": "zh-TW"}),
        ("zh-HK", {"eastAsia": "zh-HK"}),
        ("zh-Hans", {"eastAsia": "zh-CN"}),
        ("zh-Latn", {"val": "zh-Latn"}),
        ("ja", {"eastAsia": "ja-JP"}),
        ("ja-Jpan", {"eastAsia": "ja-JP"}),
        ("ko-Kore", {"eastAsia": "ko-KR"}),
        ("qab-Hani", {"eastAsia": "qab-Hani"}),
        ("qaa-Cyrl", {"val": "qaa-Cyrl"}),
        ("ar", {"bidi": "ar-SA"}),
        ("ug", {"bidi": "ug-CN"}),
        ("ug-Latn", {"val": "ug-Latn"}),
        ("de", {"val": "de"}),
    ],
)
def test_a_tag_goes_where_word_looks_for_it(tag: str, attributes: dict[str, str]) -> None:
    assert language_attributes(tag) == attributes


@each(
    ("tag", "font"),
    [
        ("qab-Hani", "SimSun"),
        ("yue-Hant", "PMingLiU"),
        ("zh-HK", "PMingLiU"),
        ("ja-Jpan", "MS Mincho"),
        ("okm-Kore", "Batang"),
        ("zh-Latn", ""),
        ("qaa-Cyrl", ""),
    ],
)
def test_letters_of_east_asia_have_a_font_of_theirs_in_whatever_language(tag: str, font: str) -> None:
    assert east_asian_font(tag) == font


def test_an_arabic_run_runs_from_right_to_left_in_a_paragraph_that_does_not() -> None:
    arabic = Language("ar", paragraph("سطر").inlines)
    body = part(written(document_of(paragraph("a", arabic), paragraph(arabic))), "word/document.xml")
    assert count(body, "//w:r[w:t='سطر']/w:rPr/w:rtl") == 2
    assert count(body, "//w:p[1]/w:pPr/w:bidi") == 0
    assert count(body, "//w:p[2]/w:pPr/w:bidi") == 1


def test_a_whole_document_in_arabic_runs_from_right_to_left() -> None:
    data = written(document_of(paragraph("سطر"), meta=Meta("x", "ar")))
    body = part(data, "word/document.xml")
    assert count(body, "//w:p/w:pPr/w:bidi") == 1
    assert count(body, "//w:r/w:rPr/w:rtl") == 1
    assert found(part(data, "word/styles.xml"), "//w:docDefaults//w:lang/@w:bidi") == ["ar-SA"]
