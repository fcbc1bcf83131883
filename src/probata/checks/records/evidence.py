"""What proves an allegation: how many sources, of whom, seen by whom, and what speaks against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import BY_RULE, Looked, check, itself, records_of, with_evidence
from probata.checks.engine.finding import Finding
from probata.checks.prose.citations import citations_in, cited_places, numbers_of_place
from probata.checks.prose.words import word_list
from probata.checks.support.printed_figures import with_numbers
from probata.checks.support.proved import proved
from probata.checks.support.required_fields import allegations_without
from probata.checks.tenures.alleged_grounds import times_of_conduct
from probata.checks.tenures.sure_days import is_approximate
from probata.diagnostics import Severity, say
from probata.document.inlines import Note, Text
from probata.document.origin import Origin
from probata.document.walk import inlines_in_order
from probata.graph.filings import counts_with
from probata.graph.resolve import cited_keys
from probata.graph.sources import SEEN, known_through, names_of, origins_of, plain_name
from probata.model.allegation import Allegation, Answer
from probata.model.event import Event
from probata.model.parts import own_texts
from probata.model.role import Role
from probata.model.source_record import Source


def supporting(allegation: Allegation) -> tuple[str, ...]:
    """Return what supports an allegation, each work once."""
    return tuple(dict.fromkeys(item.source for item in allegation.evidence if not item.against))


class OwnEvidence(NamedTuple):
    """The sources of an allegation, where none of another hand was read."""

    accuser: str
    own: tuple[str, ...]
    """Those that the accuser writes or publishes."""
    unseen: tuple[str, ...]
    """Those of others, which nobody here has seen."""
    besides: tuple[str, ...]
    """Judgments and other law that are cited with them."""

    @property
    def apart(self) -> str:
        """How a finding on the sources begins that leaves the law out."""
        return f"apart from {say.authorities(self.besides)}, " if self.besides else ""


def own_evidence(case: CheckInput, allegation: Allegation) -> OwnEvidence | None:
    """Return the evidence where some is the word of whoever alleges it, and nothing of others was seen; else `None`.

    What others wrote is theirs, by whichever work it is known.
    """
    cited = supporting(allegation)
    sources = [found for key in cited if (found := case.graph.find("sources", Source, key))]
    own = tuple(source.id for source in sources if is_word_of_accuser(case, allegation, source))
    others = [source for source in sources if source.id not in own]
    if not own or any(source.held in SEEN for source in others):
        return None
    besides = tuple(key for key in cited if case.graph.has("authorities", key))
    return OwnEvidence(_accuser(case, allegation), own, tuple(source.id for source in others), besides)


def own_items(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items that are the accuser's own word, which does not bear out what the accuser says."""
    for place, item in enumerate(allegation.evidence):
        source = case.graph.find("sources", Source, item.source)
        if source and not item.against and is_word_of_accuser(case, allegation, source):
            yield place


def is_word_of_accuser(case: CheckInput, allegation: Allegation, source: Source) -> bool:
    """Tell whether a source is what whoever makes an allegation wrote, whose name may stand in a sentence.

    What they took down from a witness or hold as a document is primary, and not their own word.
    """
    stated = plain_name(_accuser(case, allegation))
    if not stated or (source.rank == "primary" and source.held in SEEN):
        return False
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", stated) for name in names_of(source))


def _accuser(case: CheckInput, allegation: Allegation) -> str:
    return allegation.made_by or case.graph.case.prepared_by.organisation or ""


@check("EVI101", Severity.ERROR, "allegations", tells_gaps=True, looks_at=itself)
def allegation_without_evidence(case: CheckInput) -> Iterator[Finding | Looked]:
    step = "add `evidence`: each item a source and the place in it, such as `register, p. 14`"
    yield from allegations_without(case, "evidence", supporting, "no evidence supports allegation {}", step)


def _charged(case: CheckInput) -> Iterator[tuple[str, Role | Event]]:
    """Give the roles, then the events, on which an allegation rests, each once."""
    yield from (("roles", role) for role in {r.id: r for one in case.pursued for r in case.roles_of(one)}.values())
    events = {event.id: event for allegation in case.pursued for _, event in case.events_of(allegation)}
    yield from (("events", event) for event in events.values())


