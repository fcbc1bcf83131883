"""How much of a case could not be read, in words: whole files apart from single records and fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from probata.diagnostics import Diagnostic, Severity
from probata.source.text_file import FAULTS_OF_THE_FILE

_FAMILY = "SRC"
_OF_A_WHOLE_FILE = FAULTS_OF_THE_FILE | {
    "csv-syntax", "empty-file", "open-head", "other-separator", "second-document", "too-deep", "unknown-record-file",
    "unreadable-encoding", "wrong-shape", "yaml-alias", "yaml-syntax", "yaml-tag",
}  # fmt: skip
"""Findings after which nothing of their file is read."""


def left_out_in_words(number: int, findings: Iterable[Diagnostic], texts: Mapping[str, str]) -> str:
    """Say how much is left out; of `number` in all, those files are told apart that could not be read at all."""
    files = min(number, sum(_is_of_a_file(found, texts) for found in findings))
    parts = list(_parts(files, number - files))
    return f"{' and '.join(parts)} could not be read and {'is' if number == 1 else 'are'} left out"


def _is_of_a_file(found: Diagnostic, texts: Mapping[str, str]) -> bool:
    if found.severity is not Severity.ERROR or not found.code.startswith(_FAMILY):
        return False
    return found.name in _OF_A_WHOLE_FILE or (found.span is not None and found.span.path not in texts)


def _parts(files: int, others: int) -> Iterator[str]:
    if files:
        yield "1 file" if files == 1 else f"{files} files"
    if others:
        yield "1 record or field" if others == 1 else f"{others} records or fields"
