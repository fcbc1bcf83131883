"""What a sentence claims of a recorded thing or person: when it began, was or ended, was adopted, died, was born, held.

Names and times are written as marks, one letter for each of theirs, so that places stay; a frame is a few forms of a
clause in these marks and in the words of a language (`words/event_dates`, `words/tenure`, `words/born`). A time is
bound by such a form alone, so that the time of something else is not taken for it: it stands behind the name
("Operation X (3 May 2022)"), or a verb that tells of the thing itself stands between the two ("On 3 May 2022 the Guard
launched Operation X"). A word for a part of a month or year may stand before it, which is then compared as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from probata.checks.prose.mentions import Mention, mentions_in, person_described
from probata.checks.prose.sentences import Sentence
from probata.checks.prose.times import StatedTime, times_in
from probata.checks.prose.words import Words, languages_of, whole_words, word_list
from probata.graph.case_graph import CaseGraph
from probata.model.event import Event

BEGAN, ENDED, OCCURRED, ADOPTED, IN_FORCE, DIED, BORN, HELD, SINCE = (
    "began", "ended", "occurred", "adopted", "in force", "died", "born", "held", "held since",
)  # fmt: skip
_TIME = "\x02"
_MARKS = {
    "operation": "\x03", "act": "\x04", "authorities": "\x05", "numbered": "\x06", "bodies": "\x07", "people": "\x0e",
}  # fmt: skip
"""The letter of each kind of name; events that last and single acts or incidents are two kinds."""
_RECORDS = {"operation": "events", "act": "events", "numbered": "authorities"}
"""The kind of record behind a kind of name, where it is called otherwise."""
_LONGEST = 80
"""Letters between a name, its verb and its date."""
_GLOSS = r"(?:\s*\(\s*\))?"
"""What is left of a name in another language in brackets."""
_CLAUSE = re.compile(r"[,;:]")
_ARTICLE = re.compile(r"(?:(?<!\w)(?:the|le|la|les|el|los|las)\s+|l[’'])$", re.IGNORECASE)


class Claim(NamedTuple):
    """A time that a sentence gives of a record."""

    frame: str
    kind: str
    """The kind of the record: `events`, `authorities`, `bodies` or `people`."""
    record: str
    time: StatedTime
    clause: str = ""
    """Of a post held, the clause that says so."""
    roles: tuple[str, ...] = ()
    """Of a post held, the roles and posts that the clause names, `roles/x` or `positions/y`."""


def claims_in(graph: CaseGraph, sentence: Sentence) -> tuple[Claim, ...]:
    """Return the times that a sentence binds to what it names, in their order; what two records bear is left out."""
    own, language = sentence.own, sentence.language
    times = times_in(own, language) if language in languages_of("event_dates") else ()
    if not times:
        return ()
    bound = graph.once(("claims", own, language), lambda: tuple(_bound(graph, own, language, times)))
    return (*bound, *_of_person_told(graph, sentence, times))


def _bound(graph: CaseGraph, own: str, language: str, times: tuple[StatedTime, ...]) -> Iterator[Claim]:
    named = {one.start: (one, kind) for one in mentions_in(graph, own) if (kind := _kind_of(graph, own, one))}
    shown = own
    for one, kind in named.values():
        shown = _put(shown, one.start, one.end, _MARKS[kind])
    by_start = {time.start: time for time in times if not _is_in_a_name(shown, time)}
    for time in by_start.values():
        shown = _put(shown, time.start, time.end, _TIME)
    found: set[Claim] = set()
    for kind in {kind for _, kind in named.values()} if by_start else ():
        for frame, form in _frames(kind, language).items():
            for match in form.finditer(shown):
                # The time that a form ends in is its own; one before it was told of something else.
                at = max((place for place in by_start if match.start() <= place < match.end()), default=-1)
                names = [
                    one for place, (one, of) in named.items() if of == kind and match.start() <= place < match.end()
                ]
                if at >= 0 and names:
                    found.add(Claim(frame, _RECORDS.get(kind, kind), names[0].only, by_start[at]))
    yield from sorted(found, key=lambda one: (one.time.start, one.frame, one.record))


def _is_in_a_name(shown: str, time: StatedTime) -> bool:
    return any(letter in shown[time.start : time.end] for letter in _MARKS.values())


def _kind_of(graph: CaseGraph, own: str, one: Mention) -> str:
    """Return the kind of a name; empty where several records bear it, or where it may be words of the language."""
    if one.kind == "posts" or not one.only:
        return ""
    if one.kind != "events":
        return one.kind
    event = graph.find("events", Event, one.only)
    # The capital with which a sentence begins says nothing: "raids" and "mass arrests" are words of the language.
    begins = one.start if any(map(str.isalnum, own[: one.start])) else one.start + 1
    if event is None or not any(map(str.isupper, own[begins : one.end])):
        return ""
    return "act" if event.kind in {"act", "incident"} else "operation"


def _put(text: str, start: int, end: int, mark: str) -> str:
    return text[:start] + mark * (end - start) + text[end:]


@cache
def _frames(kind: str, language: str) -> Mapping[str, re.Pattern[str]]:
    """Return the forms of each frame of a kind of names. A number alone tells no order of a year."""
    say = _Say(kind, language)
    forms: dict[str, tuple[str, ...]]
    match kind:
        case "operation" | "act":
            act = (rf"^\W*{say.the}{say.name}\s+{say('on_day')}\s+{say.time}",) if kind == "act" else ()
            forms = {
                BEGAN: say.verb("begins", "noun_of_beginning"), ENDED: say.verb("ends", "noun_of_end"),
                OCCURRED: (*say.was(), *say.behind(), *act),
            }  # fmt: skip
        case "authorities":
            forms = {ADOPTED: (*say.verb("adopted", "noun_of_adoption"), *say.behind()), IN_FORCE: (say.in_force(),)}
        case "numbered":
            forms = {ADOPTED: say.verb("adopted", "noun_of_adoption"), IN_FORCE: (say.in_force(),)}
        case "bodies":
            forms = {
                BEGAN: say.verb("founded", "noun_of_foundation"), ENDED: say.verb("dissolved", "noun_of_dissolution"),
            }  # fmt: skip
        case "people":
            forms = {DIED: (say.died(),)}
        case _:
            forms = {}
    return {frame: re.compile("|".join(listed), re.IGNORECASE) for frame, listed in forms.items()}


class _Say:
    """The words of a language as parts of forms, for one kind of names."""

    def __init__(self, kind: str, language: str) -> None:
        mark = _MARKS[kind]
        self._language = language
        self.name, self.time = f"{mark}+", f"{_TIME}+"
        self.part = rf"(?:(?:{self('part')})[\s-]+)?"
        self.on = rf"(?:(?:{self('on')})\s+{self.part}|(?:{self('part')})[\s-]+)"
        self.during = rf"(?:{self('during')})\s+{self.part}"
        self.the = rf"(?:{self('the')})?"
        self.subject = rf"(?={mark})(?<!{mark}){self._not_behind()}"
        self.opens = rf"(?:^\W*|[,;]\s+|\b(?:{self('and')})\s+)"
        turns = self("turns") + (r"|(?-i:[a-z]+ed)" if language == "en" else "")
        self.between = rf"(?:(?!\b(?:{turns})\b)[^{mark}{_TIME},;:()]){{0,{_LONGEST}}}?"

    def __call__(self, key: str) -> str:
        return str(word_list("event_dates", self._language)[key]).replace(" ", r"\s+")

    def _not_behind(self) -> str:
        """Return what lets a name be told of only where no preposition stands before it, with an article or without."""
        words = word_list("event_dates", self._language)
        articles = ("", *(rf"{one}\s" if one[-1].isalpha() else one for one in words["articles"]))
        return "".join(rf"(?<!\b{lead}\s{article})" for lead in words["leads_aside"] for article in articles)

    def verb(self, verb: str, noun: str) -> tuple[str, ...]:
        """Return the forms of a verb or noun that is said of the thing itself."""
        by = rf"(?:(?:{self('by')})\s+{self.between})?"
        which = rf"(?:\s+|,\s+(?:(?:{self('which')})\s+)?)(?:(?:{self('passive')})\s+)?"
        return (
            rf"{self.subject}{self.name}{_GLOSS}{which}(?:{self(verb)})\s+{by}{self.on}{self.time}",
            rf"{self.opens}{self.on}{self.time},?\s+{self.between}(?:{self(verb)})\s+{self.the}{self.name}",
            rf"(?:{self(verb)})\s+{self.the}{self.name}\s+{self.on}{self.time}",
            rf"\b(?:{self(noun)})\s+(?:{self('of')})\s*{self.the}{self.name}\s+{self.on}{self.time}",
        )

    def was(self) -> tuple[str, ...]:
        """Return the forms of the time in which a thing was."""
        return (
            rf"{self.subject}{self.name}\s+(?:{self('was')})\s+{self.during}{self.time}",
            rf"{self.opens}{self.during}{self.time},?\s+{self.between}(?:{self('done')})\s+{self.the}{self.name}",
        )

    def behind(self) -> tuple[str, ...]:
        """Return the forms of a time right behind the name."""
        stands = rf"(?:^\W*|[,;:(]\s*|\b(?!(?:{self('aside')})\b)[\w’]+\s+)"
        return (
            rf"{self.name}\s*\(\s*(?:(?:{self('behind')})\s+)?{self.part}{self.time}\s*\)",
            rf"{stands}{self.the}{self.name}\s+(?:{self('of')})\s+{self.part}{self.time}",
        )

    def in_force(self) -> str:
        """Return the form of the day on which an act came into force, which may name that of its adoption before."""
        passive = rf"(?:{self('passive')})\s+(?:{self('adopted')})"
        adopted = rf"{passive}\s+{self.between}{self.on}{self.time}\s+(?:{self('and')})\s+"
        which = rf"(?:\s+|,\s+(?:{self('which')})\s+)"
        return rf"{self.name}{_GLOSS}{which}(?:{adopted})?(?:{self('in_force')})\s+{self.on}{self.time}"

    def died(self) -> str:
        """Return the form of a death; of their brother it is told behind "of"."""
        stands = rf"(?:^\W*|[,;:(]\s*|\b(?!(?:{self('of')})\b)[\w’]+\s+)"
        return rf"{stands}{self.name},?\s+(?:{self('died')})\s+{self.between}{self.on}{self.time}"


def _of_person_told(graph: CaseGraph, sentence: Sentence, times: tuple[StatedTime, ...]) -> Iterator[Claim]:
    """Give births and periods of posts, of the person whose description it is or who is named last before them."""
    language = sentence.language
    for time in times:
        before = sentence.own[: time.start]
        if _ends_in("event_dates", "born", language, then="on").search(before):
            frame, clause, posts = BORN, "", tuple[str, ...]()
        elif time.is_period and (of_post := _clause_of_post(sentence, time)):
            start, clause = of_post
            frame, posts, time = HELD, _posts_named(graph, clause, language), time._replace(start=start)
        elif not time.is_period and (clause := _clause_of_beginning(sentence, time)):
            frame, posts = SINCE, _posts_named(graph, clause, language)
        else:
            continue
        if person := person_described(graph, sentence, time.start):
            yield Claim(frame, "people", person, time, clause, posts)


def _clause_of_post(sentence: Sentence, time: StatedTime) -> tuple[int, str] | None:
    """Return where the words of a period begin, and the clause that tells it of a post: before it, else behind it."""
    before = sentence.own[: time.start]
    # What lies between two times may as well be an act: there a verb of a post is needed.
    for key, verbs_alone in (("from", False), ("between", True)):
        if lead := _ends_in("tenure", key, sentence.language).search(before):
            clause = _CLAUSE.split(before[: lead.start()])[-1]
            clause = clause if clause.strip() else sentence.own[time.end :]
            is_of_post = _of_post(sentence.language, verbs_alone=verbs_alone).search(clause)
            return (lead.start(), clause) if is_of_post else None
    return None


def _clause_of_beginning(sentence: Sentence, time: StatedTime) -> str:
    """Return the clause that tells of a post since a time; empty where none does."""
    lead = _ends_in("tenure", "since", sentence.language).search(sentence.own[: time.start])
    clause = _CLAUSE.split(sentence.own[: lead.start()])[-1] if lead else ""
    return clause if _of_post(sentence.language, verbs_alone=False).search(clause) else ""


def _posts_named(graph: CaseGraph, clause: str, language: str) -> tuple[str, ...]:
    """Return the posts that a clause names, and the bodies that it says somebody headed; not a deputy's."""
    found: list[str] = []
    turns = whole_words(str(word_list("tenure", language)["turns"]))
    for one in mentions_in(graph, clause) if not turns.search(clause) else ():
        before = _ARTICLE.sub("", clause[: one.start])
        if one.kind == "posts" and not _ends_in("tenure", "lesser", language).search(before):
            found += one.ids
        elif one.kind == "bodies" and _ends_in("tenure", "ran", language).search(before):
            found += [f"bodies/{key}" for key in one.ids]
    return tuple(found)


@cache
def _ends_in(name: str, key: str, language: str, then: str = "") -> re.Pattern[str]:
    """Return what matches the words of a list at the end of a text, small words of another key behind them."""
    words = word_list(name, language)
    behind = rf"(?:\s+(?:{words[then]}))?" if then else ""
    return re.compile(rf"(?<!\w)(?:{words[key]}){behind}[\s-]*$".replace(" ", r"\s+"), re.IGNORECASE)


@cache
def _of_post(language: str, *, verbs_alone: bool) -> Words:
    """Return the words that speak of a post."""
    words = word_list("tenure", language)
    return whole_words("|".join((words["verbs"], *(() if verbs_alone else words["nouns"]))))
