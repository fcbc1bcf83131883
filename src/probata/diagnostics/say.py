"""Put a value into the sentence of a finding: a record by the word for its kind, `say.role(role)`; else words."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import partial

from probata.diagnostics.message import Date, Either, Field, Message, Place, Ref, Words, written


def words(text: object) -> str:
    """Put words of the user into a sentence: a name, a date, what a text says."""
    return written(Words(str(text)))


def plain(text: str) -> str:
    """Put words into a sentence as part of it, without any sign round them."""
    return written(Words(text, text))


def quote(text: object) -> str:
    """Put words of the user into a sentence, in quotation marks."""
    return written(Words(str(text), f"“{text}”"))


def listed(several: Iterable[object]) -> str:
    """Put several words of the user into a sentence, parted by commas; nothing where there are none."""
    return ", ".join(map(words, several))


def said(sentence: str) -> str:
    """Put what another finding says into a sentence, with its values."""
    return Message(sentence).written


def field(path: str, kind: str = "", shown: str = "") -> str:
    """Put a field of the record that a finding is about, or of another kind, into a sentence."""
    return written(Field(path, shown or (f"`{path}` in `{kind}.yaml`" if kind else ""), kind))


def place(span: object) -> str:
    """Put behind what a sentence names where that stands; nothing where that is not known."""
    return written(Place(str(span))) if span else ""


def either(files: str, sheets: str) -> str:
    """Put into a sentence what is said otherwise of files of text than of sheets."""
    return written(Either(files, sheets=sheets))


def date(when: object) -> str:
    """Put a date or period into a sentence; nothing where there is none."""
    return written(Date(str(getattr(when, "text", when)))) if when else ""


def did_you_mean(wrong: str, known: Iterable[str], otherwise: str = "", likeness: float = 0.6) -> str:
    """Return the next step for a name that there is not: the nearest of those that there are, else what is given."""
    near = get_close_matches(wrong, list(known), 1, likeness)
    return f"did you mean `{near[0]}`?" if near else otherwise


def counted(number: int, thing: str) -> str:
    """Return a number with what it counts, `1 file` or `2,000 files`."""
    return f"{number:,} {thing}{'s' * (number != 1)}"


def of(kind: str, record: object) -> str:
    """Put a record of a kind, or the one with this id, into a sentence."""
    return written(Ref(str(getattr(record, "id", record)), kind=kind))


def record(name: str) -> str:
    """Put a record into a sentence by its kind and id, `roles/r-1`; other words as they are."""
    kind, slash, key = name.partition("/")
    return written(Ref(key, kind=kind)) if slash else words(name)


def each(kind: str, records: Iterable[object]) -> str:
    """Put several records of a kind into a sentence, parted by commas; nothing where there are none."""
    return ", ".join(of(kind, one) for one in records)


allegation, authority, body = partial(of, "allegations"), partial(of, "authorities"), partial(of, "bodies")
copy = partial(of, "copies")
change, command, count = partial(of, "changes"), partial(of, "commands"), partial(of, "counts")
consent, decision, event = partial(of, "consents"), partial(of, "decisions"), partial(of, "events")
exhibit, figure, filing = partial(of, "exhibits"), partial(of, "figures"), partial(of, "filings")
listing, person, point = partial(of, "listings"), partial(of, "people"), partial(of, "points")
post, quotation, read = partial(of, "positions"), partial(of, "quotations"), partial(of, "reads")
role, section, source = partial(of, "roles"), partial(of, "narrative"), partial(of, "sources")
statement, step, table = partial(of, "statements"), partial(of, "steps"), partial(of, "datasets")
taxonomy = partial(of, "taxonomies")
cited, unit = partial(of, "cited"), partial(of, "unit")
"""A source or authority, and a post or body, whichever has the id."""

allegations, authorities, bodies = partial(each, "allegations"), partial(each, "authorities"), partial(each, "bodies")
counts, events, filings = partial(each, "counts"), partial(each, "events"), partial(each, "filings")
roles, sources, cited_works = partial(each, "roles"), partial(each, "sources"), partial(each, "cited")
