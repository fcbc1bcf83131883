"""The way through: records become a graph, a graph becomes a document, a document becomes files.

One file a stage, in this order, and no logic of its own:

1. `workspace` and `session`: what a run works on; `opening`: a case is read, joined and computed.
2. `planning`: which filings are made; `record_checks`: what concerns one filing, and what refuses it.
3. `drafting`: disclosed, composed and cited, with what `first_page` says is missing; `document_checks`, and
   `case_checks` of all that is found.
4. `making`: prepared, with what `looks` says of its looks, then written in each format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from probata.lazy import names_from

if TYPE_CHECKING:
    from probata.pipeline.document_checks import (
        DocumentLookedAt,
        check_document,
        check_documents,
        check_each_document,
    )
    from probata.pipeline.drafting import draft, supported_by
    from probata.pipeline.looks import is_built_without
    from probata.pipeline.making import (
        DRAFT,
        FORMATS,
        PUBLIC,
        Made,
        Prepared,
        check_together,
        file_name,
        finish,
        make,
        make_document,
        prepare,
        stem_of,
        with_findings,
    )
    from probata.pipeline.opening import open_case, open_records
    from probata.pipeline.planning import plan
    from probata.pipeline.record_checks import (
        check_records_for,
        findings_for,
        gaps_of,
        in_the_way,
        matrix_of_proof,
        refusals,
        whole_case,
    )
    from probata.pipeline.session import Session, Workspace, filings, forum_of, open_workspace
else:
    __getattr__ = names_from(
        __name__, "session", "opening", "planning", "record_checks", "drafting", "looks", "document_checks", "making",
    )  # fmt: skip

__all__ = [
    "DRAFT",
    "FORMATS",
    "PUBLIC",
    "DocumentLookedAt",
    "Made",
    "Prepared",
    "Session",
    "Workspace",
    "check_document",
    "check_documents",
    "check_each_document",
    "check_records_for",
    "check_together",
    "draft",
    "file_name",
    "filings",
    "findings_for",
    "finish",
    "forum_of",
    "gaps_of",
    "in_the_way",
    "is_built_without",
    "make",
    "make_document",
    "matrix_of_proof",
    "open_case",
    "open_records",
    "open_workspace",
    "plan",
    "prepare",
    "refusals",
    "stem_of",
    "supported_by",
    "whole_case",
    "with_findings",
]
