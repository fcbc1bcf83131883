"""Dates as people type them into a cell."""

from __future__ import annotations

import pytest

from probata.model.dates import parse_when
from probata.workbook.said_dates import as_recorded


@pytest.mark.parametrize(
    ("said", "recorded"),
    [
        ("Aug 2015 – Apr 2017", "2015-08/2017-04"),
        ("August 2015 to April 2017", "2015-08/2017-04"),
        ("from May 2022", "2022-05/.."),
        ("since 2020", "2020/.."),
        ("Aug 2015 - present", "2015-08/.."),
        ("until 3 March 2014", "../2014-03-03"),
        ("about 2014", "~2014"),
        ("c. May 2014", "~2014-05"),
        ("21 Aug 2015", "2015-08-21"),
        ("August 21, 2015", "2015-08-21"),
        ("Sept 2015", "2015-09"),
        ("March 2021-Sept 2023", "2021-03/2023-09"),
        ("May to June 2022", "2022-05/2022-06"),
        ("between 2015 and 2017", "2015/2017"),
        ("from 2015 to 2017", "2015/2017"),
        ("2015-08/2017-04", "2015-08/2017-04"),
        ("2022-05/..", "2022-05/.."),
        ("../2014", "../2014"),
        ("2015", "2015"),
        ("2022-2024", "2022/2024"),
        ("from 2022-2024", "2022/2024"),
        ("2022 - 2024", "2022/2024"),
        ("May 2022 -", "2022-05/.."),
        ("May 2022-", "2022-05/.."),
        ("2022 –", "2022/.."),
        ("1.5.2022", "2022-05-01"),
        ("01. 05. 2022", "2022-05-01"),
        ("1.5.2022 – 3.6.2022", "2022-05-01/2022-06-03"),
        ("1.5.2022-3.6.2022", "2022-05-01/2022-06-03"),
        ("1.5.2022 -", "2022-05-01/.."),
        ("2015-08 - 2017-04", "2015-08/2017-04"),
        ("May 2022 to date", "2022-05/.."),
        ("May 2022 onwards", "2022-05/.."),
        ("May-June 2022", "2022-05/2022-06"),
        ("30 Apr-3 May 2022", "2022-04-30/2022-05-03"),
        ("21-Aug-2015", "2015-08-21"),
    ],
)
def test_a_date_is_understood_as_it_is_typed(said: str, recorded: str) -> None:
    assert as_recorded(said) == recorded

    assert parse_when(recorded).text == recorded


@pytest.mark.parametrize(
    "said",
    [
        "3/4/2015",
        "12 to 14 May 2022",
        "soon",
        "Mai 2015",
        "32",
        "the spring of 2015",
        "1-May",
        "5.13.2022",
        "31 June 2022",
        "30 Feb 2021 - 1 May 2022",
        "01/05/2022 - 31/12/2022",
        "-",
        "2022-24",
    ],
)
def test_what_may_mean_two_things_is_left_as_it_is(said: str) -> None:
    assert as_recorded(said) == said
