"""One filing of a case to a document tree: template, Markdown, passes."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from probata.citation import Library, Schedule, load_words
from probata.compose.assignment import Assignment
from probata.compose.context import CaseContext
from probata.compose.environment import TemplateEnvironment
from probata.compose.evidence_schedule import ScheduleTable, evidence_authorities
from probata.compose.head_of_document import head_of_document, running_lines
from probata.compose.library import short_names
from probata.compose.passes import (
    EvidenceOf,
    leave_out_nothing,
    leave_out_sentences,
    list_abbreviations,
    list_authorities,
    list_evidence,
    list_sources,
    mark_languages,
    neutral_anchors,
    passes_in,
    set_aside_pictures,
    without_footnotes,
)
from probata.compose.phrases import LAW_RECORD as LAW
from probata.compose.phrases import RECORD as WORDS
from probata.compose.phrases import Phrases
from probata.compose.pictures import tallest_in_text
from probata.compose.printer import Printer
from probata.compose.template_checks import (
    begins,
    in_word,
    outside_blocks,
    unknown_blocks,
    unknown_names,
    unknown_parts,
    whole,
)
from probata.compose.template_fault import explain_template_fault
from probata.compose.template_files import JINJA, TemplateLoader, template_of
from probata.compose.views.calculation import with_calculations
from probata.diagnostics import Diagnostic, Severity, say
from probata.document.blocks import Blocks, Paragraph, Role
from probata.document.foreign import ForeignText
from probata.document.inlines import Cite
from probata.document.parts import open_blocks
from probata.document.tree import Document, PartHead
from probata.document.walk import inlines_in_order, without_section
from probata.graph.case_graph import CaseGraph
from probata.graph.filings import fixed_pieces, statements_filed
from probata.kept import Store
from probata.markup import Parsed, parse_markdown
from probata.markup.block_builder import Context
from probata.markup.inline_builder import Place
from probata.markup.placeholder import MarkdownValue, Placeholders
from probata.messages import Wording, load_wording
from probata.model.authority import Authority
from probata.model.narrative import Narrative
from probata.model.record import Record, prose_fields
from probata.model.source_record import Source

if TYPE_CHECKING:
    from probata.compose.word_template import WordTemplate

# A forum's template filled with what a filing may say: the Markdown of the document.


@dataclass(frozen=True, slots=True)
class RenderedTemplate:
    """The text, and what it was made with."""

    name: str
    """Name of the template, such as `uk-ghr/brief.md.j2`."""
    text: str
    names: Mapping[str, Any]
    """What the template saw, and texts of records may print."""
    environment: TemplateEnvironment
    """Knows what the placeholders in the text stand for."""
    loader: TemplateLoader
    store: Store | None = None

    @property
    def own_text(self) -> str:
        """The template as its author wrote it."""
        return self.loader.texts.get(self.name, "")

    def faults(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the templates, though they could be filled."""
        return (*self.loader.findings, *self._lost())

    def _lost(self) -> tuple[Diagnostic, ...]:
        """Return what is written in them and never printed; that there is nothing is kept for the next run."""
        written = {name: text for name, text in sorted(self.loader.texts.items()) if name not in self.loader.words}
        key = f"printed-1-{sha256(repr(written).encode(errors='surrogatepass')).hexdigest()}"
        if self.store and self.store.read(key) is not None:
            return ()
        lost = (*outside_blocks(written, self.environment), *unknown_blocks(written, self.environment))
        if self.store and not lost:
            self.store.write(key, b"all")
        return lost


def render_template(
    task: Assignment, context: CaseContext, wording: Wording
) -> RenderedTemplate | tuple[Diagnostic, ...]:
    """Fill the template of a forum; where it cannot be used, return what is wrong with it, each fault once."""
    template = template_of(task.forum.folders)
    if isinstance(template, Diagnostic):
        return (template,)
    loader = TemplateLoader(task.roots)
    environment = TemplateEnvironment(jinja2.FunctionLoader(loader), task.is_final, wording=wording, store=task.store)
    names = _names(task, context, environment, wording)
    name = template.name if template else f"{task.forum.profile.id}/{JINJA}"
    has_schedule = task.forum.profile.citation.schedule
    schedule = ScheduleTable(context, environment.placeholders)() if has_schedule else Markup("")
    seen = {**names, "evidence_schedule": schedule}  # laid out for this text, so that no other may print it
    try:
        text = str(environment.get_template(name).render(seen))
    except jinja2.TemplateError as error:
        return loader.faults or _explained(error, loader, environment, seen)
    return RenderedTemplate(name, text, names, environment, loader, task.store)


