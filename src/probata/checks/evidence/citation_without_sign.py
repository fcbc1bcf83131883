"""Square brackets begin with the id of a source and lack the sign of a citation, so that they are printed as they are.

Looks at every text of the case, its translations too, for square brackets that begin with the id of a source, an
authority or an instrument of the catalogue without `@` before it. An id that is a plain word, such as `register`,
counts only with a place behind it, `[register, p. 4]`: else it may be a word of an editor. Links, notes, code and
double braces are left alone.

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
    particulars: Five prisoners were brought in on 3 May 2016 [register, p. 4].
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
Where the brackets are meant as they stand. A backslash before the first says so, and it is no longer found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.prose.sentences import at_words
from probata.checks.support.lost_citations import lost_citations, records_with
from probata.diagnostics import Severity
from probata.model.citation import parse_pinpoint

_SIGN = "["
_LEFT_ALONE = re.compile(r"`[^`\n]*+`|\{\{[^{}\n]*+\}\}")
_BARE = re.compile(r"(?<![\\\]])\[(?P<key>[a-z0-9][\w.:-]*\w)(?:,(?P<place>[^\[\]@;]*))?(?:;[^\[\]]*)?\](?![(\[:])")
_PLAIN_WORD = re.compile(r"[a-z]+")


def run(case: CheckInput) -> Iterator[Finding]:
    """Find, in each text, the brackets that begin with an id and no `@`."""
    for text, bare in lost_citations(case, _SIGN, _BARE, _LEFT_ALONE):
        if _is_meant(bare):
            finding = case.finding(
                text.kind, text.record_id,
                f"`[{bare['key']}` lacks the sign of a citation, so that the brackets are printed as they are",
                f"write `[@{bare['key']}`", at=text.loc,
            )  # fmt: skip
            yield at_words(finding, case.graph, text, bare.start(), bare.end("key"))


def _is_meant(bare: re.Match[str]) -> bool:
    """Tell whether a source is meant: a place is behind it, or no word of a sentence looks like its id."""
    return not _PLAIN_WORD.fullmatch(bare["key"]) or parse_pinpoint(bare["place"] or "") is not None


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a text that has square brackets."""
    return records_with(case, _SIGN)


CHECK = Check("EVI161", "citation-without-sign", Severity.ERROR, "texts with square brackets", run, looks_at=_looks_at)
