"""What proves an allegation: how many sources, of whom, seen by whom, and what speaks against it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import BY_RULE, Looked, check, records_of, with_evidence
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.prose.citations import citations_in, cited_places, numbers_of_place
from probata.checks.prose.words import word_list
from probata.checks.support.printed_figures import with_numbers
from probata.checks.support.proved import proved
from probata.checks.support.required_fields import asked_for, asked_of_allegations
from probata.checks.tenures.alleged_grounds import times_of_conduct
from probata.checks.tenures.sure_days import is_approximate
from probata.diagnostics import Severity, say
from probata.document.inlines import Note, Text
from probata.document.origin import Origin
from probata.document.tree import Document
from probata.document.walk import inlines_in_order
from probata.forum import Profile
from probata.forum.profile import Rule
from probata.graph.filings import counts_with
from probata.graph.resolve import cited_keys
from probata.graph.sources import SEEN, Origins, known_through, names_of, origins_of, plain_name
from probata.model.allegation import Allegation, Answer, Evidence
from probata.model.case_file import Filing
from probata.model.event import Event
from probata.model.parts import own_texts
from probata.model.role import Role
from probata.model.source_record import Source


def supporting(allegation: Allegation) -> tuple[str, ...]:
    """Return what supports an allegation, each work once."""
    return tuple(dict.fromkeys(item.source for item in allegation.evidence if not item.against))


@dataclass(frozen=True, slots=True)
class OwnEvidence:
    """The sources of an allegation, where none of another hand was read."""

    accuser: str
    own: tuple[str, ...]
    """Those that the accuser writes or publishes."""
    unseen: tuple[str, ...]
    """Those of others, which nobody here has seen."""
    besides: tuple[str, ...]
    """Judgments and other law that are cited with them."""


def own_evidence(case: CheckInput, allegation: Allegation) -> OwnEvidence | None:
    """Return the evidence where some is the word of whoever alleges it, and nothing of others was seen; else `None`.

    What the accuser took down from a witness or holds as a document is primary, and not the accuser's own word. What
    others wrote is theirs, by whichever work it is known.
    """
    accuser = _accuser(case, allegation)
    cited = supporting(allegation)
    sources = [found for key in cited if (found := case.graph.find("sources", Source, key))]
    if not accuser or not sources:
        return None
    own = tuple(source.id for source in sources if _is_word_of(source, accuser))
    others = [source for source in sources if source.id not in own]
    if not own or any(source.held in SEEN for source in others):
        return None
    besides = tuple(key for key in cited if case.graph.has("authorities", key))
    return OwnEvidence(accuser, own, tuple(source.id for source in others), besides)


def own_items(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items that are the accuser's own word, which does not bear out what the accuser says."""
    accuser = _accuser(case, allegation)
    for place, item in enumerate(allegation.evidence):
        source = case.graph.find("sources", Source, item.source)
        if accuser and source and not item.against and _is_word_of(source, accuser):
            yield place


def is_word_of_accuser(case: CheckInput, allegation: Allegation, source: Source) -> bool:
    """Tell whether a source is what whoever makes an allegation wrote; never where nobody is named who makes it."""
    accuser = _accuser(case, allegation)
    return bool(accuser) and _is_word_of(source, accuser or "")


def _accuser(case: CheckInput, allegation: Allegation) -> str | None:
    return allegation.made_by or case.graph.case.prepared_by.organisation


def _is_word_of(source: Source, accuser: str) -> bool:
    """Tell whether a source is what the accuser wrote; what they took down is primary."""
    return not (source.rank == "primary" and source.held in SEEN) and _is_of(source, accuser)


def _is_of(source: Source, accuser: str) -> bool:
    """Tell whether a source is published or written by the accuser, whose name may stand in a sentence."""
    told = plain_name(accuser)
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told) for name in names_of(source))


