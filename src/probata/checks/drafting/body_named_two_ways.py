"""An abbreviation and the name of a body do not fit together, or an abbreviation is explained nowhere.

Looks at the texts that documents print. An abbreviation in brackets behind the name of a recorded body must be that
body's own. Any other abbreviation must be recorded, of a body or as a source prints it, or stand in brackets behind
words somewhere, unless every reader knows it, such as UN or DNA. Quotations and citations are left alone.

## Why it matters
Bodies of one State often have almost the same letters. Where two stand for each other, a reader gives the acts of one
to the other; where the letters are explained nowhere, each reader gives them to another body.

## Example
```yaml
case:
  title: Example
  summary: The Interior Guard (CPO) runs the north wing.
bodies:
  - {id: guard, name: Interior Guard, abbreviation: IGK}
  - {id: council, name: Council for Public Order, abbreviation: CPO}
```

Use instead:
```yaml
case:
  title: Example
  summary: The Interior Guard (IGK) runs the north wing.
bodies:
  - {id: guard, name: Interior Guard, abbreviation: IGK}
  - {id: council, name: Council for Public Order, abbreviation: CPO}
```

## When to allow it
Where a source prints the abbreviation wrongly and the text says so, or where every reader of the document knows it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS
from probata.checks.texts.markdown_texts import MarkdownText
from probata.checks.texts.recorded_names import without_country
from probata.checks.texts.sentences import at_words, our_words
from probata.checks.texts.word_lists import word_list
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph
from probata.model.body import Body
from probata.model.parts import is_part

_ABBREVIATION = re.compile(r"[A-Z](?<![\w/.-][A-Z])[A-Z]{1,6}s?(?![\w/-]|\.[A-Z])")
_IN_BRACKETS = re.compile(r"\s(?<=[\w’']\s)\s*\((?:the )?[“\"'‘]?(?P<letters>[A-Z]{2,7})[”\"'’]?\)")
_LONGEST_NAME = 150
"""Letters before a bracket in which the name of a body is looked for."""
_ROMAN = re.compile(r"[IVXLC]+")


def run(case: CheckInput) -> Iterator[Finding]:
    """Find abbreviations of another body, and those that nothing explains, each of these once."""
    texts = our_words(case.graph)
    bodies = _index(case.graph)
    for text, own in texts:
        yield from _of_another(case, text, own, bodies)
    explained = _explained(case, texts)
    used: defaultdict[str, list[tuple[MarkdownText, int]]] = defaultdict(list)
    for text, own in texts:
        for match in _ABBREVIATION.finditer(own):
            letters = match[0].removesuffix("s")
            if letters not in explained and not _ROMAN.fullmatch(letters) and not _is_shouted(own, match):
                used[letters].append((text, match.start()))
    for letters, places in used.items():
        yield _unexplained(case, letters, places)


def _of_another(case: CheckInput, text: MarkdownText, own: str, bodies: _Bodies) -> Iterator[Finding]:
    """Find the brackets behind a body's name that hold the letters of another, or not those recorded."""
    for match in _IN_BRACKETS.finditer(own):
        named, owners = (
            _body_before(bodies, own[max(match.start() - _LONGEST_NAME, 0) : match.start()]),
            bodies.by_letters[match["letters"]],
        )
        if not named or named in owners or not (owners or named.abbreviation):
            continue
        whose = (
            f"and is recorded for {say.words(owners[0].name)}"
            if owners
            else f"whose abbreviation is {say.words(named.abbreviation)}"
        )
        finding = case.finding(
            text.kind, text.record_id, f"{say.words(match['letters'])} stands in brackets behind "
            f"{say.words(named.name)}, {whose}",
            "write the abbreviation of the body that is meant, or record this one under its `other_names`",
            at=text.loc,
        )  # fmt: skip
        yield at_words(finding, case.graph, text, match.start("letters"), match.end("letters"))


@dataclass(frozen=True, slots=True)
class _Bodies:
    """The bodies by their names in small letters, and by their abbreviations."""

    by_name: dict[str, Body]
    by_letters: defaultdict[str, list[Body]]


def _index(graph: CaseGraph) -> _Bodies:
    found = _Bodies({}, defaultdict(list))
    for body in graph.bodies:
        for name in filter(None, (body.name, without_country(body), body.short_name, *body.other_names)):
            found.by_name.setdefault(_without_article(name), body)
        for letters in {body.abbreviation or "", *body.other_names}:
            found.by_letters[letters].append(body)
    return found


def _without_article(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _body_before(bodies: _Bodies, before: str) -> Body | None:
    """Return the body with the longest name that the words before a bracket end in."""
    words = before.casefold().split()
    endings = (" ".join(words[start:]) for start in range(len(words)))
    return next((bodies.by_name[ending] for ending in endings if ending in bodies.by_name), None)


def _explained(case: CheckInput, texts: Sequence[tuple[MarkdownText, str]]) -> set[str]:
    """Return the letters that a record, a bracket, the law or common knowledge explains."""
    known = set(str(word_list("abbreviations")["common"]).split())
    known.update(instrument.abbreviation or "" for instrument in case.catalogue.instruments.values())
    for own in {own for _, own in texts}:
        known.update(match["letters"] for match in _IN_BRACKETS.finditer(own))
        known.update(match[1] for match in re.finditer(r"([A-Z](?<!\w[A-Z])[A-Z]{1,6}) \([A-Z]?[a-z]", own))
    for kind, record in (("case", case.graph.case), *case.graph.each()):
        if kind not in ("allegations", "counts", "narrative", "quotations"):
            known.update(letters for line in _lines(record) for letters in _ABBREVIATION.findall(line))
    return known


def _lines(value: Any) -> Iterator[str]:
    """Give the short texts of a record: names, titles and the like, as they are recorded."""
    ahead = [value]
    while ahead:
        value = ahead.pop()
        if isinstance(value, str):
            if len(value) < 120:
                yield value
        elif isinstance(value, tuple):
            ahead += value
        elif is_part(value):
            # What is not written has the default of its field, which is no text of the case.
            written = value.model_fields_set - {"description", "summary", "note", "statement"}
            ahead += [getattr(value, name) for name in written]


def _is_shouted(own: str, match: re.Match[str]) -> bool:
    """Tell whether a word beside it is in capitals too, so that it is emphasis and no abbreviation."""
    return bool(
        re.search(r"\b[A-Z]{2,}\W{1,2}$", own[: match.start()]) or re.match(r"\W{1,2}[A-Z]{2,}\b", own[match.end() :])
    )


def _unexplained(case: CheckInput, letters: str, places: list[tuple[MarkdownText, int]]) -> Finding:
    text, start = places[0]
    records = len({(place.kind, place.record_id) for place, _ in places})
    often = f", and {records - 1} more records use it" if records > 1 else ""
    finding = case.finding(
        text.kind, text.record_id, f"{say.words(letters)} is used here and explained nowhere in the case{often}",
        "write the full name at its first mention, or record it as the `abbreviation` of a body", at=text.loc,
    )  # fmt: skip
    return at_words(finding, case.graph, text, start, start + len(letters))


CHECK = Check("DRA106", "body-named-two-ways", Severity.WARNING, TEXTS, run)
