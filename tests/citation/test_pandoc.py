"""A draft builds whatever happens to Pandoc, and says what happened."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.each import each

from probata.citation import Cited, Library, cite, load_words, pandoc
from probata.citation.exchange import AnswerError, inlines_from
from probata.diagnostics import Severity
from probata.document.inlines import NoteRef
from probata.document.tree import Document, Meta

from .cases import LIBRARY, citation, free_note, item, listed, note_texts, paragraph, style

BLOCKS = (
    paragraph("A", citation(item("hart", "page", "4"), item("ccdi", "row", "A-3"))),
    paragraph("B", free_note("See ", citation("hart"), ".")),
    paragraph("C", citation(item("liu", "paragraph", "79"))),
    listed("hart"),
)


def with_program(program: Path) -> Cited:
    return cite(Document(Meta("Test"), BLOCKS), LIBRARY, style(), load_words("en"), program)


def script(folder: Path, line: str) -> Path:
    path = folder / "pandoc"
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)
    return path


def test_without_pandoc_the_sources_are_printed_in_full() -> None:
    result = with_program(Path("no-such-folder/pandoc"))
    assert note_texts(result) == [
        "1 Herbert Hart, ‘The Concept of Law’ (1961), p. 4; Central Commission for Discipline Inspection, ‘"
        "{zh-Hans: 刘建超} [Liu Jianchao]’ (27 April 2017) "
        "<(https://example.org/a_b → https://example.org/a_b)>, row A-3.",
        "2 See Herbert Hart, ‘The Concept of Law’ (1961).",
        "3 _Liu v Poland_ App no 37610/18 (ECtHR, 6 October 2022), para 79.",
    ]
    (found,) = result.diagnostics
    assert (found.code, found.severity) == ("CIT101", Severity.ERROR)
    assert found.help.startswith("install Probata again")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins for Pandoc are shell scripts")
@each(
    ("line", "code", "words"),
    [
        ("exec sleep 20", "CIT102", "Pandoc was stopped after 0.3 seconds"),
        ("cat >/dev/null; echo 'heap exhausted.' >&2; exit 251", "CIT105", "more memory than the 500 MB"),
        ("cat >/dev/null; echo 'no such style.' >&2; exit 83", "CIT103", "code 83: no such style"),
        ("kill -9 $$", "CIT106", "Pandoc was stopped from outside (signal 9)"),
        ("kill -11 $$", "CIT106", "Pandoc was stopped from outside (signal 11)"),
        ("cat >/dev/null; echo nonsense", "CIT104", "it has an unknown shape"),
        ("cat >/dev/null; echo '{\"blocks\": []}'", "CIT104", "cannot be used"),
    ],
)
def test_a_pandoc_that_fails_is_reported_and_the_draft_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, code: str, words: str
) -> None:
    monkeypatch.setattr(pandoc, "TIMEOUT_SECONDS", 0.3 if "sleep" in line else 60.0)
    result = with_program(script(tmp_path, line))
    (found,) = result.diagnostics
    assert found.code == code
    assert words in found.message
    assert found.help
    assert note_texts(result)[1] == "2 See Herbert Hart, ‘The Concept of Law’ (1961)."


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins for Pandoc are shell scripts")
def test_a_file_that_is_no_program_is_reported_and_the_draft_is_made(tmp_path: Path) -> None:
    program = script(tmp_path, "exit 0")
    program.chmod(0o644)

    (found,) = with_program(program).diagnostics
    assert found.code == "CIT101"
    assert found.help.startswith("install Probata again")


def test_pandoc_runs_under_its_limit_of_memory_and_says_when_it_is_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "_MEMORY_LIMIT", ("+RTS", "-M100m", "-RTS"))
    long = Library({"long": {"type": "book", "title": "word " * 500_000}})

    result = cite(Document(Meta("Test"), (paragraph("A", citation("long")),)), long, style(), load_words("en"))

    (found,) = result.diagnostics
    assert found.code == "CIT105"
    assert note_texts(result)[0].startswith("1 ‘word word")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for Pandoc is a shell script")
def test_what_ships_gives_pandoc_500_mb_and_a_minute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limits: list[object] = []
    real_run = subprocess.run

    def run(command: list[str], **options: Any) -> Any:
        limits.append(options["timeout"])
        return real_run(command, **options)

    monkeypatch.setattr(subprocess, "run", run)
    with_program(script(tmp_path, f'echo "$@" > "{tmp_path}/arguments"'))

    assert (tmp_path / "arguments").read_text().split()[-3:] == ["+RTS", "-M500m", "-RTS"]
    assert limits == [60.0]


def test_an_unknown_inline_is_refused_rather_than_dropped() -> None:
    with pytest.raises(AnswerError, match="`Math`"):
        inlines_from([{"t": "Math", "c": [{"t": "InlineMath"}, "x"]}], lambda ordinal: NoteRef("", ordinal))


def test_a_document_without_sources_needs_no_pandoc() -> None:
    document = Document(Meta("Test"), (paragraph("A", free_note("Plain.")),))
    result = cite(document, LIBRARY, style(), load_words("en"), Path("no-such-folder/pandoc"))
    assert (note_texts(result), result.diagnostics) == (["1 Plain."], ())
