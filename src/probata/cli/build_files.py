"""Making the files of a build: each filing prepared, then written, then placed, all or none of a final one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import product

from probata.checks.engine.first_page import add_places
from probata.checks.engine.places import printed_places
from probata.checks.engine.to_do import by_section
from probata.cli.build_outcome import INTERNAL, Outcome
from probata.cli.build_search import SearchOfFiling, SearchOfOutgoing
from probata.cli.check_key import installed_libraries
from probata.cli.opening import Opened
from probata.cli.progress import Advance
from probata.disclosure.identities import with_identities
from probata.document.json_form import digest_of
from probata.document.tree import Document
from probata.model.case_file import Filing
from probata.output import OutputFolder, Placed, PlacingError
from probata.pipeline import (
    Made,
    Prepared,
    check_together,
    draft,
    file_name,
    finish,
    in_the_way,
    prepare,
    refusals,
    stem_of,
)
from probata.writers.format import WriteOptions

# What a finished file was made from, as one hash: where it is the same, the file need not be made again.

LIBRARIES = (
    "typst", "weasyprint", "pydyf", "fonttools", "lxml", "python-docx", "tinycss2", "tinyhtml5", "pyphen", "pillow",
    "resvg_py",
)  # fmt: skip
"""Libraries whose version shows in the bytes of a finished file."""

ROOMS = ("document", "word", "writers", "fonts")
"""Rooms of the program that make the file from the tree."""


def fingerprint(tree: str, document: Document, options: WriteOptions, ending: str) -> str:
    """Return the hash of the tree, whose own is given, the format, the looks, and the program that writes it."""
    digest = hashlib.sha256(tree.encode())
    digest.update(f"{document.meta.look}\n{ending}\n{options.pdf_engine}\n{program()}\n{options.print_css}\n".encode())
    digest.update(options.reference_docx or b"")
    return digest.hexdigest()


@cache
def program() -> str:
    """Return the hash of the code and data that write files, and of the versions of the libraries."""
    libraries = (name for name in installed_libraries() if name.partition("-")[0].lower() in LIBRARIES)
    digest = hashlib.sha256("\n".join(libraries).encode())
    for room in ROOMS:
        _add(files("probata").joinpath(room), digest)
    return digest.hexdigest()


def _add(place: Traversable, digest: hashlib._Hash) -> None:
    for found in sorted(place.iterdir(), key=lambda found: found.name):
        if found.is_dir() and found.name != "__pycache__":
            _add(found, digest)
        elif found.is_file():
            digest.update(found.name.encode())
            digest.update(found.read_bytes())


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that is asked for: to be written, or standing there already."""

    prepared: Prepared
    part: str
    format: str
    made_from: str
    standing: Placed | None


def make_all(
    opened: Opened, planned: Sequence[Filing], endings: Sequence[str], folder: OutputFolder, outcome: Outcome,
    advance: Advance,
) -> None:  # fmt: skip
    """Make every filing in every format; what goes wrong is noted in `outcome`."""
    wanted: list[Wanted] = []
    taken: set[str] = set()
    for filing in planned:
        advance(filing.id, 0, 0)
        files = list(_wanted(opened, filing, endings, folder, outcome, taken))
        advance(filing.id, sum(file.standing is not None for file in files), len(files) - len(endings))
        wanted += files
    if not outcome.chosen:
        prepared = {file.prepared.filing.id: file.prepared for file in wanted}
        outcome.report.extend(check_together(opened.session, prepared.values()))
    whole = with_identities(outcome.graph, opened.workspace.identities)
    with SearchOfOutgoing(whole, folder, opened.workspace.store) as search:
        for filing in planned:
            made = [(file, _written(file, advance)) for file in wanted if file.prepared.filing is filing]
            searched = search.of(filing, made[0][0].prepared.drafted) if made else None
            _place_filing(filing, made, folder, outcome, searched)
            _look_at_placed(filing, searched, outcome)


