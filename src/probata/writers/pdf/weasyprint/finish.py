"""The last touch on the file before it is written."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pydyf

from probata.writers.pdf.weasyprint.source import Source
from probata.writers.pdf.weasyprint.split_paragraphs import join_split_paragraphs
from probata.writers.pdf.weasyprint.split_rows import join_split_rows
from probata.writers.pdf.weasyprint.structure import Structure, tag_notes_and_contents

Finisher = Callable[[Any, Any], None]  # the engine's document and its PDF, for which it has no types


def finisher(source: Source) -> Finisher:
    """Return what adds page labels and mends the structure tree."""
    rows = {row.id: row for row in source.rows}
    known = source.paragraphs.union(rows)

    def finish(document: Any, pdf: Any) -> None:
        """Mend one PDF as the engine hands it over, before it is written."""
        printed_numbers = pydyf.Dictionary({"S": "/D"})
        pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, printed_numbers])})
        structure = Structure(pdf)
        tag_notes_and_contents(structure)
        anchors = [known & set(page.anchors) for page in document.pages]
        running_on = [here & there for here, there in pairwise(anchors)]
        join_split_rows(structure, running_on, rows)
        join_split_paragraphs(structure, [both - rows.keys() for both in running_on])

    return finish
