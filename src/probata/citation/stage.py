"""The citation stage: from a document with citations to one with numbered notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TypeGuard, TypeVar

from probata.citation.authority_citer import AuthorityCiter, Mention, cases_distinguished
from probata.citation.bibliography import cited_sources, filled
from probata.citation.exhibits import with_listed_exhibits
from probata.citation.findings import (
    long_title,
    not_in_style,
    not_written,
    place_not_in_style,
    printed_by_pandoc,
    short_journal,
    unknown_sources,
)
from probata.citation.held_numbers import HeldNumbers
from probata.citation.legal_writer import LegalWriter
from probata.citation.library import Library
from probata.citation.notes_written import notes_written, part_named, with_names_led, with_notes
from probata.citation.numbering import NumberedNote, Numbering, is_list_entry, is_table_entry
from probata.citation.pandoc import PandocError
from probata.citation.persons_named import with_persons_named
from probata.citation.pinpoints import COMMA
from probata.citation.planning import Unit, with_items_read
from probata.citation.program import find_program
from probata.citation.rendering import Rendered, Renderer, Runs
from probata.citation.style import Style
from probata.citation.words import PinpointForm, Words
from probata.citation.work_for_style import leaves_place_out
from probata.diagnostics import Diagnostic
from probata.document.blocks import Block, Blocks, ListBlock, Paragraph, Quote, Role
from probata.document.inlines import Cite, CrossRef, Emph, Inline, Inlines, Note, NoteRef, Text
from probata.document.parts import open_blocks, seen_from, with_parts
from probata.document.rebuild import map_block
from probata.document.tree import AuthorityMark, Document, PartHead
from probata.document.walk import inlines_in_order, plain_text
from probata.kept import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AuthorityTable:
    """Fills the entries of one document."""

    writer: LegalWriter
    library: Library
    mentions: tuple[Mention, ...]
    parts: tuple[PartHead, ...] = ()
    """The files of the filing, and how they call each other."""

    passim: int = 0
    """From how many notes on an entry says *passim* in place of them; 0: never."""

    in_parts: bool = False
    """Whether notes stand in several parts that have numbers of their own each."""

    def fill(self, blocks: Blocks) -> tuple[Blocks, tuple[AuthorityMark, ...]]:
        """Return the blocks with every entry written, and what each note cites, for Word's own table.

        A paragraph that is referred to gets an id, made from that of its first note. Without entries nothing changes.
        """
        if not any(map(is_table_entry, blocks)):
            return blocks, ()
        named, paragraphs = _with_paragraphs_named(blocks)
        filled: list[Block] = []
        for is_entry, run in groupby(with_parts(named), key=lambda pair: is_table_entry(pair[1])):
            written = [self._entry(one, paragraphs, file) if is_entry else one for file, one in run]
            filled += sorted(written, key=_printed) if is_entry else written
        return tuple(filled), tuple(self._marks(named))

    def _entry(self, block: Block, paragraphs: dict[str, Paragraph], file: str) -> Block:
        key = _key(block)
        authority = self.library.authorities.get(key)
        if authority is None or not isinstance(block, Paragraph):
            return block
        cited = self.writer.full(authority)
        return replace(block, inlines=(*cited, Text(self.writer.words.colon), *self._places(key, paragraphs, file)))

    def _places(self, key: str, paragraphs: dict[str, Paragraph], file: str) -> Inlines:
        """Print the places that cite an authority, file by file: `paras 3, 14; nn 3, 15 of the brief`."""
        seen, printed = seen_from(file, self.parts), list[Inline]()
        cited = {one.note.note.id: one.note for one in self.mentions if one.key == key and one.note.file in seen}
        if self.passim and len(cited) >= self.passim:
            return (Emph((Text("passim"),)),)
        for name, run in groupby(cited.values(), key=lambda note: note.file):
            printed += (Text(self.writer.words.between),) if printed else ()
            printed += self._in_one_file(list(run), paragraphs)
            printed += (Text(f" {seen[name]}"),) if seen[name] else ()
        return tuple(printed)

    def _in_one_file(self, numbered: list[NumberedNote], paragraphs: dict[str, Paragraph]) -> Inlines:
        notes = [one.note for one in numbered]
        holding = {paragraphs[note.id].id: paragraphs[note.id] for note in notes if note.id in paragraphs}.values()
        words = self.writer.words
        parts = _listed([CrossRef(one.id, text=one.number) for one in holding], words.paragraphs)
        between = (Text(words.between),) if parts else ()
        return (*parts, *between, *self._notes(numbered))

    def _notes(self, notes: list[NumberedNote]) -> Inlines:
        """Print the numbers of notes: `nn 3, 14`; where they begin again in each part, `n 3 (part A); n 2 (part B)`."""
        words, printed = self.writer.words, list[Inline]()
        for _, part in groupby(notes, key=lambda one: one.section):
            run = list(part)
            name = part_named(run[0], words) if self.in_parts else ""
            printed += (Text(words.between),) if printed else ()
            printed += _listed([NoteRef(one.note.id, one.note.number) for one in run], words.pinpoints["note"])
            printed += (Text(f" ({name})"),) if name else ()
        return tuple(printed)

    def _marks(self, blocks: Blocks) -> Iterator[AuthorityMark]:
        categories, group = dict[str, int](), 0
        for block in blocks:
            group += isinstance(block, Paragraph) and block.role is Role.AUTHORITY_GROUP
            if is_table_entry(block):
                categories[_key(block)] = max(group, 1)
        for mention in {(mention.key, mention.note.ordinal): mention for mention in self.mentions}.values():
            if category := categories.get(mention.key):
                authority = self.library.authorities[mention.key]
                long, short = (plain_text(text) for text in (self.writer.full(authority), self.writer.names(authority)))
                yield AuthorityMark(mention.note.note.id, long, short, category)


def _listed(references: Sequence[CrossRef | NoteRef], form: PinpointForm) -> Inlines:
    """Print references behind the word for one or for several: `paras 3, 14`."""
    if not references:
        return ()
    before, _, after = (form.several if len(references) > 1 else form.one).partition("{}")
    parts: list[Inline] = [Text(before)]
    for place, reference in enumerate(references):
        parts += (Text(", "), reference) if place else (reference,)
    return (*parts, Text(after)) if after else tuple(parts)


def _with_paragraphs_named(blocks: Blocks) -> tuple[Blocks, dict[str, Paragraph]]:
    """Give numbered paragraphs with notes an id, so that they may be referred to; and the paragraph of each note.

    What goes on below a paragraph, its letters, a list and a quotation, belongs to it.
    """
    named, paragraphs = list(blocks), dict[str, Paragraph]()
    held = 0
    holder: Paragraph | None = None
    for place, block in enumerate(blocks):
        if _is_numbered(block):
            held, holder = place, block
        elif not _goes_on(block):
            holder = None
        if holder is None:
            continue
        for note in (inline for inline in inlines_in_order((block,)) if isinstance(inline, Note)):
            holder = holder if holder.id else replace(holder, id=f"p-{note.id}")
            named[held] = paragraphs[note.id] = holder
    return tuple(named), paragraphs


def _goes_on(block: Block) -> bool:
    return isinstance(block, ListBlock | Quote) or (isinstance(block, Paragraph) and block.role is Role.NUMBERED)


def _printed(entry: Block) -> str:
    """Return what an entry is sorted by: its letters, without marks and capitals."""
    return re.sub(r"\W+", " ", plain_text(entry.inlines)).strip().casefold() if isinstance(entry, Paragraph) else ""


def _is_numbered(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.role is Role.NUMBERED and not block.level


def _key(entry: Block) -> str:
    cites = (inline for inline in inlines_in_order((entry,)) if isinstance(inline, Cite))
    return next((item.key for cite in cites for item in cite.items), "")


_LONGEST = 6
"""Words of a title that is no burden in a later note; manuals say that a long one is shortened and not from where on.

