"""Under which provisions something is alleged: whether they exist, bind, and are about that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, with_provisions
from probata.checks.engine.finding import Finding, Outcome, marked
from probata.checks.support.required_fields import asked_for, asked_of_allegations
from probata.checks.support.treaties import (
    Named,
    as_recorded,
    before_anybody,
    in_force,
    named_treaties,
    next_step,
    not_accepted,
    told,
    weight,
)
from probata.checks.tenures.alleged_grounds import times_of_conduct
from probata.diagnostics import Severity, say
from probata.law import Instrument, Participation, Provision
from probata.law.instrument import Duty, bare_number
from probata.law.participation import touches
from probata.model.allegation import Allegation, AllegedProvision
from probata.model.body import Body
from probata.model.case_file import Standing
from probata.model.dates import Answer, When
from probata.model.event import Event


@dataclass(frozen=True, slots=True)
class Acting:
    """What the records tell of the States in an allegation, as to some conduct."""

    own: tuple[str, ...]
    """The States of the bodies in which those charged held their posts; that of the case where none is recorded."""
    places: tuple[str, ...]
    """Countries of the events charged that have this conduct."""
    bodies: tuple[Body, ...]
    """Bodies recorded as acting in them, or in the allegation."""

    def abroad(self, case: CheckInput) -> tuple[str, ...]:
        """Return the places that are in none of the own States."""
        return tuple(place for place in self.places if not _is_among(case, place, self.own))

    def foreign(self, case: CheckInput) -> tuple[Body, ...]:
        """Return the bodies of other States."""
        return tuple(body for body in self.bodies if body.country and not _is_among(case, body.country, self.own))


def acting(case: CheckInput, allegation: Allegation, conduct: frozenset[str]) -> Acting:
    """Gather it from the events that are charged and have any of the conduct; those of background are left out."""
    found = (case.graph.find("events", Event, event) for event in allegation.events)
    events = [event for event in found if event and not event.context_only and conduct & set(event.conduct)]
    named = (body for event in events for body in (*event.lead_bodies, *event.bodies))
    places = dict.fromkeys(event.country for event in events if event.country)
    return Acting(_own(case, allegation), tuple(places), _bodies(case, (*named, *allegation.bodies)))


def _own(case: CheckInput, allegation: Allegation) -> tuple[str, ...]:
    posts = (post for role in case.roles_of(allegation) for post in case.posts_of(role))
    countries = (body.country for body in _bodies(case, (post.body for post in posts if post.body)))
    own = tuple(dict.fromkeys(country for country in countries if country))
    return own or ((case.graph.case.state,) if case.graph.case.state else ())


def _bodies(case: CheckInput, ids: Iterable[str]) -> tuple[Body, ...]:
    found = (case.graph.find("bodies", Body, one) for one in dict.fromkeys(ids))
    return tuple(body for body in found if body)


def _is_among(case: CheckInput, state: str, states: tuple[str, ...]) -> bool:
    return any(case.catalogue.is_same_state(state, one) for one in states)


@check("LAW101", Severity.ERROR, "allegations", tells_gaps=True, looks_at=asked_for("provisions"))
def allegation_without_provision(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations put forward without a provision."""
    for asked in asked_of_allegations(case, "provisions"):
        allegation = asked.allegation
        if not allegation.provisions:
            yield case.finding(
                "allegations", allegation.id, f"allegation {say.allegation(allegation)} names no provision of law",
                'add `provisions`, such as `- {instrument: uncat, provision: "1"}`',
                notes=asked.notes, severity=asked.severity, gap=asked.gap, may_be_decided=True,
            )  # fmt: skip


@check("LAW103", Severity.INFO, "allegations", looks_at=with_provisions, rests_on={"allegations": ("provisions",)})
def instrument_not_identified(case: CheckInput) -> Iterator[Finding]:
    """Find the provisions without an instrument."""
    for allegation in case.pursued:
        for position, alleged in enumerate(allegation.provisions):
            if alleged.instrument is None:
                named = (
                    say.words(alleged.named or alleged.provision)
                    if alleged.named or alleged.provision
                    else "a provision"
                )
                yield case.finding(
                    "allegations", allegation.id, f"no instrument is named for {named}",
                    "add `instrument: …`; `probata list instruments` shows those that there are",
                    at=("provisions", position), alike=named,
                )  # fmt: skip