@check("EVI141", Severity.WARNING, "roles and events", looks_at=itself)
def charge_without_source(case: CheckInput) -> Iterator[Finding | Looked]:
    cited = {one.role for allegation in case.pursued for one in allegation.roles if one.citations}
    for kind, record in _charged(case):
        yield Looked(f"{kind}/{record.id}")
        is_role = kind == "roles"
        if not (is_role and record.id in cited) and not any(True for _ in cited_keys(record)):
            called = "role" if is_role else "event"
            said = f"{called} {say.of(kind, record)}, on which an allegation rests, cites no source"
            step = "write under `citations` from where it is known, with the place"
            yield case.finding(kind, record.id, said, step, at=("title",))


@check("EVI106", Severity.WARNING, "allegations", looks_at=with_evidence)
def one_source_only(case: CheckInput) -> Iterator[Finding]:
    origins = origins_of(case.graph)
    for allegation in case.pursued:
        cited = tuple(key for key in supporting(allegation) if origins.of(key))
        independent, own = origins.independent(cited), own_evidence(case, allegation)
        if len(independent) == 1 and not (own and not own.besides):
            yield _one(case, allegation, cited, independent[0])
        elif len(independent) > 1:
            yield from _none_primary(case, allegation, cited)
            points: dict[str, list[str]] = {}
            for item in allegation.evidence:
                source = case.graph.find("sources", Source, item.source)
                # To the rule itself, or an authority, a second source adds nothing.
                if item.point and not item.against and source and source.type != "legislation":
                    points.setdefault(item.point, []).append(item.source)
            thin = [point for point, sources in points.items() if len(origins.independent(sources)) == 1]
            if thin:
                said = f"one source alone, or several of one origin, goes to {say.listed(thin)} in allegation "
                said += say.allegation(allegation)
                step = "add a source that does not go back to it, or say in the text that it is the only one"
                first = [(item.point, item.against) for item in allegation.evidence].index((thin[0], False))
                at = ("evidence", first, "point")
                yield case.finding("allegations", allegation.id, said, step, at=at, severity=Severity.INFO)


def _one(case: CheckInput, allegation: Allegation, cited: tuple[str, ...], counted: str) -> Finding:
    source = case.graph.find("sources", Source, counted)
    named = known_through(case.graph, source).id if source else counted
    others = ", ".join(say.source(key) for key in cited if key != named)
    rank = ", write its `rank`" if source and source.rank == "unknown" else ""
    said = f"the evidence for allegation {say.allegation(allegation)} comes down to one source, {say.source(named)}"
    step = f"add a source that does not go back to it{rank}, or say in the text that it is the only one and decide this"
    note = f"counted with it, by publisher, author, witness or origin, or because known only through it: {others}"
    notes = (note,) if others else ()
    weight = Severity.INFO if source and source.rank == "primary" and not others else None
    return case.finding("allegations", allegation.id, said, step, at=("evidence",), notes=notes, severity=weight)


def _none_primary(case: CheckInput, allegation: Allegation, cited: tuple[str, ...]) -> Iterator[Finding]:
    """Find that nothing is primary; what nobody here has seen is known at second hand, whatever it is."""
    sources = [case.graph.find("sources", Source, key) for key in cited]
    known = [source for source in sources if source is not None and source.held in SEEN]
    if None in sources or any(source.rank == "primary" for source in known):
        return
    unranked = ", ".join(say.source(source) for source in known if source.rank == "unknown")
    said = f"no source that we have seen for allegation {say.allegation(allegation)} is recorded as primary"
    step = "write `rank: …` in the sources" if unranked else "add the document or the witness that the sources rest on"
    notes, at = (f"rank not recorded: {unranked}",) if unranked else (), ("evidence",)
    yield case.finding("allegations", allegation.id, said, step, at=at, notes=notes, is_sure=not unranked)


PROVING = frozenset({"citations", "seats", "dates"})
"""Fields of a role whose citations show that the post was held, and when; not what responsibility it brought."""
_SHOWN = 4


