"""Dates as people type them, in cells and in tables of others."""

from __future__ import annotations

import pytest

from probata.model.dates import parse_when
from probata.model.typed_dates import as_recorded


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
        ("3 – 9 March 2023", "2023-03-03/2023-03-09"),
        ("11-12 May 2022", "2022-05-11/2022-05-12"),
        ("12 to 14 May 2022", "2022-05-12/2022-05-14"),
        ("28 February – 3 March 2022", "2022-02-28/2022-03-03"),
        ("from 3rd to 9th March 2023", "2023-03-03/2023-03-09"),
        ("March 3-9, 2023", "2023-03-03/2023-03-09"),
        ("March 28 – April 3, 2023", "2023-03-28/2023-04-03"),
        ("1.-3.5.2022", "2022-05-01/2022-05-03"),
        ("1.5. – 3.6.2022", "2022-05-01/2022-06-03"),
        ("Tue 14 – Thu 16 Feb 2023", "2023-02-14/2023-02-16"),
        ("14th of February, 2023", "2023-02-14"),
        ("the 14th of February 2023", "2023-02-14"),
        ("Tue 14 Feb 2023", "2023-02-14"),
        ("Tuesday, 14 February 2023", "2023-02-14"),
        ("Feb. 14, 2023", "2023-02-14"),
        ("Feb 14 2023", "2023-02-14"),
        ("14.02.2023", "2023-02-14"),
        ("2023/2/14", "2023-02-14"),
        ("14\u00a0February\u00a02023", "2023-02-14"),
        ("in May 2022", "2022-05"),
        ("since Aug 2015", "2015-08/.."),
        ("May 2022 until further notice", "2022-05/.."),
        ("from May 2022 until further notice", "2022-05/.."),
        ("2015 to the present", "2015/.."),
        ("2015\u2010\u200a2017", "2015/2017"),
    ],
)
def test_a_date_is_understood_as_it_is_typed(said: str, recorded: str) -> None:
    assert as_recorded(said) == recorded

    assert parse_when(recorded).text == recorded


@pytest.mark.parametrize(
    "said",
    [
        "3/4/2015",
        "soon",
        "Jan 2021 and May 2022",
        "Wed 14 Feb 2023",
        "28 – 3 March 2022",
        "28 December – 3 January 2022",
        "29-31 April 2022",
        "30-31 Feb 2022",
        "mid-2014",
        "early 2015",
        "1990s",
        "before 2012",
        "by May 2015",
        "present",
        "to date",
        "until further notice",
        "03-04-2023",
        "5 – 2022",
        "x" * 5000,
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
        "5, 2023",
        "14 2023",
        "since 9 2023",
        "9, 2023 – present",
        "Monday, 5 2023",
    ],
)
def test_what_may_mean_two_things_is_left_as_it_is(said: str) -> None:
    assert as_recorded(said) == said
