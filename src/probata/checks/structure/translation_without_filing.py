"""A translation in a language that no filing is in.

Finds languages into which texts of the records are translated, where no filing is in that language. The country is left
aside: a text in `en-US` may stand for one in `en-GB`.

## Why it matters
No document prints it, so nobody reads it again, and it grows old beside the text that it translates. Often it shows
that a filing names another language than was meant.

## Example
```yaml
case:
  title: Example
  language: en-GB
  persons_concerned: [mara-wolk]
  filings:
    - {id: submission, forum: uk-ghr, language: en-GB}
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - id: governor
    person: mara-wolk
    title: Governor of North Prison
    translations: {fr: {title: Gouverneur de la prison du Nord}}
    dates: 2015/2017
```

Use instead:
```yaml
case:
  title: Example
  language: en-GB
  persons_concerned: [mara-wolk]
  filings:
    - {id: submission, forum: uk-ghr, language: en-GB}
    - {id: communication, forum: un-sp, language: fr}
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - id: governor
    person: mara-wolk
    title: Governor of North Prison
    translations: {fr: {title: Gouverneur de la prison du Nord}}
    dates: 2015/2017
```

## When to allow it
Where the filing in that language is still to come.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say
from probata.model.language import same_language
from probata.model.parts import parts_held
from probata.model.record import Part

_Found = tuple[str, str, Loc]
"""Kind and id of a record, and the path of a translation in it."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the languages that no filing is in, each at the first text."""
    filed = _languages(case)
    for language, places in _translated(case).items() if filed else ():
        if not any(same_language(language, one) for one in filed):
            kind, record, at = places[0]
            found = case.finding(
                kind, record, f"{_counted(len(places))} into {say.words(language)}, and no filing is in that language",
                "take the translation out, or see whether a filing should name the language",
                at=at,
            )  # fmt: skip
            others = dict.fromkeys(f"{kind}/{record}" for kind, record, _ in places[1:])
            yield replace(found, others=tuple(one for one in others if one != found.record))


def _counted(number: int) -> str:
    return "one part of the records is translated" if number == 1 else f"{number} parts of the records are translated"


def _languages(case: CheckInput) -> tuple[str, ...]:
    """Return the languages of all filings; none where that of one is not known."""
    found = []
    for filing in case.graph.case.filings:
        profile = case.profiles.get(filing.forum)
        language = profile.language_for(filing.language, case.graph.case.language) if profile else filing.language
        if language is None:
            return ()
        found.append(language)
    return tuple(found)


def _translated(case: CheckInput) -> dict[str, list[_Found]]:
    """Return the parts of records that are translated, by language."""
    graph = case.graph
    found: dict[str, list[_Found]] = {}
    records: list[tuple[str, str, Part]] = [
        ("case", graph.name, graph.case),
        *((kind, record.id, record) for kind, record in graph.each()),
    ]
    for kind, key, record in records:
        for at, part in _with_parts(record, ()):
            for language in part.translations:
                found.setdefault(language, []).append((kind, key, (*at, "translations", language)))
    return found


def _with_parts(part: Part, at: Loc) -> Iterator[tuple[Loc, Part]]:
    yield at, part
    for steps, inner in parts_held(part):
        yield from _with_parts(inner, (*at, *steps))


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a translation."""
    why = "" if _languages(case) else "the language of a filing is not known"
    names = dict.fromkeys(f"{kind}/{key}" for places in _translated(case).values() for kind, key, _ in places)
    yield from (Looked(name, why) for name in names)


CHECK = Check(
    "STR120", "translation-without-filing", Severity.INFO, "records with a translation", run, looks_at=_looks_at
)
