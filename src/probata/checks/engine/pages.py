"""The page of a check: its documentation, what the command line explains, and two records that are tried in the tests.

The form is fixed: a first line that says what is found, then `## Why it matters`, `## Example` with a record that
fires, `Use instead:` with one that does not, and `## When to allow it`. An example is a case in one file, in a fence of
`yaml`; a table, a forum, a template or a held copy that it needs stands below it in a fence of `csv`, `yaml`, `jinja`
or `text` with the name of its file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from probata.checks.engine.check import Check
from probata.checks.engine.discovery import discover

_FENCE = re.compile(
    r"^```(?P<kind>yaml|csv|jinja|text)(?: (?P<file>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
EXAMPLE = "## Example\n"
INSTEAD = "Use instead:\n"


@dataclass(frozen=True, slots=True)
class Example:
    """A case in one file, with the tables beside it."""

    case: str
    """YAML text of the case."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Text of the tables, forums and templates beside it, by their paths."""


@dataclass(frozen=True, slots=True)
class CheckPage:
    """A check with its family and its page."""

    check: Check
    family: str
    text: str
    """The page, in Markdown, without a title."""

    @property
    def summary(self) -> str:
        """What is found, in a line without a final stop."""
        return self.text.partition("\n")[0].rstrip(".")

    @property
    def fires(self) -> Example:
        """The example that the check finds something in."""
        return _example(self.text.partition(EXAMPLE)[2].partition(INSTEAD)[0])

    @property
    def passes(self) -> Example:
        """The example in which it finds nothing."""
        return _example(self.text.partition(INSTEAD)[2].partition("\n## ")[0])


def list_checks() -> tuple[CheckPage, ...]:
    """Return the pages of all checks, by family and name."""
    return tuple(CheckPage(found.check, found.family, found.page) for found in discover())


def explain(name: str) -> str | None:
    """Return the page of a check with its name, level and code; `None` where no check has this name or code.

    A name may be written with underscores, and a code in small letters.
    """
    wanted = name.strip().lower().replace("_", "-")
    for page in list_checks():
        if wanted in {page.check.name, page.check.code.lower()}:
            last = f"Level: {page.check.level}. Family: {page.family}. {page.check.code}"
            return "\n\n".join([f"# {page.check.name}", page.text, *_decided_by(page.check), last]) + "\n"
    return None


def _decided_by(check: Check) -> Iterator[str]:
    """Say which fields of its record a decision rests on, where that is not the whole."""
    for kind, fields in check.rests_on.items():
        are = "these fields" if len(fields) > 1 else "this field"
        named = ", ".join(f"`{field}`" for field in fields)
        yield f"A decision on what it finds in {kind} falls by a change of {are} and of no other: {named}."


def _example(text: str) -> Example:
    case = ""
    files: dict[str, str] = {}
    for fence in _FENCE.finditer(text):
        if fence["file"]:
            files[fence["file"]] = fence["text"]
        elif fence["kind"] == "yaml":
            case = fence["text"]
    return Example(case, files)
