"""Styles by name and by file, dependent ones and such as are not there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from probata.citation import Style, load_style
from probata.citation.sentinels import NUMBER_END, NUMBER_START
from probata.citation.style_patch import patched
from probata.citation.style_xml import citation_layout, delimiter, parse_style
from probata.diagnostics import Diagnostic

from .cases import citation, cited, note_texts, paragraph, style


def problem(name: str) -> Diagnostic:
    found = load_style(name)
    assert isinstance(found, Diagnostic)
    return found


def test_a_dependent_style_is_replaced_by_its_parent() -> None:
    dependent = style("university-of-york-chicago")
    assert "independent-parent" not in dependent.csl
    assert citation_layout(parse_style(dependent.csl)) is not None


def test_a_style_may_be_a_file(tmp_path: Path) -> None:
    path = tmp_path / "oscola.csl"
    path.write_text(style("oscola").csl, encoding="utf-8")
    assert load_style(str(path)) == replace(style("oscola"), small_ibid=False, is_own=False)


def test_an_unknown_name_is_found_with_the_nearest_ones() -> None:
    found = problem("oscolla")
    assert (found.code, found.message) == ("CIT111", "there is no citation style `oscolla`")
    assert "`oscola`" in found.help


def test_a_name_never_leads_out_of_the_collection() -> None:
    assert problem("../styles/oscola").code == "CIT111"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("not XML", "it is no well-formed XML"),
        ("<html/>", "its root element is no CSL style"),
        ('<style xmlns="http://purl.org/net/xbiblio/csl"/>', "it has no layout for citations"),
        ('<!DOCTYPE s [<!ENTITY a "b">]><style/>', "it declares entities"),
    ],
)
def test_a_file_that_is_no_style_is_found(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "ours.csl"
    path.write_text(text)
    found = problem(str(path))
    assert found.code == "CIT112"
    assert reason in found.message
    assert found.span is not None


def test_the_patch_marks_back_references_and_drops_the_final_stop() -> None:
    root = parse_style(patched(style("oscola").csl))
    numbers = [one for one in root.iter() if one.get("variable") == "first-reference-note-number"]
    marked = [one for one in numbers if not one.tag.endswith("label")]
    assert marked
    assert all(one.get("prefix", "").endswith(NUMBER_START) for one in marked)
    assert all(one.get("suffix", "").startswith(NUMBER_END) for one in marked)
    assert citation_layout(root).get("suffix") == ""


def test_the_delimiter_is_the_one_of_the_style() -> None:
    assert delimiter(style("oscola").csl) == "; "


@pytest.mark.parametrize(
    ("name", "later"),
    [
        ("oscola", "3 Hart (n #1)."),
        ("oscola-no-ibid", "3 Hart (n #1)."),
        ("mcgill-en", "3 Hart, _supra_ note #1."),
        ("chicago-notes-bibliography", "3 Hart, _The Concept of Law_."),
        ("bluebook-law-review", "3 Hart, _supra_ note #1."),
    ],
)
def test_note_styles_refer_back_in_their_own_way(name: str, later: str) -> None:
    result = cited(
        paragraph("A", citation("hart")),
        paragraph("B", citation("liu")),
        paragraph("C", citation("hart")),
        name=name,
    )
    assert result.diagnostics == ()
    assert note_texts(result)[2] == later


def test_a_style_for_running_text_is_printed_in_the_note() -> None:
    result = cited(paragraph("A", citation("hart")), name="apa")
    assert note_texts(result) == ["1 (Hart, 1961)."]


def test_options_are_kept() -> None:
    found = load_style("oscola", language="en-US", restart=True, list_of_sources=True)
    assert isinstance(found, Style)
    assert (found.language, found.restart, found.list_of_sources) == ("en-US", True, True)


def test_a_style_is_written_without_prefixes_whatever_else_runs_in_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        ElementTree, "_namespace_map", {"urn:another": "", "http://www.w3.org/XML/1998/namespace": "xml"}
    )
    shown = patched(style().csl)

    assert "<bibliography" in shown
    assert "<style " in shown
    assert 'xmlns="http://purl.org/net/xbiblio/csl"' in shown
