"""The answer of a person concerned is printed with its source and its day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import html
from tests.case_folder import ALLEGATIONS, CASE, build, write_case
from tests.each import each


@each(
    ("language", "asked", "printed"),
    [
        ("en-GB", "true", "An answer was requested on 3 May 2024. He denies it."),
        ("en-GB", "false", "An answer was given on 3 May 2024. He denies it."),
        ("fr", "true", "Une réponse a été demandée le 3 mai 2024. He denies it."),
        ("es", "true", "Se pidió respuesta el 3 de mayo de 2024. He denies it."),
    ],
)
def test_an_answer_is_printed_with_its_day_and_its_source(
    language: str, asked: str, printed: str, tmp_path: Path
) -> None:
    case = CASE.replace("forum: uk-ghr", f"forum: un-sp, language: {language}")
    answer = f"  answer: {{asked: {asked}, on: 2024-05-03, answer: He denies it., citations: 'gazette, p. 8'}}\n"
    page: Any = html.document_fromstring(build(write_case(tmp_path, case=case, allegations=ALLEGATIONS + answer)).text)
    (shown,) = (p for p in page.iter("p") if "He denies it." in p.xpath("string()"))

    assert printed in shown.xpath("string()")
    assert shown.xpath("count(.//a[@role='doc-noteref'])") == 1


def test_an_illustration_says_who_submits_and_the_reasons_where_they_are_recorded(tmp_path: Path) -> None:
    case = f"{CASE}status: illustration\n"
    given = case.replace("{organisation:", "{description: We watch prisons., organisation:")
    reasons = "---\ntitle: R\nplace: reasons-solvan\n---\n\nHe led the Guard.\n"
    shown = build(write_case(tmp_path / "given", case=given, **{"narrative/reasons.md": reasons})).text
    bare = build(write_case(tmp_path / "bare", case=case)).text

    assert all(words in shown for words in ("We watch prisons.", "Draft statements of reasons", "He led the Guard."))
    assert not any(words in bare for words in ("who submits", "description of the submitting", "statements of reasons"))