@check("EVI151", Severity.WARNING, "roles and events", looks_at=records_of("roles", "events"))
def post_proved_once(case: CheckInput) -> Iterator[Finding]:
    cited: dict[tuple[str, str], list[str]] = {}
    for one in citations_in(case.graph):
        if one.kind == "roles" and one.loc[0] in PROVING and "other_accounts" not in one.loc:
            cited.setdefault(("roles", one.record_id), []).append(one.value.source)
    cited |= {("events", event.id): [key for _, key in cited_keys(event)] for event in case.graph.events}
    weak: dict[tuple[str, str, Severity], list[str]] = {}
    for kind, record in _charged(case):
        sources = [case.graph.find("sources", Source, key) for key in dict.fromkeys(cited.get((kind, record.id), ()))]
        known = [source for source in sources if source]
        if not known or len(known) < len(sources):
            continue  # an authority or a law is no entry, and stands by itself
        # A work through which another is known says again what that says.
        passing_on = {through.id for one in known if (through := known_through(case.graph, one)) is not one}
        own = [source for source in known if source.id not in passing_on]
        ranks = ("unknown", "secondary") if kind == "roles" else ("secondary",)
        if all(map(is_open_edit, own)):
            rests_on, weight = f"{say.source(own[0])} alone, an entry that anybody may edit", Severity.WARNING
        elif (
            all(one.rank in ranks for one in known)
            and len(origins_of(case.graph).independent(one.id for one in known)) == 1
        ):
            rests_on, weight = f"{say.sources(known)} alone, not a primary source", Severity.INFO
        else:
            continue
        weak.setdefault((kind, rests_on, weight), []).append(record.id)
    for (kind, rests_on, weight), records in weak.items():
        more = f" and {len(records) - _SHOWN} more" if len(records) > _SHOWN else ""
        why = "from which responsibility is alleged" if kind == "roles" else "charged in an allegation"
        said = f"for {say.each(kind, records[:_SHOWN])}{more}, {why}, the case has {rests_on}"
        step = "add the decree, the gazette or another source of its own" if kind == "roles" else "add what it rests on"
        step += ", or say that it is the only one and decide the finding"
        yield case.finding(kind, records[0], said, step, at=("citations",), severity=weight)


def is_open_edit(source: Source) -> bool:
    """Tell whether a source stands on a site on which anybody may write; one without an address does not."""
    try:
        host = urlsplit(source.url or "").hostname or ""
    except ValueError:
        return False
    return any(host == one or host.endswith(f".{one}") for one in word_list("open_edit")["hosts"])


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
    for allegation in case.pursued:
        sources, own, name = supporting(allegation), own_evidence(case, allegation), say.allegation(allegation)
        unseen = {allegation.evidence[place].source for place in unseen_items(case, allegation)}
        weight = None
        if sources and unseen >= set(sources):
            said, notes = (
                f"nobody here has seen any source of allegation {name}",
                (f"not seen: {say.sources(sources)}",),
            )
        elif own and own.unseen:
            said = f"{own.apart}the only works seen for allegation {name} are those of whoever makes it, "
            said += say.words(own.accuser)
            notes = (f"theirs: {say.sources(own.own)}; of others, and not seen: {say.sources(own.unseen)}",)
            weight = Severity.INFO if own.besides else None
        else:
            continue
        step = "read one of them and write `held: held` and `accessed: …`, or cite a source that we hold"
        at, alike = ("evidence",), said.replace(name, "")
        yield case.finding("allegations", allegation.id, said, step, at=at, notes=notes, severity=weight, alike=alike)


_MEDIA = frozenset({"article-newspaper", "article-magazine", "broadcast", "post", "post-weblog"})


