"""Making the bundle of a filing, and with `--all` everything else that goes out for its forum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

import typer

from probata.bundle.make_bundle import Limits, TooLargeError
from probata.checks import Drafted
from probata.cli.build import USUAL_FORMATS
from probata.cli.build_case import build_case, open_folder
from probata.cli.build_outcome import Outcome
from probata.cli.build_search import SearchOfOutgoing
from probata.cli.build_summary import summary_of
from probata.cli.exit_code import CannotContinueError, ExitCode
from probata.cli.findings import lines_of, print_findings
from probata.cli.kept_build import Line, files_of, print_lines
from probata.cli.kept_findings import PASSING
from probata.cli.opening import Named, Opened, filings_asked_for, open_found
from probata.cli.terminal import Terminal
from probata.diagnostics import Diagnostic, Severity
from probata.disclosure.consent import Version
from probata.disclosure.identities import with_identities
from probata.edits.change import NewRecords
from probata.edits.ids import free_id
from probata.evidence.store import Store
from probata.forum import Forum
from probata.graph import CaseGraph
from probata.graph.filings import fixed_pieces, statements_filed
from probata.kept import Store as Kept
from probata.messages import load_wording
from probata.model.case_file import Filing
from probata.output import OutputFolder, Placed, PlacingError
from probata.output.atomic import placing_error
from probata.pipeline import draft, file_name, forum_of, in_the_way, prepare, refusals, stem_of, supported_by
from probata.pipeline.bundling import Bundled, Bundler, NotSettledError
from probata.pipeline.exhibiting import Exhibited, exhibits_of
from probata.pipeline.held_pages import HeldPages
from probata.pipeline.looks import looks_of
from probata.pipeline.planning import BUNDLE
from probata.returned.made_copies import keep_copy
from probata.writers.format import MissingLibraryError, WriteError

_WORK = ".bundle-"
"""Begins the name of the folder in which a bundle is made, beside where it will be."""
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Bundling:
    """What was made, and what the same command says where nothing has changed since."""

    built: Sequence[Outcome]
    made: _Made
    texts: Mapping[str, str]
    files: str
    """The digest of the output folder as it was left."""

    @property
    def is_complete(self) -> bool:
        """Whether all that was asked for was made, with all exhibits that should be in it."""
        return not self.made.is_lacking and all(outcome.is_complete for outcome in self.built)

    @property
    def may_be_kept(self) -> bool:
        """Whether the same would be said again: all was made, and nothing of it hung on the machine."""
        is_passing = self.made.is_passing or not all(outcome.may_be_kept for outcome in self.built)
        return self.is_complete and bool(self.files) and not is_passing

    @property
    def again(self) -> list[Line]:
        """What is said where nothing has changed."""
        placed = tuple(replace(one, unchanged=True) for one in self.made.placed)
        built = (line for outcome in self.built for line in summary_of(outcome.made_before()))
        return [*built, *replace(self.made, placed=placed).lines(self.texts)]


def bundle_case(
    named: Named, terminal: Terminal, forum: str | None, final: bool, fix: bool, everything: bool, where: Path
) -> Bundling:
    """Make it and say so. Exits with what stands in its way, where it may not go out."""
    opened = open_found(named)
    graph = opened.graph(terminal)
    filing = _filing(opened, forum)
    refused = _refused(opened, filing) if final else ()
    if refused:
        print_findings(terminal.err, refused, opened.session.texts)
        terminal.trouble(f"no bundle of `{filing.id}` for filing was made: correct what is named above", "bold red")
        raise typer.Exit(ExitCode.FINDINGS)
    built = _built(named, terminal, filing, final, where) if everything else []
    with ExitStack() as held:
        folder = open_folder(where, graph.name, held)
        made = _made(opened, graph, filing, final, folder)
        if fix and made.placed:
            from probata.cli.appending import write_changes

            pieces = [one.model_dump(mode="json", exclude_defaults=True) for one in made.bundled.pieces]
            own = free_id(f"{filing.id}-bundle", "", {one.id for one in graph.bundles})
            write_changes(graph, [NewRecords("bundles", [{"id": own, "filing": filing.id, "pieces": pieces}])])
            if not final:
                told = f"`{own}` in `bundles.yaml` has the marks and pages of a draft: delete it if nobody has it"
                terminal.trouble(told, "yellow")
        files = files_of(where / graph.name)
    print_lines(terminal, made.lines(opened.session.texts))
    return Bundling(built, made, opened.session.texts, files)


def _built(named: Named, terminal: Terminal, filing: Filing, final: bool, where: Path) -> list[Outcome]:
    """Make the documents for its addressee and for the public, and say so."""
    versions: tuple[Version, ...] = (filing.version, "public")
    outcomes = [build_case(named, terminal, (filing.id,), USUAL_FORMATS, final, None, where, version)
                for version in dict.fromkeys(versions)]  # fmt: skip
    for outcome in outcomes:
        print_lines(terminal, summary_of(outcome))
    return outcomes


def _filing(opened: Opened, forum: str | None) -> Filing:
    planned = filings_asked_for(opened, (forum,) if forum else ())
    planned = tuple(one for one in planned if one.id == forum) or planned  # several may go to a forum
    if len(planned) > 1:
        named = ", ".join(one.id for one in planned)
        raise CannotContinueError("a bundle is made of one filing", f"name one with `--forum`: {named}")
    return planned[0]


def _refused(opened: Opened, filing: Filing) -> tuple[Diagnostic, ...]:
    """Return why the filing may not go out; as for `probata build --final`."""
    found = refusals(opened.session, opened.workspace, filing)
    prepared = prepare(opened.session, opened.workspace, filing, final=not found)
    return in_the_way(found, prepared.findings)


@dataclass(frozen=True, slots=True)
class _Made:
    placed: tuple[Placed, ...]
    bundled: Bundled
    exhibits: tuple[Exhibited, ...]
    redacted: Mapping[str, int]
    """Pages without what a redaction removes, by the marks of the exhibit."""
    found: tuple[Diagnostic, ...]
    older: tuple[Path, ...]
    """What lies there of an earlier bundle, and is not of this one."""
    is_passing: bool
    """Whether something hung on the machine."""

    @property
    def is_lacking(self) -> bool:
        """Whether something is not in the bundle that should be, or is faulty."""
        return any(one.severity is Severity.ERROR for one in self.found)

    def lines(self, texts: Mapping[str, str]) -> Iterator[Line]:
        """Give what is said of it: what was found, what it holds, and what lies beside it from before."""
        yield from ((True, text, style) for text, style in lines_of(self.found, texts))
        yield from ((False, text, "") for text in self._told())
        if self.older:
            named = ", ".join(one.as_posix() for one in self.older)
            told = f"of an earlier bundle, not made anew and perhaps no longer true to the records: {named}"
            yield True, f"{told}; delete what nobody needs", "yellow"

    def _told(self) -> Iterator[str]:
        number = sum(not one.why for one in self.exhibits)
        last = self.bundled.numbers[-1]
        yield f"pages: {len(self.bundled.numbers)}, numbered 1 to {last}; exhibits: {number} of {len(self.exhibits)}"
        for marks, pages in self.redacted.items():
            yield f"redacted: {marks}, pages that became pictures: {pages}"
        for why, words in _WHY.items():
            if absent := [one.mark for one in self.exhibits if one.why == why]:
                yield f"not in the bundle, {words}: {', '.join(absent)}"
        if not self.placed:
            yield "nothing was written to the folder for others"
        for one in self.placed:
            yield f"{'as it was' if one.unchanged else 'written'}: {one.path.as_posix()}"
            if one.beside:
                yield f"  beside {one.beside.name}, which was changed"


_WHY = {
    "no_copy": "no copy is held (`probata preserve` takes one in)",
    "beside": "filed with it as a document of its own",
    "cited_in": "known through another work alone",
    "kept_apart": "kept apart from this forum's readers",
    "not_printable": "held, but without pages",
}


def _made(opened: Opened, graph: CaseGraph, filing: Filing, final: bool, folder: OutputFolder) -> _Made:
    forum, _ = forum_of(opened.session, opened.workspace, filing)
    drafted, found = draft(opened.session, opened.workspace, filing, final, in_bundle=True)
    if drafted is None or forum is None:
        lines = "; ".join(one.message for one in found if one.severity is Severity.ERROR)
        raise CannotContinueError(f"`{filing.id}` cannot be made: {lines}", "`probata check` says where")
    home = folder.internal.parent
    for left in home.glob(f"{_WORK}*"):  # of a command that was killed; nobody else works here now
        rmtree(left, ignore_errors=True)
    try:
        with TemporaryDirectory(prefix=_WORK, dir=home) as work:
            wording = load_wording(drafted.document.meta.language)
            filed = frozenset(one.source for one in statements_filed(graph, filing) if one.source)
            held = HeldPages(graph, Store.of(graph.root), Path(work), wording, _readers(opened, filing, forum), filed,
                             opened.workspace.store)  # fmt: skip
            exhibits = held.of(exhibits_of(drafted, graph, filing))
            options, unread = looks_of(forum, opened.workspace.house)
            options = replace(options, store=opened.workspace.store)
            bundler = Bundler(drafted, exhibits, held.pages, options, wording, Path(work), _limits(forum),
                              fixed_pieces(graph, filing))  # fmt: skip
            named = replace(drafted.document, meta=replace(drafted.document.meta, part=BUNDLE))
            name = file_name(filing, named, "pdf", final)
            bundled = bundler.make(name.removesuffix(".pdf"))
            placed, told = _placed(with_identities(graph, opened.workspace.identities), filing, drafted, bundled,
                                   Path(work) / name, folder, opened.workspace.store)  # fmt: skip
    except PlacingError as error:
        raise CannotContinueError(str(error), "close it elsewhere and try again") from None
    except OSError as error:
        raise CannotContinueError(str(placing_error(home, error)), "make room, or choose another folder with `--out`"
                                  ) from None  # fmt: skip
    except (WriteError, MissingLibraryError) as error:
        raise CannotContinueError(str(error), "`probata build` says more") from None
    except NotSettledError:
        raise CannotContinueError("the pages of the brief change each time that they are printed in it",
                                  "change a word near the end of a page, then try again") from None  # fmt: skip
    except TooLargeError:
        raise CannotContinueError(
            "a page alone is larger than the files that this forum takes",
            "hold a smaller copy of the largest exhibit: a scan of 300 dots an inch will do",
        ) from None
    older = folder.earlier(stem_of(filing, BUNDLE), placed) if placed else ()
    is_passing = any(one.code.startswith(PASSING) for one in found)
    found = (*held.found, *unread, *bundled.diagnostics, *told)
    return _Made(placed, bundled, exhibits, held.redacted, found, older, is_passing)


def _readers(opened: Opened, filing: Filing, forum: Forum) -> frozenset[str]:
    """Return who may come to see it: the readers of the forum, and those of the submission that it supports."""
    profiles = (forum.profile, *supported_by(opened.session, opened.workspace, filing))
    readers = frozenset(reader for profile in profiles for reader in profile.disclosure.audiences)
    return readers | {"public"} if filing.version == "public" else readers


def _limits(forum: Forum) -> Limits:
    own = forum.profile.bundle
    return Limits(own.most_pages, own.most_megabytes and own.most_megabytes * _MEGABYTE)


def _placed(
    graph: CaseGraph,
    filing: Filing,
    drafted: Drafted,
    bundled: Bundled,
    pdf: Path,
    folder: OutputFolder,
    kept: Kept | None,
) -> tuple[tuple[Placed, ...], tuple[Diagnostic, ...]]:
    """Place the files where none tells something protected, and return what was found.

    What lies there of the filing from before is searched too, as a build does.
    """
    (word := pdf.with_suffix(".docx")).write_bytes(bundled.word)
    files = [*(volume.path for volume in bundled.volumes), word]
    with SearchOfOutgoing(graph, folder, kept) as search:
        searched = search.of(filing, drafted)
        telling = [one for one in files if searched and searched.tells(one.name, one)]
        placed: tuple[Placed, ...] = ()
        if not telling:
            keep_copy(folder, word.name, bundled.word, bundled.names)
            placed = folder.place_files(files)
        if searched is None:
            return placed, ()
        taken = searched.look_at_placed()
    return tuple(one for one in placed if one.path.name not in taken), searched.findings
