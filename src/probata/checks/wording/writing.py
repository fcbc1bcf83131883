"""How a text is written: brackets, marks of quotation, numbers, abbreviations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import TEXTS, Looked, all_texts, check, itself, texts_in
from probata.checks.engine.finding import Finding
from probata.checks.engine.places import origin_of, record_at
from probata.checks.prose.numbers import TypedNumber, languages_of, numbers_in
from probata.checks.prose.sentences import finding_in, finding_of_words, own_words, saying
from probata.checks.prose.texts import markdown_texts, printed_lines
from probata.checks.prose.words import word_list
from probata.diagnostics import Severity, say
from probata.document.anchors import LIST_OF_ABBREVIATIONS
from probata.document.blocks import Block, Blocks, Paragraph, Quote, Role, Table
from probata.document.walk import own_inlines, plain_text, walk_blocks
from probata.figures import TypedTable
from probata.graph.texts import place_within
from probata.model.body import Body
from probata.model.language import primary

T = TypeVar("T")
_WORD = re.compile(r"\w+")


def by_word(texts: Iterable[tuple[str, T]]) -> dict[str, list[tuple[str, T]]]:
    """Return texts, with what belongs to each, by each of their words, and all of them by the empty word."""
    found: dict[str, list[tuple[str, T]]] = {}
    for text, kept in texts:
        for word in {"", *_WORD.findall(text)}:
            found.setdefault(word, []).append((text, kept))
    return found


def with_word_of(letters: str, texts: Mapping[str, Sequence[tuple[str, T]]]) -> Sequence[tuple[str, T]]:
    """Return the texts that have the first word of some letters, in their order; without a word in them, all."""
    word = _WORD.search(letters)
    return texts.get(word[0] if word else "", ())


_CLOSES = {")": "(", "]": "[", "”": "“"}
_BRACKET = re.compile(f"[{re.escape(''.join((*_CLOSES, *_CLOSES.values())))}]")
_BETWEEN_BRACKETS = re.compile(r"`[^`\n]*`|https?://\S+|^\s*\(?\w{1,4}[.)](?=\s)", re.MULTILINE)
"""Code, addresses, and the marks of lists, whose closing bracket opens nowhere."""


@check("DRA101", Severity.WARNING, TEXTS, looks_at=all_texts)
def unbalanced_bracket(case: CheckInput) -> Iterator[Finding]:
    for text in (*markdown_texts(case.graph), *printed_lines(case.graph)):
        for paragraph in text.value.split("\n\n"):
            if mark := unbalanced(paragraph):
                what = "opened and not closed" if mark in _CLOSES.values() else "closed and not opened"
                start = " ".join(paragraph.split()[:6])
                said = f"{say.words(mark)} is {what} in the paragraph that begins `{start} …`"
                step = "add the other one, or delete this one"
                yield case.finding(text.kind, text.record_id, said, step, at=text.loc)


def unbalanced(paragraph: str) -> str:
    """Return the first bracket or quotation mark that has no partner, or nothing."""
    ahead: list[str] = []
    for mark in _BRACKET.findall(_BETWEEN_BRACKETS.sub(" ", paragraph)):
        if mark not in _CLOSES:
            ahead.append(mark)
        elif ahead and ahead[-1] == _CLOSES[mark]:
            ahead.pop()
        else:
            return ahead[-1] if ahead else mark
    return ahead[0] if ahead else ""


_QUOTATION_MARK = re.compile('[“”„«»‘’"]')
_NO_QUOTATION = re.compile(
    r"`[^`\n]*`|https?://\S+|\]\{[^{}]*\}|^\{[^{}\n]*\}$|\\[\"']|\[[^\[\]@]*+@[^\[\]]*+\]", re.MULTILINE
)
"""Code, addresses, attributes, and citations, whose marks are those of a locator."""
_INCHES = re.compile(r"(?<![\w/])\d+(?:\.\d+)?\"")


@check("DRA107", Severity.WARNING, TEXTS, looks_at=all_texts)
def unbalanced_quotation_mark(case: CheckInput) -> Iterator[Finding]:
    for text in (*markdown_texts(case.graph), *printed_lines(case.graph)):
        starts = [0, *(match.end() for match in re.finditer(r"\n[ \t]*\n", text.value))]
        for start, end in zip(starts, [*starts[1:], len(text.value)], strict=True):
            paragraph, following = text.value[start:end], text.value[end : end + 3].lstrip()
            place = loose_mark(paragraph)
            if place is None or following[:1] == paragraph[place]:
                continue
            before, behind = paragraph[:place].split(" ")[-3:], paragraph[place:].split()[:4]
            around = " ".join(f"{' '.join(before)}{' '.join(behind)}".split())
            said = f"the mark {say.words(paragraph[place])} has no partner in its paragraph, in {say.words(around)}"
            step = "close the quotation where the source's words end, with the mark that belongs to the opening one"
            at = (start + place, start + place + 1)
            yield finding_of_words(case, text, at, said, step)


def loose_mark(paragraph: str) -> int | None:
    """Return the place of the first mark of quotation without a partner in a paragraph; `None` where there is none."""
    if not _QUOTATION_MARK.search(paragraph):
        return None
    bare = _NO_QUOTATION.sub(lambda match: " " * len(match[0]), paragraph)
    # The German » « opens with what closes elsewhere; a ’ inside or behind a word is an apostrophe as often as not.
    guillemet = next(iter(re.findall("[«»]", bare)), "«")
    single = r"(?<!\w)‘(?=\S)(?!\d0s|tis\b|em\b)|’(?!\w)"
    lows = (match.start() for match in re.finditer("„", bare) if not re.search("[“”]", bare[match.start() :]))
    loose = [_loose(bare, "[«»]", guillemet, may_close=False), _loose(bare, single, "‘"), next(lows, None)]
    if bare.count("“") == bare.count("”") or "„" in bare:
        loose += [_loose_straight(bare)] if bare.count('"') % 2 and not _INCHES.search(bare) else []
    return min((place for place in loose if place is not None), default=None)


def _loose(bare: str, pattern: str, opening: str, *, may_close: bool = True) -> int | None:
    """Find the first mark that closes nothing, unless it may, or that nothing closes."""
    ahead: list[int] = []
    for match in re.finditer(pattern, bare):
        if match[0] == opening:
            ahead.append(match.start())
        elif ahead:
            ahead.pop()
        elif not may_close:
            return match.start()
    return ahead[0] if ahead else None


def _loose_straight(bare: str) -> int:
    """Return which of an odd number of straight marks is loose; a mark opens where it stands behind a space."""
    ahead: int | None = None
    for match in re.finditer('"', bare):
        opens = match.start() == 0 or bare[match.start() - 1] in " \n([*_—–-"
        if opens is (ahead is not None):
            return match.start() if ahead is None else ahead
        ahead = match.start() if opens else None
    return bare.rindex('"') if ahead is None else ahead


_GROUPED = re.compile(r"^\D?\d{1,3}(?P<mark>[,.\u00a0\u202f ])\d{3}(?:(?P=mark)\d{3})*(?!\d)")
_UNGROUPED = re.compile(r"^\D?\d{4,}(?!\d)")
_LEAST = 1_000
_IN_THOUSANDS = re.compile(r"\d\W\d{3}")
"""What stands wherever a number has a mark between its thousands."""


@check("FIG114", Severity.WARNING, "texts and sources of tables", looks_at=itself)
def mixed_number_styles(case: CheckInput) -> Iterator[Finding | Looked]:
    for language in languages_of(case.graph):
        yield from texts_in(case, language)
        first: TypedNumber | None = None
        seen: set[str] = set()
        for sentence in saying(case.graph, "ours", _IN_THOUSANDS.search, language):
            text = sentence.text
            for number in numbers_in(sentence, primary(language)):
                if number.mark and (number.value >= _LEAST or number.written.count(number.mark) > 1):
                    first = first or number
                    if number.mark != first.mark and text.record_id not in seen:
                        seen.add(text.record_id)
                        said = (
                            f"{say.words(number.written)} is written in another style than {say.words(first.written)}"
                        )
                        step, place = "write all numbers of the text in one style", number.place
                        yield finding_in(case, sentence, place, said, step)
    for source, styles in _printed(case.tables).items():
        if case.graph.has("sources", source):
            yield Looked(f"sources/{source}")
        if len(styles) > 1:
            shown = ", ".join(f"{say.words(printed)} in {say.table(dataset)}" for printed, dataset in styles.values())
            record = ("sources", source) if case.graph.has("sources", source) else ("case", case.graph.name)
            said = f"{say.source(source)} prints its numbers in {len(styles)} styles: {shown}"
            step = "compare each cell with the source once more; documents print them in one style"
            yield case.finding(*record, said, step, severity=Severity.INFO)


def _printed(tables: Mapping[str, TypedTable]) -> dict[str, dict[str, tuple[str, str]]]:
    """Return for each source the styles of its numbers, each with a number and the table in which it stands."""
    found: defaultdict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for table in tables.values():
        for source in dict.fromkeys(citation.source for citation in table.dataset.citations):
            for value in (value for column in table.columns if column.printed for value in table.values(column.key)):
                grouped = _GROUPED.match(value.printed) if value.quantity else None
                style = grouped["mark"] if grouped else "none"
                if grouped or (value.quantity and _UNGROUPED.match(value.printed)):
                    found[source].setdefault(style, (value.printed, table.dataset.id))
    return found


def _abbreviated(case: CheckInput) -> dict[str, list[Body]]:
    """Return the bodies by their abbreviations, without those that are known to all."""
    known = set(str(word_list("abbreviations")["common"]).split())
    found: dict[str, list[Body]] = {}
    for body in case.graph.bodies:
        if body.abbreviation and body.abbreviation not in known:
            found.setdefault(body.abbreviation, []).append(body)
    return found


@check("DRA207", Severity.WARNING, "documents", looks_at=itself)
def abbreviation_not_explained(case: CheckInput) -> Iterator[Finding | Looked]:
    bodies = _abbreviated(case)
    for filing, _ in case.filings:
        drafted = case.drafts.get(filing.id)
        if drafted and bodies:
            yield Looked(f"filings/{filing.id}")
        # The list of abbreviations stands at the end, and helps nobody who reads the text.
        every = drafted.document.blocks if drafted and bodies else ()
        blocks = tuple(one for one in every if not (isinstance(one, Table) and one.id == LIST_OF_ABBREVIATIONS))
        pieces = by_word((piece, " ".join(piece.casefold().split())) for piece in _pieces(blocks))
        own = by_word((own_words(plain_text(own_inlines(block))), block) for block in _own(blocks))
        for letters, owners in bodies.items():
            used = re.compile(rf"(?<![\w/.-]){re.escape(letters)}(?![\w/-]|\.[A-Z])")
            folded = [folded for text, folded in with_word_of(letters, pieces) if used.search(text)]
            if any(name in text for text in folded for body in owners for name in _names(body)):
                continue
            block = next((block for text, block in with_word_of(letters, own) if used.search(text)), None)
            if block is not None:
                (kind, record, loc), name = record_at(origin_of(block), filing, case), owners[0].name
                said = (
                    f"{say.filing(filing)} uses {say.words(letters)} and nowhere says that it means {say.words(name)}"
                )
                step = f"write the name with the abbreviation behind it at the first place: {name} ({letters})"
                weight, of = Severity.INFO if kind == "datasets" else None, "" if kind == "filings" else filing.id
                finding = case.finding("filings", filing.id, said, step, severity=weight, alike=letters, filing=of)
                field = case.graph.span(kind, record, *loc)
                word = place_within(case.graph, field, re.compile(rf"(?P<words>{used.pattern})"))
                yield finding if kind == "filings" else replace(finding, span=word or field)


def _pieces(blocks: Blocks) -> Iterator[str]:
    """Give the texts in which a name may stand with its abbreviation: blocks, and rows of tables as a whole."""
    for block in walk_blocks(blocks):
        yield plain_text(own_inlines(block))
        for row in (*block.header, *block.rows) if isinstance(block, Table) else ():
            yield " ".join(plain_text(own_inlines(one)) for cell in row.cells for one in walk_blocks(cell.blocks))


def _names(body: Body) -> Iterator[str]:
    """Give the names of a body in small letters, in all languages; another abbreviation is none."""
    translated = (texts.get(field) for texts in body.translations.values() for field in ("name", "short_name"))
    native = body.native.text if body.native else None
    for name in (body.name, body.short_name, native, *body.other_names, *translated):
        if name and not name.isupper() and name != body.abbreviation:
            yield " ".join(name.casefold().removeprefix("the ").split())


def _own(blocks: Blocks) -> Iterator[Block]:
    """Give the blocks that are no quotation and no list of sources; the texts of tables come last."""
    every = tuple(walk_blocks(blocks))
    quoted = {id(inner) for block in every if isinstance(block, Quote) for inner in walk_blocks((block,))}
    in_tables = {id(inner) for block in every if isinstance(block, Table) for inner in walk_blocks((block,))}
    for block in sorted(every, key=lambda one: id(one) in in_tables):
        is_listed = isinstance(block, Paragraph) and block.role is Role.BIBLIOGRAPHY
        if id(block) not in quoted and not is_listed:
            yield block
