"""A citation stands outside square brackets, so that it is printed as it is.

Looks at every text of the case, its translations too, for `@` before the id of a source, an authority or an instrument
of the catalogue. Only within square brackets is it a citation, and of several there only one behind a semicolon:
`[@register, p. 4, @diary, p. 2]` prints the second as it stands. Within code and double braces, in addresses, and
behind a backslash it is left alone, as is a word behind `@` that is no such id.

## Why it matters
The reader gets a mark of the machine where the source should be, and the sentence has no note: it counts as unproved.

## Example
```yaml
case: {title: Example}
sources: [{id: register, title: Register of North Prison, held: held}]
allegations:
  - id: beatings
    title: Beatings
    statement: Prisoners were beaten in 2016.
    particulars: Five prisoners were brought in on 3 May 2016 @register, p. 4.
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: register, title: Register of North Prison, held: held}]
allegations:
  - id: beatings
    title: Beatings
    statement: Prisoners were beaten in 2016.
    particulars: Five prisoners were brought in on 3 May 2016 [@register, p. 4].
```

## When to allow it
Where the word is meant as it stands, such as the name of an account that is also an id. A backslash before it
says so, and it is no longer found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.prose.sentences import at_words
from probata.checks.prose.texts import MarkdownText
from probata.checks.support.lost_citations import is_citable, lost_citations, records_with, texts_with
from probata.diagnostics import Severity, say
from probata.model.citation import parse_pinpoint

_SIGN = "@"
_LEFT_ALONE = re.compile(r"`[^`\n]*+`|\{\{[^{}\n]*+\}\}|https?://\S++|(?<!\^)\[[^\[\]@]*+@[^\[\]]*+\]")
_BARE = re.compile(r"(?<![\w@\\/.])@(?P<key>[\w.:/-]*\w)(?:,\s*(?P<place>[^\W\d_]+\.?\s+\d+(?:\s*[-–]\s*\d+)?))?")


_CITING = re.compile(r"(?<!\^)\[[^\[\]@]*+@[^\[\]]*+\]")


def run(case: CheckInput) -> Iterator[Finding]:
    """Find, in each text, the ids behind `@` that no brackets enclose, and those that no semicolon parts."""
    for text, bare in lost_citations(case, _SIGN, _BARE, _LEFT_ALONE):
        finding = case.finding(
            text.kind, text.record_id,
            f"`@{bare['key']}` stands outside square brackets, so that it is printed as it is",
            f"write {say.words(_bracketed(bare))}", at=text.loc,
        )  # fmt: skip
        yield at_words(finding, case.graph, text, bare.start(), bare.end("key"))
    for text, bare in _without_semicolon(case):
        finding = case.finding(
            text.kind, text.record_id,
            f"`@{bare['key']}` stands in one citation with another work, so that it is printed as it is",
            f"put a semicolon between the two: `; @{bare['key']}`", at=text.loc,
        )  # fmt: skip
        yield at_words(finding, case.graph, text, bare.start(), bare.end("key"))


def _without_semicolon(case: CheckInput) -> Iterator[tuple[MarkdownText, re.Match[str]]]:
    """Give the ids in brackets behind which a citation has begun already, with no semicolon since."""
    for text in texts_with(case, _SIGN):
        for citing in _CITING.finditer(text.value):
            for bare in _BARE.finditer(text.value, citing.start(), citing.end()):
                before = text.value[citing.start() : bare.start()].rpartition(";")[2]
                if _BARE.search(before) and is_citable(case, bare["key"]):
                    yield text, bare


def _bracketed(bare: re.Match[str]) -> str:
    """Write it as a citation, with the words behind it where they name a place."""
    place = " ".join((bare["place"] or "").split())
    return f"[@{bare['key']}, {place}]" if place and parse_pinpoint(place) else f"[@{bare['key']}]"


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a text that has the sign of a citation."""
    return records_with(case, _SIGN)


CHECK = Check("EVI152", "citation-without-brackets", Severity.ERROR, "texts with citations", run, looks_at=_looks_at)