@check("EVI108", Severity.WARNING, "allegations", raised=BY_RULE, looks_at=itself)
def media_only(case: CheckInput) -> Iterator[Finding | Looked]:
    media = (body for body in case.graph.bodies if body.kind == "media")
    called = (name for body in media for name in (body.name, body.short_name, body.abbreviation, *body.other_names))
    names = frozenset(plain_name(name) for name in called if name)
    for allegation, profile in case.allegations_by_forum:
        rule = profile.rule(profile.evidence.not_media_alone or "")
        kinds = {key: _is_media(case, key, names) for key in supporting(allegation)} if rule else {}
        if kinds:
            yield Looked(f"allegations/{allegation.id}")
        if not rule or True not in kinds.values() or False in kinds.values():
            continue
        unclear = ", ".join(say.source(key) for key, is_media in kinds.items() if is_media is None)
        said = f"allegation {say.allegation(allegation)} {'may rest' if unclear else 'rests'} on the media alone"
        step = "add a document, a witness or a finding that bears it out"
        if unclear:
            step = f"write in their records what kind of work these are, or whose: {unclear}"
        notes = (f"rule {say.words(rule.id)} of {say.words(profile.id)}: {rule.text}",)
        key, at, weight = allegation.id, ("evidence",), rule.heaviest
        yield case.finding("allegations", key, said, step, at=at, notes=notes, severity=weight, is_sure=not unclear)


def _is_media(case: CheckInput, key: str, names: frozenset[str]) -> bool | None:
    """Tell whether a source is of the media; `None` where the records leave it open."""
    source = case.graph.find("sources", Source, key)
    if source is None or (source.type not in _MEDIA and (source.type != "webpage" or source.rank == "primary")):
        return False
    published = (source.publisher, source.container_title)
    return source.type in _MEDIA or any(plain_name(name) in names for name in published if name) or None


@check(
    "EVI107",
    Severity.WARNING,
    "allegations",
    unfit_items=own_items,
    unfit_because="This source was written by whoever makes the allegation",
    looks_at=with_evidence,
)
def accuser_cites_itself(case: CheckInput) -> Iterator[Finding]:
    for allegation in case.pursued:
        own = own_evidence(case, allegation)
        if own and not own.unseen:
            said = (
                f"{own.apart}all evidence for allegation {say.allegation(allegation)} was written by whoever makes it, "
            )
            said += say.words(own.accuser)
            step, notes = (
                "add a source of another hand, or what their work rests on",
                (f"theirs: {say.sources(own.own)}",),
            )
            weight, alike, at = Severity.INFO if own.besides else None, f"{own.accuser} {own.besides}", ("evidence",)
            yield case.finding(
                "allegations", allegation.id, said, step, at=at, notes=notes, severity=weight, alike=alike
            )


@check("EVI115", Severity.WARNING, "allegations")
def contrary_not_answered(case: CheckInput) -> Iterator[Finding]:
    met = {(one.allegation, item.position) for one in proved(case) for row in one.rows for item in row.unanswered}
    for allegation in case.pursued:
        answer, name = allegation.answer, say.allegation(allegation)
        is_silent = not answer.answer and not answer.reason
        if is_silent and answer.asked:
            said = f"the person was asked about allegation {name}, and what came of it is not recorded"
            step = "write in `answer` what was said, or that no answer had come by a day"
            yield case.finding("allegations", allegation.id, said, step, at=("answer",), severity=Severity.INFO)
        elif is_silent and not _has_contrary(allegation):
            said = f"allegation {name} has no contrary evidence, no answer and no reason why none was sought"
            step = "search for what speaks against it and ask the person, or write `answer: {reason: …}`"
            yield case.finding("allegations", allegation.id, said, step)
        items = [
            (place, item)
            for place, item in enumerate(allegation.evidence)
            if item.against
            and (item.supports or item.quote)
            and not item.answered
            and (allegation.id, place) not in met
        ]
        if items:
            named = list(dict.fromkeys(item.source for _, item in items))
            words = ((item.source, with_numbers(item.supports or "", case.figures) or item.quote) for _, item in items)
            notes = tuple(dict.fromkeys(f"{say.cited(source)}: {text}" for source, text in words if text))
            said = f"{say.cited_works(named)} {'speaks' if len(named) == 1 else 'speak'} against allegation {name}; no "
            said += "answer to it is recorded"
            step = "write `answered: …` at that evidence, and under `elements` what it goes to"
            at, alike, info = ("evidence", items[0][0]), " ".join((say.listed(named), *notes)), Severity.INFO
            yield case.finding("allegations", allegation.id, said, step, at=at, notes=notes, severity=info, alike=alike)


