"""Given and family name behind a rank of armed forces or police, whoever bears them: `General Amir Velden`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from probata.checks.prose.words import any_of
from probata.checks.support.ranks import ends_an_office, ranks

_WORD = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*[a-zß-öø-ÿ](?:[’'-][^\W\d_]+)*?"
_ENDS = r"(?![\w-])(?!\s+[^\W\d_a-zß-öø-ÿ])(?!\s+\d)"
"""Behind the name stands no further name and no number: `General Assembly Resolution`, `Major Crimes Unit 4`."""


def ranked_names(own: str, language: str) -> Iterator[re.Match[str]]:
    """Give the two words behind each rank that can be a name of a person; the groups are `first` and `second`.

    Left out is a rank that ends a title of office, and words that make the whole the name of a body. In English a rank
    before a name has a capital letter.
    """
    for match in _ranked(language).finditer(own):
        is_rank = language != "en" or match["rank"][0].isupper()
        is_body = any(any_of("ranks", "bodies", language).fullmatch(match[part]) for part in ("first", "second"))
        if is_rank and not is_body and not ends_an_office(own[: match.start()], language):
            yield match


@cache
def _ranked(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<rank>(?i:{ranks(language)}))[ \n]+(?P<first>{_WORD})[ \n]+(?P<second>{_WORD}){_ENDS}"
    )
