"""What `build` says at its end, and the findings it leaves in `internal/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from probata.checks import fold
from probata.checks.engine.first_page import OF_STATUS
from probata.checks.engine.to_do import by_section, in_words
from probata.cli.build_outcome import INTERNAL, Outcome
from probata.cli.findings import count_in_words
from probata.cli.kept_build import Line
from probata.diagnostics import Diagnostic, Severity
from probata.diagnostics.render import concise, full, json_form
from probata.output import OutputFolder, Placed
from probata.pipeline import is_built_without
from probata.source.file_names import LONGEST
from probata.source.text_file import FAULTS_OF_THE_FILE

# How much of a case could not be read, in words: whole files apart from single records and fields.

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


# What stands in the way of filing, told once for all documents in whose way it stands.

Refused = Mapping[str, tuple[Diagnostic, ...]]
"""Filings that may not be final, by id, with the reasons."""


def head_of(refused: Refused) -> str:
    """Say which filings were not made."""
    named = ", ".join(f"`{filing}`" for filing in refused)
    is_one = len(refused) == 1
    return f"{named} {'is' if is_one else 'are'} not ready for filing and {'was' if is_one else 'were'} not made:"


def reason_lines(refused: Refused, texts: Mapping[str, str]) -> Iterator[str]:
    """Give the reasons, a line each: what several filings have in common stands once, below their ids."""
    groups = _by_filings(refused)
    for filings, reasons in groups.items():
        if len(groups) > 1:
            in_all = len(filings) == len(refused)
            yield f"in {'each of them' if in_all else ', '.join(f'`{filing}`' for filing in filings)}:"
        for line in concise.render(fold(reasons), texts).splitlines():
            yield f"{'  ' * (len(groups) > 1)}{line}"


def _by_filings(refused: Refused) -> dict[tuple[str, ...], list[Diagnostic]]:
    """Gather the reasons by the filings that they refuse; first those that refuse the most."""
    filings: dict[Diagnostic, list[str]] = {}
    for filing, reasons in refused.items():
        for reason in reasons:
            filings.setdefault(reason, []).append(filing)
    groups: dict[tuple[str, ...], list[Diagnostic]] = {}
    for reason, named in filings.items():
        groups.setdefault(tuple(named), []).append(reason)
    return dict(sorted(groups.items(), key=lambda group: -len(group[0])))


_FIRST = {".docx": 0, ".pdf": 1}


def write_findings(folder: OutputFolder, outcome: Outcome) -> Path:
    """Write the findings of the build for reading, and each by itself for programs; raises `PlacingError`."""
    texts, told = outcome.session.texts, fold(outcome.report)
    what = _looked_at(outcome)
    head = f"{what[:1].upper()}{what[1:]} of {outcome.graph.name}: {count_in_words(told)}.\n{INTERNAL}\n\n"
    folder.note("findings.json", json_form.render(outcome.report, texts))
    return folder.note("findings.txt", head + full.render(told, texts))


def summary_of(outcome: Outcome) -> Iterator[Line]:
    """Say what could not be read, what was made and which to open first; then what is missing, and the findings."""
    if outcome.graph.left_out:
        left = left_out_in_words(outcome.graph.left_out, outcome.session.reading, outcome.session.texts)
        yield True, left, "bold red"
    yield from _lines_of_made(outcome)
    for line in (*_kept_lines(outcome.placed), *_left_over_lines(outcome.left_over), *_path_lines(outcome.placed)):
        yield True, line, "yellow"
    yield from _lines_of_gaps(outcome)
    for line in () if outcome.final else _lines_of_built_without(outcome):  # a final one is refused for it
        yield True, line, "bold red"
    for line in _trouble_lines(outcome):
        yield True, line, "bold red"
    for line, style in _lines_of_refusals(outcome):
        yield True, line, style
    if outcome.findings_path:
        counted = count_in_words(fold(outcome.report))
        yield False, f"{_looked_at(outcome)}: {counted}; listed in {outcome.findings_path.as_posix()}", ""
    if outcome.report_path:
        yield False, f"report: {outcome.report_path.as_posix()}", ""
    elif outcome.chosen:
        yield False, "`probata check` looks at all records and documents", ""


def _lines_of_gaps(outcome: Outcome) -> Iterator[Line]:
    """Say where the gaps are listed; of a document for filing, which of them stayed open."""
    for filing, path in outcome.listed.items():
        gaps = outcome.to_do[filing]
        number = f"{len(gaps)} gap{'s' * (len(gaps) > 1)}"
        if not outcome.final:
            yield False, f"{number} to fill, listed in {path.as_posix()}", ""
            continue
        yield True, f"`{filing}` is made with {number} of its draft left open, listed in {path.as_posix()}:", "yellow"
        for section, several in by_section(gaps):
            yield True, f"  {section}: {in_words(several)}", ""


def _looked_at(outcome: Outcome) -> str:
    """Say what the findings are on: a build of some documents looks at less than one of all."""
    return (
        f"found while making {', '.join(outcome.chosen)}" if outcome.chosen else "findings on all records and documents"
    )


def _lines_of_made(outcome: Outcome) -> Iterator[Line]:
    if not outcome.placed:
        return
    yield False, "made for filing:" if outcome.final else "made as drafts:", "bold"
    for placed in outcome.placed:
        yield False, f"  {placed.path.as_posix()}{' (as it was)' if placed.unchanged else ''}", ""
    first = min(outcome.placed, key=lambda placed: _FIRST.get(placed.path.suffix, len(_FIRST)))
    yield False, f"open first: {first.path.as_posix()}", "bold"


def _kept_lines(placed: list[Placed]) -> Iterator[str]:
    for found in placed:
        if found.beside:
            yield (f"`{found.beside.as_posix()}` was changed since it was made and is left as it is; "
                   f"the new one is `{found.path.as_posix()}`")  # fmt: skip
            from probata.cli.changed_documents import lines_of_changed  # with all that reads Word files

            yield from lines_of_changed(found.beside, found.beside.parent.parent / "internal")
    left = {found.counterpart for found in placed if found.counterpart}.union(*(found.superseded for found in placed))
    older = sorted(path.as_posix() for path in left)
    if older:
        yield f"of an earlier build, not made anew and perhaps no longer true to the records: {', '.join(older)}"


def _left_over_lines(files: tuple[Path, ...]) -> Iterator[str]:
    if files:
        named = ", ".join(one.as_posix() for one in files)
        yield (f"of an earlier build, and of no filing of the case any more: {named}; "
               "they are left there: delete what nobody needs")  # fmt: skip


def _path_lines(placed: list[Placed]) -> Iterator[str]:
    """Give what is odd about a place, though the file was written."""
    for found in placed:
        if found.open_in:
            yield (f"`{found.path.as_posix()}` was written while it is open in {found.open_in}: close it there without "
                   "saving, and open it again")  # fmt: skip
        if (long := len(str(found.path.absolute()))) > LONGEST:
            yield (f"the path of `{found.path.name}` has {long} characters: Word for Windows may not open it; choose a "
                   "shorter folder with `--out`")  # fmt: skip


def _lines_of_built_without(outcome: Outcome) -> list[str]:
    """Say why drafts look otherwise than they should; who prints one without a look at the findings must know."""
    found = [found for found in fold(outcome.report) if is_built_without(found)]
    return concise.render(found, outcome.session.texts).splitlines()


def _trouble_lines(outcome: Outcome) -> Iterator[str]:
    yield from outcome.troubles
    for library, names in outcome.libraries.items():
        yield f"not written: {', '.join(names)}: {library}"


def _lines_of_refusals(outcome: Outcome) -> Iterator[tuple[str, str]]:
    if outcome.refused:
        yield head_of(outcome.refused), "bold red"
    for line in reason_lines(outcome.refused, outcome.session.texts):
        yield f"  {line}", ""
    if outcome.is_never_final:
        yield (
            "next step: an illustration is never final, whatever is completed: build without `--final`; to file, read "
            "the sources yourself, write `status: draft` in `case.yaml`, and then complete what else is named",
            "",
        )
    elif outcome.refused:
        of_status = [found.help for reasons in outcome.refused.values() for found in reasons if found.name in OF_STATUS]
        steps = dict.fromkeys(("complete what is named", *of_status, "or build without `--final` for a draft"))
        yield f"next step: {'; '.join(steps)}", ""