def _names(
    task: Assignment, context: CaseContext, environment: TemplateEnvironment, wording: Wording
) -> dict[str, Any]:
    return {
        **context.names(),
        "words": Phrases(task.forum.words, task.language, environment.placeholders),
        "is_final": task.is_final,
        "running": running_lines(task, context.marking, wording),
    }


def _explained(
    error: jinja2.TemplateError, loader: TemplateLoader, environment: TemplateEnvironment, names: Mapping[str, Any]
) -> tuple[Diagnostic, ...]:
    """Say what stopped the template; of unknown names all are told, since each would stop it in its turn."""
    first = explain_template_fault(error, loader.texts, names)
    others = unknown_names(loader.texts, environment, names) if first.name == "unknown-name" else ()
    found = (first, *(found for found in others if found != first))
    return tuple(in_word(one, loader.words) for one in found)


# Names in double braces in the texts of a case, such as `{{ ref("allegations") }}` in a narrative section.
# They are filled in texts that the model marks as the author's own: narrative sections, statements and particulars of
# allegations, how limbs are met, what evidence supports, who is affected, descriptions, arguments, the summary. The
# words of witnesses, of sources and of the persons concerned are literal; names in braces in a Markdown text that is
# printed as it stands are told, unless it is kept letter by letter. A text may print what a template may print, and
# nothing else: it holds no loops and no conditions, so each of its lines stays the line of its file. A text that is
# printed inside a text is not filled again: two could print each other without end.

_MARK = "{{"
_BLOCK = re.compile(r"\{%.*?%\}")
_NAME = re.compile(r"\{\{[^{}\n]*\}\}")
_BARE_ID = re.compile(r"\b(?P<name>[a-z_]+)\(\s*(?P<id>[a-z0-9][\w-]*)\s*\)")
_OF_OTHERS = (
    "move the sentence into a text of your own, such as the particulars of an allegation: there names in braces are "
    "filled in"
)
_IN_TEXT = "let the template print this text, and not another text: names in braces are filled in once"
_COMPILED_NAME = "<template>"
"""What the engine calls a template that came from a string."""


class TextFiller:
    """Fills the texts of one document and keeps what was found wrong in them."""

    def __init__(
        self, names: Mapping[str, Any], texts: Mapping[str, str], is_final: bool, wording: Wording | None = None
    ) -> None:
        """Take the names that may be printed, the texts of the files for the places of findings, and the words."""
        self._names = names
        self._texts = texts
        self._is_final = is_final
        self._wording = wording
        self.findings: list[Diagnostic] = []

    def fill(self, value: MarkdownValue, is_inner: bool = False) -> tuple[str, Placeholders]:
        """Return the text with placeholders for its names; as it stands where it is not the author's own.

        Nor is a text filled that stands inside another (`is_inner`).
        """
        self.findings += self._printed_as_written(value, is_inner)
        if _MARK not in value.text or not value.filled or is_inner:
            return value.text, Placeholders()
        environment = TemplateEnvironment(jinja2.DictLoader({}), self._is_final, True, self._wording)
        try:
            text = environment.from_string(value.text).render(self._names)
        except jinja2.TemplateError as error:
            self.findings.append(self._fault(error, value))
            return value.text, Placeholders()
        return text, environment.placeholders

    def _printed_as_written(self, value: MarkdownValue, is_inner: bool) -> Iterator[Diagnostic]:
        """Say what is printed as it stands: loops and conditions anywhere, and names in texts that are not filled."""
        place = Place(value.span, self._texts)
        help = "take it out: a text may print names in `{{ … }}`; loops and conditions belong into a template"
        found = dict.fromkeys(_BLOCK.findall(value.text), help)
        if not value.filled or is_inner:
            found |= dict.fromkeys(_NAME.findall(value.text), _IN_TEXT if value.filled else _OF_OTHERS)
        for written, help in found.items():
            yield Diagnostic(
                "TPL104", "braces-in-text", Severity.WARNING, f"`{written}` is printed as it stands",
                place.of(written), help,
            )  # fmt: skip

    def _fault(self, error: jinja2.TemplateError, value: MarkdownValue) -> Diagnostic:
        found = explain_template_fault(error, {_COMPILED_NAME}, self._names, "text")
        lines = value.text.splitlines()
        number = min(found.span.line if found.span else 1, len(lines))
        braces = self._at_fault(lines[number - 1])
        if found.name == "unknown-name" and (quoted := _with_quotation_marks(braces, self._names)):
            found = replace(found, message=f"the id in `{braces}` stands without quotation marks", help=quoted)
        return replace(found, span=Place(value.span, self._texts).of(braces or lines[number - 1].strip()))

    def _at_fault(self, line: str) -> str:
        """Return the first braces of a line that cannot be filled; empty where they go over several lines."""
        environment = TemplateEnvironment(jinja2.DictLoader({}), self._is_final, True, self._wording)
        for braces in _NAME.findall(line):
            try:
                environment.from_string(braces).render(self._names)
            except jinja2.TemplateError:
                return str(braces)
        return ""


