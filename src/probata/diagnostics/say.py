"""Put a value into the sentence of a finding: a record by the word for its kind, `say.role(role.id)`; else words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from probata.diagnostics.message import Ref, Words, written


def words(text: object) -> str:
    """Put words of the user into a sentence."""
    return written(Words(str(text)))


def quote(text: object) -> str:
    """Put words of the user into a sentence, in quotation marks."""
    return written(Words(str(text), f"“{text}”"))


def listed(several: Iterable[object]) -> str:
    """Put several words of the user into a sentence, parted by commas; nothing where there are none."""
    return ", ".join(map(words, several))


def of(kind: str, key: object) -> str:
    """Put the record of a kind with this id into a sentence."""
    return written(Ref(kind, str(key)))


def each(kind: str, keys: Iterable[object]) -> str:
    """Put several records of a kind into a sentence, parted by commas; nothing where there are none."""
    return ", ".join(of(kind, key) for key in keys)


allegation, authority, body = partial(of, "allegations"), partial(of, "authorities"), partial(of, "bodies")
change, command, count = partial(of, "changes"), partial(of, "commands"), partial(of, "counts")
consent, decision, event = partial(of, "consents"), partial(of, "decisions"), partial(of, "events")
exhibit, figure, filing = partial(of, "exhibits"), partial(of, "figures"), partial(of, "filings")
listing, person, point = partial(of, "listings"), partial(of, "people"), partial(of, "points")
post, quotation, read = partial(of, "positions"), partial(of, "quotations"), partial(of, "reads")
role, section, source = partial(of, "roles"), partial(of, "narrative"), partial(of, "sources")
statement, step, table = partial(of, "statements"), partial(of, "steps"), partial(of, "datasets")
taxonomy = partial(of, "taxonomies")
