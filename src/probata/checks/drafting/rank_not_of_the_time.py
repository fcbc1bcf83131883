"""A text gives a person a rank that the records do not give, or do not give for the time told of.

Looks in our English, French and Spanish texts for a rank of armed forces or police right before the name of a person
whose ranks are recorded: in roles, posts, their titles, or the form of address. The time is a date in the sentence, or
else that of the event or allegation whose text it is. A sentence that names the rank of the time as well is left
alone, and so is a rank that ends a title of office, as in “Prosecutor General” or “Prison Commissioner”, or that
another person of the name may have.

## Why it matters
Who is called General for what a Major did is not the man of the document that proves it. The rank at the time says who
could give orders to whom.

## Example
```yaml
case:
  title: Example
  summary: On 4 March 2018 Colonel Orskelin visited the north wing.
people: [{id: orskelin, name: {family: Orskelin, given: Daveth}}]
roles:
  - {id: deputy, person: orskelin, title: Deputy Commander, rank: Lieutenant Colonel, dates: 2017/2020}
  - {id: commander, person: orskelin, title: Commander, rank: Colonel, dates: 2021/2023}
```

Use instead:
```yaml
case:
  title: Example
  summary: On 4 March 2018 Lieutenant Colonel Orskelin visited the north wing.
people: [{id: orskelin, name: {family: Orskelin, given: Daveth}}]
roles:
  - {id: deputy, person: orskelin, title: Deputy Commander, rank: Lieutenant Colonel, dates: 2017/2020}
  - {id: commander, person: orskelin, title: Commander, rank: Colonel, dates: 2021/2023}
```

## When to allow it
Where the text follows a source that gives the later rank, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, texts_in_all_languages
from probata.checks.quoted import quoted
from probata.checks.texts.dates_in_text import WRITTEN_DATE, point_of, times_in
from probata.checks.texts.named_people import named_people
from probata.checks.texts.ranks import ends_an_office, plain_rank, ranks_in
from probata.checks.texts.ranks import ranks as any_rank_of
from probata.checks.texts.saying import ours_saying
from probata.checks.texts.sentences import Sentence, at_words
from probata.checks.texts.word_lists import LANGUAGES, languages_of
from probata.diagnostics import Severity
from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.dates import Answer, When
from probata.model.event import Event
from probata.model.language import same_language
from probata.model.person import Person
from probata.model.position import Position
from probata.model.record import Part
from probata.model.role import Role

_NAME_ENDS = r"(?!\s[A-ZÀ-Þ])"
"""Behind a name no other: Colonel Orskelin Tarn is somebody else, and a street may bear the name."""
_DATE = re.compile(rf"(?<!\d){WRITTEN_DATE}", re.IGNORECASE)


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the ranks, each place once."""
    told: set[tuple[str, str, Loc, int]] = set()
    for sentence in _with_a_rank(case.graph):
        for match, person, ranks in _ranks_said(case.graph, sentence):
            fault = _fault(case.graph, sentence, person, plain_rank(match["rank"]), ranks)
            place = (sentence.text.kind, sentence.text.record_id, sentence.text.loc, sentence.start + match.start())
            if fault and place not in told and not _may_be_another(case.graph, sentence, match, person):
                told.add(place)
                yield _finding(case, sentence, match, person, fault)


def _with_a_rank(graph: CaseGraph) -> Iterator[Sentence]:
    for language in languages_of("ranks"):
        any_rank = re.compile(any_rank_of(language), _flags(language))
        yield from ours_saying(graph, language, any_rank.search)


def _ranks_said(graph: CaseGraph, sentence: Sentence) -> Iterator[tuple[re.Match[str], str, set[str]]]:
    """Give each rank before the name of a person whose ranks are recorded, with the person and those ranks."""
    names, language = named_people(graph), sentence.language
    for person in names.named_in(sentence.own):
        ranks = _ranks_of(graph, person, language)
        said = rf"(?<![\w-])(?P<rank>(?i:{any_rank_of(language)}))\s+{names.pattern(person)}{_NAME_ENDS}"
        said = said.replace("(?i:", "(?:") if language == LANGUAGES[0] else said
        for match in re.finditer(said, sentence.own) if ranks else ():
            if not ends_an_office(sentence.own[: match.start()], language):
                yield match, person, ranks