@check("LAW102", Severity.WARNING, "allegations", looks_at=with_provisions, rests_on={"allegations": ("provisions",)})
def provision_not_in_catalogue(case: CheckInput) -> Iterator[Finding]:
    """Find the provisions that the catalogue does not have."""
    for allegation in case.pursued:
        for position, alleged in enumerate(allegation.provisions):
            instrument = case.catalogue.instrument(alleged.instrument) if alleged.instrument else None
            if instrument is None:
                continue
            if alleged.provision and instrument.provision(alleged.provision) and not alleged.inferred:
                continue
            yield case.finding(
                "allegations", allegation.id, _message(alleged, instrument), _help(alleged, instrument),
                at=("provisions", position, "provision" if alleged.provision else "instrument"),
                severity=None if _is_unknown(alleged, instrument) else Severity.INFO,
                alike=_message(alleged, instrument),
            )  # fmt: skip


def _is_unknown(alleged: AllegedProvision, instrument: Instrument) -> bool:
    return alleged.provision is not None and instrument.provision(alleged.provision) is None


def _message(alleged: AllegedProvision, instrument: Instrument) -> str:
    bare = (
        f"{instrument.abbreviation} is cited without {'an' if instrument.unit == 'article' else 'a'} {instrument.unit}"
    )
    if not alleged.provision:
        return bare
    if not _is_unknown(alleged, instrument):
        return f"{bare}; we read it as {instrument.unit} {say.words(alleged.provision)}"
    if _bare(alleged):
        return (
            f"{say.words(alleged.provision)} of {instrument.abbreviation} has a word before its number, so that "
            f"documents print “{instrument.unit} {alleged.provision}”"
        )
    if beyond := _beyond(alleged, instrument):
        return beyond
    return (
        f"{instrument.unit} {say.words(alleged.provision)} of {instrument.abbreviation} is not in our catalogue, so "
        "that it cannot be told whether there is one or what it asks for"
    )


def _bare(alleged: AllegedProvision) -> str:
    """Return the number without a word for its kind; empty where none stands before it."""
    bare = bare_number(alleged.provision or "")
    return bare if bare != alleged.provision else ""


def _beyond(alleged: AllegedProvision, instrument: Instrument) -> str:
    """Say so of a number beyond the last provision; empty where the last is not known, or the number is not greater."""
    last = instrument.last_provision
    if last is None or not instrument.is_beyond(alleged.provision or ""):
        return ""
    return (
        f"{instrument.unit} {say.words(alleged.provision)} of {instrument.abbreviation} is alleged, and its last "
        f"{instrument.unit} is {instrument.unit} {last.number}"
    )


def _help(alleged: AllegedProvision, instrument: Instrument) -> str:
    if not alleged.provision:
        return f"name the {instrument.unit} with `provision`, or say in `remark` that the whole is meant"
    if bare := _bare(alleged):
        return f"write the number alone under `provision`: {say.words(bare)}"
    if _beyond(alleged, instrument):
        return "open the text of the instrument and correct the number"
    numbers = [provision.number for provision in instrument.provisions]
    if alleged.inferred and not _is_unknown(alleged, instrument):
        return "ask whoever makes the allegation which provision is meant"
    near = get_close_matches(alleged.provision or "", numbers, 3)
    held = say.listed(near) if near else f"{', '.join(numbers[:8])}{' …' if len(numbers) > 8 else ''}"
    return (
        f"look the number up in the text itself: the catalogue holds {held}; where it is right, write in `remark` what "
        "it says, and decide this finding"
    )


@check(
    "LAW158",
    Severity.WARNING,
    "allegations",
    looks_at=lambda case: (found for found in case.pursued if any(_with_conduct(case, found))),
)
def provision_of_other_conduct(case: CheckInput) -> Iterator[Finding]:
    """Compare each provision that has conduct with that of its allegation."""
    for allegation in case.pursued:
        conduct = _alleged(case, allegation)
        for position, words, provision in _with_conduct(case, allegation):
            if not conduct & set(provision.conduct):
                about = _labels(case, provision.conduct)
                yield case.finding(
                    "allegations", allegation.id,
                    f"allegation {say.allegation(allegation)} names {words}, which is about {about}, and alleges none "
                    "of that",
                    "name the provision that is about what is alleged, or add the conduct to the allegation where its "
                    "particulars allege it",
                    at=("provisions", position, "provision"),
                    notes=(f"its conduct: {_labels(case, allegation.conduct)}",),
                    alike=f"{words} {_labels(case, allegation.conduct)}",
                )  # fmt: skip


def _alleged(case: CheckInput, allegation: Allegation) -> set[str]:
    """Return the conduct of an allegation, and of what it charges: a wider operation says more of it than one code."""
    events = (case.graph.find("events", Event, event) for event in allegation.events)
    charged = (event.conduct for event in events if event and not event.context_only)
    return {*allegation.conduct, *(code for codes in charged for code in codes)}


def _with_conduct(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, str, Provision]]:
    """Give the provisions to compare, with their place and how findings call them."""
    for position, alleged in enumerate(allegation.provisions if allegation.conduct else ()):
        instrument = case.catalogue.instrument(alleged.instrument or "")
        provision = instrument.provision(alleged.provision) if instrument and alleged.provision else None
        if instrument and provision and provision.conduct and not alleged.contention:
            yield position, f"{instrument.abbreviation} {instrument.pinpoint(provision.number)}", provision