def _with_quotation_marks(braces: str, names: Container[str]) -> str:
    """Return the next step where an id stands bare in round brackets, as in `figure(prisoners)`; else nothing."""
    match = _BARE_ID.search(braces)
    if match is None or match["name"] not in names or match["id"] in names:
        return ""
    return f"put it between quotation marks: `{match['name']}('{match['id']}')`"


# What a document prints in another language than its own, as findings.

_HOW = say.either(
    "add `translations` beside the text",
    "add a column with the language in brackets behind its heading, such as `Title (fr)`",
)
_OUTSIDE = {WORDS: "the words of the forum", LAW: "the names of law that the program has"}


def in_citations(blocks: Blocks, library: Library, graph: CaseGraph) -> tuple[ForeignText, ...]:
    """Return the foreign texts of cited works, which a citation style prints and no longer tells apart."""
    cited = dict.fromkeys(
        item.key for inline in inlines_in_order(blocks) if isinstance(inline, Cite) for item in inline.items
    )
    for key in list(cited):
        cited.update(dict.fromkeys(item.key for item in library.cited_in.get(key, ())))
    works: Iterator[Record | None] = (
        graph.find("sources", Source, key) or graph.find("authorities", Authority, key) for key in cited
    )
    texts = (getattr(work, name) for work in works if work for name in _PRINTED.get(type(work), ()))
    return tuple(text for text in texts if isinstance(text, ForeignText))


def on_pages(*lines: str | None) -> tuple[ForeignText, ...]:
    """Return the foreign ones of the lines that stand on every page or in the properties of a file, not in its text."""
    return tuple(line for line in lines if isinstance(line, ForeignText))


_PRINTED: Mapping[type[Record], tuple[str, ...]] = {Source: prose_fields(Source), Authority: ("name", "citation")}


def findings(texts: Iterable[ForeignText], language: str, graph: CaseGraph, filing: str) -> Iterator[Diagnostic]:
    """Give one should-fix finding for each record with texts that are not in the language of the document."""
    by_record: dict[str, list[ForeignText]] = {}
    for text in texts:
        by_record.setdefault(text.record, []).append(text)
    for record, found in by_record.items():
        names = ", ".join(dict.fromkeys(f"`{_field(text)}`" for text in found))
        if record in _OUTSIDE:
            index = next((n for n, known in enumerate(graph.case.filings) if known.id == filing), 0)
            span = graph.span("case", graph.name, "filings", index, "language")
            message = f"{_OUTSIDE[record]} have nothing in `{language}` for {names}"
            help = f"add it to the forum's `words/{language}.yaml`" if record == WORDS else "check these names by hand"
        else:
            kind, _, key = record.partition("/")
            span = graph.span(kind, key, *found[0].loc)
            message = f"{names} of `{record}` {'is' if len(found) == 1 else 'are'} not in `{language}`"
            help = f"{_HOW}, or a section in that language with the same place and order"
        yield Diagnostic("LNG101", "text-not-translated", Severity.WARNING, message, span, help, record=record)


def left_behind(sections: Iterable[Narrative], language: str, graph: CaseGraph) -> Iterator[Diagnostic]:
    """Say of sections that fewer sections in the language of the document stand in their place."""
    for section in dict.fromkeys(sections):
        yield Diagnostic(
            "LNG102", "section-left-behind", Severity.WARNING,
            f"the section `{section.id}` has no match in `{language}` and is not printed: fewer sections in that "
            "language have its place and order",
            graph.span("narrative", section.id), "give each section its own `order`, and its translation the same",
            record=f"narrative/{section.id}",
        )  # fmt: skip


def _field(text: ForeignText) -> str:
    return ".".join(map(str, text.loc))


_ANCHORED = ("people", "roles", "allegations", "counts", "events", "exhibits", "datasets")


@dataclass(frozen=True, slots=True)
class Composed:
    """The tree, or `None` where the template cannot be used, and what was found."""

    document: Document | None
    findings: tuple[Diagnostic, ...] = ()
    left_out: tuple[Paragraph, ...] = ()
    """Paragraphs of a kind of sentence that the forum does not take."""
    places: tuple[str, ...] = ()
    """Places of narrative sections that its template asks for."""
    schedule: Schedule = field(default_factory=Schedule)
    """The items of the evidence schedule, which notes of every part of the document cite."""
    templates: Mapping[str, str] = field(default_factory=dict)
    """The texts of the templates by their names, to find places in."""
    word_templates: Mapping[str, WordTemplate] = field(default_factory=dict)
    """Those of them that are Word files."""


