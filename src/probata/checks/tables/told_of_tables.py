"""Which tables a sentence of ours is about: by a title, an event that both name, or a source of that table alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from probata.checks.check_input import CheckInput
from probata.checks.prose.sentences import Sentence
from probata.checks.texts.named_events import named_events
from probata.figures import Row, TypedTable
from probata.graph.resolve import keys_in_text
from probata.model.allegation import Allegation
from probata.model.language import primary

_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_QUOTES = re.compile(r"[\"“”„«»]")
_SHORTEST = 4


def tables_told_of(case: CheckInput, sentence: Sentence) -> Iterator[TypedTable]:
    """Give the tables that a sentence is about, each once, in the order of the records."""
    names = named_events(case.graph)
    events = {event.id for event in names.in_text(sentence.raw)} | _events_of(case, sentence)
    cited = {one for key in keys_in_text(sentence.raw) for one in _only_table(case).get(key, ())}
    for table in case.tables.values():
        shared = any(event.id in events for event in names.in_text(table.dataset.title))
        if shared or table.dataset.id in cited or _title_in(table, sentence).casefold() in sentence.raw.casefold():
            yield table


def _title_in(table: TypedTable, sentence: Sentence) -> str:
    """Return the title of a table in the language of a sentence; its own where it is not translated."""
    translated = (texts.get("title") for tag, texts in table.dataset.translations.items()
                  if primary(tag) == sentence.language)  # fmt: skip
    return next(filter(None, translated), table.dataset.title)


def _events_of(case: CheckInput, sentence: Sentence) -> set[str]:
    """Return the events that the record of the sentence is about as a whole."""
    text = sentence.text
    if text.kind == "events":
        return {text.record_id}
    record = case.graph.find("allegations", Allegation, text.record_id) if text.kind == "allegations" else None
    return set(record.events) if record else set()


def _only_table(case: CheckInput) -> Mapping[str, Sequence[str]]:
    """Return, for each source from which a single table is taken, that table; rows count like the table."""
    return case.once("the only table of a source", lambda: _taken_from(case))


def _taken_from(case: CheckInput) -> dict[str, Sequence[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for table in case.tables.values():
        cells = (row.cells[column.key] for row in table.rows for column in table.columns if column.type == "source")
        cited = [*table.dataset.citations, *(citation for cell in cells for citation in cell.citations)]
        for citation in cited:
            found[citation.source].add(table.dataset.id)
    return {source: tuple(tables) for source, tables in found.items() if len(tables) == 1}


def subject_of(table: TypedTable, row: Row) -> str:
    """Return what a row is about: its place, else its name where that is a word; without marks and brackets."""
    column = next((one for one in table.columns if one.covers == "territory"), table.column(table.key_column))
    if column is None or column.type != "text" or column.key not in row.cells:
        return ""
    subject = " ".join(_QUOTES.sub("", _IN_BRACKETS.sub("", row.cells[column.key].text)).split())
    return subject if len(subject) >= _SHORTEST and not subject[0].isdigit() else ""


def names(sentence: str, subject: str) -> bool:
    """Tell whether a sentence has a subject as whole words, without regard to case."""
    return bool(subject) and re.search(rf"(?<!\w){re.escape(subject)}(?!\w)", sentence, re.IGNORECASE) is not None