def _labels(case: CheckInput, codes: Iterable[str]) -> str:
    known = ((code, case.catalogue.conduct_code(code)) for code in dict.fromkeys(codes))
    return ", ".join(marked(found.label) if found else say.words(code) for code, found in known)


def _naming_treaties(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that name a numbered provision of a treaty; without a State it cannot be told."""
    why = "" if case.graph.case.state else "the State is not recorded"
    for allegation in case.pursued:
        if any(_of_treaties(case, allegation)):
            yield Looked(f"allegations/{allegation.id}", why)


@check(
    "LAW175",
    Severity.INFO,
    "allegations",
    looks_at=_naming_treaties,
    rests_on={"allegations": ("provisions",)},
)
def provision_under_reservation(case: CheckInput) -> Iterator[Finding]:
    """Look for reservations to the provisions of each allegation, each once for an allegation."""
    state = case.graph.case.state or ""
    for allegation in case.pursued if state else ():
        told: set[tuple[str, str]] = set()
        for position, treaty, number in _of_treaties(case, allegation):
            for reserved, text in _reservations(case, state, treaty, number):
                if (treaty.id, text) not in told:
                    told.add((treaty.id, text))
                    words = f"{treaty.abbreviation} {treaty.pinpoint(number)}"
                    reservation = f"{treaty.pinpoint(reserved)}: {text}"
                    yield case.finding(
                        "allegations", allegation.id,
                        f"{words} is named, and a reservation of {say.words(case.graph.case.state)} is recorded to it",
                        "read whether it still stands and reaches this conduct, say so in `remark` of the provision, "
                        "and decide the finding",
                        at=("provisions", position, "instrument"), notes=(f"reservation to {reservation}",),
                        outcome=Outcome.CANNOT_TELL, alike=f"{words} {reservation}",
                    )  # fmt: skip


def _of_treaties(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, Instrument, str]]:
    for position, alleged in enumerate(allegation.provisions):
        treaty = case.catalogue.instrument(alleged.instrument or "")
        if treaty and treaty.kind == "treaty" and alleged.provision:
            yield position, treaty, alleged.provision


def _reservations(case: CheckInput, state: str, treaty: Instrument, number: str) -> Iterator[tuple[str, str]]:
    """Give the provision and the words of each reservation, those of the case before those of the catalogue."""
    for own in case.graph.case.standings:
        if own.instrument == treaty.id:
            yield from ((one.provision, one.text) for one in own.reservations if touches(one.provision, number))
    known = case.catalogue.standing_of(state, treaty.id)
    yield from ((one.provision, one.text) for one in (known.reserved(number) if known else ()))


_BINDS = ("why it binds all the same", "name a provision that bound the State then")


_STANDINGS = say.field("standings", "case")


def _naming_any_treaty(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that name a treaty; without a State or a date it cannot be told."""
    for allegation in case.pursued:
        if any(named_treaties(case, allegation)):
            why = "" if times_of_conduct(case, allegation) else "its conduct is not dated"
            yield Looked(f"allegations/{allegation.id}", why if case.graph.case.state else "the State is not recorded")


@check(
    "LAW111",
    Severity.ERROR,
    "allegations",
    looks_at=_naming_any_treaty,
    rests_on={"allegations": ("events", "period", "provisions")},
)
def treaty_not_in_force(case: CheckInput) -> Iterator[Finding]:
    """Compare each provision of a treaty with the State's standing."""
    state = case.graph.case.state
    recorded = {one.instrument: one for one in case.graph.case.standings}
    for allegation in case.pursued if state else ():
        times = times_of_conduct(case, allegation)
        for named in named_treaties(case, allegation):
            found = _found(case, named, recorded.get(named.treaty.id), state or "", times)
            if found:
                yield found


def _found(case: CheckInput, named: Named, own: Standing | None, state: str, times: tuple[When, ...]) -> Finding | None:
    """Compare by what the case says where it says anything, else by the catalogue."""
    known = case.catalogue.standing_of(state, named.treaty.id)
    standing = as_recorded(own, state, known) if own else known
    is_read = bool(own.citations) if own else standing is not None and standing.verified
    compared = _compared(case, named, standing, times, is_read=is_read) if standing else None
    if compared and compared.outcome is Outcome.FAILED:
        return compared
    refused = known.refused(named.alleged.provision or "") if known else None
    return (
        before_anybody(case, named, times)
        or (not_accepted(case, named, state, refused) if refused else compared)
        or (None if standing else _unstated(case, named, state, in_words=own is not None))
    )


def _compared(
    case: CheckInput, named: Named, standing: Participation, times: tuple[When, ...], *, is_read: bool
) -> Finding | None:
    answers = {when.text: in_force(standing, when) for when in times}
    answer = next((one for one in (Answer.NO, Answer.POSSIBLE) if one in answers.values()), None)
    if answer is None:
        return None
    time = next(text for text, one in answers.items() if one is answer)
    is_open = answer is Answer.POSSIBLE
    is_note = is_open or named.alleged.contention
    return case.finding(
        "allegations", named.allegation,
        f"{named.words} is relied on for {say.date(time)}; {standing.state} {told(standing)}",
        f"look up how the State stood to it at that time, and write it under {_STANDINGS}" if is_open
        else next_step(named, *_BINDS),
        at=named.loc, notes=(standing.remark,) if standing.remark else (),
        severity=weight(is_read=is_read, is_note=is_note),
        outcome=Outcome.CANNOT_TELL if is_open else Outcome.FAILED,
        alike=f"{named.treaty.id} {answer}{'' if is_note else named.words}",
    )  # fmt: skip


def _unstated(case: CheckInput, named: Named, state: str, *, in_words: bool) -> Finding:
    treaty = named.treaty.abbreviation
    return case.finding(
        "allegations", named.allegation,
        f"how {say.words(state)} stands to {treaty} is told in words alone, which cannot be compared with the time"
        if in_words
        else f"the catalogue does not say how {say.words(state)} stands to {treaty}",
        f"write `status`, and `in_force` or `until` where they are known, at its entry under {_STANDINGS}" if in_words
        else f"look it up at the depositary, and write it with its date under {_STANDINGS}",
        at=named.loc, severity=Severity.INFO, outcome=Outcome.CANNOT_TELL, alike=named.treaty.id,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A provision that binds somebody else than the State of those charged."""

    position: int
    words: str
    duty: Duty
    is_contention: bool
    acting: Acting


@check("LAW153", Severity.WARNING, "allegations", looks_at=with_provisions)
def duty_of_another_state(case: CheckInput) -> Iterator[Finding]:
    """Compare each provision with the State of those charged; what an allegation has of one kind is found once."""
    for allegation in case.pursued:
        groups: dict[tuple[str, bool], list[Misplaced]] = {}
        for found in _misplaced(case, allegation):
            groups.setdefault((found.duty.bearer, found.is_contention), []).append(found)
        for together in groups.values():
            first = together[0]
            own = " and ".join(say.words(state) for state in first.acting.own)
            words = ", ".join(dict.fromkeys(one.words for one in together))
            verb = "bind" if len(together) > 1 else "binds"
            whom = "the United Nations"
            if first.duty.bearer == "state_that_removes":
                abroad = first.acting.abroad(case)
                whom = f"the State that removes a person{f', here from {say.words(abroad[0])}' if abroad else ''}"
            is_open = first.duty.bearer == "state_that_removes" and not first.acting.places
            yield case.finding(
                "allegations", allegation.id,
                f"{words} {verb} {whom}; those charged acted for {own}",
                "say in `country` of the event from where persons were brought"
                if is_open
                else "name a rule that bound the State of those charged, or say in the particulars what its part was "
                "and decide the finding",
                at=("provisions", first.position, "instrument"),
                notes=tuple(dict.fromkeys(_note(one) for one in together)),
                severity=Severity.INFO if is_open or first.is_contention else None,
                outcome=Outcome.CANNOT_TELL if is_open else Outcome.FAILED, alike=f"{words} {verb} {whom} {own}",
            )  # fmt: skip


def _misplaced(case: CheckInput, allegation: Allegation) -> Iterator[Misplaced]:
    conduct = frozenset(allegation.conduct)
    for position, alleged in enumerate(allegation.provisions):
        instrument = case.catalogue.instrument(alleged.instrument or "")
        for duty in instrument.duties(alleged.provision, conduct) if instrument else ():
            concerned = conduct & set(duty.conduct) if duty.conduct else conduct
            state = acting(case, allegation, frozenset(concerned))
            if instrument and state.own and _is_of_another(case, duty, state):
                yield Misplaced(position, _words(instrument, alleged), duty, alleged.contention, state)
                break


def _is_of_another(case: CheckInput, duty: Duty, state: Acting) -> bool:
    if duty.bearer == "state_that_removes":
        return bool(state.abroad(case)) or not state.places
    return duty.bearer == "united_nations"


def _words(instrument: Instrument, alleged: AllegedProvision) -> str:
    return f"{instrument.abbreviation} {instrument.pinpoint(alleged.provision) if alleged.provision else ''}".strip()


def _note(one: Misplaced) -> str:
    read = f"read on {one.duty.read_on}" if one.duty.verified else "not read at its source"
    return f"{one.words} binds {one.duty.text} ({read})"