def _wanted(
    opened: Opened, filing: Filing, endings: Sequence[str], folder: OutputFolder, outcome: Outcome, taken: set[str]
) -> Iterator[Wanted]:
    """Prepare a filing and give the files that it wants; none where it is refused or cannot be composed.

    `taken` are the names of files wanted before, among which a part of one filing may be called as another filing.
    """
    looks_at_all = outcome.final or not outcome.chosen
    refused = refusals(opened.session, opened.workspace, filing) if looks_at_all else ()
    # Of what its records refuse the draft is looked at: a final without what is missing would only miss it again.
    final = outcome.final and not refused
    prepared = prepare(opened.session, opened.workspace, filing, final, outcome.pdf_engine, looks_at_all)
    outcome.add(prepared.findings, filing)
    blocked_by = in_the_way(refused, prepared.findings)
    outcome.blocked[filing.id] = blocked_by
    if prepared.document and not outcome.chosen:
        add_places(outcome.places, printed_places(filing, prepared.document, outcome.graph))
    if outcome.final and blocked_by:
        outcome.refuse(filing, blocked_by)
    elif prepared.drafted is None:
        outcome.miss(Made(filing, "", "", b"", prepared.findings))
    else:
        language = prepared.drafted.document.meta.language
        # What is missing in a document for filing its draft tells.
        drafted = draft(opened.session, opened.workspace, filing, final=False)[0] if final else prepared.drafted
        outcome.to_do[filing.id] = drafted.to_do if drafted else ()
        _write_to_do(filing, f"{stem_of(filing)}.{language}", folder, outcome)
        trees = {document.meta.part: digest_of(document) for document in prepared.documents}
        for document, ending in product(prepared.documents, endings):
            made_from = fingerprint(trees[document.meta.part], document, prepared.options, ending)
            name = file_name(filing, document, ending, outcome.final)
            if name in taken:
                outcome.troubles.append(f"`{name}` would be the file of two filings: give one of them another `id`")
                continue
            taken.add(name)
            yield Wanted(prepared, document.meta.part, ending, made_from, _standing(folder, name, made_from))


def _write_to_do(filing: Filing, stem: str, folder: OutputFolder, outcome: Outcome) -> None:
    """Write the gaps of a draft by section; where none is left, the list of an earlier build goes."""
    name, gaps = f"{stem}.to-do.txt", outcome.to_do[filing.id]
    number = len(gaps)
    try:
        if not number:
            folder.drop(name)
            return
        head = f"To do in {stem}: {number} gap{'s' * (number > 1)}. Nothing is filed before those with * are filled.\n"
        parts = "".join(
            f"\n{section}\n" + "".join(f"  {one.line}\n" for one in several) for section, several in by_section(gaps)
        )
        outcome.listed[filing.id] = folder.note(name, f"{head}{INTERNAL}\n{parts}")
    except PlacingError as error:
        outcome.troubles.append(str(error))


def _standing(folder: OutputFolder, name: str, made_from: str) -> Placed | None:
    try:
        return folder.standing(name, made_from)
    except PlacingError:  # told when it is written
        return None


def _written(file: Wanted, advance: Advance) -> Made | None:
    if file.standing:
        return None
    made = finish(file.prepared, file.format, file.part)
    advance(file.prepared.filing.id, 1, 0)
    return made


def _place_filing(
    filing: Filing, made: Sequence[tuple[Wanted, Made | None]], folder: OutputFolder, outcome: Outcome,
    searched: SearchOfFiling | None,
) -> None:  # fmt: skip
    """Place the files of a filing that tell nothing protected; of a final one all or none, so no faulty one is sent."""
    told = {one.name for _, one in made if searched and one and one.data and _tells(searched, one, outcome)}
    findings = [outcome.placed_at_record(found) for _, one in made if one for found in one.diagnostics]
    outcome.add(findings, filing)
    faults = outcome.faults_in((*findings, *(searched.findings if searched else ())))
    outcome.blocked[filing.id] = (*outcome.blocked.get(filing.id, ()), *faults)
    if outcome.final and faults:
        outcome.refuse(filing, faults)
        return
    outcome.remarks.extend(f"{one.name}: {remark}" for _, one in made if one for remark in one.remarks)
    for file, one in made:
        if file.standing:
            outcome.placed.append(file.standing)
        elif one and one.name in told:
            outcome.take_back(one.name)
        elif one:
            _place(one, file.made_from, folder, outcome)


def _tells(searched: SearchOfFiling, made: Made, outcome: Outcome) -> bool:
    """Tell whether a file tells something protected; one that cannot be searched is not placed either."""
    try:
        return searched.tells(made.name, made.data)
    except PlacingError as error:
        outcome.troubles.append(str(error))
        return True


def _look_at_placed(filing: Filing, searched: SearchOfFiling | None, outcome: Outcome) -> None:
    """Search what stands in the folder for others once the files of a filing are placed, and note what was found."""
    if searched is None:
        return
    try:
        for name, path in searched.look_at_placed().items():
            outcome.take_back(name, path)
    except PlacingError as error:
        outcome.troubles.append(str(error))
    outcome.add(searched.findings, filing)


def _place(made: Made, made_from: str, folder: OutputFolder, outcome: Outcome) -> None:
    if made.missing_library:
        outcome.miss_library(made.name, made.missing_library)
    elif not made.data:
        outcome.miss(made)
    else:
        try:
            if made.format == "docx":
                from probata.returned.made_copies import keep_copy

                keep_copy(folder, made.name, made.data, made.names)
            # A file with findings is made again each time, so that they are told again.
            outcome.placed.append(folder.place(made.name, made.data, "" if made.diagnostics else made_from))
        except PlacingError as error:
            outcome.troubles.append(str(error))
