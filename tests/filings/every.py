"""All filings in one test: each by its name, as it goes out, as a PDF."""

from __future__ import annotations

from collections.abc import Iterable

from tests.each import Decorator, each
from tests.filings.cases import FILINGS, FilingName
from tests.filings.made import made_filing, pdf_of


def each_of(filings: Iterable[FilingName]) -> Decorator:
    """Run a test with each filing: with `filing_name`, `filing` and `pdf`, whichever it asks for."""
    return each("filing_name", filings, ids=str, made={"filing": made_filing, "pdf": pdf_of})


every_filing = each_of(FILINGS)
