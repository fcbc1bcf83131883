"""From when to when a post was held: an end that is not known is never printed as if it were."""

from __future__ import annotations

from tests.each import each

from probata.messages import load_wording
from probata.messages.wording import role_in_words
from probata.model.role import Role

NOT_KNOWN = "; whether still held is not known (as of 12 October 2026)"


@each(
    ("stated", "start_known", "end_known", "status", "words"),
    [
        ("2015/2017", False, True, "ended", "at least from 2015 to 2017"),
        ("2015/..", True, True, "current", "from 2015 (as of 12 October 2026)"),
        ("2015/..", False, True, "current", "at least from 2015 (as of 12 October 2026)"),
        ("2015/..", True, True, "unknown", f"from 2015{NOT_KNOWN}"),
        ("2015/..", False, True, "unknown", f"at least from 2015{NOT_KNOWN}"),
        ("2015/..", False, False, "ended", "at least from 2015; end date not known"),
        ("../2017", True, False, "ended", "at least until 2017"),
        ("2015-05-03", False, False, "ended", "at least on 3 May 2015"),
    ],
)
def test_an_end_that_is_not_known_is_said_not_to_be(
    stated: str, start_known: bool, end_known: bool, status: str, words: str
) -> None:
    dates = {"stated": stated, "start_known": start_known, "end_known": end_known}
    role = {"id": "r", "person": "p", "title": "T", "dates": dates, "status": status, "as_of": "2026-10-12"}

    assert role_in_words(load_wording("en-GB"), Role.model_validate(role)) == words