def _may_be_another(graph: CaseGraph, sentence: Sentence, match: re.Match[str], person: str) -> bool:
    """Tell whether another recorded person has the name, and may have the rank: two colonels of one family name."""
    names, name = named_people(graph), sentence.own[match.end("rank") : match.end()].strip()
    others = (one for one in names.named_in(name) if one != person and re.fullmatch(names.pattern(one), name))
    for other in others:
        ranks = _ranks_of(graph, other, sentence.language)
        if not ranks or not _fault(graph, sentence, other, plain_rank(match["rank"]), ranks):
            return True
    return False


def _flags(language: str) -> re.RegexFlag:
    """Return how ranks are written before a name: with a capital in English, and in small letters elsewhere."""
    return re.NOFLAG if language == LANGUAGES[0] else re.IGNORECASE


def _said_in(record: Part, field: str, text: str | None, graph: CaseGraph, language: str) -> str | None:
    """Return a field in a language: its own text in that of the case, else its translation."""
    if same_language(graph.case.language, language):
        return text
    return next((one.get(field) for tag, one in record.translations.items() if same_language(tag, language)), None)


def _of_role(graph: CaseGraph, role: Role, language: str) -> set[str]:
    """Return the ranks of a role; those of its posts count where it gives none itself."""
    posts = (found for seat in role.seats if (found := graph.find("positions", Position, seat.position)))
    own = _said_in(role.rank, "value", role.rank.value, graph, language) if role.rank else None
    return ranks_in(own, language) or {
        rank for post in posts for rank in ranks_in(_said_in(post, "rank", post.rank, graph, language), language)
    }


def _ranks_of(graph: CaseGraph, person: str, language: str) -> set[str]:
    """Return all ranks that the records give a person, in roles, posts and titles; none where no rank is recorded."""
    roles = graph.roles_of(person)
    seats = [seat.position for role in roles for seat in role.seats]
    posts = [found for seat in seats if (found := graph.find("positions", Position, seat))]
    named = graph.find("people", Person, person)
    titled: list[Role | Position | Person] = [*roles, *posts, *([named] if named else [])]
    return {rank for role in roles for rank in _of_role(graph, role, language)} and {
        *(rank for role in roles for rank in _of_role(graph, role, language)),
        *(rank for one in titled for rank in ranks_in(_said_in(one, "title", one.title, graph, language), language)),
    }  # fmt: skip


def _fault(graph: CaseGraph, sentence: Sentence, person: str, rank: str, ranks: set[str]) -> str | None:
    """Say what the records have instead; `None` where they bear the rank out, or do not tell."""
    language = sentence.language
    if rank not in ranks:
        return f"the records give {quoted(sorted(ranks))}"
    when = _when(graph, sentence)
    held = [role for role in graph.roles_of(person) if when and _covers(role, when)]
    titles = {role.id: _said_in(role, "title", role.title, graph, language) for role in held}
    then = {
        found for role in held for found in (*_of_role(graph, role, language), *ranks_in(titles[role.id], language))
    }
    if not any(_of_role(graph, role, language) for role in held) or then & ranks_in(sentence.own, language):
        return None
    return f"role `{held[0].id}` has {quoted(sorted(then))} at that time"


def _covers(role: Role, when: When) -> bool:
    return role.dates.stated.overlaps(when) is not Answer.NO


def _when(graph: CaseGraph, sentence: Sentence) -> When | None:
    """Return the one time that a sentence tells of; `None` where it tells of several, or of none."""
    if sentence.language == LANGUAGES[0]:
        points = [found for match in _DATE.finditer(sentence.own) if (found := point_of(match))]
    else:
        times = times_in(sentence.own, sentence.language)
        points = [end for time in times for end in dict.fromkeys((time.first, time.last))]
    if points:
        return When("", points[0], points[0]) if len(points) == 1 else None
    text = sentence.text
    event = graph.find("events", Event, text.record_id) if text.kind == "events" else None
    allegation = graph.find("allegations", Allegation, text.record_id) if text.kind == "allegations" else None
    return (event.dates if event else None) or (allegation.period if allegation else None)


def _finding(case: CheckInput, sentence: Sentence, match: re.Match[str], person: str, told: str) -> Finding:
    text = sentence.text
    finding = case.finding(
        text.kind, text.record_id, f"the text says `{' '.join(match[0].split())}`, and of `{person}` {told}",
        "write the rank at the time, or record the rank with its source", at=text.loc,
    )  # fmt: skip
    return at_words(finding, case.graph, text, sentence.start + match.start(), sentence.start + match.end())


CHECK = Check("DRA132", "rank-not-of-the-time", Severity.WARNING, TEXTS, run, looks_at=texts_in_all_languages)
