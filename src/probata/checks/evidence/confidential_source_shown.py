"""A document cites a source that is marked `confidential`, and not only whoever decides on it reads that document.

Looks at each source that a document cites, or through which a source cited there is known, and asks who reads the
document by its forum: the person accused, the State, the public. Found is a source with `confidentiality:
confidential`. Of one marked `anonymise` it cannot tell whether the reference still shows who is not to be shown.

## Why it matters
A reference tells that a paper exists, of what day it is and often who wrote it. Nothing takes it out of a document by
itself. Where only a few can have written to you, the line in the note is enough to find them.

## Example
```yaml
case:
  title: Example
  summary: Two relatives were called in by the police [@letter, p. 1].
  filings: [{id: brief, forum: uk-ghr}]
sources: [{id: letter, title: Letter of two families, issued: 2024-01-17, confidentiality: confidential}]
```

Use instead:
```yaml
case:
  title: Example
  summary: Two relatives were called in by the police [@report, p. 44].
  filings: [{id: brief, forum: uk-ghr}]
sources:
  - {id: letter, title: Letter of two families, issued: 2024-01-17, confidentiality: confidential}
  - {id: report, title: Thirty Days Without a Name, issued: 2024-03-04}
```

## When to allow it
Where only what stands in the paper is confidential, and its reference may be read by all who are named. Say in the
decision who agreed to that.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.readers import others_who_read
from probata.diagnostics import Severity, say
from probata.model.case_file import Filing
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the confidential sources that each document shows to others than its addressee."""
    for filing, source, readers in _shown(case):
        if source.confidentiality == "confidential":
            yield case.finding(
                "sources", source.id,
                f"source {say.source(source)} is marked confidential, and {say.filing(filing)}, which {readers} may "
                "read, prints its reference",
                "take the citation out of this filing, or write the reference so that it shows nobody and mark it "
                "`anonymise`",
                at=("confidentiality",), alike=readers, filing=filing.id,
            )  # fmt: skip


def _shown(case: CheckInput) -> Iterator[tuple[Filing, Source, str]]:
    """Give the sources that documents cite, with the words for those who read the document besides its addressee."""
    for filing, _ in case.filings:
        for key in case.drafts[filing.id].cited if _is_read(case, filing) else ():
            if source := case.graph.find("sources", Source, key):
                yield filing, source, others_who_read(case, filing)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the documents that others read; whether a reference hides who is to be hidden, no record says."""
    cited: dict[str, list[str]] = {filing.id: [] for filing, _ in case.filings if _is_read(case, filing)}
    for filing, source, _ in _shown(case):
        cited[filing.id] += [source.id] if source.confidentiality == "anonymise" else []
    for filing_id, hiding in cited.items():
        yield Looked(f"filings/{filing_id}", "no record says what a reference may show" if hiding else "")


def _is_read(case: CheckInput, filing: Filing) -> bool:
    return filing.id in case.drafts and bool(others_who_read(case, filing))


CHECK = Check("EVI201", "confidential-source-shown", Severity.WARNING, "documents", run, looks_at=_looks_at)