def compose(task: Assignment, library: Library) -> Composed:
    """Compose one filing. The tree still holds citations; the citation stage turns them into notes."""
    wording = load_wording(task.language)
    printer = Printer(task.graph, task.catalogue, wording)
    context = CaseContext(printer, task.forum, task.filing, task.tables, task.figures)
    rendered = render_template(task, context, wording)
    if not isinstance(rendered, RenderedTemplate):
        return Composed(None, rendered)
    parsed = _parsed(rendered, task, wording)
    meta = head_of_document(task, context, wording)
    blocks, left_out = leave_out_sentences(parsed.blocks, task.forum.profile.sentence_kinds.accepted)
    if task.filing.version == "public":
        blocks = _seen(blocks, task, meta.parts)
    blocks = with_calculations(blocks, task.figures, printer)
    blocks, schedule = _with_schedule(blocks, context, library, _seen(blocks, task, meta.parts))
    library = replace(library, schedule=schedule)
    blocks, foreign = mark_languages(leave_out_nothing(blocks) if task.is_final else blocks)
    foreign = (*foreign, *in_citations(blocks, library, task.graph), *on_pages(context.marking, task.graph.case.title))
    blocks = _with_lists(set_aside_pictures(blocks, tallest_in_text(task.forum.look)), task, library, meta.parts)
    blocks = neutral_anchors(blocks, _ids(task.graph), task.forum.profile.sections.named)
    for change in passes_in(wording, meta.parts):
        blocks = change(blocks)
    found = (
        *rendered.faults(),
        *unknown_parts(blocks, task.forum.profile.parts, rendered.loader.texts),
        *parsed.findings,
        *findings(foreign, task.language, task.graph, task.filing.id),
        *left_behind(context.left_behind, task.language, task.graph),
    )
    words = rendered.loader.words
    found = tuple(in_word(one, words) for one in found)
    document = Document(meta, blocks)
    return Composed(document, found, left_out, tuple(context.places), schedule, rendered.loader.texts, words)


def _parsed(rendered: RenderedTemplate, task: Assignment, wording: Wording) -> Parsed:
    filler = TextFiller(rendered.names, task.graph.texts, task.is_final, wording)
    span = whole(rendered.name, rendered.own_text)
    around = Context(role=Role.NUMBERED, quotes=wording.quotes)
    texts = {**rendered.loader.texts, **task.graph.texts}
    parsed = parse_markdown(rendered.text, rendered.environment.placeholders, span, around, texts, filler.fill)
    blocks = parsed.blocks if task.filing.footnotes else without_footnotes(parsed.blocks)
    of_template = begins(parsed.findings, rendered.name, rendered.own_text)
    return Parsed(blocks, (*of_template, *filler.findings))


def _with_schedule(blocks: Blocks, context: CaseContext, library: Library, seen: Blocks) -> tuple[Blocks, Schedule]:
    """Number what the document cites where its template prints the evidence schedule."""
    graph, wording = context.graph, context.printer.wording
    names: Mapping[str, str] = {}
    if context.profile.citation.schedule:
        names = short_names(graph, wording, load_words(wording.language))
        names = {**dict.fromkeys((one.id for one in evidence_authorities(context)), ""), **names}
    filed = [one.source for one in statements_filed(graph, context.filing) if one.source]
    counts = {f"count-{one.id}": one.number for one in context.counts}
    pieces = fixed_pieces(graph, context.filing)
    fixed = {one.piece: one.mark for one in pieces if one.mark and one.piece in names}
    of = EvidenceOf(names, filed, counts, context.profile.citation.numbered, bool(graph.copies), fixed)
    return list_evidence(blocks, library, of, wording, seen)


def _seen(blocks: Blocks, task: Assignment, heads: Sequence[PartHead]) -> Blocks:
    """Return the blocks whose readers see the lists: those of no confidential part, and not the sheet of the source."""
    return without_section(open_blocks(blocks, heads), task.forum.profile.disclosure.source_sheet)


def _with_lists(blocks: Blocks, task: Assignment, library: Library, heads: Sequence[PartHead]) -> Blocks:
    wording = load_wording(task.language)
    seen = open_blocks(blocks, heads)
    blocks = list_sources(blocks, library, _seen(blocks, task, heads))
    blocks = list_abbreviations(blocks, library, task.graph)
    return list_authorities(blocks, library, task.forum.profile.citation.groups, wording, seen)


def _ids(graph: CaseGraph) -> frozenset[str]:
    return frozenset(key for kind in _ANCHORED for key in graph.records.get(kind, {}))
