"""Which versions of a narrative section a document takes."""

from __future__ import annotations

from tests.each import each

from probata.compose.views.quotation import in_one_language
from probata.model.narrative import Narrative

BRITISH, AMERICAN, FRENCH = (
    Narrative(id=name, title="Summary", place="summary", order=1, language=language, text="It is so.")
    for name, language in (("summary", None), ("summary.en-US", "en-US"), ("summary.fr", "fr"))
)


@each(
    ("language", "printed"),
    [("en-US", AMERICAN), ("en-GB", BRITISH), ("en-CA", BRITISH), ("en", BRITISH), ("fr-CH", FRENCH), ("de", BRITISH)],
)
def test_a_document_takes_the_version_for_its_country_or_else_that_of_the_case(
    language: str, printed: Narrative
) -> None:
    chosen, left_behind = in_one_language([BRITISH, AMERICAN, FRENCH], language, "en-GB")

    assert [section.id for section in chosen] == [printed.id]
    assert left_behind == []
