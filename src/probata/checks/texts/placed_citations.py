"""Every citation with a place, worked out once for several checks, and where in a text it stands."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.texts.citations import PlacedCitation, citations_in, citations_in_texts
from probata.checks.texts.each_place import each_place
from probata.checks.texts.markdown_texts import MarkdownText, markdown_texts
from probata.checks.texts.sentences import at_words


def placed_citations(case: CheckInput) -> tuple[PlacedCitation, ...]:
    """Return the citations of a case that name a place, those in fields first and then those in Markdown texts.

    One that names places of several kinds is there once for each.
    """
    return case.once(
        "citations with a place",
        lambda: tuple(
            one if alone is one.value else replace(one, value=alone)
            for one in chain(citations_in(case.graph), citations_in_texts(case.graph))
            for alone in each_place(case.graph, one.value)
        ),
    )


def at_citation(finding: Finding, case: CheckInput, cited: PlacedCitation) -> Finding:
    """Return a finding at the words of a citation in its text; as it is where the citation is a field of its own."""
    by_place = case.once("Markdown texts by place", lambda: {_place(one): one for one in markdown_texts(case.graph)})
    text = by_place.get(_place(cited))
    place = cited.value.pinpoint.value if cited.value.pinpoint else ""
    found = text and re.search(rf"@{re.escape(cited.value.source)},[^;\[\]@]*?{re.escape(place)}(?!\d)", text.value)
    return at_words(finding, case.graph, text, found.start(), found.end()) if text and found else finding


def _place(one: MarkdownText | PlacedCitation) -> tuple[str, str, Loc]:
    return one.kind, one.record_id, one.loc
