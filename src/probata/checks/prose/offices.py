"""The findings on ranks, posts and commands: a text gives them to somebody who has not got them by the records."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import check, compared_texts
from probata.checks.engine.finding import Finding
from probata.checks.prose.mentions import Mention, mentions_in, person_described
from probata.checks.prose.sentences import Sentence, finding_in, sentences
from probata.checks.prose.words import languages_of, word_list
from probata.checks.support.graded_words import ends_an_office, plain_rank, ranks, ranks_in
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph
from probata.model.language import primary
from probata.model.person import Person
from probata.model.position import Position
from probata.model.role import Role

_MARKS = {"people": "\x0e", "bodies": "\x07", "posts": "\x08"}
_CORRECT = "look it up at the source, and correct the text or the record"


@check("STR191", Severity.WARNING, "texts and statements", looks_at=compared_texts)
def office_mismatch(case: CheckInput) -> Iterator[Finding]:
    for language in languages_of("tenure"):
        for sentence in sentences(case.graph, "compared", language):
            named = [one for one in mentions_in(case.graph, sentence.own) if one.kind in _MARKS and one.only]
            if language == primary(case.graph.case.language):
                yield from _ranks(case, sentence, named)
            yield from _posts(case, sentence)
            yield from _places(case, sentence, named)
            yield from _commands(case, sentence, named)


def _ranks(case: CheckInput, sentence: Sentence, named: list[Mention]) -> Iterator[Finding]:
    """Find a rank before the name of a person of whom others are recorded."""
    for one in named:
        before = sentence.own[: one.start]
        stated = _rank_before(sentence.language).search(before) if one.kind == "people" else None
        if stated is None or ends_an_office(before[: stated.start()], sentence.language):
            continue
        known = _ranks_of(case.graph, one.only, sentence.language)
        if known and stated["rank"][0].isupper() and plain_rank(stated["rank"]) not in known:
            yield finding_in(
                case, sentence, (stated.start("rank"), one.end),
                f"the text has {say.words(stated['rank'])} before the name of {say.person(one.only)}, and the records "
                f"have {say.listed(sorted(known))}", _CORRECT,
            )  # fmt: skip


@cache
def _rank_before(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<rank>{ranks(language)})\s+$", re.IGNORECASE)


def _ranks_of(graph: CaseGraph, person: str, language: str) -> set[str]:
    record, roles = graph.find("people", Person, person), graph.roles_of(person)
    posts = [
        post for role in roles for seat in role.seats if (post := graph.find("positions", Position, seat.position))
    ]
    texts = [record.title if record else None, *(role.rank.value for role in roles if role.rank)]
    texts += [one.rank for one in posts]
    found = {rank for text in texts for rank in ranks_in(text, language)}
    titles = [*(role.title for role in roles), *(post.title for post in posts)] if found else []
    return found | {rank for title in titles for rank in ranks_in(title, language)}


def _posts(case: CheckInput, sentence: Sentence) -> Iterator[Finding]:
    """Find a post beside a name, as of that person, where the records have others in it alone."""
    named = [
        one
        for one in mentions_in(case.graph, sentence.own)
        if one.kind == "posts" or (one.kind == "people" and one.only)
    ]
    for first, second in pairwise(named):
        if {first.kind, second.kind} != {"people", "posts"}:
            continue
        person, post = (first, second) if first.kind == "people" else (second, first)
        between, behind = sentence.own[first.end : second.start], sentence.own[post.end :]
        is_whole = " " in sentence.own[post.start : post.end] and not _goes_on(sentence.language).match(behind)
        if is_whole and _beside(sentence.language, is_name_first=first is person).fullmatch(between):
            holders = _holders(case.graph, post.ids)
            if holders and person.only not in holders and case.graph.roles_of(person.only):
                title = say.words(sentence.words(post.start, post.end))
                yield finding_in(
                    case, sentence, (first.start, second.end),
                    f"the text has {say.person(person.only)} as {title}, and the records have in that post "
                    f"{', '.join(map(say.person, sorted(holders)))}", _CORRECT,
                )  # fmt: skip


def _holders(graph: CaseGraph, posts: tuple[str, ...]) -> set[str]:
    return {
        role.person
        for role in graph.roles
        if {f"roles/{role.id}", *(f"positions/{seat.position}" for seat in role.seats)} & set(posts)
    }


@cache
def _beside(language: str, *, is_name_first: bool) -> re.Pattern[str]:
    """Return what stands between a name and the post of that person."""
    words = word_list("tenure", language)
    the = rf"(?:(?:{words['articles']})\s*)?(?:(?:{words['then']})\s+)?"
    between = rf",\s+{the}|\s+(?:{words['was']})\s+{the}" if is_name_first else r",?\s+"
    return re.compile(between.replace(" ", r"\s+"), re.IGNORECASE)


@cache
def _goes_on(language: str) -> re.Pattern[str]:
    """Return what makes another post of the words before it."""
    return re.compile(rf"\s+(?:{word_list('event_dates', language)['of']}|for|pour|para)\b", re.IGNORECASE)


def _places(case: CheckInput, sentence: Sentence, named: list[Mention]) -> Iterator[Finding]:
    """Find a town behind the name of a body that the places of events put into another."""
    towns, towns_of = case.once("towns of bodies", lambda: _towns(case.graph))
    for one in named:
        known = towns_of.get(one.only, set()) if one.kind == "bodies" else set()
        stated = _TOWN.match(sentence.own, one.end) if known else None
        if stated and stated["town"] in towns - known:
            yield finding_in(
                case, sentence, (one.start, stated.end()),
                f"the text puts {say.body(one.only)} in {say.words(stated['town'])}, and the records have it in "
                f"{say.listed(sorted(known))}", _CORRECT,
            )  # fmt: skip


_TOWN = re.compile(r"(?:,|\s+(?:in|at|à|en))\s+(?P<town>[^\W\d_][\w’-]+)")


def _towns(graph: CaseGraph) -> tuple[set[str], dict[str, set[str]]]:
    """Return the towns of the records, and those that stand behind the names of bodies in the places of events."""
    places = [place for event in graph.events if (place := event.place)]
    born = (person.birth.place.value for person in graph.people if person.birth.place)
    found: dict[str, set[str]] = {}
    for place in places:
        for one in mentions_in(graph, place):
            if one.kind == "bodies" and one.only and (town := _TOWN.match(place, one.end)):
                found.setdefault(one.only, set()).add(town["town"])
    return {part.strip() for place in (*places, *born) for part in place.split(",")}, found


def _commands(case: CheckInput, sentence: Sentence, named: list[Mention]) -> Iterator[Finding]:
    """Find whoever is said to run a body over which the records have others alone."""
    shown = sentence.own if any(one.kind == "bodies" for one in named) else ""
    for one in named if shown else ():
        shown = shown[: one.start] + _MARKS[one.kind] * (one.end - one.start) + shown[one.end :]
    by_start = {one.start: one for one in named}
    for form in _forms(sentence.language) if shown else ():
        for match in form.finditer(shown):
            under = by_start.get(match.start("under"))
            over = by_start.get(match.start("over")) if match["over"] else None
            superior = (over.kind, over.only) if over else ("people", _described(case.graph, sentence, match))
            if under and superior[1] and (known := _known_over(case.graph, *superior, under.only)):
                yield finding_in(
                    case, sentence, (match.start(), match.end()),
                    f"the text puts {say.body(under.only)} under {_called(*superior)}, and the records have {known}",
                    _CORRECT,
                )  # fmt: skip


def _described(graph: CaseGraph, sentence: Sentence, match: re.Match[str]) -> str:
    if not match["pronoun"] and sentence.text.kind != "people":
        return ""
    return person_described(graph, sentence, match.start())


@cache
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the forms in which a body is run by somebody: active, relative, passive."""
    words = {
        key: str(word_list("tenure", language)[key]).replace(" ", r"\s+")
        for key in ("run", "run_by", "auxiliary", "pronouns", "articles")
    }
    mark = "[" + "".join(_MARKS.values()) + "]"
    over, under = rf"(?P<over>(?<!{mark}){mark}+)", rf"(?P<under>(?<!{mark}){_MARKS['bodies']}+)"
    the, which = rf"(?:(?:{words['articles']})\s*)?", r"(?:,?\s+(?:who|which|that|qui|que|quien))?"
    helps = rf"(?:(?:{words['auxiliary']})\s+)*"
    active = rf"(?:{over}{which}\s+|\b(?P<pronoun>{words['pronouns']})\s+|(?<=\s))"
    none = "(?P<pronoun>(?!))?"
    forms = (
        rf"{active}{helps}(?:{words['run']})\s+{the}{under}",
        rf"{under}(?:\s*\([^()]*\))?,?\s+(?:which|that|que)\s+{the}{over}\s+{helps}(?:{words['run']})\b{none}",
        rf"{under},?\s+(?:(?:which|qui|que)\s+)?{helps}(?:{words['run_by']})\s+{the}{over}{none}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _below(graph: CaseGraph) -> Mapping[str, frozenset[str]]:
    """Return, for each post and body, those that are right below it by the records."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for command in graph.commands:
        found[command.superior].add(command.subordinate)
    for body in graph.bodies:
        for relation in body.relations:
            if relation.kind in {
                "part_of",
                "secretariat_of",
                "established_by",
                "provincial_level_of",
                "county_level_of",
            }:
                found[relation.body].add(body.id)
    for post in graph.positions:
        if post.body:
            found[post.body].add(post.id)
            if not _no_head(primary(graph.case.language)).match(post.title):
                found[post.id].add(post.body)
    return {key: frozenset(below) for key, below in found.items()}


@cache
def _no_head(language: str) -> re.Pattern[str]:
    lists = languages_of("tenure")
    return re.compile(
        rf"(?:the\s+)?(?:{word_list('tenure', language if language in lists else 'en')['no_head']})\b", re.IGNORECASE
    )


def _reach(graph: CaseGraph, start: set[str]) -> set[str]:
    below = graph.once("who is right below whom", lambda: _below(graph))
    reached, ahead = set(start), list(start)
    while ahead:
        new = below.get(ahead.pop(), frozenset()) - reached
        reached |= new
        ahead += new
    return reached


def _starts(graph: CaseGraph, kind: str, key: str) -> set[str]:
    if kind == "bodies":
        return {key}
    if kind == "posts":
        record = key.partition("/")
        if record[0] == "positions":
            return {record[2]}
        role = graph.find("roles", Role, record[2])
        return {seat.position for seat in role.seats} if role else set()
    return {seat.position for role in graph.roles_of(key) for seat in role.seats}


def _known_over(graph: CaseGraph, kind: str, key: str, body: str) -> str:
    """Return whom the records have over a body, where this one is not among them; empty where it may be."""
    start = _starts(graph, kind, key)
    if not start or body in start or body in _reach(graph, start):
        return ""
    below = graph.once("who is right below whom", lambda: _below(graph))
    over = [say.unit(one) for one, under in below.items() if body in under]
    posts = (graph.find("positions", Position, one) for one in start)
    within = [say.post(post) for post in posts if post and post.body == body]
    return f"the post {', '.join(within)}" if within else f"over it {', '.join(over)}" if over else ""


def _called(kind: str, key: str) -> str:
    return say.record(key if kind == "posts" else f"{kind}/{key}")
