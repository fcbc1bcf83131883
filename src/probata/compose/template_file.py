"""Which file a forum's document is made from: `brief.md.j2`, or `template.docx` for wording in Word; never both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from probata.diagnostics import Diagnostic, Severity, Span

JINJA = "brief.md.j2"
WORD = "template.docx"
_OTHER_FORMS = (".doc", ".docm", ".dot", ".dotm", ".dotx", ".odt", ".ott", ".rtf", ".pages", ".wpd", ".xls", ".xlsx")
"""Endings of a file `template` that somebody may take for the one that is read."""


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template of a forum."""

    path: Path

    @property
    def name(self) -> str:
        """What templates call it: the folder of the forum and the file, as in `uk-ghr/brief.md.j2`."""
        return f"{self.path.parent.name}/{self.path.name}"

    @property
    def is_word(self) -> bool:
        """Whether it is a Word file."""
        return is_word(self.path.name)


def is_word(name: str) -> bool:
    """Tell whether a template of that name is a Word file."""
    return name.casefold().endswith(".docx")


def template_of(folders: Sequence[Path]) -> TemplateFile | Diagnostic | None:
    """Return the template of the first folder that has one; `None` where none has.

    A folder with both kinds, and one with a template in a form that is not read, is a finding: nothing is guessed.
    Beside a `template.docx` the file that it was saved from may stay.
    """
    return next((found for folder in folders if (found := _template_in(folder)) is not None), None)


def _template_in(folder: Path) -> TemplateFile | Diagnostic | None:
    names = _names(folder)
    words = [name for name in names if name.casefold() == WORD]
    texts = [name for name in names if name == JINJA]
    if len(words) + len(texts) > 1:
        return _two(folder, words[0], (texts or words)[-1])
    other = next((name for name in names if _is_other_form(name)), None)
    if texts and other:
        return _two(folder, other, texts[0])
    if words or texts:
        return TemplateFile(folder / (words or texts)[0])
    return _unread(folder, other) if other else None


def _names(folder: Path) -> list[str]:
    """Return the files of a folder. `~$template.docx`, by which Word says who has it open, is no template's name."""
    try:
        return sorted(path.name for path in folder.iterdir() if not path.is_dir())
    except OSError:
        return []


def _is_other_form(name: str) -> bool:
    stem, dot, ending = name.casefold().rpartition(".")
    return stem == "template" and f"{dot}{ending}" in _OTHER_FORMS


def _two(folder: Path, one: str, other: str) -> Diagnostic:
    return Diagnostic(
        "TPL105", "two-templates", Severity.ERROR,
        f"the forum `{folder.name}` has two templates, `{one}` and `{other}`", Span(f"{folder.name}/{one}"),
        "keep the one that its documents are to be made from, and move the other out of the folder",
    )  # fmt: skip


def _unread(folder: Path, name: str) -> Diagnostic:
    return Diagnostic(
        "TPL106", "template-not-read", Severity.ERROR,
        f"`{name}` is in a form that no template is read from", Span(f"{folder.name}/{name}"),
        "open it in Word and save it as `template.docx` (Word Document, *.docx), or move it out of the folder",
    )  # fmt: skip
