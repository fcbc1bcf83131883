"""A fictional case of 50,000 records: 10,000 allegations, 30,000 sources, and people, roles, bodies and posts.

The same case every time. Every reference resolves, each kind is a folder of files, and there is no filing. Wordings
differ in their words, as those of people do, and not in a number alone: each detail is drawn in its turn from a list,
the lists are of lengths without a common factor, and so no two allegations have all of theirs alike.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.details import HOURS, PLACES, SEEN, WHO, WHY

ALLEGATIONS = 10_000
BODIES = ALLEGATIONS // 100
PEOPLE = ALLEGATIONS // 2 - BODIES
"""So many roles too, one a person, and so many posts as bodies."""
IN_ONE_FILE = 1000
"""Records; no file comes near the size above which none is read."""

TOWNS = ("Ostamar", "Halvet", "Brann", "Lorvik", "Sareth", "Mendova", "Tirsk", "Calvar", "Ersten", "Polvara", "Quist")
SYLLABLES = ("or", "ske", "lin", "ta", "vo", "dra", "mer", "ish", "kel", "van", "su", "bre", "thal")
ACTS = (
    ("torture", "beat detainees with cables during questioning", "uncat", "1"),
    ("arbitrary_detention", "held detainees for weeks without the order of a court", "iccpr", "9"),
    ("cruel_inhuman_degrading_treatment", "kept detainees in unheated containers in winter", "iccpr", "7"),
    ("enforced_disappearance", "hid from families where detainees were held", "icpped", "2"),
)
KINDS_OF_SOURCE = (
    ("report", "Report on custody in {town}, part {n}", "Custody Watch {town}"),
    ("article-newspaper", "What was seen at the gates of {town}, day {n}", "The {town} Courier"),
    ("legislation", "Service order {n} of the guard at {town}", "State Printing Office, {town}"),
)
CASE = """\
format: 1
title: Custody in the eleven towns of Kelvandra
status: ready
as_of: 2026-10-30
language: en-GB
state: Kelvandra
persons_concerned: [person-0, person-1, person-2]
"""


def write_case(case: Path, allegations: int = ALLEGATIONS) -> Path:
    """Write the case, or its first allegations with what they name, into a folder and return it."""
    case.mkdir(parents=True, exist_ok=True)
    (case / "case.yaml").write_text(CASE, encoding="utf-8")
    bodies, people = min(BODIES, allegations), min(PEOPLE, allegations)
    _write(case / "bodies", bodies, _body)
    _write(case / "positions", bodies, _position)
    _write(case / "people", people, _person)
    _write(case / "roles", people, _role)
    _write(case / "sources", 3 * allegations, _source)
    _write(case / "allegations", allegations, _allegation)
    return case


def _write(folder: Path, number: int, record: Callable[[int], str]) -> None:
    folder.mkdir(exist_ok=True)
    for first in range(0, number, IN_ONE_FILE):
        records = (record(n) for n in range(first, min(first + IN_ONE_FILE, number)))
        (folder / f"{folder.name}-{first:05}.yaml").write_text("\n".join(records), encoding="utf-8")


def _town(n: int) -> str:
    return TOWNS[n % len(TOWNS)]


def _of(words: tuple[str, ...], n: int) -> str:
    return words[n % len(words)]


def _name(n: int) -> str:
    """Return a family name; no two of these people have the same."""
    syllables: list[str] = []
    while n or not syllables:
        n, rest = divmod(n, len(SYLLABLES))
        syllables.append(SYLLABLES[rest])
    return f"{'Bar' if len(syllables) < 3 else ''}{''.join(syllables)}".capitalize()


def _day(n: int, year: int) -> str:
    return f"{year}-{n % 12 + 1:02}-{n % 28 + 1:02}"


def _body(n: int) -> str:
    return f"""\
- id: body-{n}
  name: Custody Battalion {n} of {_town(n)}
  kind: military_unit
  country: Kelvandra
  citations: source-{3 * n + 2}, para 1
"""


def _position(n: int) -> str:
    return f"""\
