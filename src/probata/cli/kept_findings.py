"""The findings and answers of a check as they are kept for the next run, with the lines that the findings show."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from probata.checks import Answer
from probata.checks.engine.to_do import ToDo
from probata.cli.cache_folder import cache_folder, read_entry, write_entry
from probata.cli.check_key import check_key
from probata.cli.opening import Named
from probata.diagnostics import Diagnostic, Severity, Span
from probata.diagnostics.message import Message
from probata.pipeline.case_checks import Checked, Outline

PASSING = ("CIT10", "CHK9")
"""Beginnings of codes of findings that may come from the machine and not from the case: a program that was stopped, a
check that broke off. Findings with such a one among them are not kept."""


def kept_or_found(named: Named, find: Callable[[], Checked | None]) -> Checked | None:
    """Return what was kept of a case as it stands now; else what is found, which is kept for the next time."""
    key = check_key(named)
    if key and (kept := read_kept(cache_folder(), key)):
        return kept
    checked = find()
    if key and checked and check_key(named) == key:  # and not changed while it was read
        keep(cache_folder(), key, checked)
    return checked


def read_kept(folder: Path, key: str) -> Checked | None:
    """Return what was kept, or `None`."""
    body = read_entry(folder, key)
    if body is None:
        return None
    kept = json.loads(body)
    texts = {path: _text(lines) for path, lines in kept["lines"]}
    blocked = {filing: tuple(map(_finding, reasons)) for filing, reasons in kept["blocked"].items()}
    answers = tuple(map(_answer, kept["answers"]))
    outline = Outline(**{**kept["outline"], "filings": tuple(map(tuple, kept["outline"]["filings"]))})
    to_do = {filing: tuple(ToDo(**gap) for gap in gaps) for filing, gaps in kept["to_do"].items()}
    return Checked(tuple(map(_finding, kept["findings"])), texts, answers, blocked, kept["places"], outline, to_do)


def keep(folder: Path, key: str, checked: Checked) -> None:
    """Keep findings, unless the machine may have brought about one of them."""
    if any(found.code.startswith(PASSING) for found in checked.findings):
        return
    form = {"findings": [_kept(found) for found in checked.findings], "lines": _lines(checked),
            "answers": [asdict(answer) for answer in checked.answers],
            "blocked": {filing: [_kept(found) for found in reasons] for filing, reasons in checked.blocked.items()},
            "places": checked.places, "outline": asdict(checked.outline),
            "to_do": {filing: [asdict(gap) for gap in gaps] for filing, gaps in checked.to_do.items()}}  # fmt: skip
    write_entry(folder, key, json.dumps(form, separators=(",", ":")).encode())


_FIELDS = tuple(one.name for one in fields(Diagnostic) if one.name not in ("others", "filings"))
"""All but the further records of which a finding is told, which are found when it is shown."""


def _kept(found: Diagnostic) -> dict[str, Any]:
    """Return a finding with its sentences as they are written, which keeps their values."""
    plain = {name: getattr(found, name) for name in _FIELDS}
    several = {name: [Message(one).written for one in getattr(found, name)] for name in ("notes", "settled")}
    written = {name: Message(getattr(found, name)).written for name in ("message", "help")}
    return {**plain, **several, **written, "span": asdict(found.span) if found.span else None}


def _finding(kept: dict[str, Any]) -> Diagnostic:
    span = Span(**kept["span"]) if kept["span"] else None
    several = {name: tuple(kept[name]) for name in ("notes", "settled", "names")}
    return Diagnostic(**{**kept, **several, "span": span, "severity": Severity(kept["severity"])})


def _answer(kept: dict[str, Any]) -> Answer:
    return Answer(**{**kept, "reasons": tuple((why, number) for why, number in kept["reasons"])})


def _lines(checked: Checked) -> list[tuple[str, list[tuple[int, str]]]]:
    """Return the line that each finding shows, by file."""
    wanted: dict[str, set[int]] = {}
    for found in checked.findings:
        if found.span:
            wanted.setdefault(found.span.path, set()).add(found.span.line)
    kept = []
    for path, numbers in sorted(wanted.items()):
        if path in checked.texts:
            lines = checked.texts[path].split("\n")
            kept.append((path, [(number, lines[number - 1]) for number in sorted(numbers) if number <= len(lines)]))
    return kept


def _text(lines: Iterable[tuple[int, str]]) -> str:
    """Return a text with these lines in their places and nothing on the others."""
    by_number = dict(lines)
    return "\n".join(by_number.get(number, "") for number in range(1, max(by_number, default=0) + 1))
