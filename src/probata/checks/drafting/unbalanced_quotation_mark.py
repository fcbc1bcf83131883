"""A quotation that is opened and not closed, or closed with a mark of another kind.

Reads the texts, plain lines and translations that documents print for straight marks of quotation, for the marks « »,
‘ ’ and „ “ of other languages and of quotations inside quotations. An apostrophe is none, nor is the sign of inches
behind a number. A quotation of several paragraphs may open each and close the last. The marks “ ” are read by
`unbalanced-bracket`.

## Why it matters
Where a quotation does not end, a reader cannot tell the source's words from the author's. The other side quotes the
sentence as the author's own.

## Example
```yaml
case:
  title: Example
  summary: The order says "no visits until they write, and nobody was let in.
```

Use instead:
```yaml
case:
  title: Example
  summary: The order says "no visits until they write", and nobody was let in.
```

## When to allow it
Where the mark is no mark of quotation, such as a sign that a source uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, all_texts
from probata.checks.prose.sentences import at_words
from probata.checks.prose.texts import markdown_texts, printed_lines
from probata.diagnostics import Severity, say

_MARK = re.compile('[“”„«»‘’"]')
_NO_PROSE = re.compile(
    r"`[^`\n]*`|https?://\S+|\]\{[^{}]*\}|^\{[^{}\n]*\}$|\\[\"']|\[[^\[\]@]*+@[^\[\]]*+\]", re.MULTILINE
)
"""Code, addresses, attributes, and citations, whose marks are those of a locator."""
_INCHES = re.compile(r"(?<![\w/])\d+(?:\.\d+)?\"")
_BETWEEN_PARAGRAPHS = re.compile(r"\n[ \t]*\n")


def run(case: CheckInput) -> Iterator[Finding]:
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
    if not _MARK.search(paragraph):
        return None
    bare = _NO_PROSE.sub(lambda match: " " * len(match[0]), paragraph)
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


CHECK = Check("DRA107", "unbalanced-quotation-mark", Severity.WARNING, TEXTS, run, looks_at=all_texts)
