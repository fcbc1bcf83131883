"""Under which provisions something is alleged: whether they exist, bind, and are about that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import NamedTuple

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, itself, with_provisions
from probata.checks.engine.finding import Finding, Outcome, marked
from probata.checks.support.required_fields import allegations_without
from probata.checks.support.treaties import Named, as_recorded, begun, in_force, named_treaties, told
from probata.checks.tenures.alleged_grounds import times_of_conduct
from probata.diagnostics import Severity, say
from probata.graph.case_graph import grouped
from probata.law import Instrument, Provision
from probata.law.instrument import Duty, bare_number
from probata.law.participation import touches
from probata.model.allegation import Allegation, AllegedProvision
from probata.model.body import Body
from probata.model.dates import Answer, When


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
    events = [event for _, event in case.events_of(allegation) if conduct & set(event.conduct)]
    named = (body for event in events for body in (*event.lead_bodies, *event.bodies))
    places = dict.fromkeys(event.country for event in events if event.country)
    posts = (post for role in case.roles_of(allegation) for post in case.posts_of(role))
    held = _bodies(case, (post.body for post in posts if post.body))
    own = dict.fromkeys(body.country for body in held if body.country) or dict.fromkeys(
        state for state in (case.graph.case.state,) if state
    )
    return Acting(tuple(own), tuple(places), _bodies(case, (*named, *allegation.bodies)))


def _bodies(case: CheckInput, ids: Iterable[str]) -> tuple[Body, ...]:
    found = (case.graph.find("bodies", Body, one) for one in dict.fromkeys(ids))
    return tuple(body for body in found if body)


def _is_among(case: CheckInput, state: str, states: tuple[str, ...]) -> bool:
    return any(case.catalogue.is_same_state(state, one) for one in states)


@check("LAW101", Severity.ERROR, "allegations", tells_gaps=True, looks_at=itself)
def allegation_without_provision(case: CheckInput) -> Iterator[Finding | Looked]:
    said = "allegation {} names no provision of law"
    step = 'add `provisions`, such as `- {instrument: uncat, provision: "1"}`'
    yield from allegations_without(case, "provisions", lambda one: one.provisions, said, step)


@check("LAW103", Severity.INFO, "allegations", looks_at=with_provisions, rests_on={"allegations": ("provisions",)})
def instrument_not_identified(case: CheckInput) -> Iterator[Finding]:
    for allegation in case.pursued:
        for position, alleged in enumerate(allegation.provisions):
            if alleged.instrument is None:
                named = alleged.named or alleged.provision
                words = say.words(named) if named else "a provision"
                yield case.finding_on(
                    allegation,
                    f"no instrument is named for {words}",
                    "add `instrument: …`; `probata list instruments` shows those that there are",
                    at=("provisions", position),
                    alike=words,
                )


@check("LAW102", Severity.WARNING, "allegations", looks_at=with_provisions, rests_on={"allegations": ("provisions",)})
def provision_not_in_catalogue(case: CheckInput) -> Iterator[Finding]:
    for allegation in case.pursued:
        for position, alleged in enumerate(allegation.provisions):
            instrument = case.catalogue.instrument(alleged.instrument) if alleged.instrument else None
            if found := _not_in_catalogue(alleged, instrument) if instrument else None:
                message, help = found
                is_known = not alleged.provision or (instrument and instrument.provision(alleged.provision))
                yield case.finding_on(
                    allegation,
                    message,
                    help,
                    at=("provisions", position, "provision" if alleged.provision else "instrument"),
                    severity=Severity.INFO if is_known else None,
                    alike=message,
                )


def _not_in_catalogue(alleged: AllegedProvision, instrument: Instrument) -> tuple[str, str] | None:
    """Say what is wrong with a provision and what to do; `None` where the catalogue has it as it is alleged."""
    unit, name, number = instrument.unit, instrument.abbreviation, alleged.provision or ""
    without = f"{name} is cited without {'an' if unit == 'article' else 'a'} {unit}"
    if not number:
        return without, f"name the {unit} with `provision`, or say in `remark` that the whole is meant"
    if instrument.provision(number):
        read_as = f"{without}; it was read as {unit} {say.words(number)}"
        return (read_as, "ask whoever makes the allegation which provision is meant") if alleged.inferred else None
    if (bare := bare_number(number)) != number:
        return (
            f"{say.words(number)} of {name} has a word before its number, so documents print “{unit} {number}”",
            f"write the number alone under `provision`: {say.words(bare)}",
        )
    last = instrument.last_provision
    if last and instrument.is_beyond(number):
        return (
            f"{unit} {say.words(number)} of {name} is alleged; its last {unit} is {unit} {last.number}",
            "open the text of the instrument and correct the number",
        )
    numbers = [provision.number for provision in instrument.provisions]
    near = get_close_matches(number, numbers, 3)
    held = say.listed(near) if near else f"{', '.join(numbers[:8])}{' …' if len(numbers) > 8 else ''}"
    return (
        f"{unit} {say.words(number)} of {name} is not in the catalogue, so it cannot be told whether there is one or "
        "what it asks for",
        f"look the number up in the text itself: the catalogue holds {held}; where it is right, write in `remark` what "
        "it says, and decide this finding",
    )


def _with_conduct(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, str, Provision]]:
    """Give the provisions whose conduct can be compared, with their place and how findings call them."""
    for position, alleged in enumerate(allegation.provisions if allegation.conduct else ()):
        instrument = case.catalogue.instrument(alleged.instrument or "")
        provision = instrument.provision(alleged.provision) if instrument and alleged.provision else None
        if instrument and provision and provision.conduct and not alleged.contention:
            yield position, f"{instrument.abbreviation} {instrument.pinpoint(provision.number)}", provision


@check("LAW158", Severity.WARNING, "allegations", looks_at=itself)
def provision_of_other_conduct(case: CheckInput) -> Iterator[Finding | Looked]:
    for allegation in case.pursued:
        # A wider operation says more of the conduct than one code.
        conduct = {*allegation.conduct, *(code for _, event in case.events_of(allegation) for code in event.conduct)}
        own = _labels(case, allegation.conduct)
        for position, words, provision in _with_conduct(case, allegation):
            yield Looked(f"allegations/{allegation.id}")
            if not conduct & set(provision.conduct):
                yield case.finding_on(
                    allegation,
                    f"allegation {say.allegation(allegation)} names {words}, which is about "
                    f"{_labels(case, provision.conduct)}, and alleges none of that",
                    "name the provision that is about what is alleged, or add the conduct to the allegation where its "
                    "particulars allege it",
                    at=("provisions", position, "provision"),
                    notes=(f"its conduct: {own}",),
                    alike=f"{words} {own}",
                )


def _labels(case: CheckInput, codes: Iterable[str]) -> str:
    known = ((code, case.catalogue.conduct_code(code)) for code in dict.fromkeys(codes))
    return ", ".join(marked(found.label) if found else say.words(code) for code, found in known)


_NO_STATE = "the State is not recorded"


@check("LAW175", Severity.INFO, "allegations", looks_at=itself, rests_on={"allegations": ("provisions",)})
def provision_under_reservation(case: CheckInput) -> Iterator[Finding | Looked]:
    state = case.graph.case.state or ""
    for allegation in case.pursued:
        found: set[tuple[str, str]] = set()
        for named in named_treaties(case, allegation):
            treaty, number = named.treaty, named.alleged.provision
            if number:
                yield Looked(f"allegations/{allegation.id}", "" if state else _NO_STATE)
            # Those that the case records come before those of the catalogue.
            standings = (one for one in case.graph.case.standings if one.instrument == treaty.id)
            known = case.catalogue.standing_of(state, treaty.id)
            reserved = [
                (one.provision, one.text)
                for own in standings
                for one in own.reservations
                if touches(one.provision, number or "")
            ]
            reserved += [(one.provision, one.text) for one in known.reserved(number or "")] if known else []
            for provision, text in reserved if number and state else ():
                if (treaty.id, text) not in found:
                    found.add((treaty.id, text))
                    reservation = f"reservation to {treaty.pinpoint(provision)}: {text}"
                    yield case.finding_on(
                        allegation,
                        f"{named.words} is named; a reservation of {say.words(state)} to it is recorded",
                        "read whether it still stands and reaches this conduct, say so in `remark` of the provision, "
                        "and decide the finding",
                        at=named.loc,
                        notes=(reservation,),
                        outcome=Outcome.CANNOT_TELL,
                        alike=f"{named.words} {reservation}",
                    )


_STANDINGS = say.field("standings", "case")


@check(
    "LAW111",
    Severity.ERROR,
    "allegations",
    looks_at=itself,
    rests_on={"allegations": ("events", "period", "provisions")},
)
def treaty_not_in_force(case: CheckInput) -> Iterator[Finding | Looked]:
    state = case.graph.case.state or ""
    for allegation in case.pursued:
        times = times_of_conduct(case, allegation)
        for named in named_treaties(case, allegation):
            yield Looked(
                f"allegations/{allegation.id}", ("" if times else "its conduct is not dated") if state else _NO_STATE
            )
            if state and (found := _not_bound(case, allegation, named, state, times)):
                yield found


def _not_bound(
    case: CheckInput, allegation: Allegation, named: Named, state: str, times: tuple[When, ...]
) -> Finding | None:
    """Find why a treaty did not bind the State, or may not have; `None` where it surely did."""

    def finding(message: str, help: str, severity: Severity, alike: str, remark: str | None = None) -> Finding:
        notes = (remark,) if remark else ()
        return case.finding_on(allegation, message, help, at=named.loc, notes=notes, severity=severity, alike=alike)

    def is_open(message: str, help: str, alike: str, remark: str | None = None) -> Finding:
        return replace(finding(message, help, Severity.INFO, alike, remark), outcome=Outcome.CANNOT_TELL)

    treaty, is_contention = named.treaty, named.alleged.contention
    own = next((one for one in case.graph.case.standings if one.instrument == treaty.id), None)
    known = case.catalogue.standing_of(state, treaty.id)
    standing = as_recorded(own, state, known) if own else known
    answers = [(when, in_force(standing, when)) for when in times] if standing else []
    bound_then = _next_step(named, "why it binds all the same", "name a provision that bound the State then")
    says = f"; {standing.state} {told(standing)}" if standing else ""
    if standing and (never := [when for when, answer in answers if answer is Answer.NO]):
        is_read = bool(own.citations) if own else standing.verified
        message = f"{named.words} is relied on for {say.date(never[0])}{says}"
        alike = f"{treaty.id} {Answer.NO}{'' if is_contention else named.words}"
        return finding(message, bound_then, _weight(named, is_read=is_read), alike, standing.remark)
    entry = treaty.in_force
    if entry and (early := next((when for when in times if begun(entry.day, when) is Answer.NO), None)):
        message = (
            f"{named.words} is relied on for {say.date(early)}; the treaty first entered into force on {entry.day}"
        )
        weight = _weight(named, is_read=entry.verified)
        return finding(message, bound_then, weight, f"{treaty.id} first", entry.remark)
    if known and (refused := known.refused(named.alleged.provision or "")):
        message = f"{named.words} is relied on; {state} does not accept it: {refused.subject}"
        step, weight = (
            _next_step(named, "why it binds all the same", "leave it out"),
            _weight(named, is_read=refused.verified),
        )
        return finding(message, step, weight, f"{treaty.id} {refused.provision}", refused.remark)
    if standing and (perhaps := [when for when, answer in answers if answer is Answer.POSSIBLE]):
        message = f"{named.words} may not have bound the State on {say.date(perhaps[0])}{says}"
        step = f"look up how the State stood to it at that time, and write it under {_STANDINGS}"
        return is_open(message, step, f"{treaty.id} {Answer.POSSIBLE}", standing.remark)
    if standing:
        return None
    message = f"the catalogue does not say how {say.words(state)} stands to {treaty.abbreviation}"
    step = f"look it up at the depositary, and write it with its date under {_STANDINGS}"
    if own:
        message = f"how {say.words(state)} stands to {treaty.abbreviation} is stated in words, without `status`"
        step = f"write `status`, and `in_force` or `until` where they are known, at its entry under {_STANDINGS}"
    return is_open(message, step, treaty.id)


def _weight(named: Named, *, is_read: bool) -> Severity:
    """Weigh a finding: what nobody read at its source, or recorded without one, warns at most."""
    if named.alleged.contention:
        return Severity.INFO
    return Severity.ERROR if is_read else Severity.WARNING


def _next_step(named: Named, why: str, otherwise: str) -> str:
    """Return what is still wanting for a contention that is put forward openly, or else `otherwise`.

    A contention that has its remark wants a decision alone. Both are wanted, since a remark may say anything.
    """
    if named.alleged.contention and named.alleged.remark:
        return (
            "read its `remark` again: decide in `decisions.yaml` that it is put forward all the same, or leave it out"
        )
    if named.alleged.remark:
        return f"where its `remark` says {why}, mark it `contention: true`; or {otherwise}"
    mark = "" if named.alleged.contention else " and mark it `contention: true`"
    return f"say in `remark` {why}{mark}, or {otherwise}"


class _Misplaced(NamedTuple):
    """A provision that binds somebody else than the State of those charged."""

    position: int
    words: str
    duty: Duty
    is_contention: bool
    acting: Acting


@check("LAW153", Severity.WARNING, "allegations", looks_at=with_provisions)
def duty_of_another_state(case: CheckInput) -> Iterator[Finding]:
    for allegation in case.pursued:
        misplaced = grouped(_misplaced(case, allegation), lambda one: (one.duty.bearer, one.is_contention))
        for (bearer, is_contention), together in misplaced.items():
            state = together[0].acting
            own = " and ".join(say.words(one) for one in state.own)
            words = ", ".join(dict.fromkeys(one.words for one in together))
            abroad = state.abroad(case)
            whom = "the United Nations"
            if bearer == "state_that_removes":
                whom = f"the State that removes a person{f', here from {say.words(abroad[0])}' if abroad else ''}"
            is_open = bearer == "state_that_removes" and not state.places
            message = f"{words} {'bind' if len(together) > 1 else 'binds'} {whom}; those charged acted for {own}"
            yield case.finding_on(
                allegation,
                message,
                "say in `country` of the event from where persons were brought"
                if is_open
                else "name a rule that bound the State of those charged, or say in the particulars what its part was "
                "and decide the finding",
                at=("provisions", together[0].position, "instrument"),
                notes=tuple(
                    dict.fromkeys(
                        f"{one.words} binds {one.duty.text} "
                        f"({f'read on {one.duty.read_on}' if one.duty.verified else 'not read at its source'})"
                        for one in together
                    )
                ),
                severity=Severity.INFO if is_open or is_contention else None,
                outcome=Outcome.CANNOT_TELL if is_open else Outcome.FAILED,
                alike=message,
            )


def _misplaced(case: CheckInput, allegation: Allegation) -> Iterator[_Misplaced]:
    conduct = frozenset(allegation.conduct)
    for position, alleged in enumerate(allegation.provisions):
        instrument = case.catalogue.instrument(alleged.instrument or "")
        for duty in instrument.duties(alleged.provision, conduct) if instrument else ():
            concerned = conduct & set(duty.conduct) if duty.conduct else conduct
            state = acting(case, allegation, frozenset(concerned))
            removes = duty.bearer == "state_that_removes" and (state.abroad(case) or not state.places)
            if instrument and state.own and (removes or duty.bearer == "united_nations"):
                number = instrument.pinpoint(alleged.provision) if alleged.provision else ""
                words = f"{instrument.abbreviation} {number}".strip()
                yield _Misplaced(position, words, duty, alleged.contention, state)
                break
