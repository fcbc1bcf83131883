"""The pages of the exhibits of a filing, out of the copies that are held of their sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from probata.bundle.exhibit_pages import ExhibitPdf, Sheet, as_pages, pages_child
from probata.bundle.refusal import Refusal
from probata.compose.custody_in_words import custody_in_words
from probata.diagnostics import Diagnostic, Severity
from probata.evidence.held_copies import Copy, HeldCopies
from probata.evidence.page_numbers import PageNumbers
from probata.evidence.store import NotPreservedError, Store
from probata.graph.case_graph import CaseGraph
from probata.kept import Store as Kept
from probata.messages import Wording
from probata.model.exhibit import Redaction
from probata.model.held_copy import HeldCopy
from probata.model.source_record import Source
from probata.pipeline.bundling import Paged
from probata.pipeline.exhibiting import Exhibited
from probata.source.in_child import Child, ChildError

_UNKNOWN = "application/octet-stream"


@dataclass
class HeldPages:
    """Turns what is held into pages in a folder of its own, one exhibit after the other."""

    graph: CaseGraph
    store: Store
    folder: Path
    wording: Wording
    readers: frozenset[str]
    """Who may come to see the bundle, as forums name them."""
    filed: frozenset[str] = frozenset()
    """The sources that are filed with it as documents of their own: the statements that support it."""
    kept: Kept | None = None
    """Where it is kept from one run to the next where numbers fit on pages; no page is."""
    pages: dict[str, Paged] = field(default_factory=dict)
    """The pages of the exhibits that have any, by their keys."""
    redacted: dict[str, int] = field(default_factory=dict)
    """How many pages of an exhibit became pictures without what is removed, by its marks."""
    found: list[Diagnostic] = field(default_factory=list)

    def of(self, exhibits: Iterable[Exhibited]) -> tuple[Exhibited, ...]:
        """Make the pages of each exhibit that its readers may see; return all, the others with why they have none."""
        shown = tuple(exhibits)
        cited = [copy for one in shown if one.cited and not one.why for copy in self.graph.copies_of(one.record)]
        texts = HeldCopies([
            Copy(copy.id, copy.sha256, copy.media_type or "", copy.place or "", path)
            for copy in cited if (path := self.store.path_of(copy.sha256))
        ], self.kept)  # fmt: skip
        with pages_child() as child:
            return tuple(one if one.why else self._one(one, child, texts) for one in shown)

    def _one(self, exhibit: Exhibited, child: Child, texts: HeldCopies) -> Exhibited:
        copies = self.graph.copies_of(exhibit.record) if exhibit.record else ()
        for copy in copies:
            if (path := self.store.path_of(copy.sha256)) is None:
                self._not_there(copy)
            elif self._is_right(copy) and (paged := self._paged(exhibit, copy, path, child)):
                about = texts.about(copy.id) if exhibit.cited else None
                numbers = about.numbers if about and len(about.numbers.pages) == len(paged.spots) else PageNumbers()
                cited = {number: page for number in exhibit.cited if (page := numbers.page_of(number))}
                self.pages[exhibit.key] = replace(paged, cited=cited)
                return exhibit
        source = self.graph.find("sources", Source, exhibit.record)
        is_cited_in = source is not None and source.held == "cited_in"
        is_filed = exhibit.record in self.filed
        why = "not_printable" if copies else "beside" if is_filed else "cited_in" if is_cited_in else "no_copy"
        return replace(exhibit, why=why)

    def _is_right(self, copy: HeldCopy) -> bool:
        """Tell whether the file is still what was preserved; nothing else is printed under its hash."""
        try:
            is_right = self.store.has(copy.sha256)
        except NotPreservedError as error:
            self._refused(copy, f"was not read: {error.message}", error.help)
            return False
        if not is_right:
            self.found.append(Diagnostic(
                "BDL104", "copy-changed", Severity.ERROR,
                f"the held copy `{copy.name}` is not what was preserved, and nothing of it is printed: its bytes no "
                "longer have the SHA-256 of its record",
                self.graph.span("copies", copy.id),
                "give the original to `probata preserve`, which puts it back, or take the file from a backup",
                record=f"copies/{copy.id}",
            ))  # fmt: skip
        return is_right

    def _paged(self, exhibit: Exhibited, copy: HeldCopy, path: Path, child: Child) -> Paged | None:
        sheet = Sheet(f"{exhibit.marks}: {exhibit.title}", copy.sha256, self.wording.language)
        made = as_pages(
            path, copy.media_type or _UNKNOWN, self.folder, child, self._redactions(exhibit), sheet, copy.place or ""
        )
        if isinstance(made, Refusal):
            self._refused(copy, made.reason, made.step)
            return None
        try:
            spots = self._spots(made.path, child)
        except ChildError:
            self._refused(copy, "cannot be read again as pages", "print it to a new PDF and preserve that too")
            return None
        self._left_out(copy, made)
        if number := sum(one.number for one in made.remarks if one.name == "redacted"):
            self.redacted[exhibit.marks] = number
        return Paged(made.path, spots, (custody_in_words(copy, self.wording), *self._remarks(made)))

    def _spots(self, pages: Path, child: Child) -> str:
        """Return where numbers fit on pages, whose file is named by what is in it; they are looked at once."""
        key = f"margins-{sha256(f'{_program()} {pages.stem}'.encode()).hexdigest()}"
        if self.kept and (known := self.kept.read(key)) is not None:
            return known.decode()
        spots: str = child.call("probata.bundle.margins:spots", path=str(pages))
        if self.kept:
            self.kept.write(key, spots.encode())
        return spots

    def _redactions(self, exhibit: Exhibited) -> Sequence[Redaction]:
        """Return what is removed for these readers by any exhibit of the source: what one hides no other may show."""
        exhibits = (one for one in self.graph.exhibits if one.source == exhibit.record)
        return [one for found in exhibits for one in found.redactions if one.holds_for(self.readers)]

    def _remarks(self, made: ExhibitPdf) -> Iterator[str]:
        for remark in made.remarks:
            if remark.is_for_readers:
                yield self.wording.label(f"exhibit_pages.{remark.name}", number=str(remark.number))

    def _not_there(self, copy: HeldCopy) -> None:
        self.found.append(Diagnostic(
            "BDL101", "copy-not-there", Severity.ERROR, f"the held copy `{copy.name}` is not in the store",
            self.graph.span("copies", copy.id), "`probata verify` says what is missing; take it from a backup",
            record=f"copies/{copy.id}",
        ))  # fmt: skip

    def _refused(self, copy: HeldCopy, reason: str, step: str) -> None:
        self.found.append(Diagnostic(
            "BDL102", "copy-without-pages", Severity.ERROR, f"the held copy `{copy.name}` {reason}",
            self.graph.span("copies", copy.id), step, record=f"copies/{copy.id}",
        ))  # fmt: skip

    def _left_out(self, copy: HeldCopy, made: ExhibitPdf) -> None:
        for remark in made.remarks:
            if remark.for_team:
                self.found.append(Diagnostic(
                    "BDL103", "pages-differ-from-copy", Severity.WARNING if remark.is_doubtful else Severity.INFO,
                    f"of the held copy `{copy.name}`: {remark.for_team}", self.graph.span("copies", copy.id),
                    "look at its pages in the bundle", record=f"copies/{copy.id}",
                ))  # fmt: skip


@cache
def _program() -> str:
    """Return what looks at margins, as one word: what another version says is not taken for what this one would."""
    code = files("probata.bundle").joinpath("margins.py").read_bytes()
    return f"{version('pypdfium2')}-{sha256(code).hexdigest()}"
