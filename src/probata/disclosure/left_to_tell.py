"""What those who prepare a public version are told: which texts it leaves out, and what its persons asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probata.diagnostics import Diagnostic, Severity, Span, say
from probata.disclosure.without_records import Lost
from probata.graph.case_graph import CaseGraph
from probata.graph.texts import point_in
from probata.model.case_file import Filing
from probata.model.narrative import Narrative

_NEVER_PRINTED = frozenset({"consents", "copies", "decisions", "reads", "sent"})
_TOLD = 100
"""Letters by which a text is told."""
_BEGINNING = 40
"""Letters by which a paragraph is looked for in a file, whose lines may be broken otherwise."""


def texts_left_out(graph: CaseGraph, lost: Iterable[Lost], filing: Filing, language: str) -> Iterator[Diagnostic]:
    """Tell the texts that a public version leaves out, once a field, at the first paragraph of it that went.

    Those of other forums, and in other languages than the document, are left out of what is told.
    """
    texts: dict[tuple[str, str, str], list[Lost]] = {}
    for one in (one for one in lost if _may_be_printed(graph, one, filing, language)):
        texts.setdefault((one.kind, one.key, one.loc[0]), []).append(one)
    for (kind, key, name), found in texts.items():
        number = "a text" if len(found) == 1 else f"{len(found)} texts"
        yield Diagnostic(
            "DIS105", "text-left-out", Severity.WARNING,
            f"the public version of {say.filing(filing)} leaves out {number} in {say.field(name)} of "
            f"{say.record(f'{kind}/{key}')}: each names or cites what is withheld",
            _place_of(graph, found[0]),
            "if the public should read something of it, write a text without that; else nothing needs to be done",
            notes=tuple(" ".join(one.text.split())[:_TOLD] for one in found),
            record=f"{kind}/{key}", alike=name, filing=filing.id,
        )  # fmt: skip


def _may_be_printed(graph: CaseGraph, lost: Lost, filing: Filing, language: str) -> bool:
    """Tell whether a document of a forum and in a language may print a text."""
    if lost.kind in _NEVER_PRINTED:
        return False
    if "translations" in lost.loc:
        return lost.loc[lost.loc.index("translations") + 1] == language
    section = graph.find("narrative", Narrative, lost.key) if lost.kind == "narrative" else None
    if section and section.forums and filing.forum not in section.forums:
        return False
    own = (section and section.language) or graph.case.language
    return own.partition("-")[0] == language.partition("-")[0]


def _place_of(graph: CaseGraph, lost: Lost) -> Span:
    """Return where a text stands that went: of a paragraph the line that it begins in."""
    field = graph.span(lost.kind, lost.key, *lost.loc)
    shown = graph.texts.get(field.path, "")
    begun = lost.text.strip().split("\n")[0][:_BEGINNING]
    start = shown.find(begun) if begun else -1
    if start < 0:
        return field
    line, column = point_in(shown, start, 1)
    return Span(field.path, line, column, line, column + len(begun))


def conditions_asked(graph: CaseGraph, filing: Filing) -> Iterator[Diagnostic]:
    """Tell the conditions of the consents for the forum of a public version, once: no program can keep them."""
    asked = [one for one in graph.consents if filing.forum in one.forums and one.conditions]
    if asked:
        yield Diagnostic(
            "DIS106", "conditions-of-consent", Severity.WARNING,
            f"consents for {say.words(filing.forum)} have conditions, which the public version of {say.filing(filing)} "
            "must keep",
            graph.span("consents", asked[0].id, "conditions"),
            "read the public version against each of them, also where somebody is told of without a name",
            notes=tuple(f"{say.record(f'consents/{one.id}')}: {say.words(one.conditions or '')}" for one in asked),
            record=f"consents/{asked[0].id}", alike="conditions", filing=filing.id,
        )  # fmt: skip
