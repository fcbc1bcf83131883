"""A bracket or quotation mark that is opened and not closed, or closed and not opened.

Reads what documents print: narrative, statements of allegations and their particulars, arguments, the summary; plain
lines such as titles, captions and contentions; and all translations. Quotations are left alone: their letters are their
speaker's.

## Why it matters
A reader of law reads brackets: one that is missing leaves open what belongs to the quotation and what to the author.

## Example
```yaml
case:
  title: Example
  summary: Prisoners were beaten (see the register, and nobody was punished.
```

Use instead:
```yaml
case:
  title: Example
  summary: Prisoners were beaten (see the register), and nobody was punished.
```

## When to allow it
Hardly ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, all_texts
from probata.checks.prose.texts import markdown_texts, printed_lines
from probata.diagnostics import Severity, say

_CLOSES = {")": "(", "]": "[", "”": "“"}
_MARK = re.compile(f"[{re.escape(''.join((*_CLOSES, *_CLOSES.values())))}]")
_NO_PROSE = re.compile(r"`[^`\n]*`|https?://\S+|^\s*\(?\w{1,4}[.)](?=\s)", re.MULTILINE)
"""Code, addresses, and the marks of lists, whose closing bracket opens nowhere."""


def run(case: CheckInput) -> Iterator[Finding]:
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
    for mark in _MARK.findall(_NO_PROSE.sub(" ", paragraph)):
        if mark not in _CLOSES:
            ahead.append(mark)
        else:
            if not ahead or ahead[-1] != _CLOSES[mark]:
                return ahead[-1] if ahead else mark
            ahead.pop()
    return ahead[0] if ahead else ""


CHECK = Check("DRA101", "unbalanced-bracket", Severity.WARNING, TEXTS, run, looks_at=all_texts)