@check("EVI101", Severity.ERROR, "allegations", tells_gaps=True, looks_at=asked_for("evidence"))
def allegation_without_evidence(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations put forward without supporting evidence."""
    for asked in asked_of_allegations(case, "evidence"):
        allegation = asked.allegation
        if not any(not item.against for item in allegation.evidence):
            yield case.finding(
                "allegations", allegation.id, f"no evidence supports allegation {say.allegation(allegation)}",
                "add `evidence`: each item a source and the place in it, such as `register, p. 14`",
                notes=asked.notes, severity=asked.severity, gap=asked.gap, may_be_decided=True,
            )  # fmt: skip


class _Charged(NamedTuple):
    """A role or event that an allegation names."""

    kind: str
    record: Role | Event
    has_source: bool


def _charges(case: CheckInput) -> Iterator[Looked]:
    """Give the roles and events on which an allegation rests."""
    yield from (Looked(f"{one.kind}/{one.record.id}") for one in _charged(case))


@check("EVI141", Severity.WARNING, "roles and events", looks_at=_charges)
def charge_without_source(case: CheckInput) -> Iterator[Finding]:
    """Find the roles, then the events, that cite nothing, each once."""
    for kind, record, has_source in _charged(case):
        if not has_source:
            called = "role" if kind == "roles" else "event"
            yield case.finding(
                kind, record.id, f"{called} {say.of(kind, record)}, on which an allegation rests, cites no source",
                "write under `citations` from where it is known, with the place", at=("title",),
            )  # fmt: skip


def _charged(case: CheckInput) -> Iterator[_Charged]:
    beside = {one.role for allegation in case.pursued for one in allegation.roles if one.citations}
    alleged = dict.fromkeys(one.role for allegation in case.pursued for one in allegation.roles)
    for role in filter(None, map(case.role, alleged)):
        yield _Charged("roles", role, role.id in beside or _cites(role))
    named = dict.fromkeys(event for allegation in case.pursued for event in allegation.events)
    for event in (case.graph.find("events", Event, key) for key in named):
        if event and not event.context_only:
            yield _Charged("events", event, _cites(event))


def _cites(record: Role | Event) -> bool:
    return any(True for _ in cited_keys(record))


@check("EVI106", Severity.WARNING, "allegations", looks_at=with_evidence)
def one_source_only(case: CheckInput) -> Iterator[Finding]:
    """Count what each allegation put forward rests on."""
    origins = origins_of(case.graph)
    for allegation in case.pursued:
        cited = tuple(key for key in supporting(allegation) if origins.of(key))
        independent = origins.independent(cited)
        own = own_evidence(case, allegation)
        if len(independent) == 1 and not (own and not own.besides):
            yield _one(case, allegation, cited, independent[0])
        elif len(independent) > 1:
            yield from _none_primary(case, allegation, cited)
            points: dict[str, list[str]] = {}
            for item in allegation.evidence:
                if item.point and not item.against and not _is_law(case, item.source):
                    points.setdefault(item.point, []).append(item.source)
            thin = {point: cited for point, cited in points.items() if len(origins.independent(cited)) == 1}
            secondary = [point for point, cited in thin.items() if _is_secondary(case, cited)]
            others = [point for point in thin if point not in secondary]
            if secondary:
                yield _thin(
                    case, allegation, secondary, "one source alone, and a secondary one, goes",
                    "add what that source rests on, or a second one, or say in the text on what it rests",
                )  # fmt: skip
            if others:
                yield _thin(
                    case, allegation, others,
                    "one source alone, or several of one origin, goes",
                    "add a source that does not go back to it, or say in the text that it is the only one; where it is "
                    "the act itself, as an order is, it is enough",
                )  # fmt: skip


def _one(case: CheckInput, allegation: Allegation, cited: tuple[str, ...], counted: str) -> Finding:
    source = case.graph.find("sources", Source, counted)
    named = known_through(case.graph, source).id if source else counted
    others = ", ".join(say.source(key) for key in cited if key != named)
    rank = ", write its `rank`" if source and source.rank == "unknown" else ""
    return case.finding(
        "allegations", allegation.id,
        f"the evidence for allegation {say.allegation(allegation)} comes down to one source, {say.source(named)}",
        f"add a source that does not go back to it{rank}, or say in the text that it is the only one and decide the "
        "finding",
        at=("evidence",),
        notes=(f"counted with it, by publisher, author, witness or origin, or because known only through it: {others}",)
        if others else (), severity=Severity.INFO if source and source.rank == "primary" and not others else None,
    )  # fmt: skip


def _none_primary(case: CheckInput, allegation: Allegation, cited: tuple[str, ...]) -> Iterator[Finding]:
    """Find that nothing is primary; what nobody here has seen is known at second hand, whatever it is."""
    sources = [case.graph.find("sources", Source, key) for key in cited]
    known = [source for source in sources if source is not None and source.held in SEEN]
    if None in sources or any(source.rank == "primary" for source in known):
        return
    unranked = [say.source(source) for source in known if source.rank == "unknown"]
    yield case.finding(
        "allegations", allegation.id,
        f"no source that we have seen for allegation {say.allegation(allegation)} is recorded as primary",
        "write `rank: …` in the sources" if unranked else "add the document or the witness that the sources rest on",
        at=("evidence",), notes=(f"rank not recorded: {', '.join(unranked)}",) if unranked else (),
        severity=Severity.INFO if unranked else None, outcome=Outcome.CANNOT_TELL if unranked else Outcome.FAILED,
    )  # fmt: skip


def _thin(case: CheckInput, allegation: Allegation, points: list[str], what: str, help: str) -> Finding:
    first = next(n for n, item in enumerate(allegation.evidence) if item.point == points[0] and not item.against)
    return case.finding(
        "allegations", allegation.id,
        f"{what} to {say.listed(points)} in allegation {say.allegation(allegation)}", help,
        at=("evidence", first, "point"), severity=Severity.INFO,
    )  # fmt: skip


def _is_secondary(case: CheckInput, cited: list[str]) -> bool:
    sources = [case.graph.find("sources", Source, key) for key in cited]
    return all(one and one.rank == "secondary" for one in sources)


def _is_law(case: CheckInput, key: str) -> bool:
    """Tell whether a source is the rule itself or an authority, to which a second adds nothing."""
    source = case.graph.find("sources", Source, key)
    return source is None or source.type == "legislation"


PROVING = frozenset({"citations", "seats", "dates"})
"""Fields of a role whose citations show that the post was held, and when; not what responsibility it brought."""
_SHOWN = 4
_WEAK = {"roles": frozenset({"unknown", "secondary"}), "events": frozenset({"secondary"})}
"""Ranks of the one source with which a record is found; an event is found only where a rank is recorded."""


@check("EVI151", Severity.WARNING, "roles and events", looks_at=records_of("roles", "events"))
def post_proved_once(case: CheckInput) -> Iterator[Finding]:
    """Look at what is cited for each role and event of an allegation; those on one source are found together."""
    origins = origins_of(case.graph)
    alleged = dict.fromkeys(one.role for allegation in case.pursued for one in allegation.roles)
    yield from _worded(case, "roles", alleged, origins)
    charged = dict.fromkeys(key for allegation in case.pursued for key in allegation.events)
    events = (case.graph.find("events", Event, key) for key in charged)
    yield from _worded(case, "events", (one.id for one in events if one and not one.context_only), origins)


def _worded(case: CheckInput, kind: str, records: Iterable[str], origins: Origins) -> Iterator[Finding]:
    cited = _cited(case, kind)
    open_edit: dict[str, list[str]] = {}
    single: dict[tuple[str, ...], list[str]] = {}
    for record in (found for found in records if found in cited):
        sources = [case.graph.find("sources", Source, key) for key in dict.fromkeys(cited[record])]
        known = [source for source in sources if source]
        if len(known) < len(sources):
            continue  # an authority or a law is no entry, and stands by itself
        own = [source for source in known if source.id not in _passing_on(case, known)]
        if all(map(is_open_edit, own)):
            open_edit.setdefault(own[0].id, []).append(record)
        elif _comes_down_to_one(origins, known, weak=_WEAK[kind]):
            single.setdefault(tuple(source.id for source in known), []).append(record)
    for source_id, found in open_edit.items():
        yield _finding_post_proved(
            case, kind, found, f"{say.source(source_id)} alone, an entry that anybody may edit", Severity.WARNING
        )
    rank = "which is not recorded as primary" if kind == "roles" else "which is recorded as secondary"
    for sources_of, found in single.items():
        told = f"one source, {say.sources(sources_of)}, {rank}"
        if len(sources_of) > 1:
            told = f"{say.sources(sources_of)}, {rank.replace(' is ', ' are ')} and count as one"
        yield _finding_post_proved(case, kind, found, told, Severity.INFO)


def _cited(case: CheckInput, kind: str) -> dict[str, list[str]]:
    """Return the sources cited for records of a kind: of an event all, of a role those for the post and its dates."""
    if kind == "events":
        return {one.id: keys for one in case.graph.events if (keys := [key for _, key in cited_keys(one)])}
    cited: dict[str, list[str]] = {}
    for one in citations_in(case.graph):
        if one.kind == kind and one.loc[0] in PROVING and "other_accounts" not in one.loc:
            cited.setdefault(one.record_id, []).append(one.value.source)
    return cited


def is_open_edit(source: Source) -> bool:
    """Tell whether a source stands on a site on which anybody may write; one without an address does not."""
    try:
        host = urlsplit(source.url or "").hostname or ""
    except ValueError:
        return False
    return any(host == one or host.endswith(f".{one}") for one in word_list("open_edit")["hosts"])


def _passing_on(case: CheckInput, sources: list[Source]) -> set[str]:
    """Return the works among them through which another of them is known: they say again what it says."""
    return {through.id for source in sources if (through := known_through(case.graph, source)) is not source}


def _comes_down_to_one(origins: Origins, sources: list[Source], *, weak: frozenset[str]) -> bool:
    if any(source.rank not in weak for source in sources):
        return False
    return len(origins.independent([source.id for source in sources])) == 1


def _finding_post_proved(case: CheckInput, kind: str, records: list[str], rests_on: str, severity: Severity) -> Finding:
    more = f" and {len(records) - _SHOWN} more" if len(records) > _SHOWN else ""
    is_post, is_one = kind == "roles", len(records) == 1
    verb = ("rests on" if is_one else "rest on") if is_post else ("cites" if is_one else "cite")
    why = "from which responsibility is alleged" if is_post else "charged in an allegation"
    return case.finding(
        kind, records[0], f"{say.roles(records[:_SHOWN])}{more}, {why}, {verb} {rests_on}",
        "add the decree, the gazette or another source of its own that shows the post and its dates" if is_post
        else "add what the source rests on, or one that does not go back to it, or say that it is the only one and "
        "decide the finding",
        at=("citations",), severity=severity,
    )  # fmt: skip


def unseen_items(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items whose source nobody here has seen; an authority or instrument is law and none of them."""
    for place, item in enumerate(allegation.evidence):
        source = case.graph.find("sources", Source, item.source)
        if source is not None and source.held not in SEEN and not item.against:
            yield place


@check(
    "EVI102",
    Severity.WARNING,
    "allegations",
    unfit_items=unseen_items,
    unfit_because="Nobody here has seen this source",
    looks_at=with_evidence,
    rests_on={"allegations": ("evidence", "made_by")},
)
def source_not_seen(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations of which no source was seen, or none but the works of whoever makes them."""
    for allegation in case.pursued:
        sources = tuple(dict.fromkeys(supporting(allegation)))
        unseen = {allegation.evidence[place].source for place in unseen_items(case, allegation)}
        own = own_evidence(case, allegation)
        severity = None
        if sources and unseen >= set(sources):
            told = f"allegation {say.allegation(allegation)} rests only on sources that nobody here has seen"
            notes: tuple[str, ...] = (f"not seen: {say.sources(sources)}",)
        elif own and own.unseen:
            apart = f"apart from {say.authorities(own.besides)}, " if own.besides else ""
            told = (
                f"{apart}the only works seen for allegation {say.allegation(allegation)} are those of whoever makes "
                f"it, {say.words(own.accuser)}"
            )
            notes = (f"theirs: {say.sources(own.own)}", f"of others, and not seen: {say.sources(own.unseen)}")
            severity = Severity.INFO if own.besides else None
        else:
            continue
        yield case.finding(
            "allegations", allegation.id, told,
            "read one of them and write `held: held` and `accessed: …`, or cite a source that we hold",
            at=("evidence",), notes=notes, severity=severity, alike=told.replace(say.allegation(allegation), ""),
        )  # fmt: skip


_MEDIA = frozenset({"article-newspaper", "article-magazine", "broadcast", "post", "post-weblog"})


def _rule_on_media(profile: Profile) -> Rule | None:
    return profile.rule(profile.evidence.not_media_alone or "")


def _under_rule_on_media(case: CheckInput) -> Iterator[Allegation]:
    """Give the allegations with evidence in a forum that does not take the media alone."""
    for allegation, profile in case.allegations_by_forum:
        if _rule_on_media(profile) and supporting(allegation):
            yield allegation


@check("EVI108", Severity.WARNING, "allegations", raised=BY_RULE, looks_at=_under_rule_on_media)
def media_only(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations that have nothing but the media, once for each forum."""
    names = _names_of_media(case)
    for allegation, profile in case.allegations_by_forum:
        rule = _rule_on_media(profile)
        kinds = {key: _is_media(case, key, names) for key in supporting(allegation)} if rule else {}
        if rule and True in kinds.values() and False not in kinds.values():
            untold = [say.source(key) for key, is_media in kinds.items() if is_media is None]
            may = "may rest" if untold else "rests"
            step = "add a document, a witness or a finding that bears it out"
            if untold:
                step = f"write in their records what kind of work these are, or whose: {', '.join(untold)}"
            yield case.finding(
                "allegations", allegation.id,
                f"allegation {say.allegation(allegation)} {may} on reports of the media alone", step,
                at=("evidence",),
                notes=(f"rule {say.words(rule.id)} of {say.words(profile.id)}: {rule.text}",),
                severity=Severity.INFO if untold else rule.heaviest,
                outcome=Outcome.CANNOT_TELL if untold else Outcome.FAILED,
            )  # fmt: skip


def _names_of_media(case: CheckInput) -> frozenset[str]:
    bodies = (body for body in case.graph.bodies if body.kind == "media")
    names = (name for body in bodies for name in (body.name, body.short_name, body.abbreviation, *body.other_names))
    return frozenset(plain_name(name) for name in names if name)


def _is_media(case: CheckInput, key: str, names: frozenset[str]) -> bool | None:
    """Tell whether a source is of the media; `None` where the records leave it open."""
    source = case.graph.find("sources", Source, key)
    if source is None:
        return False
    if source.type in _MEDIA:
        return True
    if source.type != "webpage" or source.rank == "primary":
        return False
    published = (source.publisher, source.container_title)
    return True if any(plain_name(name) in names for name in published if name) else None


@check("EVI144", Severity.INFO, "allegations", looks_at=with_evidence)
def database_only(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations all of whose sources are databases of several origins."""
    origins = origins_of(case.graph)
    for allegation in case.pursued:
        cited = tuple(key for key in supporting(allegation) if origins.of(key))
        sources = [case.graph.find("sources", Source, key) for key in cited]
        are_databases = all(source and source.type == "dataset" for source in sources)
        if are_databases and len(origins.independent(cited)) > 1:
            yield case.finding(
                "allegations", allegation.id, f"allegation {say.allegation(allegation)} rests on databases alone: "
                f"{say.sources(cited)}",
                "add a document or a witness on which the entries rest", at=("evidence",),
            )  # fmt: skip


@check(
    "EVI107",
    Severity.WARNING,
    "allegations",
    unfit_items=own_items,
    unfit_because="This source was written by whoever makes the allegation",
    looks_at=with_evidence,
)
def accuser_cites_itself(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations that rest on their makers alone."""
    for allegation in case.pursued:
        own = own_evidence(case, allegation)
        if own and not own.unseen:
            words = f"allegation {say.allegation(allegation)} was written by whoever makes it, {say.words(own.accuser)}"
            apart = f"apart from {say.authorities(own.besides)}, " if own.besides else ""
            yield case.finding(
                "allegations", allegation.id,
                f"{apart}all evidence for {words}",
                "add a source of another hand, or what their work rests on", at=("evidence",),
                notes=(f"theirs: {say.sources(own.own)}",), severity=Severity.INFO if own.besides else None,
                alike=f"{own.accuser} {own.besides}",
            )  # fmt: skip


@check("EVI115", Severity.WARNING, "allegations")
def contrary_not_answered(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations that tell one side, and those that leave the other unanswered."""
    yield from _of_one_side(case)
    of_elements = {
        proof.allegation: frozenset(item.position for row in proof.rows for item in row.unanswered)
        for proof in proved(case)
    }
    for allegation in case.pursued:
        met_elsewhere = of_elements.get(allegation.id, frozenset())
        open_places = [
            place
            for place, item in enumerate(allegation.evidence)
            if item.against and (item.supports or item.quote) and not item.answered and place not in met_elsewhere
        ]
        if open_places:
            items = [allegation.evidence[place] for place in open_places]
            named = list(dict.fromkeys(item.source for item in items))
            said = ((item.source, with_numbers(item.supports or "", case.figures) or item.quote) for item in items)
            notes = tuple(dict.fromkeys(f"{say.cited(source)}: {words}" for source, words in said if words))
            yield case.finding(
                "allegations", allegation.id,
                f"{say.cited_works(named)} {'speaks' if len(named) == 1 else 'speak'} against allegation "
                f"{say.allegation(allegation)}; no answer to it is recorded",
                "write `answered: …` at that evidence, and under `elements` what it goes to",
                at=("evidence", open_places[0]), notes=notes, severity=Severity.INFO,
                alike=" ".join((say.listed(named), *notes)),
            )  # fmt: skip


def _of_one_side(case: CheckInput) -> Iterator[Finding]:
    for allegation in case.pursued:
        answer = allegation.answer
        if answer.answer or answer.reason:
            continue
        if answer.asked:
            yield case.finding(
                "allegations", allegation.id,
                f"the person was asked about allegation {say.allegation(allegation)}, and what came of it is not told",
                "write in `answer` what was said, or that no answer had come by a day", at=("answer",),
                severity=Severity.INFO,
            )  # fmt: skip
        elif not any(item.against for item in allegation.evidence):
            yield case.finding(
                "allegations", allegation.id,
                f"allegation {say.allegation(allegation)} has no contrary evidence, no answer and no reason why none "
                "was sought",
                "search for what speaks against it and ask the person, or write `answer: {reason: …}`",
            )  # fmt: skip


_ARGUED: tuple[str, ...] = ("statement", "particulars", "limbs.", "evidence.")
_ARGUED_OF_COUNT: tuple[str, ...] = ("wrong", "arguments.", "limbs.")
"""Fields of an allegation, or of its count, by which a document argues it; its title alone stands in lists too."""


@check("EVI231", Severity.ERROR, "documents")
def contrary_left_out(case: CheckInput) -> Iterator[Finding]:
    """Find, in each document, the allegations that are argued without all that is recorded against them."""
    for filing, _ in case.filings:
        drafted = case.drafts.get(filing.id)
        shown = _origins(drafted.document) if drafted else frozenset()
        for allegation in case.pursued_in(filing) if shown else ():
            fields = {f"allegations/{allegation.id}": _ARGUED}
            fields |= {f"counts/{one.id}": _ARGUED_OF_COUNT for one in counts_with(case.graph, allegation.id)}
            if any(one.field.startswith(fields.get(one.record, ())) for one in shown):
                lacking = tuple(_left_out(case, allegation, shown))
                yield from (_finding_contrary_left(case, filing, allegation, lacking),) if lacking else ()


def _origins(document: Document) -> frozenset[Origin]:
    """Return the fields of records from which something is printed."""
    printed = (inline for inline in inlines_in_order(document.blocks) if isinstance(inline, Text | Note))
    return frozenset(inline.origin for inline in printed if inline.origin)


def _left_out(case: CheckInput, allegation: Allegation, shown: frozenset[Origin]) -> Iterator[int]:
    """Give the places in the evidence of what speaks against and is neither printed nor told in a section of text."""
    texts = list(_printed(case, allegation, shown))
    for place, item in enumerate(allegation.evidence):
        is_shown = Origin(f"allegations/{allegation.id}", f"evidence.{place}") in shown
        if item.against and not is_shown and not any(_tells(text, item) for text in texts):
            yield place


def _printed(case: CheckInput, allegation: Allegation, shown: frozenset[Origin]) -> Iterator[str]:
    """Give the sections of text that are printed, and the texts of the counts that argue the allegation."""
    printed = {one.record for one in shown}
    yield from (text.text for text in case.graph.narrative if f"narrative/{text.id}" in printed)
    for one in counts_with(case.graph, allegation.id):
        fields = {origin.field for origin in shown if origin.record == f"counts/{one.id}"}
        yield from (text for loc, text in own_texts(one) if ".".join(map(str, loc)) in fields)


def _tells(text: str, item: Evidence) -> bool:
    """Tell whether a text cites the place of an item; one without a page or paragraph wherever the work is cited."""
    wanted = numbers_of_place(item.pinpoint.value) if item.pinpoint else set()
    places = (place for key, place in cited_places(text) if key == item.source)
    return any(not wanted or wanted & numbers_of_place(place) for place in places)


def _finding_contrary_left(
    case: CheckInput, filing: Filing, allegation: Allegation, places: tuple[int, ...]
) -> Finding:
    sources = list(dict.fromkeys(allegation.evidence[place].source for place in places))
    return case.finding(
        "allegations", allegation.id,
        f"{say.filing(filing)} argues allegation {say.allegation(allegation)} and leaves out what is recorded against "
        f"it: {say.sources(sources)}",
        "print `contrary` of the allegation in the template, as `parts.allegation` does, or tell it in a section of "
        "text that cites the place", at=("evidence", places[0]),
    )  # fmt: skip


def _with_two_sides(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations with contrary evidence or an answer; without a time of the conduct its day tells nothing."""
    for allegation in case.pursued:
        if _has_contrary(allegation) or allegation.answer != Answer():
            is_open = allegation.answer.on is not None and not times_of_conduct(case, allegation)
            yield Looked(f"allegations/{allegation.id}", "its conduct is not dated" if is_open else "")


@check("EVI116", Severity.WARNING, "allegations", looks_at=_with_two_sides)
def no_answer_sought(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations to which nobody was asked, or too early."""
    for allegation in case.pursued:
        answer = allegation.answer
        if told := _not_asked(allegation):
            yield case.finding(
                "allegations", allegation.id,
                f"{told} about allegation {say.allegation(allegation)}, and no reason is given",
                "put it to the person and record what comes of it in `answer`, or write `answer: {reason: …}`",
                alike="not asked",
            )  # fmt: skip
        elif first := _comes_after(case, allegation):
            yield case.finding(
                "allegations", allegation.id,
                f"the answer is of {say.date(answer.on)}, and the conduct is alleged from {say.date(first)} on",
                "ask about this conduct, or correct the day where it is wrong; where it was not to be asked, say in "
                "`reason` why and decide the finding",
                at=("answer", "on"),
            )  # fmt: skip


def _not_asked(allegation: Allegation) -> str:
    """Say that the person was not asked, where no reason is given; that is not to be guessed from what is left out."""
    answer = allegation.answer
    if answer.reason or answer.asked:
        return ""
    if "asked" in answer.model_fields_set:
        return "the person was not asked"
    is_open = _has_contrary(allegation) and not answer.answer
    return "nobody is recorded as having been asked" if is_open else ""


def _has_contrary(allegation: Allegation) -> bool:
    return any(item.against for item in allegation.evidence)


def _comes_after(case: CheckInput, allegation: Allegation) -> str:
    """Return the time of the conduct where all of it surely lies behind the day of the answer; else nothing."""
    day, times = allegation.answer.on, times_of_conduct(case, allegation)
    if day is None or not times or any(map(is_approximate, (day, *times))):
        return ""
    earliest = min(times, key=lambda when: when.first)
    return earliest.text if day.last < earliest.first else ""