Chicago 14.30 has up to four words for the short title itself. Unverified: read in nobody's account.
"""


def long_titles_again(
    units: Sequence[Unit], texts: Sequence[Sequence[Inlines]], library: Library, csl: str
) -> Iterator[str]:
    """Give each source whose later citations print its long title whole, once; `texts` is what is printed.

    One with a short title, or without any, is never given, and none is in a style that prints no short titles. Where
    notes begin again, each part is looked at by itself.
    """
    if not _SHORT.search(csl):
        return
    long = {key: title for key in library.sources if (title := _long_title(library, key))}
    found: dict[str, None] = {}
    for unit, written in zip(units, texts, strict=True):
        seen: set[str] = set()
        for (_, asked), text in zip(unit.asked(), written, strict=True):
            keys = {reference.key for reference in asked.references} if asked.shown else set()
            for key in sorted(keys & seen & long.keys()):
                found |= {key: None} if long[key] in _letters(plain_text(text)) else {}
            seen |= keys
    yield from found


def long_names(library: Library) -> Iterator[str]:
    """Give each source that has no short title and that the evidence schedule and every note call by many words."""
    for key, one in library.schedule.items.items():
        has_none = key in library.sources and not library.sources[key].get("title-short")
        if has_none and len(re.findall(r"[^\W_]+", one.name)) > _LONGEST:
            yield key


def first_words(library: Library, key: str) -> str:
    """Return the words with which a long title begins, as a proposal: up to a mark, and no more than five."""
    item = library.schedule.items.get(key)
    title = str(library.sources[key].get("title", "") or (item.name if item else ""))
    words = re.split(r"\s*[:;(\[]|\s[-–—]\s", title, maxsplit=1)[0].split()[:_PROPOSED]
    while len(words) > 1 and len(words[-1]) <= _LITTLE:
        words.pop()
    return " ".join(words).strip(",.‘“«")


def without_short_journal(units: Sequence[Unit], library: Library) -> Iterator[str]:
    """Give each cited article whose journal has a name of several words and no abbreviation, once.

    A name that has a stop in it, or is one word, may be the abbreviation.
    """
    cited = (one.key for unit in units for _, asked in unit.asked() if asked.shown for one in asked.references)
    for key in dict.fromkeys(cited):
        if key in library.sources and key not in library.untitled and _is_whole(library.sources[key]):
            yield key


def _is_whole(source: Mapping[str, object]) -> bool:
    name = str(source.get("container-title", ""))
    is_journal = source.get("type") == "article-journal" and not source.get("container-title-short")
    return is_journal and len(name.split()) > 1 and "." not in name


_PROPOSED = 5
_LITTLE = 3
"""Letters of a word with which no short title ends: an article, a preposition."""
_SHORT = re.compile(r'variable="title"[^>]*form="short"|form="short"[^>]*variable="title"|variable="title-short"')
"""How a CSL style asks for a short title."""


def _long_title(library: Library, key: str) -> str:
    """Return a title in letters that has more words than it should; else nothing."""
    source = library.sources[key]
    title = str(source.get("title", ""))
    is_own = key not in library.untitled and not source.get("title-short")
    return _letters(title) if is_own and len(re.findall(r"[^\W_]+", title)) > _LONGEST else ""


def _letters(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


# One word for a kind of place in one document: sources call it as authorities do, where a style says so, `paras. 4–6`.


def with_words_of_places(words: Words, style: Style) -> Words:
    """Return the words of a document with those that its style has for places, in English and in its own CSL style.

    Any other CSL style has the words of the language, or its own.
    """
    forms = {kind: PinpointForm(*map(_bare, texts)) for kind, texts in style.legal.places_of_sources.items()}
    if not forms or not words.is_english:
        return words
    if not style.is_own:
        return replace(words, leaves_places=True)
    return replace(
        words,
        paragraphs=forms.get("paragraph", words.paragraphs),
        pinpoints={**words.pinpoints, **{kind: form for kind, form in forms.items() if kind not in words.locators}},
        places={kind: (_word(one.one), _word(one.several)) for kind, one in forms.items() if kind in words.locators},
    )


def _bare(text: str) -> str:
    return text.removeprefix(COMMA).removeprefix(",").strip()


def _word(text: str) -> str:
    return text.replace("{}", "").strip()


@dataclass(frozen=True, slots=True)
class Cited:
    """A document with its notes, and what came up."""

    document: Document
    """Holds no `Cite` any more; every note has its id and number."""

    diagnostics: tuple[Diagnostic, ...] = ()


def cite(
    document: Document,
    library: Library,
    style: Style,
    words: Words,
    program: Path | None = None,
    store: Store | None = None,
) -> Cited:
    """Number the notes of a document and write its citations in the forum's style.

    Every citation in running text becomes a note; citations in notes are written in place; a paragraph with
    the role of a list of sources prints the full entry of what it cites, and is no note. An id that is not
    recorded prints as a gap. Where Pandoc does not run, sources print in full without the style: a draft
    always builds. Notes and numbers are the same either way.

    `words` and `style` are of one language: Pandoc knows the words of pinpoints in the style's. `program` is the
    Pandoc to run, by default the one that comes with the installation; `store` keeps its answers from one build to the
    next, and what is printed is the same with and without. Raises `StyleError` for a `Style` made
    by hand that holds no CSL.
    """
    words = with_words_of_places(words, style)
    restart = style.restart or document.meta.note_numbering == "section"
    numbering = Numbering(words.mark_after, restart=restart)
    blocks = numbering.number(with_items_read(document.blocks, library))
    seen = open_blocks(blocks, document.meta.parts)
    library = with_persons_named(with_listed_exhibits(library, blocks, seen), style, words)
    renderer = Renderer(library, style, words)
    citer = AuthorityCiter(writer := renderer.writer(), cases_distinguished(numbering.notes, library, writer))
    units = renderer.plan(numbering.notes, citer)
    rendered, faults = _rendered(
        renderer, units, _listed_of_stage(blocks, renderer), Runs(program or find_program(), store)
    )
    hold = HeldNumbers(style.legal, words).hold
    notes = notes_written(units, rendered, hold)
    printed = tuple(with_notes(filled(block, rendered.catalogue), notes) for block in blocks)
    inlines = tuple(inlines_in_order(blocks))
    if any(isinstance(inline, NoteRef) for inline in inlines):  # few documents have one
        printed = with_names_led(printed, numbering, words, document.meta.parts)
    mentions = tuple(citer.positions.mentions)
    in_parts = len({note.section for note in numbering.notes}) > len({note.file for note in numbering.notes})
    table = AuthorityTable(citer.writer, library, mentions, document.meta.parts, style.passim, in_parts=in_parts)
    printed, marks = table.fill(printed)
    printed = tuple(map_block(one, hold) if is_list_entry(one) or is_table_entry(one) else one for one in printed)
    meta = replace(document.meta, note_numbering="section" if restart else "continuous")
    unknown = dict.fromkeys(unknown_sources(inlines, library))
    return Cited(Document(meta, printed, marks), (*unknown, *faults, *citer.alike.findings()))


def _listed_of_stage(blocks: tuple[Block, ...], renderer: Renderer) -> tuple[str, ...]:
    """Return the sources of the list of sources; none where neither style nor document has one."""
    is_wanted = renderer.style.list_of_sources or any(map(is_list_entry, blocks))
    return cited_sources(blocks, renderer.library) if is_wanted else ()


def _rendered(
    renderer: Renderer, units: tuple[Unit, ...], listed: tuple[str, ...], runs: Runs
) -> tuple[Rendered, tuple[Diagnostic, ...]]:
    try:
        rendered = renderer.render(units, listed, runs)
    except PandocError as error:
        return renderer.render_plainly(units, listed), (not_written(error, renderer.style.file),)
    left_out = (not_in_style(key, renderer.style.name) for key in rendered.left_out)
    again = long_titles_again(units, rendered.units, renderer.library, renderer.style.csl)
    is_wanted = renderer.style.is_own and renderer.style.legal.short_journals
    whole = without_short_journal(units, renderer.library) if is_wanted else ()
    long = dict.fromkeys((*again, *long_names(renderer.library)))
    wished = (long_title(key, first_words(renderer.library, key)) for key in long)
    return rendered, (*_as_pandoc(units, renderer), *left_out, *wished, *(short_journal(key) for key in whole))


def _as_pandoc(units: Sequence[Unit], renderer: Renderer) -> Iterator[Diagnostic]:
    """Say that a style is not among ours, and of which sources it leaves out places that are cited."""
    style, sources = renderer.style, renderer.library.sources
    if style.is_supported:
        return
    yield printed_by_pandoc(style.name, style.file)
    cited = (one for unit in units for _, asked in unit.asked() if asked.shown for one in asked.references)
    for key in dict.fromkeys(one.key for one in cited if one.locator):
        if any(leaves_place_out(sources[key], style.csl, position) for position in ("first", "subsequent")):
            yield place_not_in_style(key, style.name)
