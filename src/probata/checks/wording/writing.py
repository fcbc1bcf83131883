"""How a text is written: brackets, marks of quotation, numbers, abbreviations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import TEXTS, Looked, all_texts, check, texts_in
from probata.checks.engine.finding import Finding
from probata.checks.engine.places import origin_of, record_at
from probata.checks.prose.numbers import TypedNumber, languages_of, numbers_in, stands_in_a_name
from probata.checks.prose.sentences import Sentence, at_words, ours_saying, own_words
from probata.checks.prose.texts import markdown_texts, printed_lines
from probata.checks.prose.words import LANGUAGES, word_list
from probata.diagnostics import Severity, say
from probata.document.anchors import LIST_OF_ABBREVIATIONS
from probata.document.blocks import Block, Blocks, Paragraph, Quote, Role, Row, Table
from probata.document.walk import own_inlines, plain_text, walk_blocks
from probata.figures import TypedTable
from probata.graph.texts import place_within
from probata.model.body import Body
from probata.model.case_file import Filing
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
    """Find the paragraphs with an unbalanced bracket or quotation mark."""
    for text in (*markdown_texts(case.graph), *printed_lines(case.graph)):
        for paragraph in text.value.split("\n\n"):
            mark = unbalanced(paragraph)
            if mark:
                what = "opened and not closed" if mark in _CLOSES.values() else "closed and not opened"
                start = " ".join(paragraph.split()[:6])
                yield case.finding(
                    text.kind, text.record_id, f"{say.words(mark)} is {what} in the paragraph that begins `{start} …`",
                    "add the other one, or delete this one", at=text.loc,
                )  # fmt: skip


def unbalanced(paragraph: str) -> str:
    """Return the first bracket or quotation mark that has no partner, or nothing."""
    ahead: list[str] = []
    for mark in _BRACKET.findall(_BETWEEN_BRACKETS.sub(" ", paragraph)):
        if mark not in _CLOSES:
            ahead.append(mark)
        else:
            if not ahead or ahead[-1] != _CLOSES[mark]:
                return ahead[-1] if ahead else mark
            ahead.pop()
    return ahead[0] if ahead else ""


_QUOTATION_MARK = re.compile('[“”„«»‘’"]')
_NO_QUOTATION = re.compile(
    r"`[^`\n]*`|https?://\S+|\]\{[^{}]*\}|^\{[^{}\n]*\}$|\\[\"']|\[[^\[\]@]*+@[^\[\]]*+\]", re.MULTILINE
)
"""Code, addresses, attributes, and citations, whose marks are those of a locator."""
_INCHES = re.compile(r"(?<![\w/])\d+(?:\.\d+)?\"")
_BETWEEN_PARAGRAPHS = re.compile(r"\n[ \t]*\n")


@check("DRA107", Severity.WARNING, TEXTS, looks_at=all_texts)
def unbalanced_quotation_mark(case: CheckInput) -> Iterator[Finding]:
    """Find the paragraphs with a quotation that does not close as it opened, each with the first such mark."""
    for text in (*markdown_texts(case.graph), *printed_lines(case.graph)):
        starts = [0, *(match.end() for match in _BETWEEN_PARAGRAPHS.finditer(text.value))]
        for start, end in zip(starts, [*starts[1:], len(text.value)], strict=True):
            paragraph, following = text.value[start:end], text.value[end : end + 3].lstrip()
            place = loose_mark(paragraph)
            if place is None or following[:1] == paragraph[place]:
                continue
            finding = case.finding(
                text.kind, text.record_id, f"the mark {say.words(paragraph[place])} has no partner in its paragraph, "
                f"in {say.words(_around(paragraph, place))}",
                "close the quotation where the source's words end, with the mark that belongs to the opening one",
                at=text.loc,
            )  # fmt: skip
            yield at_words(finding, case.graph, text, start + place, start + place + 1)


def _around(paragraph: str, place: int) -> str:
    """Return the mark with the words on either side of it."""
    before, behind = paragraph[:place].split(" ")[-3:], paragraph[place:].split()[:4]
    return " ".join(f"{' '.join(before)}{' '.join(behind)}".split())


def loose_mark(paragraph: str) -> int | None:
    """Return the place of the first mark of quotation without a partner in a paragraph; `None` where there is none."""
    if not _QUOTATION_MARK.search(paragraph):
        return None
    bare = _NO_QUOTATION.sub(lambda match: " " * len(match[0]), paragraph)
    loose = [place for place in (_loose_guillemet(bare), _loose_low(bare), _loose_single(bare)) if place is not None]
    if bare.count("“") == bare.count("”") or "„" in bare:
        loose += [_loose_straight(bare)] if bare.count('"') % 2 and not _INCHES.search(bare) else []
    return min(loose, default=None)


def _loose_straight(bare: str) -> int:
    """Return which of an odd number of straight marks is loose; a mark opens where it stands behind a space."""
    ahead: int | None = None
    for match in re.finditer('"', bare):
        opens = match.start() == 0 or bare[match.start() - 1] in " \n([*_—–-"
        if opens is (ahead is not None):
            return match.start() if ahead is None else ahead
        ahead = match.start() if opens else None
    return bare.rindex('"') if ahead is None else ahead


def _loose_guillemet(bare: str) -> int | None:
    """Follow « » and the German » «, by the first one that stands there."""
    marks = [match.start() for match in re.finditer("[«»]", bare)]
    ahead: list[int] = []
    for place in marks:
        if bare[place] == bare[marks[0]]:
            ahead.append(place)
        elif not ahead:
            return place
        else:
            ahead.pop()
    return ahead[0] if ahead else None


def _loose_low(bare: str) -> int | None:
    """Find a low mark that none of “ ” closes; what else these open is left to their own check."""
    lows = [match.start() for match in re.finditer("„", bare)]
    return next((place for place in lows if not re.search("[“”]", bare[place:])), None)


def _loose_single(bare: str) -> int | None:
    """Find a ‘ that no ’ outside a word closes; the ’ by itself is an apostrophe as often as not."""
    ahead: list[int] = []
    for match in re.finditer(r"(?<!\w)‘(?=\S)(?!\d0s|tis\b|em\b)|’(?!\w)", bare):
        if match[0] == "‘":
            ahead.append(match.start())
        elif ahead:
            ahead.pop()
    return ahead[0] if ahead else None


_GROUPED = re.compile(r"^\D?\d{1,3}(?P<mark>[,.\u00a0\u202f ])\d{3}(?:(?P=mark)\d{3})*(?!\d)")
_UNGROUPED = re.compile(r"^\D?\d{4,}(?!\d)")
_PLAIN_SPACE = re.compile(r"(?<![\w.,:/§$£€#+–—-])(?<!\d )[1-9]\d{0,2}(?: \d{3})+(?![\w%]|[ .,:/–—-]\d)")
_BEFORE_TWO = frozenset({"of", "in", "on", "from", "to", "since", "until", "by", "between", "no", ""})
"""Words behind which two numbers may stand side by side."""
_SPACE = "\u00a0"
"""The mark of all spaces, as numbers are read."""
_LEAST = 1_000
_IN_THOUSANDS = re.compile(r"\d\W\d{3}")
"""What stands wherever a number has a mark between its thousands, or two side by side look like one."""
_HELP = "write all numbers of the text in one style, as the language has it"


def _with_numbers(case: CheckInput) -> Iterator[Looked]:
    """Give our texts in every language, and the sources whose tables print numbers."""
    for language in languages_of(case.graph):
        yield from texts_in(case, language)
    yield from (Looked(f"sources/{key}") for key in _printed(case.tables) if case.graph.has("sources", key))


@check("FIG114", Severity.WARNING, "texts and sources of tables", looks_at=_with_numbers)
def mixed_number_styles(case: CheckInput) -> Iterator[Finding]:
    """Find the texts that mix, then the sources that do."""
    for language in languages_of(case.graph):
        first: TypedNumber | None = None
        told: set[str] = set()
        for sentence in ours_saying(case.graph, language, _IN_THOUSANDS.search):
            for number in numbers_in(sentence, primary(language)):
                if number.mark and (number.value >= _LEAST or number.written.count(number.mark) > 1):
                    first = first or number
                    if number.mark != first.mark and sentence.text.record_id not in told:
                        told.add(sentence.text.record_id)
                        yield _in_text(case, number, first)
            for found in _spaced(sentence) if primary(language) == LANGUAGES[0] else ():
                if first and first.mark != _SPACE and sentence.text.record_id not in told:
                    told.add(sentence.text.record_id)
                    yield _with_space(case, sentence, found, first)
    for source, styles in _printed(case.tables).items():
        if len(styles) > 1:
            shown = ", ".join(f"{say.words(printed)} in {say.table(dataset)}" for printed, dataset in styles.values())
            yield case.finding(
                "sources" if case.graph.has("sources", source) else "case",
                source if case.graph.has("sources", source) else case.graph.name,
                f"{say.source(source)} prints its numbers in {len(styles)} styles: {shown}",
                "compare each cell with the source once more; documents print them in one style",
                severity=Severity.INFO,
            )  # fmt: skip


def _spaced(sentence: Sentence) -> Iterator[re.Match[str]]:
    """Give what looks like a number with plain spaces between its thousands in English.

    Two numbers side by side look the same, so that a year, a day or "of 27 123 were" with its comma lost is not meant.
    """
    for match in _PLAIN_SPACE.finditer(sentence.own):
        before = sentence.own[: match.start()].rstrip()
        if not (stands_in_a_name(before) or before.rpartition(" ")[2].casefold() in _BEFORE_TWO):
            yield match


def _with_space(case: CheckInput, sentence: Sentence, match: re.Match[str], first: TypedNumber) -> Finding:
    text, start = sentence.text, sentence.start + match.start()
    found = case.finding(
        text.kind, text.record_id,
        f"{say.words(match[0])} is written in another style than {say.words(first.written)}", _HELP,
        at=text.loc, severity=Severity.INFO,
    )  # fmt: skip
    return at_words(found, case.graph, text, start, start + len(match[0]))


def _in_text(case: CheckInput, number: TypedNumber, first: TypedNumber) -> Finding:
    text = number.sentence.text
    start = number.sentence.start + number.start
    found = case.finding(
        text.kind, text.record_id, f"{say.words(number.written)} is written in another style than "
        f"{say.words(first.written)}", _HELP,
        at=text.loc,
    )  # fmt: skip
    return at_words(found, case.graph, text, start, start + len(number.written))


def _printed(tables: Mapping[str, TypedTable]) -> dict[str, dict[str, tuple[str, str]]]:
    """Return for each source the styles of its numbers, each with a number and the table in which it stands."""
    found: defaultdict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for table in tables.values():
        for source in dict.fromkeys(citation.source for citation in table.dataset.citations):
            for column in table.columns:
                for value in table.values(column.key) if column.printed else ():
                    if value.quantity and (style := _style(value.printed)):
                        found[source].setdefault(style, (value.printed, table.dataset.id))
    return found


def _style(printed: str) -> str:
    if match := _GROUPED.match(printed):
        return match["mark"]
    return "none" if _UNGROUPED.match(printed) else ""


def _drafts_with_abbreviations(case: CheckInput) -> Iterator[Looked]:
    """Give the documents of cases with a body whose abbreviation is recorded."""
    for filing in case.drafts if _abbreviated(case) else ():
        yield Looked(f"filings/{filing}")


@check("DRA207", Severity.WARNING, "documents", looks_at=_drafts_with_abbreviations)
def abbreviation_not_explained(case: CheckInput) -> Iterator[Finding]:
    """Find the abbreviations that a document uses and does not explain, each at its first place."""
    bodies = _abbreviated(case)
    for filing, _ in case.filings:
        drafted = case.drafts.get(filing.id)
        blocks = _without_list(drafted.document.blocks) if drafted and bodies else ()
        told = by_word((piece, " ".join(piece.casefold().split())) for piece in _pieces(blocks))
        own = by_word((own_words(plain_text(own_inlines(block))), block) for block in _own(blocks))
        for letters, owners in bodies.items():
            if not any(_is_named(owners, folded) for folded in _using(letters, told)):
                yield from (
                    _finding(case, filing, letters, owners[0], block) for block in islice(_using(letters, own), 1)
                )


def _without_list(blocks: Blocks) -> Blocks:
    """Leave out the list of abbreviations, which stands at the end: it helps nobody who reads the text."""
    return tuple(block for block in blocks if not (isinstance(block, Table) and block.id == LIST_OF_ABBREVIATIONS))


def _using(letters: str, texts: dict[str, list[tuple[str, T]]]) -> Iterator[T]:
    """Give what belongs to the texts that use an abbreviation, in their order."""
    used = _used(letters)
    return (kept for text, kept in with_word_of(letters, texts) if used.search(text))


def _used(letters: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.-]){re.escape(letters)}(?![\w/-]|\.[A-Z])")


def _abbreviated(case: CheckInput) -> dict[str, list[Body]]:
    """Return the bodies by their abbreviations, without those that are known to all."""
    known = set(str(word_list("abbreviations")["common"]).split())
    found: dict[str, list[Body]] = {}
    for body in case.graph.bodies:
        if body.abbreviation and body.abbreviation not in known:
            found.setdefault(body.abbreviation, []).append(body)
    return found


def _pieces(blocks: Blocks) -> Iterator[str]:
    """Give the texts in which a name may stand beside its abbreviation: blocks, and rows of tables as a whole."""
    for block in walk_blocks(blocks):
        yield plain_text(own_inlines(block))
        for row in (*block.header, *block.rows) if isinstance(block, Table) else ():
            yield _row(row)


def _row(row: Row) -> str:
    return " ".join(plain_text(own_inlines(one)) for cell in row.cells for one in walk_blocks(cell.blocks))


def _is_named(bodies: list[Body], folded: str) -> bool:
    return any(name in folded for body in bodies for name in _names(body))


def _names(body: Body) -> Iterator[str]:
    """Give the names of a body in small letters, in all languages; another abbreviation is none."""
    others = (
        texts[field] for texts in body.translations.values() for field in ("name", "short_name") if field in texts
    )
    native = body.native.text if body.native else None
    for name in (body.name, body.short_name, native, *body.other_names, *others):
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


def _finding(case: CheckInput, filing: Filing, letters: str, body: Body, block: Block) -> Finding:
    kind, record_id, loc = record_at(origin_of(block), filing, case)
    is_own = kind == "filings"
    finding = case.finding(
        "filings", filing.id,
        f"{say.filing(filing)} uses {say.words(letters)} and nowhere says that it stands for {say.words(body.name)}",
        f"write the name with the abbreviation behind it at the first place: {body.name} ({letters})",
        severity=Severity.INFO if kind == "datasets" else None, alike=letters, filing="" if is_own else filing.id,
    )  # fmt: skip
    field = case.graph.span(kind, record_id, *loc)
    word = place_within(case.graph, field, re.compile(rf"(?P<words>{_used(letters).pattern})"))
    return finding if is_own else replace(finding, span=word or field)