- id: post-{n}
  title: Commander of Custody Battalion {n} of {_town(n)}
  body: body-{n}
  citations: source-{3 * n + 2}, para 2
"""


def _person(n: int) -> str:
    return f"""\
- id: person-{n}
  name: {{family: {_name(n)}, given: {_name(n * 7 + 3)}, order: given_first}}
  part_played: [person_concerned]
  birth:
    date: {{value: {_day(n, 1960 + n % 25)}, citations: ["source-{3 * n + 2}, p. 2"]}}
  nationalities: [{{value: Kelvandra, citations: ["source-{3 * n + 2}, p. 2"]}}]
"""


def _role(n: int) -> str:
    post = n % BODIES
    return f"""\
- id: role-{n}
  person: person-{n}
  seats: [post-{post}]
  title: Commander of Custody Battalion {post} of {_town(post)}
  dates: {{stated: 2021-02-01/2023-09-30, certain: 2021-02-01/2023-09-30}}
  status: ended
  as_of: 2026-10-12
  responsibility:
    - label: command
      link: direct_superior
      relation: de_jure
      setting: military_or_like
      conduct: [knew_and_did_not_prevent]
      over: the guards of Custody Battalion {post}
      citations: source-{3 * n + 2}, para 3
  citations: source-{3 * n + 2}, para 3
"""


def _source(n: int) -> str:
    kind, title, publisher = KINDS_OF_SOURCE[n % 3]
    town = _town(n // 3)
    return f"""\
- id: source-{n}
  type: {kind}
  title: {title.format(town=town, n=n)}
  publisher: {publisher.format(town=town)}
  issued: {_day(n, 2024)}
  page: 1-40
  url: https://sources.example/{town.lower()}/{n}
  accessed: 2026-09-10
  language: en
  country: Kelvandra
  rank: {"primary" if n % 3 == 2 else "secondary"}
  held: held
  supports: Custody in {town}
"""


def _allegation(n: int) -> str:
    role, town = n % PEOPLE, _town(n)
    code, act, instrument, article = ACTS[n % len(ACTS)]
    report, paper, order = (f"source-{3 * n + rest}" for rest in range(3))
    return f"""\
- id: allegation-{n}
  title: Alleged acts at {town} in {_day(n, 2022)[:7]}, number {n}
  statement: >-
    It is alleged that guards of Custody Battalion {role % BODIES} {act} at {town} on {_day(n, 2022)}, {_of(HOURS, n)},
    near {_of(PLACES, n)}: {_of(WHO, n)}, held {_of(WHY, n)}, were among them. Their commander, so {_of(SEEN, n)}
    says, knew of it and did not prevent it.
  roles:
    - role: role-{role}
      responsibility:
        - label: command
          link: direct_superior
          relation: de_jure
          setting: military_or_like
          conduct: [knew_and_did_not_prevent]
          over: the guards of Custody Battalion {role % BODIES}
          citations: {order}, para 4
      citations: {order}, para 2
  conduct: [{code}]
  period: {_day(n, 2022)}
  provisions:
    - {{instrument: {instrument}, provision: "{article}", citations: ["{order}, p. 1"]}}
  bodies: [body-{role % BODIES}]
  particulars: |
    Former detainees, {_of(WHO, n + 3)} and {_of(SEEN, n + 5)} with them, state that guards {act} near {_of(PLACES, n)}
    of the centre at {town}, and name the same room [@{report}, pp. 18-19]. A paper of {town} printed on the next day
    that families of those held {_of(WHY, n)} waited {_of(HOURS, n + 1)} and were told nothing [@{paper}, p. 2].

    The commander inspects the centre each day and answers for the life and health of those held there
    [@{order}, para 4]. None of the detainees was heard by a judge [@{report}, p. 21].
  evidence:
    - source: {report}
      pinpoint: {{type: page, value: 18-19}}
      supports: What former detainees of {town} describe
    - source: {paper}
      pinpoint: {{type: page, value: 2}}
      supports: Families at the gates of {town}
    - source: {order}
      pinpoint: {{type: paragraph, value: 4}}
      supports: Command of the guards and daily inspection
"""