_ARGUED: tuple[str, ...] = ("statement", "particulars", "limbs.", "evidence.")
_ARGUED_OF_COUNT: tuple[str, ...] = ("wrong", "arguments.", "limbs.")
"""Fields of an allegation, or of its count, by which a document argues it; its title alone stands in lists too."""


@check("EVI231", Severity.ERROR, "documents")
def contrary_left_out(case: CheckInput) -> Iterator[Finding]:
    for filing, _ in case.filings:
        drafted = case.drafts.get(filing.id)
        inlines = inlines_in_order(drafted.document.blocks) if drafted else ()
        shown = {one.origin for one in inlines if isinstance(one, Text | Note) and one.origin}
        printed = {f"{origin.record} {origin.field}" for origin in shown} | {origin.record for origin in shown}
        for allegation in case.pursued_in(filing) if shown else ():
            counts = counts_with(case.graph, allegation.id)
            fields = {f"allegations/{allegation.id}": _ARGUED} | {
                f"counts/{one.id}": _ARGUED_OF_COUNT for one in counts
            }
            if not any(one.field.startswith(fields.get(one.record, ())) for one in shown):
                continue
            texts = [text.text for text in case.graph.narrative if f"narrative/{text.id}" in printed]
            for one in counts:
                own = ((".".join(map(str, loc)), text) for loc, text in own_texts(one))
                texts += [text for field, text in own if f"counts/{one.id} {field}" in printed]
            missing = [
                (place, item.source)
                for place, item in enumerate(allegation.evidence)
                if item.against and Origin(f"allegations/{allegation.id}", f"evidence.{place}") not in shown
                if not any(_cites(text, item.source, item.pinpoint.value if item.pinpoint else "") for text in texts)
            ]
            if missing:
                said = f"{say.filing(filing)} argues allegation {say.allegation(allegation)} and leaves out what is "
                said += f"recorded against it: {say.sources(dict.fromkeys(source for _, source in missing))}"
                step = "print `contrary` of the allegation in the template, as `parts.allegation` does, or tell it in "
                step += "a section of text that cites the place"
                # What speaks against it may be in a part or a record that the public does not get.
                weight = Severity.WARNING if filing.version == "public" else None
                at = ("evidence", missing[0][0])
                yield case.finding("allegations", allegation.id, said, step, at=at, severity=weight)


def _cites(text: str, source: str, place: str) -> bool:
    """Tell whether a text cites a place in a work; without a page or paragraph, wherever the work is cited."""
    wanted = numbers_of_place(place)
    return any(key == source and (not wanted or wanted & numbers_of_place(at)) for key, at in cited_places(text))


@check("EVI116", Severity.WARNING, "allegations", looks_at=itself)
def no_answer_sought(case: CheckInput) -> Iterator[Finding | Looked]:
    for allegation in case.pursued:
        answer, name, asked = allegation.answer, say.allegation(allegation), ""
        if not (answer.reason or answer.asked) and "asked" in answer.model_fields_set:
            asked = "the person was not asked"
        elif not (answer.reason or answer.asked or answer.answer) and _has_contrary(allegation):
            asked = "nobody is recorded as having been asked"
        day, times = answer.on, times_of_conduct(case, allegation)
        if _has_contrary(allegation) or answer != Answer():
            why = "its conduct is not dated" if day is not None and not times else ""
            yield Looked(f"allegations/{allegation.id}", why)
        if asked:
            step = "put it to the person and record what comes of it in `answer`, or write `answer: {reason: …}`"
            said = f"{asked} about allegation {name}, and no reason is given"
            yield case.finding("allegations", allegation.id, said, step, alike="not asked")
        elif day and times and not any(map(is_approximate, (day, *times))):
            earliest = min(times, key=lambda when: when.first)
            if day.last < earliest.first:
                said = f"the answer is of {say.date(day)}, and the conduct is alleged from {say.date(earliest)} on"
                step = "ask about this conduct, or correct the day; where it was not to be asked, say in `reason` why"
                yield case.finding("allegations", allegation.id, said, step, at=("answer", "on"))


def _has_contrary(allegation: Allegation) -> bool:
    return any(item.against for item in allegation.evidence)
